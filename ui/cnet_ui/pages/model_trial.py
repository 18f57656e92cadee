"""Asking a model by hand: a form made from its signature, its JSON, the answer, the last calls."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
)

from cnet_agent.model.errors import AgentError, Unreachable
from cnet_agent.wire.models import ModelInfo, ModelView
from cnet_ui.agent_words import error_text
from cnet_ui.background import spawn
from cnet_ui.models import trial
from cnet_ui.models.call_rows import call_columns
from cnet_ui.models.record_table import RecordTable
from cnet_ui.models.trial import Call
from cnet_ui.session import AgentSession
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.code_colours import CodeColours
from cnet_ui.widgets.labels import label, rule
from cnet_ui.widgets.model_answer import ModelAnswer
from cnet_ui.widgets.record_view import RecordView
from cnet_ui.widgets.row_fields import RowFields

FORM, JSON = "form", "json"
KEPT = 50  # calls
MOST = 3  # that are seen at a time
TOLD = 2000  # milliseconds for which it says that something was copied


class ModelTrial(Card):
    """What one types stays for each model while the console is open."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__(padding=14)
        self._session = session
        self._model: ModelView | None = None
        self._info: ModelInfo | None = None
        self._sending: asyncio.Task[None] | None = None
        self._calls: dict[str, deque[Call]] = {}
        self._typed: dict[str, str] = {}  # JSON by model
        self._count = 0
        self.body.addLayout(self._make_head())
        self.body.addWidget(self._make_tabs())
        self.body.addLayout(self._make_middle(), 1)
        self.body.addWidget(rule())
        self.body.addLayout(self._make_calls())
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self._told.timeout.connect(self._forget)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)

    # -- what others do with it ---------------------------------------------------------------

    def show_model(self, model: ModelView) -> None:
        """Show the form of a model; the answer and the calls are those of that model."""
        is_other = self._model is None or self._model.id != model.id
        self._model = model
        if is_other:
            self._info = None
            self._show_fields()
            self.json.setPlainText(self._typed.get(model.id, ""))
            self._show_calls()
            calls = self._calls.get(model.id)
            self.answer.show_call(calls[0] if calls else None)
        self._refresh()

    def show_info(self, info: ModelInfo) -> None:
        """Take what a model's server found out; what was typed stays."""
        if self._model is None or info.id != self._model.id or self._info == info:
            return
        is_new = self._info is None or trial.fields_of(info) != trial.fields_of(self._info)
        self._info = info
        if is_new:
            self._show_fields()

    def show_tab(self, key: str) -> None:
        """Show the form, or the JSON."""
        self.tabs.choose(key)
        self.inputs.setCurrentIndex(1 if key == JSON else 0)
        self._say("")

    def send(self) -> None:
        """Send what the form, or the JSON, says."""
        if self._sending is None and self._send.isEnabled():
            self._sending = spawn(self._ask(), self)
            self._sending.add_done_callback(lambda _: self._sent())
            self._refresh()

    # -- parts --------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        self._send = Button(self.tr("Send"), icon_name="play", kind="primary")
        self._send.setObjectName("send")
        self._send.setToolTip(self.tr("Ctrl+Enter"))
        self._send.setAutoDefault(False)
        self._send.clicked.connect(lambda _: self.send())
        self._copy_curl = Button(self.tr("Copy as curl"), icon_name="copy", kind="small")
        self._copy_python = Button(self.tr("Copy as Python"), icon_name="copy", kind="small")
        self._copy_curl.clicked.connect(lambda _: self._copy(trial.as_curl))
        self._copy_python.clicked.connect(lambda _: self._copy(trial.as_python))
        self._note = label("", "small", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Test"), "heading"))
        head.addWidget(self._note)
        head.addStretch(1)
        head.addWidget(self._copy_curl)
        head.addWidget(self._copy_python)
        head.addWidget(self._send)
        return head

    def _make_tabs(self) -> Choices:
        self.tabs = Choices(
            [(FORM, self.tr("Form")), (JSON, self.tr("JSON"))], self.tr("Input"), kind="tab"
        )
        self.tabs.chosen.connect(self.show_tab)
        return self.tabs

    def _make_middle(self) -> QHBoxLayout:
        self.answer = ModelAnswer()
        self.fields = RowFields(self.tr("Input"))
        self.fields.changed.connect(self._take_fields)
        self.json = QPlainTextEdit()
        self.json.setObjectName("input-json")
        self.json.setProperty("role", "code")
        self.json.setFont(mono_font())
        self.json.setTabChangesFocus(True)
        self.json.setAccessibleName(self.tr("Input as JSON"))
        self.json.setPlaceholderText(self.tr("A number, a list, a matrix or named columns"))
        self.json.textChanged.connect(self._take_json)
        self._colours = CodeColours(self.json, "json")
        self._problem = label("", "small", "bad", wrap=True)
        self._problem.hide()
        self.inputs = QStackedWidget()
        self.inputs.addWidget(self.fields)
        self.inputs.addWidget(self.json)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.inputs, 1)
        left.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self.answer, 1)
        return row

    def _make_calls(self) -> QVBoxLayout:
        self._again = Button(self.tr("Use as input"), kind="link")
        self._again.setObjectName("use-as-input")
        self._again.clicked.connect(lambda _: self._use_chosen())
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Last calls"), "strong"))
        head.addStretch(1)
        head.addWidget(self._again)
        self.call_table = RecordTable(call_columns(), lambda call: call.id, self)
        self.calls = RecordView(
            self.call_table, self.tr("Last calls"), self.tr("Nothing was sent yet."), most=MOST
        )
        self.calls.chosen_changed.connect(self._show_chosen)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.calls)
        return column

    # -- input --------------------------------------------------------------------------------

    def _show_fields(self) -> None:
        """Make the form anew, filled with what was typed before."""
        info = self._info
        fields = trial.fields_of(info) if info is not None else []
        self.fields.show_fields(fields)
        if info is None:
            self.fields.say(self.tr("The form shows once the model is loaded."))
        elif not fields:
            self.fields.say(self.tr("Its input is too large for a form; write it as JSON."))
        if fields:
            self._fill_fields()

    def _fill_fields(self) -> None:
        try:
            given = json.loads(self.json.toPlainText())
        except ValueError:
            return
        texts = trial.texts_of(self.fields.fields, given)
        if texts is not None:
            self.fields.fill(texts)

    def _take_fields(self) -> None:
        try:
            given = self._of_fields()
        except ValueError:
            return  # half typed; it is said when it is sent
        self.json.blockSignals(True)
        self.json.setPlainText(trial.as_json(given))
        self.json.blockSignals(False)
        self._keep()

    def _take_json(self) -> None:
        self._fill_fields()
        self._keep()

    def _keep(self) -> None:
        if self._model is not None:
            self._typed[self._model.id] = self.json.toPlainText()
        self._say("")

    def _of_fields(self) -> Any:
        named = self._info is not None and self._info.features is not None
        return trial.input_of(self.fields.fields, self.fields.texts, named=named)

    def _input(self) -> tuple[Any] | None:
        """Return what is to be sent; None where it is not finished, which is said."""
        try:
            if self.tabs.current == FORM and self.fields.fields:
                given = self._of_fields()
            else:
                given = json.loads(self.json.toPlainText())
        except json.JSONDecodeError as error:
            self._say(self.tr("This is not JSON: {why}").format(why=error))
        except ValueError as error:
            self._say(self.tr("{field} needs a number.").format(field=error))
        else:
            self._say("")
            return (given,)
        return None

    # -- asking -------------------------------------------------------------------------------

    async def _ask(self) -> None:
        model = self._model
        if model is None:
            return
        if (found := self._input()) is None:
            return
        (given,) = found
        self._count += 1
        at, began = time.time(), time.perf_counter()
        status, version = 200, ""
        answer: Any
        try:
            made = await self._session.client.models.predict(model.id, given)
            answer, version = made.prediction, made.version
        except AgentError as error:
            status = 0 if isinstance(error, Unreachable) else error.status
            answer = error_text(error)
        took = (time.perf_counter() - began) * 1000
        call = Call(str(self._count), at, status, given, took, answer, version)
        self._calls.setdefault(model.id, deque(maxlen=KEPT)).appendleft(call)
        if self._model is not None and self._model.id == model.id:
            self._show_calls()
            self.answer.show_call(call)

    def _sent(self) -> None:
        self._sending = None
        self._refresh()

    def _show_calls(self) -> None:
        calls = self._calls.get(self._model.id, ()) if self._model is not None else ()
        self.call_table.show_records(list(calls))
        self._again.setVisible(bool(calls))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self._again.setEnabled(chosen is not None)
        if chosen is not None:
            self.answer.show_call(chosen)

    def _chosen(self) -> Call | None:
        ids = self.calls.chosen
        found = self.call_table.record(ids[0]) if ids else None
        return found if isinstance(found, Call) else None

    def _use_chosen(self) -> None:
        call = self._chosen()
        if call is not None:
            self.json.setPlainText(trial.as_json(call.input_data))

    # -- the rest -----------------------------------------------------------------------------

    def _copy(self, form: Callable[..., str]) -> None:
        model = self._model
        if model is None:
            return
        if (found := self._input()) is None:
            return
        with_token = self._session.needs_token
        text = form(self._session.client.url, model.id, *found, with_token=with_token)
        QGuiApplication.clipboard().setText(text)
        self._note.setText(self.tr("Copied"))
        self._told.start()

    def _forget(self) -> None:
        self._note.setText("")

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _refresh(self) -> None:
        model = self._model
        # One that is unloaded is loaded by the request.
        can = model is not None and model.status in ("running", "pending")
        can = can and self._session.is_live and self._sending is None
        self._send.setEnabled(can)
        if model is not None and model.status in ("stopped", "failed"):
            self._send.setToolTip(self.tr("It is not being served; start it."))
        else:
            self._send.setToolTip(self.tr("Ctrl+Enter"))
