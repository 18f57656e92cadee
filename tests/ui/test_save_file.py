import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from cnet_ui.dispose import dispose
from cnet_ui.save_file import save_file
from cnet_ui.widgets.buttons import Button
from helpers.console import theme
from helpers.waiting import until

pytestmark = pytest.mark.gui


@pytest.fixture
async def window(qapp: object) -> QWidget:
    theme()
    made = QWidget()
    made.resize(QSize(900, 600))
    made.show()
    return made


def begin(window: QWidget) -> "asyncio.Task[Path | None]":
    def write(path: Path) -> None:
        path.write_text("new")

    return asyncio.ensure_future(save_file(window, "Save", "a.csv", "Tables", write))


async def pick(window: QWidget, path: Path) -> None:
    dialog = await until(lambda: window.findChild(QFileDialog))
    dialog.setDirectory(str(path.parent))
    dialog.findChild(QLineEdit).setText(path.name)
    dialog.accept()


async def test_a_file_is_written_where_one_chose(window: QWidget, tmp_path: Path) -> None:
    saving = begin(window)
    await pick(window, tmp_path / "b.csv")
    assert await saving == tmp_path / "b.csv"
    assert (tmp_path / "b.csv").read_text() == "new"
    dispose(window)


async def test_who_wants_no_file_gets_none(window: QWidget, tmp_path: Path) -> None:
    saving = begin(window)
    dialog = await until(lambda: window.findChild(QFileDialog))
    dialog.reject()
    assert await saving is None
    dispose(window)


@pytest.mark.parametrize(("answer", "text"), [("cancel", "old"), ("replace", "new")])
async def test_an_older_file_is_replaced_only_if_one_says_so(
    window: QWidget, tmp_path: Path, answer: str, text: str
) -> None:
    (tmp_path / "b.csv").write_text("old")
    saving = begin(window)
    await pick(window, tmp_path / "b.csv")
    button = await until(lambda: window.findChild(Button, f"answer-{answer}"))
    button.click()
    await saving
    assert (tmp_path / "b.csv").read_text() == text
    dispose(window)
