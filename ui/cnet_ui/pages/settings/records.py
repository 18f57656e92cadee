"""A group with a table of what the agent has: loaded when seen, with buttons for chosen rows."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout

from cnet_agent.model.errors import AgentError
from cnet_ui.agent_words import error_text
from cnet_ui.models.record_table import RecordColumn, RecordTable
from cnet_ui.pages.settings.group import Group
from cnet_ui.pages.settings.loader import Loader
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button, IconButton, Kind
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.record_view import RecordView


class RecordGroup(Group):
    """Shows what ``ask`` answers.

    Args:
        session: the agent.
        heading: of the card.
        explanation: below it.
        columns: of the table.
        id_of: what tells records apart.
        ask: the question.
        empty: what to say where there is nothing.
        multiple: whether several rows can be chosen.
    """

    def __init__(
        self,
        session: AgentSession,
        heading: str,
        explanation: str,
        columns: Sequence[RecordColumn],
        id_of: Callable[[Any], str],
        ask: Callable[[], Awaitable[Sequence[Any]]],
        empty: str,
        *,
        multiple: bool = False,
    ) -> None:
        super().__init__(heading, explanation)
        self.session = session
        self._ask = ask
        self._empty = empty
        self._buttons: list[tuple[Button, bool]] = []
        self.table = RecordTable(columns, id_of, self)
        self.records = RecordView(self.table, heading, self.tr("Loading…"), multiple=multiple)
        self.records.chosen_changed.connect(self.refresh_buttons)
        self.refresh_button = IconButton(
            "refresh-cw", self.tr("Look again: {what}").format(what=heading)
        )
        self.head.addWidget(self.refresh_button)
        self.body.addWidget(self.records)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self.summary = label("", tone="secondary", wrap=True)
        self._foot.addWidget(self.summary, 1)
        self.body.addLayout(self._foot)
        self.loader = Loader(self, session, self._load, self._fail)
        self.refresh_button.clicked.connect(self.loader.load)
        session.connection_changed.connect(self.refresh_buttons)

    def add_button(
        self, text: str, name: str, *, icon_name: str = "", kind: Kind = "small", of_chosen: bool
    ) -> Button:
        """Add a button below the table, enabled while the agent answers.

        Args:
            text: on it.
            name: of the object.
            icon_name: of its icon.
            kind: how it looks.
            of_chosen: whether it is about the rows that are chosen, so that it needs one.
        """
        button = Button(text, icon_name=icon_name, kind=kind)
        button.setObjectName(name)
        self._buttons.append((button, of_chosen))
        self._foot.addWidget(button)
        return button

    def refresh_buttons(self) -> None:
        """Enable what can be done, and say of the rest why it cannot."""
        self.summary.setText(self.summarise())
        live, chosen = self.session.is_live, bool(self.records.chosen)
        self.refresh_button.setEnabled(live)
        for button, of_chosen in self._buttons:
            reason = self.reason(of_chosen=of_chosen) if live else self.tr("No connection.")
            if live and of_chosen and not chosen:
                reason = self.tr("Choose a row first.")
            button.setEnabled(not reason)
            button.setToolTip(reason)

    def reason(self, *, of_chosen: bool) -> str:  # noqa: ARG002 - for those that have reasons
        """Return why a button cannot be used now; empty if it can."""
        return ""

    def summarise(self) -> str:
        """Return what is said below the table."""
        return ""

    def show_records(self, records: Sequence[Any]) -> None:
        """Show what was answered."""
        self.records.set_empty(self._empty)
        self.table.show_records(records)
        self.refresh_buttons()

    async def _load(self) -> None:
        self.show_records(await self._ask())

    def _fail(self, error: AgentError) -> None:
        self.records.set_empty(error_text(error))
        self.refresh_buttons()
