"""A hundred training jobs of which half meet a fault that passes, and some cannot succeed."""

import random
import time
from pathlib import Path

from _harness.rounds import Figures
from helpers.live_agent import LiveAgent
from helpers.waiting import until_sync

JOBS, FAULTY, WRONG = 100, 50, 5  # of a hundred
FAULTS = ("network", "killed", "nccl", "exit", "twice")
WRONGS = ("package", "syntax")
SEED = 5
PATIENCE = 600  # seconds

# Every fault is met at the first attempt, "twice" also at the second; what is wrong stays wrong.
SCRIPT = """
import os, signal, sys

fault, attempt = os.environ["FAULT"], int(os.environ["CNET_ATTEMPT"])
print("[TRAIN] Epoch 1/2 loss=0.7 acc=0.6")
if attempt == 1 or (fault == "twice" and attempt == 2):
    if fault in ("network", "twice"):
        raise ConnectionResetError("the store of samples went away")
    if fault == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "nccl":
        sys.exit("RuntimeError: NCCL error: unhandled system error, peer closed the connection")
    if fault == "exit":
        sys.exit(75)
if fault == "package":
    import no_such_package
if fault == "syntax":
    compile("def train(:", "model.py", "exec")
print("[TRAIN] Epoch 2/2 loss=0.3 acc=0.9")
"""


def shares(count: int) -> tuple[int, int]:
    """Return how many of some jobs meet a fault that passes, and how many cannot succeed."""
    return count * FAULTY // JOBS, count * WRONG // JOBS


def faults(count: int) -> list[str]:
    """Return the fault of each job, "" where it has none: the same ones in each run."""
    faulty, wrong = shares(count)
    drawn = [FAULTS[n % len(FAULTS)] for n in range(faulty)]
    drawn += [WRONGS[n % len(WRONGS)] for n in range(wrong)]
    drawn += [""] * (count - len(drawn))
    random.Random(SEED).shuffle(drawn)
    return drawn


def measure(folder: Path, count: int, retries: int) -> Figures:
    """Run jobs, each with as many retries, and return the shares that failed and what it took."""
    agent = LiveAgent(folder, training={"port": 0, "queue_size": count})
    try:
        agent.start()
        (agent.workspace / "faulty.py").write_text(SCRIPT)
        began = time.monotonic()
        jobs = [_submit(agent, fault, retries) for fault in faults(count)]
        until_sync(lambda: _ended(agent) == count, PATIENCE, "the end of all jobs")
        took = time.monotonic() - began
        stats = agent.ask("GET", "/stats")
        found = [agent.ask("GET", f"/train/{job}") for job in jobs]
    finally:
        agent.clean_up()
    hopeless = [job for job in found if job["cause"] in ("import_error", "syntax_error")]
    return {
        "first": 100 - stats["first_attempt_success_rate"],
        "final": 100 - stats["success_rate"],
        "attempts": sum(len(job["attempts"]) for job in found) / count,
        "took": took,
        "hopeless": sum(len(job["attempts"]) for job in hopeless) / max(1, len(hopeless)),
    }


def _submit(agent: LiveAgent, fault: str, retries: int) -> str:
    asked = {"epochs": 2, "script": "faulty.py", "runner": "process", "env": {"FAULT": fault}}
    made = agent.ask(
        "POST", "/train", {**asked, "max_retries": retries, "retry": {"delay": 0.1, "jitter": 0}}
    )
    return str(made["task_id"])


def _ended(agent: LiveAgent) -> int:
    stats = agent.ask("GET", "/stats")
    return int(stats["success"] + stats["failed"] + stats["cancelled"])
