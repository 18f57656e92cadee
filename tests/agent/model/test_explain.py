"""One sentence on every end, with the next step."""

from dataclasses import replace

import pytest

from cnet_agent.model.cause import NO_MODEL, Cause
from cnet_agent.model.explain import explain_attempt, explain_end, explain_retry
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Outcome, Task

SPEC = {
    "command": "x",
    "timeout": "90s",
    "max_retries": 2,
    "resources": {"memory_limit": "64MB", "disk_limit": "1GB", "pids_limit": 50},
}
TASK = Task("id", TaskSpec.model_validate(SPEC), 0.0)
PLAIN = Task("id", TaskSpec(command="x"), 0.0)


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (
            Outcome(Reason.OOM, 1.0),
            "It ran out of its memory limit of 64 MB; raise memory_limit or use less.",
        ),
        (
            Outcome(Reason.TIMEOUT, 1.0),
            "It was stopped by its timeout of 1 min 30 s; raise timeout if it needs longer.",
        ),
        (
            Outcome(Reason.DISK_LIMIT, 1.0, detail="2 MB over"),
            "It went over its disk limit of 1 GB (2 MB over); raise disk_limit or write less.",
        ),
        (Outcome(Reason.PIDS_LIMIT, 1.0), "It went over its limit of 50 processes."),
        (
            Outcome(Reason.SPAWN_ERROR, 1.0, detail="no such file"),
            "It could not be started: no such file.",
        ),
        (
            Outcome(Reason.STORAGE_ERROR, 1.0, detail="disk full."),
            "The node could not store it: disk full. Free some space.",
        ),
        (
            Outcome(Reason.ENVIRONMENT_ERROR, 1.0, detail="no such package: x"),
            "Its Python environment could not be made: no such package: x.",
        ),
        (Outcome(Reason.LOST, 1.0), "How it ended is not known."),
        (
            Outcome(Reason.SIGNAL, 1.0, signal="SIGKILL"),
            "It was killed with SIGKILL by something other than this agent.",
        ),
        (
            Outcome(Reason.SIGNAL, 1.0, signal="SIGSEGV"),
            "It was ended by SIGSEGV; its log may say why.",
        ),
        (
            Outcome(Reason.EXIT, 1.0, exit_code=3),
            "It ended with exit code 3; its log may say why.",
        ),
    ],
)
def test_a_failure_says_its_cause_and_what_to_do(outcome: Outcome, sentence: str) -> None:
    assert explain_end(TASK, outcome, Phase.FAILED) == sentence


@pytest.mark.parametrize("reason", [Reason.OOM, Reason.TIMEOUT, Reason.DISK_LIMIT])
def test_a_limit_that_is_not_known_is_left_out_of_the_sentence(reason: Reason) -> None:
    assert "limit of" not in explain_end(PLAIN, Outcome(reason, 1.0), Phase.FAILED)


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome(Reason.STOPPED, 1.0), "Stopped before it ran."),
        (Outcome(Reason.STOPPED, 1.0, exit_code=4), "Stopped; it ended with exit code 4."),
        (Outcome(Reason.STOPPED, 1.0, signal="SIGKILL"), "Stopped; it ended with SIGKILL."),
        (Outcome(Reason.LOST, 1.0), "Stopped; how it ended is not known."),
    ],
)
def test_a_stop_says_how_the_task_ended(outcome: Outcome, sentence: str) -> None:
    assert explain_end(TASK, outcome, Phase.CANCELLED) == sentence


@pytest.mark.parametrize(("kills", "times"), [(1, "1 time"), (3, "3 times")])
def test_a_success_with_killed_processes_carries_a_warning(kills: int, times: str) -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=0, oom_kills=kills)
    assert f"({times})" in explain_end(TASK, outcome, Phase.SUCCEEDED)


def test_a_success_that_was_quicker_than_its_disk_limit_carries_a_warning() -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=0, disk_used=2_000_000_000)
    sentence = explain_end(TASK, outcome, Phase.SUCCEEDED)
    assert sentence.startswith("Completed, but it wrote 2 GB")
    assert "limit of 1 GB" in sentence


def test_a_missing_image_is_said_as_it_is() -> None:
    outcome = Outcome(Reason.IMAGE_ERROR, 1.0, detail="The image x is not on this node.")
    assert explain_end(TASK, outcome, Phase.FAILED) == "The image x is not on this node."


def test_a_plain_success_needs_no_words() -> None:
    assert explain_end(TASK, Outcome(Reason.EXIT, 1.0, exit_code=0), Phase.SUCCEEDED) == ""


@pytest.mark.parametrize(
    ("code", "phase", "before"),
    [
        (0, Phase.SUCCEEDED, ""),
        (9, Phase.FAILED, "It ended with exit code 9; its log may say why. "),
    ],
)
def test_output_that_found_no_room_is_told(code: int, phase: Phase, before: str) -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=code, dropped_bytes=51_600_000)
    assert explain_end(TASK, outcome, phase) == (
        f"{before}51.6 MB of its output are missing in its log: the disk was full."
    )


def test_a_wait_for_another_attempt_says_which_and_when() -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=3)
    assert explain_retry(TASK, outcome, 75.0) == (
        "Attempt 1 of 3 failed: It ended with exit code 3; its log may say why. "
        "The next one starts in 1 min 15 s."
    )


@pytest.mark.parametrize("cause", list(Cause))
def test_a_cause_that_the_log_told_is_said_with_its_words(cause: Cause) -> None:
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=1, cause=cause, detail="Told: so")
    said = explain_end(PLAIN, outcome, Phase.FAILED)
    assert isinstance(said, Sentence)
    assert "exit code" not in said
    assert ("Told: so." in said) is (cause is not Cause.GPU_MEMORY)


def test_attempts_that_were_left_and_of_no_use_are_told() -> None:
    hopeless = Outcome(Reason.EXIT, 1.0, exit_code=1, cause=Cause.IMPORT_ERROR, detail="no torch")
    left = replace(PLAIN, spec=PLAIN.spec.model_copy(update={"max_retries": 1}))
    assert explain_end(left, hopeless, Phase.FAILED).endswith("so none is made.")
    assert not explain_end(PLAIN, hopeless, Phase.FAILED).endswith("so none is made.")
    last = replace(left, attempt=2)
    assert not explain_end(last, hopeless, Phase.FAILED).endswith("so none is made.")


def test_why_a_model_cannot_be_loaded_is_told_as_its_server_said_it() -> None:
    said = f"{NO_MODEL}The file /m.joblib is empty."
    outcome = Outcome(Reason.EXIT, 1.0, exit_code=78, cause=Cause.MODEL, detail=said)
    assert explain_end(PLAIN, outcome, Phase.FAILED) == said


def test_an_attempt_is_told_apart_from_its_task() -> None:
    assert explain_attempt(PLAIN, Outcome(Reason.EXIT, 1.0, exit_code=0)) == ""
    assert explain_attempt(PLAIN, Outcome(Reason.STOPPED, 1.0)) == "It was stopped."
    assert "exit code 3" in explain_attempt(PLAIN, Outcome(Reason.EXIT, 1.0, exit_code=3))


def test_a_cap_is_named_as_the_limit_that_it_is() -> None:
    capped = replace(PLAIN, spec=PLAIN.spec.model_copy(update={"memory_cap": 64_000_000}))
    said = explain_end(capped, Outcome(Reason.OOM, 1.0), Phase.FAILED)
    assert "its memory limit of 64 MB" in said
