"""The programs whose output is measured: one writes as fast as it can, one at a steady pace."""

import os
import re
import select
import time
from pathlib import Path
from typing import NamedTuple

from _harness.compiled import build

# writer FILE BYTES CHUNK: lines of 100 bytes, CHUNK bytes a write; FILE gets the nanoseconds taken.
WRITER = """
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(int count, char **arguments) {
  static char text[65536];
  long long left = atoll(arguments[2]), began;
  size_t chunk = atoi(arguments[3]);
  memset(text, 'x', sizeof text);
  for (size_t end = 99; end < sizeof text; end += 100) text[end] = '\\n';
  for (began = now(); left > 0; left -= chunk)
    for (size_t sent = 0; sent < chunk;) {
      ssize_t more = write(1, text + sent, chunk - sent);
      if (more < 0) return 1;
      sent += more;
    }
  FILE *result = fopen(arguments[1], "w");
  return fprintf(result, "%lld", now() - began) < 0 || fclose(result);
}
"""

# ticker RATE COUNT: after two seconds, lines at a pace, each with the nanoseconds of its writing.
TICKER = """
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  long long step = 1000000000LL / atoi(arguments[1]), at;
  char line[64];
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  at = t.tv_sec * 1000000000LL + t.tv_nsec + 2000000000LL;
  for (int left = atoi(arguments[2]); left > 0; left--, at += step) {
    t.tv_sec = at / 1000000000LL;
    t.tv_nsec = at % 1000000000LL;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
    clock_gettime(CLOCK_MONOTONIC, &t);
    int size = sprintf(line, "ns=%lld;\\n", t.tv_sec * 1000000000LL + t.tv_nsec);
    if (write(1, line, size) != size) return 1;
  }
  return 0;
}
"""
LINE = 100  # bytes
WHOLE = 65_500  # bytes of a large write: whole lines, as many as 64 KiB hold
_WRITTEN = re.compile(rb"ns=(\d+);")
_PATIENCE = 30.0  # seconds without a line


class Programs(NamedTuple):
    """Where the two lie, in a folder of their own."""

    folder: Path
    writer: Path
    ticker: Path

    @property
    def result(self) -> Path:
        """Where the writer leaves how long it took."""
        return self.folder / "nanoseconds"


def programs(folder: Path) -> Programs:
    """Build both.

    Raises:
        Missing: there is no C compiler.
    """
    return Programs(folder, build(WRITER, folder / "writer"), build(TICKER, folder / "ticker"))


def latencies(descriptor: int, count: int) -> list[float]:
    """Read what the ticker wrote from a follower, and return milliseconds from write to read.

    Raises:
        TimeoutError: lines are missing.
    """
    taken: list[float] = []
    rest = b""
    while len(taken) < count:
        if not select.select([descriptor], [], [], _PATIENCE)[0]:
            raise TimeoutError(f"{count - len(taken)} of {count} lines never came")
        data = os.read(descriptor, 1 << 16)
        now = time.monotonic_ns()
        if not data:
            raise TimeoutError(f"the follower ended; {count - len(taken)} lines never came")
        rest += data
        end = 0
        for found in _WRITTEN.finditer(rest):
            taken.append((now - int(found[1])) / 1e6)
            end = found.end()
        rest = rest[end:]
    return taken
