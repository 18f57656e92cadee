"""A program that says when its first instruction ran: small and static, so that it starts at once."""

import os
import shutil
import subprocess
from pathlib import Path

from _harness.peers import Missing
from _launch.loop import Work

SOURCE = """
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long long ns = now.tv_sec * 1000000000LL + now.tv_nsec;
  int pipe = open(arguments[1], O_WRONLY);
  return count != 2 || write(pipe, &ns, sizeof ns) != sizeof ns;
}
"""


def work(folder: Path, tasks: int, single: int) -> Work:
    """Build the program in a folder and return what to run.

    Raises:
        Missing: there is no C compiler.
    """
    compiler = shutil.which("cc")
    if compiler is None:
        raise Missing("not measured: needs a C compiler (apt install gcc libc6-dev)")
    program, pipe = folder / "stamp", folder / "stamps"
    command = [compiler, "-O1", "-static", "-x", "c", "-", "-o", str(program)]
    subprocess.run(command, input=SOURCE, text=True, check=True)
    os.mkfifo(pipe)
    return Work(tasks, single, [str(program), str(pipe)], str(pipe))
