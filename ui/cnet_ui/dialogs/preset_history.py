"""What was done to a preset while it is edited, to be undone and redone."""

from copy import deepcopy

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cnet_ui.models.preset_edit import Draft

ABOUT, FIELDS, TASK = "about", "fields", "task"  # the pages of the editor


class PresetHistory(QObject):
    """Holds the draft; ``changed`` is emitted after every step, forth or back."""

    changed = Signal()

    def __init__(self, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self.draft = draft
        self.page = ""  # where the last step happened
        self.stack = QUndoStack(self)

    def do(self, text: str, draft: Draft, page: str, key: str = "") -> None:
        """Take ``draft`` over. Steps in a row with the same ``key`` are undone as one."""
        if draft != self.draft:
            self.stack.push(_Step(self, text, draft, page, key))

    def copy(self) -> Draft:
        """Return the draft, to change it."""
        return deepcopy(self.draft)

    def show(self, draft: Draft, page: str) -> None:
        """Let ``draft`` be what is edited, changed on ``page``."""
        self.draft, self.page = draft, page
        self.changed.emit()


class _Step(QUndoCommand):
    def __init__(
        self, history: PresetHistory, text: str, draft: Draft, page: str, key: str
    ) -> None:
        super().__init__(text)
        self._history = history
        self._before = history.draft
        self._after = draft
        self._page = page
        self._key = key

    def id(self) -> int:
        """Return the same number for steps that may become one."""
        return hash(self._key) & 0x7FFFFFFF if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take the next step over."""
        if not isinstance(other, _Step) or other._key != self._key:  # noqa: SLF001 - one class
            return False
        self._after = other._after  # noqa: SLF001
        return True

    def undo(self) -> None:
        """Go back."""
        self._history.show(self._before, self._page)

    def redo(self) -> None:
        """Go forth."""
        self._history.show(self._after, self._page)
