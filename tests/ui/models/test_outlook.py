import pytest

from cnet_agent.model.errors import Conflict, ExecutorUnavailable, InvalidRequest, QueueFull
from cnet_agent.wire.task import WaitingView
from cnet_ui.models.outlook import answered, away, refused, unfinished
from helpers.fake_agent import make_outlook


def test_what_starts_at_once_says_so() -> None:
    outlook = answered(make_outlook(environment="scikit-learn · cached"), {})
    assert outlook.can_run
    assert outlook.reason == "Starts at once: 2 of 10 slots are used. scikit-learn · cached"


def test_what_waits_says_for_what_and_who_holds_it() -> None:
    waiting = WaitingView(on="memory", message="", holders=["1", "2", "3", "4", "5"])
    answer = make_outlook(fits=False, starts="Waits for 2 GB.", waiting=waiting)
    names = {"1": "mnist", "2": "etl", "3": "etl", "4": "sweep", "5": "other"}
    outlook = answered(answer, names)
    assert outlook.can_run
    assert outlook.reason == "Waits for 2 GB. Held by mnist, etl, sweep, …"


@pytest.mark.parametrize(
    ("field", "command", "mend"),
    [
        ("command", "pyhton", "Give its whole path"),
        ("command", "python3 train.py", "Put what follows the program under its arguments."),
        ("working_dir", "true", "Choose a folder that is there"),
    ],
)
def test_what_would_fail_cannot_be_run_and_says_how_to_mend_it(
    field: str, command: str, mend: str
) -> None:
    answer = make_outlook(command=[command], problems=["It fails."], problem_fields=[field])
    outlook = answered(answer, {})
    assert not outlook.can_run
    assert outlook.text == "It fails."
    assert outlook.more.startswith(mend)


def test_a_form_with_problems_names_them() -> None:
    missing, wrong = ("Command", ""), ("Memory", "is no size")
    assert not unfinished([missing]).can_run
    assert unfinished([missing]).reason == "Still to be filled in: Command"
    said = "Memory: is no size Still to be filled in: Command"
    assert unfinished([missing, wrong]).reason == said
    assert unfinished([wrong, wrong]).more == "Wrong as well: Memory"


def test_a_refusal_stands_in_the_way_only_where_trying_again_is_no_use() -> None:
    assert not refused(InvalidRequest("It is too big.")).can_run
    assert not refused(ExecutorUnavailable("No Docker.")).can_run
    assert refused(QueueFull("The queue is full.")).can_run
    assert refused(Conflict("Not now.")).can_run
    assert refused(InvalidRequest("a: b"), ["task: too big"]).text == "task: too big"


def test_without_an_agent_nothing_can_be_run() -> None:
    assert not away("The agent does not answer.").can_run
