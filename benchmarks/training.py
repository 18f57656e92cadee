"""Training jobs: how many fail with retries and without, and how soon a first one runs."""

import platform

from _harness.rounds import Results, alone, compare, interleave
from _harness.rows import Bar, Row, at_most
from _harness.setup import Setup
from _training import failures, first_job

RETRIES = 3  # the default
RETRIED, ONCE = "with retries", "without"
CONTAINER, PROCESS, BY_HAND = "container", "process", "by hand"
FIVE_MINUTES = at_most(300)  # of the seeds, from half an hour
FORTY_PERCENT_LESS = Bar("ratio", 0.6, at_least=False)  # of the seeds


def measure(setup: Setup) -> list[Row]:
    """Return the shares of jobs that fail, then the time to a first job."""
    count = setup.size(failures.JOBS, 20)
    contenders = {
        RETRIED: lambda: failures.measure(setup.new_folder(), count, RETRIES),
        ONCE: lambda: failures.measure(setup.new_folder(), count, 0),
        CONTAINER: lambda: first_job.container(setup.new_folder()),
        PROCESS: lambda: first_job.process(setup.new_folder()),
        BY_HAND: lambda: first_job.by_hand(setup.new_folder()),
    }
    results = interleave(contenders, setup.rounds, setup.gate)
    return [*_failures(results, count), *_first_job(results)]


def _failures(results: Results, count: int) -> list[Row]:
    faulty, wrong = failures.shares(count)
    what = f"{count} jobs, {faulty} with a fault that passes and {wrong} that cannot succeed: "
    bars = {"final": FORTY_PERCENT_LESS}
    return [
        compare(
            results,
            what + said,
            unit,
            RETRIED,
            ONCE,
            figure,
            peer="the same jobs with max_retries 0",
            bar=bars.get(figure),
        )
        for figure, said, unit in (
            ("first", "failed at their first attempt", "%"),
            ("final", "failed in the end", "%"),
            ("attempts", "attempts a job", ""),
            ("hopeless", "attempts of one that cannot succeed", ""),
            ("took", "until all had ended", "s"),
        )
    ]


def _first_job(results: Results) -> list[Row]:
    pip = f"venv, pip install, train.py with Python {platform.python_version()}"
    what = "from nothing to the first line of a first job"
    in_container = f"{what}: the image is built from a base image, and it runs in a container"
    in_process = f"{what}: as a process, without Docker"
    return [
        compare(
            *(results, in_container, "s", CONTAINER, BY_HAND, "running"),
            peer=pip,
            bar=FIVE_MINUTES,
        ),
        compare(
            *(results, in_process, "s", PROCESS, BY_HAND, "running"),
            peer=pip,
            bar=FIVE_MINUTES,
        ),
        alone(results, "building the training image", "s", CONTAINER, "build"),
        alone(results, "building it again", "s", CONTAINER, "again", at_most(2)),
    ]
