"""wrk: an HTTP client that is faster than any server here, in one thread."""

import re
import subprocess

from _harness.peers import Peers

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def measure(peers: Peers, url: str, connections: int, seconds: int) -> dict[str, float]:
    """Return ``rate`` (requests a second), ``p50`` and ``p99`` (milliseconds) of a GET.

    Raises:
        Missing: wrk cannot be had.
        ConnectionError: the server answered with errors.
    """
    program, environment = peers.debian("wrk", "usr/bin/wrk", "libluajit-5.1-2")
    options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
    command = [str(program), *options, url]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    for sign in ("Non-2xx", "Socket errors"):
        if sign in done.stdout:
            raise ConnectionError(f"{url}: {sign}{done.stdout.partition(sign)[2].splitlines()[0]}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    assert rate is not None, done.stdout
    return {
        "rate": float(rate[1]),
        "p50": _milliseconds(done.stdout, 50),
        "p99": _milliseconds(done.stdout, 99),
    }


def _milliseconds(text: str, percentile: int) -> float:
    found = re.search(rf"^\s+{percentile}%\s+([\d.]+)(us|ms|s|m)\s*$", text, re.MULTILINE)
    assert found is not None, text
    return float(found[1]) * UNITS[found[2]]
