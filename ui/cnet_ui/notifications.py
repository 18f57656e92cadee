"""What happened while one looked elsewhere: a history of it, and who is told."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cnet_ui.words import Tone

KEPT = 200

Desktop = Callable[[str, str], None]
"""Shows a heading and a text outside the window, such as a tray icon's ``showMessage``."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that happened.

    Args:
        at: when, Unix seconds.
        title: what, in a few words.
        text: more of it, a sentence.
        node: the name of the node where it happened, empty for the console itself.
        address: where that node's agent answers.
        task_id: the task one would look at.
        is_loud: whether it is worth telling somebody who does not look.
    """

    at: float
    title: str
    text: str = ""
    tone: Tone = "neutral"
    icon: str = "info"
    node: str = ""
    address: str = ""
    task_id: str = ""
    is_loud: bool = False


class Notifications(QObject):
    """The newest notices, and how many of them nobody has seen.

    ``added`` carries a notice that is new; ``changed`` says that the history is another one.

    Args:
        is_away: whether the person looks elsewhere.
    """

    added = Signal(object)
    changed = Signal()

    def __init__(self, is_away: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_away = is_away
        self._notices: deque[Notice] = deque(maxlen=KEPT)  # newest first
        self._unread = 0
        self._quiet = False
        self.desktop: Desktop | None = None

    @property
    def notices(self) -> Sequence[Notice]:
        """All that are kept, the newest first."""
        return list(self._notices)

    @property
    def unread(self) -> int:
        """How many came since somebody looked."""
        return self._unread

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is to be disturbed; the history goes on."""
        return self._quiet

    def be_quiet(self, quiet: bool) -> None:
        """Disturb nobody, or do."""
        if quiet != self._quiet:
            self._quiet = quiet
            self.changed.emit()

    def add(self, notice: Notice) -> None:
        """Keep a notice, and tell whoever ought to be told."""
        self._notices.appendleft(notice)
        self._unread = min(self._unread + 1, len(self._notices))
        self.changed.emit()
        self.added.emit(notice)
        if notice.is_loud and not self._quiet and self.desktop is not None and self._is_away():
            self.desktop(notice.title, notice.text)

    def take_over(self, before: "Notifications") -> None:
        """Go on with the history of ``before``, whose window made room for this one's."""
        self._notices = deque(before.notices, maxlen=KEPT)
        self._unread = before.unread
        self.changed.emit()

    def of(self, address: str) -> list[Notice]:
        """Return the notices of one node, the newest first."""
        return [notice for notice in self._notices if notice.address == address]

    def see(self) -> int:
        """Say that somebody has looked; return how many were new to them."""
        seen, self._unread = self._unread, 0
        if seen:
            self.changed.emit()
        return seen

    def clear(self) -> None:
        """Forget all of them."""
        self._notices.clear()
        self._unread = 0
        self.changed.emit()
