import os
from pathlib import Path

import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.model.task import Attempt, Task
from cnet_agent.runtime.outputs import MOST, named_outputs, own_outputs
from cnet_agent.wire.task import FileView
from helpers.factories import EPOCH, make_outcome, make_task

BEGAN, ENDED = EPOCH + 10, EPOCH + 20


@pytest.fixture
def place(tmp_path: Path) -> Path:
    for folder in ("work", "own"):
        (tmp_path / folder).mkdir()
    return tmp_path / "work"


def put(path: Path, at: float = EPOCH + 15) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"12345")
    os.utime(path, (at, at))
    return path


def ended(*args: str, **fields: object) -> Task:
    return make_task(
        1,
        args=args,
        phase=Phase.SUCCEEDED,
        started_at=BEGAN,
        completed_at=ENDED,
        attempts=(Attempt(1, BEGAN, make_outcome(ended_at=ENDED)),),
        **fields,
    )


def names(task: Task, place: Path) -> list[str]:
    return [each.name for each in named_outputs(task, place, place.parent / "own")]


def test_a_file_that_an_argument_names_and_that_was_written_meanwhile_was_made(
    place: Path,
) -> None:
    model = put(place / "models" / "line.joblib")
    (found,) = named_outputs(ended("train", "models/line.joblib"), place, place.parent / "own")
    assert (found.name, found.path, found.size) == ("models/line.joblib", str(model), 5)
    assert not found.own


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (("--out=my out.csv",), "my out.csv"),
        (("-c", "sort x > 'out.csv'; echo done"), "out.csv"),
        (("--out", "out.csv", "./out.csv"), "out.csv"),
    ],
)
def test_options_and_scripts_are_looked_through(
    place: Path, args: tuple[str, ...], name: str
) -> None:
    put(place / name)
    assert names(ended(*args), place) == [name]


def test_a_variable_names_a_file_but_a_secret_is_not_looked_at(place: Path) -> None:
    put(place / "model.bin")
    put(place / "hunter2")
    env = {"MODEL_PATH": "model.bin", "API_TOKEN": "hunter2"}
    assert names(ended(env=env), place) == ["model.bin"]


def test_what_was_there_before_or_changed_since_was_not_made_by_it(place: Path) -> None:
    put(place / "before", BEGAN - 1)
    put(place / "since", ENDED + 5)
    assert names(ended("before", "since", "none"), place) == []


def test_a_file_may_lie_anywhere_a_folder_only_in_the_working_directory(place: Path) -> None:
    elsewhere = put(place.parent / "elsewhere" / "a.txt")
    put(place / "runs" / "1.txt")
    for folder in (elsewhere.parent, place / "runs", place):
        os.utime(folder, (EPOCH + 15, EPOCH + 15))
    task = ended(str(elsewhere), str(elsewhere.parent), "runs", ".")
    assert names(task, place) == [str(elsewhere), "runs"]


def test_its_own_directory_is_listed_apart_without_what_is_temporary(place: Path) -> None:
    own = place.parent / "own"
    made = put(own / "a.txt")
    assert names(ended(str(made)), place) == []
    files = [
        FileView(path=path, size=3, modified=EPOCH, directory=path == "tmp")
        for path in ("a.txt", "tmp", "tmp/x")
    ]
    (found,) = own_outputs(files, own)
    assert (found.name, found.path, found.own) == ("a.txt", str(made), True)


def test_a_running_task_has_made_what_it_wrote_until_now(place: Path) -> None:
    put(place / "part.csv")
    running = make_task(1, args=("part.csv",), phase=Phase.RUNNING, started_at=BEGAN)
    assert names(running, place) == ["part.csv"]
    waiting = make_task(1, args=("part.csv",))
    assert names(waiting, place) == []


def test_no_more_than_so_many_are_named(place: Path) -> None:
    args = [put(place / f"{number}.txt").name for number in range(MOST + 5)]
    assert len(names(ended(*args), place)) == MOST
