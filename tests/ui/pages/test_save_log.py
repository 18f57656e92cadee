from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from cnet_ui.pages.save_log import file_name, save_shown, save_task_log, write
from cnet_ui.widgets.log_view import LogView
from helpers.console import connected, theme
from helpers.fake_agent import FakeAgent, make_records, make_view

pytestmark = pytest.mark.gui


@pytest.fixture
def view(qapp: object) -> LogView:
    theme()
    return LogView()


async def test_all_of_a_tasks_log_becomes_a_file(
    view: LogView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "saved.log")
    agent = FakeAgent(make_view(1))
    agent.write(make_view(1).id, "one", "two")
    async with connected(agent) as session:
        await save_task_log(session, make_view(1).id, 1, "mnist", view)
    assert (tmp_path / "saved.log").read_text() == "one\ntwo\n"
    assert view.foot._said.accessibleName().startswith("Saved 8 B as ")


async def test_what_a_view_shows_becomes_a_file(
    view: LogView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "saved.log")
    view.show()
    view.add(make_records("one", "\x1b[31mtwo"))
    view.flush()
    await save_shown(view, "logs")
    text = (tmp_path / "saved.log").read_text()
    assert [line.split("  ")[1] for line in text.splitlines()] == ["one", "two"]
    view.close()


async def test_nothing_is_saved_where_nobody_says_where(
    view: LogView, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    agent = FakeAgent(make_view(1))
    async with connected(agent) as session:
        await save_task_log(session, make_view(1).id, 1, "mnist", view)
    assert agent.questions("log_text") == []


async def test_a_file_that_cannot_be_written_says_why(view: LogView, tmp_path: Path) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"x"

    await write(tmp_path / "nowhere" / "saved.log", pieces(), view)
    said = view.foot._said.accessibleName()
    assert said == "The log could not be saved: No such file or directory"


@pytest.mark.parametrize(
    ("name", "expected"), [("mnist cnn/7", "mnist-cnn-7"), ("../..", "task"), ("模型", "模型")]
)
def test_a_file_is_named_for_its_task(name: str, expected: str) -> None:
    assert file_name(name, "01234567-89ab", 2) == f"{expected}-567-89ab-2.log"


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Let a person choose a file as soon as they are asked."""

    def answer(dialog: QFileDialog) -> None:
        dialog.done(int(path is not None))

    monkeypatch.setattr(QFileDialog, "open", answer)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])
