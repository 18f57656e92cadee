"""An image with the Python that runs the tests: made without a registry, for builds."""

import glob
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from helpers.docker_daemon import DockerDaemon

PYTHON = "cnet-test/python:1"
LIBRARIES = "lib/x86_64-linux-gnu"
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"

_LEFT_OUT = shutil.ignore_patterns(
    *("site-packages", "dist-packages", "test", "tests", "idlelib", "config-3*", "__pycache__"),
    *("turtledemo", "tkinter", "_tkinter*", "lib2to3", "_test*", "nis.*", "_curses*", "readline.*"),
)
# What wheels for Linux expect of the system.
_EXPECTED = (
    *("libstdc++.so.6", "libgcc_s.so.1", "libgomp.so.1", "libz.so.1", "libpthread.so.0"),
    *("libdl.so.2", "librt.so.1", "libutil.so.1", "libresolv.so.2", "libnss_dns.so.2"),
    "libnss_files.so.2",
)


def make_base_image(docker: DockerDaemon) -> str:
    """Import the image into a Docker and return its name."""
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder))
        tar = subprocess.run(
            ["tar", "-C", folder, "--owner=0", "--group=0", "-c", "."],
            check=True,
            capture_output=True,
        ).stdout
    environment = (
        "PATH=/usr/local/bin:/usr/bin:/bin",
        "LANG=C.UTF-8",
        f"SSL_CERT_FILE={CERTIFICATES}",
        f"PIP_CERT={CERTIFICATES}",
    )
    changes = ["-c", f"ENV {' '.join(environment)}", "-c", 'CMD ["/bin/sh"]']
    docker.ask("import", *changes, "-", PYTHON, data=tar)
    return PYTHON


def _fill(root: Path) -> None:
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for part in ("bin", "usr/bin", "usr/local/bin", "lib64", LIBRARIES, "etc/ssl/certs", "tmp"):
        (root / part).mkdir(parents=True, exist_ok=True)
    library = root / "usr/local/lib" / name
    shutil.copytree(sysconfig.get_path("stdlib"), library, ignore=_LEFT_OUT, symlinks=True)
    (library / "site-packages").mkdir()
    program = root / "usr/local/bin" / name
    shutil.copy2(os.path.realpath(sys.executable), program)
    for link in ("python3", "python"):
        (root / "usr/local/bin" / link).symlink_to(name)
    busybox = shutil.which("busybox")
    assert busybox is not None
    shutil.copy2(os.path.realpath(busybox), root / "bin/busybox")
    for applet in subprocess.check_output([busybox, "--list"], text=True).split():
        if applet != "busybox":
            (root / "bin" / applet).symlink_to("busybox")
    (root / "usr/bin/env").symlink_to("/bin/env")
    for path in _libraries(program, library):
        folder = "lib64" if "ld-linux" in path else LIBRARIES
        shutil.copy2(os.path.realpath(path), root / folder / Path(path).name)
    shutil.copy2(CERTIFICATES, root / "etc/ssl/certs")
    (root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
    (root / "etc/group").write_text("root:x:0:\n")
    (root / "etc/nsswitch.conf").write_text("hosts: files dns\n")
    command = ["chroot", str(root), f"/usr/local/bin/{name}", "-m", "ensurepip"]
    subprocess.run(command, check=True, capture_output=True)


def _libraries(program: Path, library: Path) -> set[str]:
    needing = [str(program), *glob.glob(str(library / "lib-dynload/*.so"))]  # noqa: PTH207
    told = subprocess.run(["ldd", *needing], capture_output=True, text=True, check=False).stdout
    found = set(re.findall(r"(/\S+\.so\S*) \(0x", told))
    found |= {f"/{LIBRARIES}/{name}" for name in _EXPECTED}
    return {path for path in found if Path(path).exists()}
