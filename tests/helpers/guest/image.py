"""Makes what a guest boots: this system's own programs in an archive.

The guest runs the very Python and packages that run the tests here, copied with the libraries they
need, so that making it takes seconds and no mirror. The archive is kept by what
is in it; the checkout goes into a second one, and the kernel unpacks both into RAM.
"""

import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[3]
CACHE = Path.home() / ".cache/cnet-guest"  # named by content below, so it is never stale
PACKAGES = "/packages"  # where the guest's Python finds what pip installed here

_DEBIAN = (
    *("base-files", "base-passwd", "bash", "busybox-static", "coreutils", "dash", "grep"),
    *("dbus", "dbus-bin", "dbus-daemon", "dbus-session-bus-common", "dbus-system-bus-common"),
    *("dbus-user-session", "hostname", "libpam-modules", "libpam-modules-bin", "libpam-runtime"),
    *("libpam-systemd", "login", "mount", "passwd", "procps", "sed", "systemd", "util-linux"),
    "util-linux-extra",
)
_TESTED_WITH = ("pytest", "pytest-asyncio", "pytest-timeout")
_NOT_OF_PYTHON = shutil.ignore_patterns(
    "site-packages", "dist-packages", "test", "tests", "idlelib", "tkinter", "lib2to3", "ensurepip",
    "config-*", "*.a", "*.opt-*.pyc",
)  # fmt: skip
_DROPPED = re.compile(r"/usr/share/(doc|man|locale|info|lintian|bash-completion|zsh)/")
_CHECKOUT = ("agent", "app", "docs", "resources", "tests", "pyproject.toml")


def archive(folder: Path) -> Path:
    """Make the archive that a guest boots in ``folder`` and return its path."""
    target = folder / "guest.cpio"
    with target.open("wb") as whole:
        for part in (system(), _checkout(folder)):
            with part.open("rb") as opened:
                shutil.copyfileobj(opened, whole, 1 << 20)
    return target


class _Made:
    """A folder that appears under its name once it is complete, or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._growing = folder.with_name(f"{folder.name}.{os.getpid()}")

    def __enter__(self) -> Path:
        shutil.rmtree(self._growing, ignore_errors=True)
        self._growing.mkdir(parents=True)
        return self._growing

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None and not self._folder.exists():
            self._growing.rename(self._folder)
        shutil.rmtree(self._growing, ignore_errors=True)


def system() -> Path:
    """Return the archive of Python, its packages and Debian's programs."""
    packages = _closure([*_requirements(), *_TESTED_WITH])
    debian = _run("dpkg-query", "-W", "-f=${Package} ${Version} ${db:Status-Status}\n", *_DEBIAN)
    content = [Path(__file__).read_text(), sys.version, sys.base_prefix, debian]
    content += [f"{found.name} {found.version}" for found in packages]
    key = hashlib.sha256("\n".join(content).encode()).hexdigest()[:16]
    folder = CACHE / f"system-{key}"
    if not folder.is_dir():
        with _Made(folder) as made:
            tree = made / "tree"
            _lay_out(tree)
            _copy_debian(tree)
            _copy_python(tree)
            for found in packages:
                _copy_distribution(found, tree / PACKAGES.lstrip("/"))
            _copy_libraries(tree)
            _compile(tree / PACKAGES.lstrip("/"), PACKAGES)
            _pack(tree, made / "system.cpio")
            shutil.rmtree(tree)
    return folder / "system.cpio"


def _checkout(folder: Path) -> Path:
    tree = folder / "checkout-tree"
    target = tree / "checkout"
    target.mkdir(parents=True)
    ignored = shutil.ignore_patterns("*.pyc", "screenshots")
    for name in _CHECKOUT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=ignored)
        else:
            shutil.copy2(ROOT / name, target / name)
    _compile(target, "/checkout")
    _pack(tree, folder / "checkout.cpio")
    return folder / "checkout.cpio"


def _compile(folder: Path, known_as: str) -> None:
    """Compile all modules, which would take a guest longer than anything that the tests do.

    Args:
        folder: where they are.
        known_as: where they will be in the guest.
    """
    options = ["-q", "-j0", "--invalidation-mode", "unchecked-hash"]
    command = [sys.executable, "-m", "compileall", *options]
    command += ["-s", str(folder), "-p", known_as, str(folder)]
    subprocess.run(command, check=False, capture_output=True)  # some are not for this Python


def _lay_out(tree: Path) -> None:
    """Make the usual folders; programs and libraries lie below ``usr``, as in Debian."""
    for name in ("usr/bin", "usr/sbin", "usr/lib", "usr/lib64", "etc", "dev", "proc", "sys", "run"):
        (tree / name).mkdir(parents=True)
    for name in ("var/lib", "var/tmp", "root", "home", "tmp"):
        (tree / name).mkdir(parents=True)
    for name in ("bin", "sbin", "lib", "lib64"):
        (tree / name).symlink_to(f"usr/{name}")
    for name in ("passwd", "group", "nsswitch.conf", "ld.so.cache"):
        shutil.copy2(Path("/etc", name), tree / "etc" / name)


def _copy_debian(tree: Path) -> None:
    listed = _run("dpkg", "-L", *_DEBIAN).splitlines()
    for name in listed:
        path = Path(name)
        if not _DROPPED.match(name) and (path.is_symlink() or path.is_file()):
            _copy(path, tree)


def _copy_python(tree: Path) -> None:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    binary = Path(sys.base_prefix, "bin", version)
    _copy(binary.resolve(), tree)
    for name in ("python3", version):
        link = tree / "usr/bin" / name
        link.unlink(missing_ok=True)
        if link != tree / str(binary.resolve()).lstrip("/"):
            link.symlink_to(binary.resolve())
    library = Path(os.__file__).parent
    goal = tree / str(library).lstrip("/")
    shutil.copytree(library, goal, ignore=_NOT_OF_PYTHON, dirs_exist_ok=True, symlinks=True)


def _requirements() -> list[str]:
    return [
        requirement.name
        for requirement in map(Requirement, importlib.metadata.requires("cnet-console") or ())
        if requirement.marker is None
    ]


def _closure(names: list[str]) -> list[importlib.metadata.Distribution]:
    """Return the distributions of ``names`` and what they require here, sorted by name."""
    found: dict[str, importlib.metadata.Distribution] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        found[name] = importlib.metadata.distribution(name)
        waiting += [
            requirement.name
            for requirement in map(Requirement, found[name].requires or ())
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        ]
    return [found[name] for name in sorted(found)]


def _copy_distribution(found: importlib.metadata.Distribution, target: Path) -> None:
    for file in found.files or ():
        source = Path(str(found.locate_file(file)))
        if ".." not in file.parts and source.is_file():
            goal = target / file
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, goal)


def _copy_libraries(tree: Path) -> None:
    """Copy the shared libraries that anything in ``tree`` needs, and those that are loaded late."""
    binaries = [path for path in tree.rglob("*") if path.is_file() and _is_elf(path)]
    ldd = ["ldd", *map(str, binaries)]
    told = subprocess.run(ldd, check=False, capture_output=True, text=True).stdout
    needed = set(re.findall(r"(?:=> |^\t)(/\S+) \(0x", told, re.MULTILINE))
    known = _run("ldconfig", "-p")
    late = re.findall(r"=> (/\S+/(?:libgcc_s|libnss_\w+)\.so\.\d)$", known, re.MULTILINE)
    for name in {*needed, *late}:
        if not name.startswith(str(tree)):
            _copy(Path(name), tree)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as opened:
        return not path.is_symlink() and opened.read(4) == b"\x7fELF"


def _copy(path: Path, tree: Path) -> None:
    """Copy a file, and what it links to, to its place below ``tree``."""
    path = path.parent.resolve() / path.name
    goal = tree / str(path).lstrip("/")
    goal.parent.mkdir(parents=True, exist_ok=True)
    if not goal.is_symlink() and not goal.exists():
        shutil.copy2(path, goal, follow_symlinks=False)
    if path.is_symlink() and path.exists() and path.resolve().is_file():
        _copy(path.parent / path.readlink(), tree)


def _pack(tree: Path, target: Path) -> None:
    _run("sh", "-c", f"find . -print0 | cpio -0 -o -H newc -R 0:0 --quiet > '{target}'", cwd=tree)


def _run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, check=False, cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout
