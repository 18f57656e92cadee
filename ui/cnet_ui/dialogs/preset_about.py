"""What a preset is called and where it stands, while it is edited."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cnet_ui.icons import FOLDER
from cnet_ui.models.preset_edit import Draft
from cnet_ui.widgets.completion import complete
from cnet_ui.widgets.form_rows import form_row
from cnet_ui.widgets.problem_below import ProblemBelow


class AboutPanel(QWidget):
    """A line for each text of a preset; ``edited`` carries its key and the text.

    Args:
        is_new: whether the id may still be chosen.
    """

    edited = Signal(str, str)

    def __init__(self, *, is_new: bool) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._is_filling = False
        self.editors: dict[str, QLineEdit] = {}
        self._problems: dict[str, ProblemBelow] = {}
        self._words = {
            "name": self.tr("Name"),
            "id": self.tr("Id"),
            "summary": self.tr("Summary"),
            "description": self.tr("Description"),
            "category": self.tr("Group"),
            "icon": self.tr("Icon"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for key, word in self._words.items():
            line = QLineEdit()
            line.setObjectName(f"preset-{key}")
            line.setAccessibleName(word)
            line.textChanged.connect(lambda text, key=key: self._tell(key, text))
            self.editors[key] = line
            self._problems[key] = ProblemBelow(line)
            column.addWidget(form_row(word, self._problems[key]))
        if not is_new:
            self.editors["id"].setEnabled(False)
            self.editors["id"].setToolTip(
                self.tr("The id stays; duplicate the preset for another.")
            )
        self.editors["category"].setPlaceholderText(self.tr("Your presets"))
        names = sorted(file.stem for file in FOLDER.glob("*.svg"))
        complete(self.editors["icon"], names)
        column.addStretch(1)

    def word(self, key: str) -> str:
        """Return what a text is called."""
        return self._words.get(key, key)

    def show_draft(self, draft: Draft) -> None:
        """Show a preset's texts."""
        self._is_filling = True
        for key, line in self.editors.items():
            if line.text() != draft[key]:
                line.setText(draft[key])
        self._is_filling = False

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong below the lines that it is about."""
        for key, shown in self._problems.items():
            shown.show_problem(problems.get(key, ""))

    def _tell(self, key: str, text: str) -> None:
        if not self._is_filling:
            self.edited.emit(key, text)
