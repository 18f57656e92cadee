"""Launching: short tasks to a recorded exit, and one task at a time to its first instruction."""

from _harness.peers import Missing
from _harness.rounds import Results, alone, compare, interleave
from _harness.rows import Bar, Row, at_most, ratio_at_least
from _harness.setup import Setup
from _launch import agent, inside, loop, spawn, stamp, supervisor, task_spooler

TASKS, SINGLE = 500, 100
MANY, TWO = "agent, 16 at a time", "agent, 2 at a time"
LIMIT = "posix_spawn"
BARS: dict[str, Bar | None] = {
    "task-spooler": ratio_at_least(0.7),
    "hyperqueue": ratio_at_least(4),
    "supervisor": ratio_at_least(5),
    "ray": None,
    LIMIT: None,
}
PAIRED = (LIMIT, "task-spooler")  # two at a time, like the second of ours
LATENCIES = {
    "running_p99": "submit to running, p99",
    "submit_p50": "submit, p50",
    "submit_p99": "submit, p99",
}
COSTS = {
    "agent_cpu": ("processor time of the agent's process, a task", "ms"),
    "all_cpu": ("processor time of everything, a task", "ms"),
    "client": ("what the load client took of a core", "%"),
}
LABELS = {
    "task-spooler": "2 at a time, keeps nothing",
    "hyperqueue": "16 at a time",
    "supervisor": "all at once",
    "ray": "2 at a time, results in memory",
    LIMIT: "2 at a time, keeps nothing",
}


def measure(setup: Setup) -> list[Row]:
    """Return throughput against every peer, then latencies."""
    try:
        work = stamp.work(setup.new_folder(), setup.size(TASKS, 100), setup.size(SINGLE, 20))
    except Missing as why:
        return [Row("launching", "", "", None, missing=str(why))]
    folder, peers = setup.new_folder, setup.peers
    contenders = {
        MANY: lambda: agent.measure(folder(), work, 16),
        TWO: lambda: agent.measure(folder(), work, 2),
        LIMIT: lambda: loop.measure(spawn.Spawn(folder()), work),
        "task-spooler": lambda: task_spooler.measure(peers, folder(), work),
        "hyperqueue": lambda: inside.measure(peers, "hyperqueue", folder(), work),
        "supervisor": lambda: supervisor.measure(peers, folder(), work),
        "ray": lambda: inside.measure(peers, "ray", folder(), work),
    }
    return _rows(interleave(contenders, setup.rounds, setup.gate), setup, work)


def _rows(results: Results, setup: Setup, work: loop.Work) -> list[Row]:
    def against(what: str, unit: str, ours: str, name: str, figure: str, bar: Bar | None) -> Row:
        peer = f"{setup.peers.label(name)} ({LABELS[name]})"
        return compare(results, what, unit, ours, name, figure, peer=peer, bar=bar)

    short = f"{work.tasks} short tasks, "
    rows = [against(short + MANY, "/s", MANY, name, "rate", bar) for name, bar in BARS.items()]
    rows += [against(short + TWO, "/s", TWO, name, "rate", None) for name in PAIRED]
    for name, bar in zip(BARS, (at_most(5), None, None, None, None), strict=True):
        rows.append(against("submit to running, p50", "ms", TWO, name, "running_p50", bar))
    for figure, what in LATENCIES.items():
        rows += [against(what, "ms", TWO, name, figure, None) for name in PAIRED]
    for figure, (what, unit) in COSTS.items():
        rows.append(alone(results, what, unit, MANY, figure))
    return rows
