"""An agent under a steady load of short tasks: memory, descriptors, zombies and disk, over time.

    python benchmarks/endurance/soak.py [minutes [tasks a second [kept]]]

Two minutes at two tasks a second, of which 100 are kept, unless said otherwise. What it holds is
then compared between the end of the first fifth, when everything is warm, and the end.
"""

import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / part) for part in ("agent", "tests")]

from helpers.live_agent import LiveAgent  # noqa: E402

ROWS = 12
SCRIPT = "echo begin; head -c 2000 /dev/urandom | base64; exit $((RANDOM % 3))"


@dataclass(frozen=True, slots=True)
class Row:
    """What an agent holds at one moment."""

    rss: int  # bytes
    descriptors: int
    threads: int
    processes: int  # below the agent: launcher, supervisors, tasks
    zombies: int
    database: int  # bytes
    folders: int
    ended: int
    lag: float  # seconds


def main() -> None:
    """Print a row now and then, and at the end what grew."""
    given = [float(text) for text in sys.argv[1:]]
    minutes, rate, kept = (*given, *(2.0, 2.0, 100.0)[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        agent = LiveAgent(Path(folder), tasks={"keep": int(kept)})
        agent.start()
        try:
            report(agent, minutes, rate)
        finally:
            agent.kill(15)


def report(agent: LiveAgent, minutes: float, rate: float) -> None:
    """Load an agent and print what it holds."""
    over = threading.Event()
    load = threading.Thread(target=submit, args=(agent, rate, over))
    load.start()
    print("  minute   rss MB  fds  threads  processes  zombies  db MB  folders   ended  lag ms")
    rows: list[Row] = []
    began = time.monotonic()
    for number in range(1, ROWS + 1):
        over.wait(max(0.0, began + number * minutes * 60 / ROWS - time.monotonic()))
        rows.append(row := look(agent))
        print(
            f"  {(time.monotonic() - began) / 60:6.2f} {row.rss / 1e6:8.1f} {row.descriptors:4}"
            f" {row.threads:8} {row.processes:10} {row.zombies:8} {row.database / 1e6:6.2f}"
            f" {row.folders:8} {row.ended:7} {row.lag * 1e3:7.1f}",
            flush=True,
        )
    over.set()
    load.join()
    warm, last = rows[ROWS // 5], rows[-1]
    grew = (last.rss - warm.rss) / 1e6
    most = max(row.zombies for row in rows)
    print(
        f"\n  since it was warm: rss {grew:+.1f} MB, descriptors "
        f"{last.descriptors - warm.descriptors:+}, zombies at most {most}"
    )


def submit(agent: LiveAgent, rate: float, over: threading.Event) -> None:
    """Submit short tasks at a steady rate; what comes late is not made up for."""
    due = time.monotonic()
    while not over.wait(max(0.0, due - time.monotonic())):
        agent.shell(SCRIPT)
        due = max(due + 1 / rate, time.monotonic() - 1)


def look(agent: LiveAgent) -> Row:
    """Return what an agent holds, from the system and from its own figures."""
    status = dict(
        line.split(":\t", 1)
        for line in Path(f"/proc/{agent.pid}/status").read_text().splitlines()
        if ":\t" in line
    )
    states = below(agent.pid)
    figures = scrape(agent.url)
    database = agent.data_dir / "agent.db"
    return Row(
        rss=int(status["VmRSS"].split()[0]) * 1024,
        descriptors=len(list(Path(f"/proc/{agent.pid}/fd").iterdir())),
        threads=int(status["Threads"]),
        processes=len(states),
        zombies=sum(state.startswith("Z") for state in states),
        database=sum(file.stat().st_size for file in database.parent.glob("agent.db*")),
        folders=len(list((agent.data_dir / "tasks").iterdir())),
        ended=int(sum(value for name, value in figures if name.startswith("cnet_tasks_ended"))),
        lag=next(value for name, value in figures if name == "cnet_loop_lag_seconds"),
    )


def below(pid: int) -> list[str]:
    """Return the states of all processes below one: the launcher, supervisors, tasks."""
    table = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split() for line in table.splitlines()]
    found, waiting = [], [str(pid)]
    while waiting:
        parent = waiting.pop()
        children = [(child, state) for child, its_parent, state in rows if its_parent == parent]
        found += [state for _, state in children]
        waiting += [child for child, _ in children]
    return found


def scrape(url: str) -> list[tuple[str, float]]:
    """Return the agent's own figures."""
    with urllib.request.urlopen(f"{url}/metrics", timeout=20) as answer:
        text = answer.read().decode()
    lines = (line.rpartition(" ") for line in text.splitlines() if line[0] != "#")
    return [(name, float(value)) for name, _, value in lines]


if __name__ == "__main__":
    main()
