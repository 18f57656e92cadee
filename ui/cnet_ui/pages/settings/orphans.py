"""What agents that died left behind: looked for, explained, removed after a question."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.node import OrphanView
from cnet_ui.agent_words import worded
from cnet_ui.background import spawn
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.pages.settings.records import RecordGroup
from cnet_ui.session import AgentSession
from cnet_ui.words import NONE, full_moment, moment

translate = QCoreApplication.translate


class OrphanGroup(RecordGroup):
    """The table of orphans; looking again goes through all processes of the node."""

    _looks = False  # whether the next question is for a new look

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            session,
            translate("settings", "Left behind"),
            translate("settings", "Processes and folders of agents that ended without tidying up."),
            [
                RecordColumn(translate("settings", "What"), lambda each: worded(each.what)),
                RecordColumn(translate("settings", "Why"), lambda each: worded(each.why)),
                RecordColumn(
                    translate("settings", "Since"),
                    lambda each: moment(each.since),
                    sort=lambda each: each.since,
                    tip=lambda each: full_moment(each.since),
                    width=90,
                    is_number=True,
                ),
                RecordColumn(
                    translate("settings", "Goes by itself"),
                    lambda each: NONE if each.goes_at is None else moment(each.goes_at),
                    sort=lambda each: each.goes_at or float("inf"),
                    tip=self._goes,
                    width=120,
                    is_number=True,
                ),
            ],
            lambda each: each.id,
            self._look,
            translate("settings", "Nothing was left behind."),
        )
        self.refresh_button.clicked.disconnect()
        self.refresh_button.clicked.connect(self._look_anew)
        remove = self.add_button(
            translate("settings", "Remove…"), "remove-orphan", icon_name="trash-2", of_chosen=True
        )
        remove.clicked.connect(self._remove)

    def summarise(self) -> str:
        """Say why the chosen one is taken for an orphan."""
        orphan = self.table.record(next(iter(self.records.chosen), ""))
        return "" if orphan is None else worded(orphan.why)

    def _goes(self, orphan: OrphanView) -> str:
        if orphan.goes_at is None:
            return translate("settings", "Not certainly dead, so that somebody must decide.")
        return full_moment(orphan.goes_at)

    async def _look(self) -> list[OrphanView]:
        looks, self._looks = self._looks, False
        return await self.session.client.orphans(look=looks)

    def _look_anew(self) -> None:
        self._looks = True
        self.loader.load()

    def _remove(self) -> None:
        orphan = self.table.record(next(iter(self.records.chosen), ""))
        if orphan is not None:
            spawn(self._ask_and_remove(orphan), self)

    async def _ask_and_remove(self, orphan: OrphanView) -> None:
        ends = translate("settings", "The process and all that it started are ended.")
        deletes = translate("settings", "It cannot be brought back.")
        answer = await choose(
            self.window(),
            translate("settings", "Remove “{what}”?").format(what=worded(orphan.what)),
            worded(orphan.why),
            [
                Answer(CANCEL, translate("settings", "Cancel")),
                Answer("remove", translate("settings", "Remove"), "danger"),
            ],
            consequence=ends if orphan.kind == "process" else deletes,
        )
        if answer != "remove":
            return
        try:
            await self.session.client.remove_orphan(orphan.id)
        finally:
            self._look_anew()
