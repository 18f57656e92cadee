"""The audit log: who did what, from where, and what came of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from cnet_agent.wire.audit import AuditEntry, line_of
from cnet_ui.icons import icon
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.pages.settings.records import RecordGroup
from cnet_ui.session import AgentSession
from cnet_ui.words import full_moment, moment

translate = QCoreApplication.translate

FEW, MANY = 100, 1000  # entries that are asked for
_QUIET = 300  # milliseconds without a key before the agent is asked


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    entry: AuditEntry


class AuditGroup(RecordGroup):
    """The newest entries, of everybody or of one."""

    _limit = FEW
    _more = False  # whether there are earlier ones

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            session,
            translate("settings", "Audit log"),
            translate(
                "settings", "What was asked of the agent and what it did by itself, newest first."
            ),
            [
                RecordColumn(
                    translate("settings", "Time"),
                    lambda each: moment(each.entry.at),
                    sort=lambda each: each.entry.at,
                    tip=lambda each: full_moment(each.entry.at),
                    width=90,
                ),
                RecordColumn(
                    translate("settings", "Who"), lambda each: self._who(each.entry), width=130
                ),
                RecordColumn(
                    translate("settings", "What"),
                    lambda each: what(each.entry),
                    tip=lambda each: line_of(each.entry),
                ),
                RecordColumn(
                    translate("settings", "Result"),
                    lambda each: result(each.entry),
                    sort=lambda each: each.entry.status or 0,
                    tip=lambda each: each.entry.why or result(each.entry),
                    width=150,
                ),
            ],
            lambda each: each.id,
            self._read,
            translate("settings", "Nothing that fits."),
        )
        self._filter = QLineEdit()
        self._filter.setObjectName("audit-who")
        self._filter.setAccessibleName(translate("settings", "Whose entries"))
        self._filter.setPlaceholderText(translate("settings", "local, or a token's name"))
        self._filter.setFixedWidth(220)
        self._filter.setClearButtonEnabled(True)
        sign = QAction(icon("user", "text_muted"), "", self._filter)
        self._filter.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.head.insertWidget(self.head.count() - 1, self._filter)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self.loader.load)
        self._filter.textChanged.connect(lambda _: self._quiet.start())
        self._earlier = self.add_button(
            translate("settings", "Show earlier ones"), "audit-more", of_chosen=False
        )
        self._earlier.clicked.connect(self._show_earlier)

    def reason(self, *, of_chosen: bool) -> str:  # noqa: ARG002 - has one button only
        """Return why there is nothing earlier to show; empty if there is."""
        if not self._more:
            return translate("settings", "These are all.")
        return (
            ""
            if self._limit == FEW
            else translate("settings", "The agent answers no more at a time.")
        )

    def summarise(self) -> str:
        """Say how many are shown."""
        count = len(self.table.records)
        return translate("settings", "Shown: {count}").format(count=count) if count else ""

    async def _read(self) -> Sequence[_Line]:
        who = self._filter.text().strip() or None
        view = await self.session.client.audit(who=who, limit=self._limit)
        self._more = view.more
        seen: Counter[str] = Counter()
        lines = []
        for entry in reversed(view.entries):  # the oldest first: new ones change no number
            when = f"{entry.at}"
            lines.append(_Line(f"{when}#{seen[when]}", entry))
            seen[when] += 1
        return lines[::-1]

    def _show_earlier(self) -> None:
        self._limit = MANY
        self.loader.load()

    def _who(self, entry: AuditEntry) -> str:
        if entry.name:
            return entry.name
        return {
            "local": translate("settings", "Own program"),
            "admin": translate("settings", "Administrator"),
            "agent": translate("settings", "Agent"),
            "unknown": translate("settings", "Unknown"),
        }.get(entry.who, entry.who)


def what(entry: AuditEntry) -> str:
    """Return what was done as a line: ``DELETE /api/tasks/1 × 3``."""
    text = entry.action
    if entry.method and entry.route:
        route = entry.route
        for name, value in entry.path.items():
            route = route.replace(f"{{{name}}}", value).replace(f"{{{name}...}}", value)
        text = f"{entry.method} {route}"
    return f"{text} × {entry.repeated}" if entry.repeated > 1 else text


def result(entry: AuditEntry) -> str:
    """Return what came of it: the status, and why it was refused."""
    status = "" if entry.status is None else str(entry.status)
    return " ".join(part for part in (status, entry.why or "") if part) or "—"
