"""A new training job: its form, what would happen to it, and how a program would ask for it."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cnet_agent.client.stream import Refused, Stale
from cnet_agent.model.errors import AgentError, FieldError
from cnet_ui.agent_words import worded
from cnet_ui.background import spawn
from cnet_ui.dialogs.form_sheet import FormSheet
from cnet_ui.models.job_form import body_of, job_form
from cnet_ui.models.outlook import Outlook, answered, unknown
from cnet_ui.models.spec_fields import masked
from cnet_ui.models.task_request import TRAIN
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button

QUIET = 250  # milliseconds without a key before the agent is asked
REMEMBERED = "training-job"  # the values of the last job, under this name
_KEPT = ("dataset", "epochs", "batch_size", "learning_rate", "runner", "image", "max_retries")

translate = QCoreApplication.translate


class NewJobDialog(FormSheet):
    """Fills in a training job and submits it; ``started`` carries its id.

    Args:
        window: what it lies over.
        session: the agent to train on.
        preferences: where the last values are remembered.
        values: to be filled in, such as those of another job.
    """

    started = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: AgentSession,
        preferences: Preferences,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        self._preferences = preferences
        self._asking: asyncio.Task[None] | None = None
        node = session.node
        on_node = translate("NewJobDialog", "on {node}").format(node=node.name) if node else ""
        button = Button(translate("NewJobDialog", "Submit"), icon_name="play", kind="primary")
        button.setObjectName("submit-job")
        super().__init__(
            window,
            session,
            job_form(session.node),
            values if values is not None else self._remembered(),
            title=translate("NewJobDialog", "New training job"),
            beside=on_node,
            button=button,
            has_command=True,
        )
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._ask)
        self.form.changed.connect(self._quiet.start)
        session.connection_changed.connect(self._ask)
        self.first = self.form.editors["epochs"]
        self._ask()

    # -- what would happen --------------------------------------------------------------------

    def request(self) -> dict[str, Any] | None:
        """Return the job; None where the environment is not finished, which is said."""
        try:
            body = body_of(self.form.values())
        except ValueError as error:
            text = self.tr("{line} is no variable: write NAME=value").format(line=error)
        else:
            if not (kept := masked(body)):
                return body
            text = self.tr("Give {names} again: the agent keeps secrets to itself.")
            text = text.format(names=", ".join(kept))
        self.form.show_errors([FieldError(("env",), text)], point=False)
        return None

    def path(self) -> str:
        """Return the place of the training service."""
        return TRAIN

    def expect(self) -> None:
        """Say nothing before the agent has, but that it is asked."""
        if not self.line.outlook.can_run:
            self.show_outlook(unknown())

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self.typed()
        if isinstance(self.session.connection, Stale | Refused):
            return
        if self.form.problems() or (body := self.request()) is None:
            self.preview.show_command(None)
        else:
            self._asking = spawn(self._dry_run(body), self)

    async def _dry_run(self, body: Mapping[str, Any]) -> None:
        try:
            found = await self.session.client.training.outlook(body)
        except AgentError as error:
            if not self._quiet.isActive():  # it would be about what stood there before
                self.preview.show_command(None)
                self.show_refusal(error, point=False)
            return
        if self._quiet.isActive():
            return
        self.form.show_errors([], point=False)
        self.preview.show_command(found)
        names = {each: task.name for each, task in self.session.tasks.items()}
        said = answered(found, names)
        more = f"{worded(found.message)} {said.more}".strip()
        self.show_outlook(Outlook(said.text, more, said.icon, said.tone, can_run=said.can_run))

    # -- submitting ---------------------------------------------------------------------------

    async def submit(self, body: Mapping[str, Any]) -> None:
        """Submit the job, and remember its values for the next."""
        made = await self.session.client.training.submit(body)
        kept = {name: value for name, value in self.form.values().items() if name in _KEPT}
        self._preferences.remember(REMEMBERED, json.dumps(kept))
        self.started.emit(made.task_id)

    def _remembered(self) -> dict[str, Any]:
        with suppress(ValueError):
            found = json.loads(self._preferences.recall(REMEMBERED) or "{}")
            if isinstance(found, dict):
                return {name: value for name, value in found.items() if name in _KEPT}
        return {}
