"""The cached Python environments: what is in them, what they take, who uses them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.node import EnvironmentInfo
from cnet_ui.background import spawn
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.pages.settings.records import RecordGroup
from cnet_ui.session import AgentSession
from cnet_ui.words import NONE, full_moment, moment, size_text

translate = QCoreApplication.translate

_NAMED = 5  # environments that a question names; of more it says how many


class EnvironmentGroup(RecordGroup):
    """The table of environments; one that a task uses cannot be removed."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            session,
            translate("settings", "Cached environments"),
            translate(
                "settings",
                "Made once for scripts that declare their packages, and shared by tasks.",
            ),
            [
                RecordColumn(
                    translate("settings", "Packages"),
                    packages,
                    tip=lambda each: "\n".join(each.packages),
                ),
                RecordColumn(
                    translate("settings", "Used by"),
                    self._users_text,
                    tip=lambda each: (
                        ", ".join(self._users(each))
                        or translate("settings", "No open task uses it")
                    ),
                    width=150,
                ),
                RecordColumn(
                    translate("settings", "Last use"),
                    lambda each: moment(each.last_used),
                    sort=lambda each: each.last_used,
                    tip=lambda each: full_moment(each.last_used),
                    width=100,
                    is_number=True,
                ),
                RecordColumn(
                    translate("settings", "Size"),
                    lambda each: size_text(each.size),
                    sort=lambda each: each.size,
                    width=90,
                    is_number=True,
                ),
            ],
            lambda each: each.id,
            self._read,
            translate(
                "settings",
                "None yet. A script that declares its packages gets one on its first run.",
            ),
            multiple=True,
        )
        remove = self.add_button(
            translate("settings", "Remove…"),
            "remove-environment",
            icon_name="trash-2",
            of_chosen=True,
        )
        remove.clicked.connect(lambda: self._remove(self._chosen()))
        unused = self.add_button(
            translate("settings", "Remove all unused…"), "remove-unused", of_chosen=False
        )
        unused.clicked.connect(lambda: self._remove(self._unused()))
        session.tasks_changed.connect(self._refresh_users)
        session.tasks_removed.connect(self._refresh_users)

    def reason(self, *, of_chosen: bool) -> str:
        """Return why there is nothing to remove; empty if there is."""
        if not of_chosen:
            return (
                "" if self._unused() else translate("settings", "There is none that no task uses.")
            )
        used = [(each, self._users(each)) for each in self._chosen()]
        names = next((users for _, users in used if users), [])
        return (
            translate("settings", "In use by {task}.").format(task=", ".join(names))
            if names
            else ""
        )

    def summarise(self) -> str:
        """Say how many there are, and what they take together."""
        found: Sequence[EnvironmentInfo] = self.table.records
        if not found:
            return ""
        return translate("settings", "In all: {count}, {size}").format(
            count=len(found), size=size_text(sum(each.size for each in found))
        )

    async def _read(self) -> list[EnvironmentInfo]:
        return await self.session.client.environments()

    def _refresh_users(self) -> None:
        self.table.refresh()
        self.refresh_buttons()

    def _chosen(self) -> list[EnvironmentInfo]:
        ids = self.records.chosen
        return [each for each in self.table.records if each.id in ids]

    def _unused(self) -> list[EnvironmentInfo]:
        return [each for each in self.table.records if not self._users(each)]

    def _users(self, environment: EnvironmentInfo) -> list[str]:
        return [
            task.name
            for task in self.session.tasks.values()
            if task.environment is not None
            and task.environment.id == environment.id
            and not task.phase.is_final
        ]

    def _users_text(self, environment: EnvironmentInfo) -> str:
        return ", ".join(self._users(environment)) or NONE

    def _remove(self, environments: Sequence[EnvironmentInfo]) -> None:
        if environments:
            spawn(self._ask_and_remove(environments), self)

    async def _ask_and_remove(self, environments: Sequence[EnvironmentInfo]) -> None:
        size = size_text(sum(each.size for each in environments))
        named = [f"{packages(each)} ({size_text(each.size)})" for each in environments[:_NAMED]]
        if len(environments) > _NAMED:
            named.append(
                translate("settings", "and {count} more").format(count=len(environments) - _NAMED)
            )
        answer = await choose(
            self.window(),
            translate("settings", "Remove cached environments?"),
            "\n".join(named),
            [
                Answer(CANCEL, translate("settings", "Cancel")),
                Answer("remove", translate("settings", "Remove"), "danger"),
            ],
            consequence=translate(
                "settings", "Frees {size}. Made again when a task needs one."
            ).format(size=size),
        )
        if answer != "remove":
            return
        try:
            for each in environments:
                await self.session.client.delete_environment(each.id)
        finally:
            self.loader.load()


def packages(environment: EnvironmentInfo) -> str:
    """Return the packages of an environment in a line."""
    return ", ".join(environment.packages) or environment.id
