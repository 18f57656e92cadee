"""The named tokens of the agent: who has which role, made here and revoked here."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.node import TokenView
from cnet_ui.background import spawn
from cnet_ui.dialogs.new_token import NewTokenDialog, role_word
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.dispose import dispose
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.pages.settings.records import RecordGroup
from cnet_ui.session import AgentSession
from cnet_ui.words import full_moment, moment

translate = QCoreApplication.translate


class TokenGroup(RecordGroup):
    """The table of tokens; their secrets are shown once, when they are made."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(
            session,
            translate("settings", "Tokens"),
            translate(
                "settings",
                "For programs and consoles elsewhere: what each may do, until it is revoked.",
            ),
            [
                RecordColumn(translate("settings", "Name"), lambda each: each.name),
                RecordColumn(
                    translate("settings", "Role"), lambda each: role_word(each.role), width=130
                ),
                RecordColumn(
                    translate("settings", "Created"),
                    lambda each: moment(each.created_at),
                    sort=lambda each: each.created_at,
                    tip=lambda each: full_moment(each.created_at),
                    width=110,
                    is_number=True,
                ),
            ],
            lambda each: each.id,
            self._read,
            translate("settings", "None yet. Programs of your own on this machine need none."),
        )
        revoke = self.add_button(
            translate("settings", "Revoke…"), "revoke-token", icon_name="trash-2", of_chosen=True
        )
        revoke.clicked.connect(self._revoke)
        make = self.add_button(
            translate("settings", "New token…"), "new-token", icon_name="plus", of_chosen=False
        )
        make.clicked.connect(self._make)

    async def _read(self) -> list[TokenView]:
        return await self.session.client.tokens()

    def _make(self) -> None:
        dialog = NewTokenDialog(self.window(), self.session)
        dialog.made.connect(self.loader.load)
        dialog.finished.connect(lambda _: dispose(dialog))
        dialog.open()

    def _revoke(self) -> None:
        token = self.table.record(next(iter(self.records.chosen), ""))
        if token is not None:
            spawn(self._ask_and_revoke(token), self)

    async def _ask_and_revoke(self, token: TokenView) -> None:
        answer = await choose(
            self.window(),
            translate("settings", "Revoke the token “{name}”?").format(name=token.name),
            translate(
                "settings", "Whoever uses it is refused at once, and what it has open is closed."
            ),
            [
                Answer(CANCEL, translate("settings", "Cancel")),
                Answer("revoke", translate("settings", "Revoke"), "danger"),
            ],
            consequence=translate("settings", "It cannot be brought back."),
        )
        if answer != "revoke":
            return
        try:
            await self.session.client.revoke_token(token.id)
        finally:
            self.loader.load()
