"""Docker with its default log driver, json-file; its containers hold nothing but our programs."""

import contextlib
import os
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

from _harness.peers import Missing
from _logs.programs import Programs

IMAGE = "cnet-benchmark"


@contextlib.contextmanager
def daemon(log: Path) -> Iterator[str]:
    """Give the version of a daemon that runs; one that does not is started where that is allowed.

    Raises:
        Missing: there is none.
    """
    if shutil.which("docker") is None or shutil.which("dockerd") is None:
        raise Missing("not installed: apt install docker.io")
    if version := _version():
        yield version
        return
    if os.geteuid() != 0:
        raise Missing("dockerd does not run, and only root can start it")
    with log.open("wb") as output:
        process = subprocess.Popen(["dockerd"], stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + 30
        while not (version := _version()):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Missing(f"dockerd does not start: {log.read_text().splitlines()[-1][:120]}")
            time.sleep(0.1)
        yield version
    finally:
        process.terminate()
        process.wait()


def make_image(programs: Programs) -> None:
    """Make the image: the two static programs, and nothing else."""
    archive = programs.folder / "image.tar"
    with tarfile.open(archive, "w") as files:
        for program in (programs.writer, programs.ticker):
            files.add(program, program.name)
    docker("import", str(archive), IMAGE)


@contextlib.contextmanager
def container(programs: Programs, *command: str) -> Iterator[str]:
    """Run a command in a container that sees the programs' folder as /out; give its id."""
    mount = f"{programs.folder}:/out"
    made = docker("run", "-d", "--network", "none", "-v", mount, IMAGE, *command)
    try:
        yield made
    finally:
        docker("rm", "-f", made)


def docker(*arguments: str) -> str:
    """Return what a docker command says.

    Raises:
        ConnectionError: it failed.
    """
    done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise ConnectionError(f"docker {arguments[0]} failed: {done.stderr.strip()[:120]}")
    return done.stdout.strip()


def _version() -> str:
    with contextlib.suppress(ConnectionError):
        return docker("version", "--format", "{{.Server.Version}}").partition("+")[0]
    return ""
