"""The console: its start, its charts, what it costs at rest, and how it bears a load."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from _harness.rounds import Contender, Figures, Results, alone, compare, interleave
from _harness.rows import Row, at_most
from _harness.setup import Setup
from helpers.live_agent import ROOT, LiveAgent, live_agent

EMBEDDED = "embedded"  # as _console/scene.py has it, which imports Qt
HERE = Path(__file__).resolve().parent
START, EMPTY = "start", "an empty window of Qt"
CHARTS, BARE_CHARTS = "charts", "bare pyqtgraph"
IDLE, UNSEEN, LOAD, REMOTE = "idle", "unseen", "load", "load of an agent elsewhere"
REST = "a bare loop at rest"
PARTS = {
    "printing": "a task prints 50,000 lines/s in view",
    "launching": "100 tasks are launched",
    "filtering": "10,000 rows are filtered",
}


def measure(setup: Setup) -> list[Row]:
    """Return the figures of the console, each as far as it has one beside a peer's."""
    updates = str(setup.size(500, 50))
    contenders: dict[str, Contender] = {
        START: lambda: _start(setup),
        EMPTY: lambda: _first_paint(["empty"]),
        CHARTS: lambda: _asked("charts", "ours", updates),
        BARE_CHARTS: lambda: _asked("charts", "bare", updates),
        IDLE: lambda: _on_another(setup, "idle", setup.size(30, 5)),
        UNSEEN: lambda: _on_another(setup, "unseen", setup.size(10, 3)),
        REST: lambda: _at_rest(setup),
        LOAD: lambda: _embedded(setup),
        REMOTE: lambda: _on_another(setup, "load", setup.size(10, 3)),
    }
    return _rows(interleave(contenders, setup.rounds, setup.gate))


def _start(setup: Setup) -> Figures:
    agent = LiveAgent(setup.new_folder())  # for its folders; the console brings its own
    try:
        arguments = ["--port", "0", "--config", str(agent.config)]
        arguments += ["--data-dir", str(agent.data_dir), "--workspace", str(agent.workspace)]
        return _first_paint(arguments)
    finally:
        agent.clean_up()


def _first_paint(arguments: list[str]) -> Figures:
    """Return the seconds from the start of a process to what it says."""
    wanted = {"painted"} if arguments == ["empty"] else {"painted", "filled"}
    command = [sys.executable, str(HERE / "_console" / "started.py"), *arguments]
    figures: Figures = {}
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment()) as one:
        assert one.stdout is not None
        try:
            for line in one.stdout:
                word, _, at = line.partition(" ")
                if word in wanted:
                    figures[word] = float(at) - began
                if figures.keys() == wanted:
                    break
        finally:
            one.terminate()
    return figures


def _asked(script: str, *arguments: str) -> Figures:
    """Return what a script in a process of its own prints last."""
    command = [sys.executable, "-m", f"_console.{script}", *arguments]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, env=_environment(), check=True
    )
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def _on_another(setup: Setup, name: str, seconds: int) -> Figures:
    """Measure a console on an agent in another process."""
    with live_agent(setup.new_folder(), tasks={"max_concurrent": 16}) as live:
        folder = setup.new_folder()
        return _asked("scene", name, live.url, str(seconds), str(folder))


def _at_rest(setup: Setup) -> Figures:
    """Return how long a loop stalls that has nothing to do: what the machine itself costs."""
    longest = _asked("bare_loop", str(setup.size(10, 3)))["longest"]
    return dict.fromkeys([*PARTS, "longest"], longest)


def _embedded(setup: Setup) -> Figures:
    """Measure a console with the agent on its own loop."""
    agent = LiveAgent(setup.new_folder(), agent={"port": 0}, tasks={"max_concurrent": 16})
    try:
        seconds = str(setup.size(10, 3))
        return _asked("scene", "load", EMBEDDED, seconds, str(agent.config.parent))
    finally:
        agent.clean_up()


def _environment() -> dict[str, str]:
    paths = [str(HERE), *(str(ROOT / p) for p in ("tests", "app", "agent", "ui", "resources"))]
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(paths)}


def _rows(results: Results) -> list[Row]:
    stall = "longest stall, agent on the same loop: "
    return [
        compare(results, "console: first window", "s", START, EMPTY, "painted", bar=at_most(1.0)),
        alone(results, "console: filled window", "s", START, "filled"),
        compare(
            results,
            "console: four live charts, an update",
            "ms",
            CHARTS,
            BARE_CHARTS,
            "update",
            bar=at_most(2.5),
        ),
        alone(results, "console: idle on the Dashboard", "%", IDLE, "cpu", at_most(2)),
        *(
            alone(results, f"console: paints in 10 s while {name}", "", UNSEEN, name, at_most(0))
            for name in ("minimised", "hidden")
        ),
        *(
            compare(results, f"console: {stall}{said}", "ms", LOAD, REST, name, bar=at_most(50))
            for name, said in PARTS.items()
        ),
        compare(
            results,
            "console: longest stall of these, agent elsewhere",
            "ms",
            REMOTE,
            REST,
            "longest",
            bar=at_most(50),
        ),
    ]
