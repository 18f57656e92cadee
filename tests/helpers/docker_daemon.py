"""A Docker of a test's own, which may be killed, and an image for it that needs no registry."""

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from helpers.waiting import until_sync

BUSYBOX = "cnet-test/busybox:1"
BRIDGE = "br-cnet-test"


class DockerDaemon:
    """Starts, kills and asks a dockerd that shares nothing with the machine's own."""

    def __init__(self, folder: Path, *, live_restore: bool = False) -> None:
        self.folder = folder
        self.host = f"unix://{folder}/docker.sock"
        self._live_restore = live_restore
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> "DockerDaemon":
        """Start it, and wait until it answers."""
        folder = self.folder
        for left in (folder / "docker.pid", folder / "exec/containerd/containerd.pid"):
            left.unlink(missing_ok=True)
        command = ["dockerd", "-H", self.host, "--data-root", f"{folder}/root"]
        command += ["--exec-root", f"{folder}/exec", "--pidfile", f"{folder}/docker.pid"]
        command += ["--bridge", BRIDGE, "--iptables=false"]
        command += ["--live-restore"] if self._live_restore else []
        with (folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, start_new_session=True
            )
        until_sync(self._answers, 30, "an answer of Docker")
        return self

    def kill(self, how: int = signal.SIGKILL) -> None:
        """End it with a signal."""
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(30)

    def ask(self, *arguments: str, data: bytes | None = None) -> str:
        """Run Docker's own program and return what it says."""
        command = ["docker", "-H", self.host, *arguments]
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()

    def containers(self) -> list[str]:
        """Return the names of all containers."""
        return self.ask("ps", "--all", "--format", "{{.Names}}").split()

    def remove(self, container: str) -> None:
        """Take a container away, whatever it does."""
        self.ask("rm", "--force", container)

    def clean_up(self) -> None:
        """End it, and everything that runs in it."""
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(subprocess.CalledProcessError):
                for name in self.containers():
                    self.remove(name)
            self.kill(signal.SIGTERM)
        pid_file = self.folder / "exec/containerd/containerd.pid"
        with contextlib.suppress(OSError, ValueError):
            os.kill(int(pid_file.read_text()), signal.SIGKILL)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.folder / "log").read_text()[-2000:]
        with contextlib.suppress(subprocess.CalledProcessError):
            return bool(self.ask("version", "--format", "{{.Server.Version}}"))
        return False


@contextlib.contextmanager
def docker_daemon(*, live_restore: bool = False) -> Iterator[DockerDaemon]:
    """Give a Docker with the image ``BUSYBOX``."""
    _make_bridge()
    folder = Path(tempfile.mkdtemp(prefix="cnet-docker-"))  # a socket's path must be short
    daemon = DockerDaemon(folder, live_restore=live_restore)
    try:
        daemon.start()
        daemon.ask("import", "-", BUSYBOX, data=_busybox())
        yield daemon
    finally:
        daemon.clean_up()
        shutil.rmtree(folder, ignore_errors=True)


def _make_bridge() -> None:
    """Make the network that such a Docker has in place of the machine's."""
    if Path("/sys/class/net", BRIDGE).exists():
        return
    subprocess.run(["ip", "link", "add", BRIDGE, "type", "bridge"], check=True)
    subprocess.run(["ip", "address", "add", "172.30.99.1/24", "dev", BRIDGE], check=True)
    subprocess.run(["ip", "link", "set", BRIDGE, "up"], check=True)


def _busybox() -> bytes:
    """Return a file system with nothing but busybox, as a tar."""
    program = shutil.which("busybox")
    assert program is not None
    applets = subprocess.run([program, "--list"], capture_output=True, text=True, check=True)
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as tar:
        tar.add(os.path.realpath(program), "bin/busybox")
        for applet in set(applets.stdout.split()) - {"busybox"}:
            link = tarfile.TarInfo(f"bin/{applet}")
            link.type, link.linkname = tarfile.SYMTYPE, "busybox"
            tar.addfile(link)
        for folder in ("tmp", "etc"):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o1777
            tar.addfile(entry)
    return made.getvalue()
