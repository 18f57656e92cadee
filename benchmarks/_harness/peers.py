"""Gets the programs to compare with into a folder of their own, away from the project's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs
import uv


class Missing(Exception):
    """A peer cannot be had, or does not do what it is measured by; the message says why."""


class Peers:
    """Peers as they are asked for, and their versions."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(platformdirs.user_cache_dir("cnet-benchmarks"))
        self._folder.mkdir(parents=True, exist_ok=True)
        self.versions: dict[str, str] = {}

    def label(self, name: str) -> str:
        """Return a peer's name with its version, as far as it is known."""
        return f"{name} {self.versions.get(name, '')}".strip()

    def python(self, package: str, *requirements: str) -> Path:
        """Return the interpreter of an environment that has a package, made when it is not there.

        Raises:
            Missing: it cannot be installed.
        """
        environment = self._folder / package
        python = environment / "bin" / "python"
        ready = environment / "ready"
        if not ready.exists():
            shutil.rmtree(environment, ignore_errors=True)
            tool = uv.find_uv_bin()
            advice = f"not installed: pip install {package}"
            _run([tool, "venv", "--quiet", "--python", sys.executable, str(environment)], advice)
            wanted = requirements or (package,)
            _run([tool, "pip", "install", "--quiet", "--python", str(python), *wanted], advice)
            ready.touch()
        question = f"import importlib.metadata as m; print(m.version({package!r}))"
        self.versions[package] = _run([str(python), "-c", question], f"{package} has no version")
        return python

    def debian(self, package: str, program: str, *libraries: str) -> tuple[Path, dict[str, str]]:
        """Return a program of a Debian package, and the environment to run it in.

        The package is unpacked, not installed: that needs no root and starts no service.

        Raises:
            Missing: this system has no such package.
        """
        root = self._folder / package
        found = root / program
        if not (root / "ready").exists():
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir()
            for name in (package, *libraries):
                self._unpack(name, root)
            (root / "ready").touch()
        self.versions[package] = (root / f"{package}.version").read_text()
        lib = root / "usr" / "lib"
        folders = [str(lib), *(str(path) for path in lib.glob("*-linux-gnu*"))]
        return found, {**os.environ, "LD_LIBRARY_PATH": ":".join(folders)}

    def _unpack(self, name: str, root: Path) -> None:
        advice = f"not installed: apt install {name}"
        if shutil.which("apt-get") is None:
            raise Missing(advice)
        # The sandbox of apt could not write into a folder of ours.
        options = ["-qq", "-o", "APT::Sandbox::User=root"]
        _run(["apt-get", *options, "download", name], advice, root)
        archive = next(root.glob(f"{name}_*.deb"))
        _run(["dpkg-deb", "-x", archive.name, "."], advice, root)
        version = _run(["dpkg-deb", "--field", archive.name, "Version"], advice, root)
        (root / f"{name}.version").write_text(version.partition("-")[0].partition("+")[0])
        archive.unlink()


def _run(command: list[str], otherwise: str, folder: Path | None = None) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", "") or str(error)
        raise Missing(f"{otherwise} ({reason.strip().splitlines()[-1][:80]})") from error
    return done.stdout.strip()
