"""What a job prints, taken once, over crashes."""

import random
import re
from pathlib import Path

import pytest

from cnet_agent.runtime.training.job_reader import JobReader, load_curve
from cnet_agent.runtime.training.log_file import LogFile
from helpers.cri_log import CriLog

LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - TrainingAgent - (\w+) - \[job_reader\.py:\d+\] - (.*)"
)


class Place:
    """A task's folder, its log, and the file that it is collected in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "task"
        self.state = self.folder / "collected.json"
        self.file = folder / "logs" / "training.log"
        self.log = CriLog(self.folder)

    def reader(self, max_size: int = 1_000_000) -> JobReader:
        return JobReader(self.folder, self.state, LogFile(self.file, max_size, 50))

    def collect(self) -> JobReader:
        reader = self.reader()
        reader.open()
        while reader.read_some():
            pass
        reader.flush(1e9, ended=True)
        reader.save()
        reader.close()
        return reader

    def told(self) -> list[tuple[str, str]]:
        files = [self.file, *(self.file.with_name(f"{self.file.name}.{n}") for n in range(1, 51))]
        text = "".join(file.read_text() for file in reversed(files) if file.exists())
        found = [LINE.fullmatch(line) for line in text.splitlines()]
        return [(match[1], match[2]) for match in found if match is not None]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_lines_are_written_as_the_seeds_have_them(place: Place) -> None:
    place.log.line("[TRAIN] Epoch 1/5 started")
    place.log.line("WARNING: it is slow", "stderr")
    place.log.line("\x1b[31mERROR\x1b[0m broken\x07")
    place.log.line("  1/9 old\r  9/9 loss: 0.5\r")
    place.log.line(b"\xff bytes")
    place.collect()
    assert place.told() == [
        ("INFO", "[TRAIN] Epoch 1/5 started"),
        ("WARNING", "WARNING: it is slow"),
        ("ERROR", "ERROR broken "),
        ("INFO", "  9/9 loss: 0.5"),
        ("INFO", "� bytes"),
    ]


def test_figures_become_a_curve_that_outlives_the_reader(place: Place) -> None:
    place.log.line("[TRAIN] Epoch 1/2 loss=0.5 accuracy=0.9")
    place.collect()
    second = CriLog(place.folder, attempt=2)
    second.line("[TRAIN] Resumed from epoch 1 of a checkpoint")
    second.line("[TRAIN] Epoch 2/2 loss=0.25 accuracy=0.95")
    reader = place.collect()
    assert [(p.attempt, p.epoch, p.values["loss"]) for p in reader.curve.points] == [
        (1, 1, 0.5),
        (2, 2, 0.25),
    ]
    kept = load_curve(place.state)[0]
    assert kept.points == reader.curve.points
    assert kept.resumed_from(2) == 1
    assert len(place.told()) == 3


def test_unfinished_text_is_taken_once_its_end_does_not_come(place: Place) -> None:
    place.log.line("half of", tag="P")
    reader = place.reader()
    reader.open()
    while reader.read_some():
        pass
    reader.flush(1.0, ended=False)
    assert reader.taken == 0
    reader.flush(1.1, ended=True)
    assert reader.taken == 1
    reader.close()
    assert place.told() == [("INFO", "half of")]


def test_a_job_without_a_file_has_its_curve(place: Place) -> None:
    place.log.line("epoch=1 loss=0.5")
    reader = JobReader(place.folder, place.state, None)
    reader.open()
    while reader.read_some():
        pass
    reader.save()
    reader.close()
    assert load_curve(place.state)[0].latest == {"loss": 0.5}


@pytest.mark.parametrize("damage", ["", "{}", "[]", '{"cursor": 5, "place": 1}', "\x00\x00"])
def test_damaged_notes_begin_anew(place: Place, damage: str) -> None:
    place.log.line("epoch=1 loss=0.5")
    place.state.write_text(damage)
    assert load_curve(place.state)[0].points == []
    place.collect()
    assert len(place.told()) == 1


@pytest.mark.parametrize("seed", range(8))
def test_each_line_is_written_once_however_often_the_agent_dies(place: Place, seed: int) -> None:
    chance = random.Random(seed)
    written = 0
    for _ in range(30):
        for _ in range(chance.randrange(40)):
            place.log.line(f"step {written} loss={1 / (written + 1):.6f}")
            written += 1
        if chance.random() < 0.1:
            place.log.rotate()
        reader = place.reader(max_size=2000)
        reader.open()
        while reader.read_some():
            if chance.random() < 0.3:
                reader.save()
            if chance.random() < 0.3:
                break  # killed: nothing is saved
        else:
            if chance.random() < 0.5:
                reader.save()
        reader.close()
    place.collect()
    assert [int(text.split()[1]) for _, text in place.told()] == list(range(written))
    assert len(load_curve(place.state)[0].points) == written
