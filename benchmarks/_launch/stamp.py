"""A program that says when its first instruction ran."""

import os
from pathlib import Path

from _harness.compiled import build
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
    program, pipe = build(SOURCE, folder / "stamp"), folder / "stamps"
    os.mkfifo(pipe)
    return Work(tasks, single, [str(program), str(pipe)], str(pipe))
