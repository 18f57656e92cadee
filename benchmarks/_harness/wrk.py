"""wrk: an HTTP client that is faster than any server here, in one thread."""

import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Any

from _harness.peers import Peers

_POST = 'wrk.method = "POST"\nwrk.body = {body}\nwrk.headers["Content-Type"] = "application/json"\n'
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def measure(
    peers: Peers,
    url: str,
    connections: int,
    seconds: int,
    body: Mapping[str, Any] | None = None,
) -> dict[str, float]:
    """Return ``rate`` (requests a second), ``p50`` and ``p99`` (milliseconds) of a GET.

    It is a POST of JSON where there is a ``body``.

    Raises:
        Missing: wrk cannot be had.
        ConnectionError: the server answered with errors.
    """
    program, environment = peers.debian("wrk", "usr/bin/wrk", "libluajit-5.1-2")
    options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if body is not None:
            script.write(_POST.format(body=json.dumps(json.dumps(body))))
            script.flush()
            options += ["-s", script.name]
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
