from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from cnet_ui.log_options import LogOptions
from cnet_ui.preferences import Preferences

pytestmark = pytest.mark.gui


def preferences(folder: Path) -> Preferences:
    return Preferences(QSettings(str(folder / "ui.ini"), QSettings.Format.IniFormat))


def test_what_was_chosen_is_remembered(qapp: object, tmp_path: Path) -> None:
    options = LogOptions()
    options.keep_in(preferences(tmp_path))
    assert (options.is_on("times"), options.is_on("wrap")) == (True, False)
    options.choose("times", on=False)
    options.choose("wrap", on=True)
    later = LogOptions()
    later.keep_in(preferences(tmp_path))
    assert (later.is_on("times"), later.is_on("wrap")) == (False, True)


def test_a_change_is_told_once(qapp: object) -> None:
    options = LogOptions()
    told: list[None] = []
    options.changed.connect(lambda: told.append(None))
    options.choose("wrap", on=True)
    options.choose("wrap", on=True)
    assert len(told) == 1
