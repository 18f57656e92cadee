import pytest

from cnet_agent.model.phase import Phase, Status
from cnet_ui.models.task_filter import TaskFilter, haystack, labels_of, words_of
from helpers.fake_agent import make_view

TASKS = {
    "train": make_view(1, Phase.RUNNING, name="train", labels={"team": "vision"}),
    "predict": make_view(2, Phase.FAILED, name="predict", command="py", args=["predict.py"]),
    "again": make_view(3, Phase.SUCCEEDED, name="train again", type="container"),
}


def passing(wanted: TaskFilter) -> list[str]:
    """Return what passes, one by one and all at once, which must be the same."""
    hays = {name: haystack(task) for name, task in TASKS.items()}
    found = [name for name, task in TASKS.items() if wanted.passes(task, hays[name])]
    assert list(wanted.all_passing(TASKS, hays)) == found
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TRAIN", ["train", "again"]),
        ("again train", ["again"]),
        ("predict.py", ["predict"]),
        ("team=vision", ["train"]),
        (TASKS["predict"].id, ["predict"]),
        ("nothing of the kind", []),
        ("  ", ["train", "predict", "again"]),
    ],
)
def test_a_text_is_found_in_name_command_id_and_labels(text: str, found: list[str]) -> None:
    assert passing(TaskFilter(words=words_of(text))) == found


def test_a_kind_and_a_label_let_through_what_has_them() -> None:
    assert passing(TaskFilter(kind="container")) == ["again"]
    assert passing(TaskFilter(label=("team", "vision"))) == ["train"]
    assert passing(TaskFilter(label=("team", "speech"))) == []


def test_a_status_shows_its_own_and_none_shows_all() -> None:
    assert TaskFilter(status=Status.FAILED).shows(Status.FAILED)
    assert not TaskFilter(status=Status.FAILED).shows(Status.RUNNING)
    assert TaskFilter().shows(Status.RUNNING)


def test_a_filter_is_open_that_lets_everything_through() -> None:
    assert TaskFilter().is_open
    assert not TaskFilter(kind="vm").is_open


def test_the_labels_there_are_come_once_and_in_order() -> None:
    tasks = [make_view(1, labels={"b": "2", "a": "1"}), make_view(2, labels={"a": "1"})]
    assert labels_of([*tasks, make_view(3)]) == [("a", "1"), ("b", "2")]
