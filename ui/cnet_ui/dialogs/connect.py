"""Connects to an agent by address and token, and says beforehand whether it can be had."""

import asyncio
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cnet_agent.model.errors import AgentError
from cnet_ui.addresses import BadAddress, agent_url, is_plain_beyond, short
from cnet_ui.agent_words import error_text
from cnet_ui.background import spawn
from cnet_ui.preferences import Recent
from cnet_ui.probing import Reached, is_about_token, probe, trouble
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.labels import Elided, IconLabel, label, rule, set_tone
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(460, 0)
SHOWN = 4  # recent agents; the menu has all


class ConnectDialog(Sheet):
    """Asks for an address and a token.

    ``connected`` carries a URL, its token or None, and whether to remember the token;
    ``forgotten`` the URL of a recent agent to forget.

    Args:
        window: what it lies over.
        recents: agents of before, newest first.
        url: what to begin with.
    """

    connected = Signal(str, object, bool)
    forgotten = Signal(str)

    def __init__(self, window: QWidget, recents: Sequence[Recent] = (), url: str = "") -> None:
        super().__init__(window, SIZE, self.tr("Connect to a node"))
        self._asking: asyncio.Task[Any] | None = None
        self.body.addWidget(SheetHead(self, self.tr("Connect to a node")))
        form = QVBoxLayout()
        form.setContentsMargins(23, 16, 23, 18)
        form.setSpacing(5)
        self._add_address(form)
        self._add_token(form)
        form.addWidget(self._make_result())
        if recents:
            form.addWidget(self._make_recents(recents[:SHOWN]))
        self.body.addLayout(form)
        self.body.addWidget(self._make_footer())
        order = (self.address, self.token, self._show, self.remember, self._test)
        for before, after in pairwise(order):  # what is typed comes first
            self.setTabOrder(before, after)
        self.address.setText(url)
        self.first = self.token if url else self.address

    # -- parts --------------------------------------------------------------------------------

    def _add_address(self, form: QVBoxLayout) -> None:
        self.address = self._make_edit(self.tr("Address"), "connect-address")
        self.address.setPlaceholderText(self.tr("node-7, 10.0.0.31:8080 or https://…"))
        self._test = Button(self.tr("Test"))
        self._test.setObjectName("connect-test")
        self._test.setAutoDefault(False)
        self._test.setToolTip(self.tr("Ask who answers there, without connecting"))
        self._test.clicked.connect(lambda _: self._ask(connect=False))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self._test)
        self._address_problem = self._make_problem("connect-address-problem")
        form.addWidget(label(self.tr("Address"), "strong"))
        form.addLayout(row)
        form.addWidget(self._address_problem)
        form.addSpacing(6)

    def _add_token(self, form: QVBoxLayout) -> None:
        self.token = self._make_edit(self.tr("Token"), "connect-token")
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("In the file “token” of its data directory")
        self.token.setPlaceholderText(hint)
        self.token.setAccessibleDescription(hint)
        self._show = IconButton("eye", self.tr("Show the token"), checkable=True)
        self._show.toggled.connect(self._show_token)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.token, 1)
        row.addWidget(self._show)
        self._token_problem = self._make_problem("connect-token-problem")
        self.remember = QCheckBox(self.tr("Remember the token in a file that only you can read"))
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setObjectName("connect-remember")
        form.addWidget(label(self.tr("Token"), "strong"))
        form.addLayout(row)
        form.addWidget(self._token_problem)
        form.addWidget(self.remember)

    def _make_result(self) -> QWidget:
        self.result_box = QFrame()
        self.result_box.setProperty("card", "inset")
        row = QHBoxLayout(self.result_box)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        self._sign = IconLabel("circle-check", "good")
        self._found = Elided("", "strong")
        self._found.setObjectName("connect-found")
        self._about = label("", "small", "secondary")
        row.addWidget(self._sign)
        row.addWidget(self._found, 1)
        row.addWidget(self._about)
        self.result_box.hide()
        return self.result_box

    def _make_recents(self, recents: Sequence[Recent]) -> QWidget:
        box = QWidget()
        box.setProperty("plain", True)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addWidget(rule())
        column.addSpacing(6)
        column.addWidget(label(self.tr("Recent"), "section"))
        for recent in recents:
            column.addWidget(self._make_recent(recent))
        return box

    def _make_recent(self, recent: Recent) -> QWidget:
        line = QWidget()
        line.setProperty("plain", True)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        fill = Button(recent.name.replace("&", "&&"), kind="link")
        fill.setAutoDefault(False)
        words = self.tr("Fill in {name}, {address}")
        fill.setAccessibleName(words.format(name=recent.name, address=short(recent.url)))
        fill.clicked.connect(lambda _: self._fill(recent.url))
        remove = IconButton("x", self.tr("Forget {name}").format(name=recent.name))
        remove.clicked.connect(lambda _: self._forget(recent.url, line))
        row.addWidget(fill)
        row.addWidget(label(short(recent.url), "small", "muted"))
        row.addStretch(1)
        row.addWidget(remove)
        return line

    def _make_footer(self) -> SheetFoot:
        self._warning = label("", "small", "muted", wrap=True)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.connect_button = Button(self.tr("Connect"), kind="primary")
        self.connect_button.setObjectName("connect")
        self.connect_button.setDefault(True)
        self.connect_button.clicked.connect(lambda _: self._ask(connect=True))
        return SheetFoot(cancel, self.connect_button, said=self._warning, grows=True)

    def _make_edit(self, name: str, object_name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setObjectName(object_name)
        edit.setFont(mono_font())
        edit.textChanged.connect(lambda _: self._forget_answer())
        return edit

    def _make_problem(self, name: str) -> QLabel:
        problem = label("", "small", "bad", wrap=True)
        problem.setObjectName(name)
        problem.hide()
        return problem

    # -- what a person does -------------------------------------------------------------------

    def _show_token(self, is_shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.token.setEchoMode(modes.Normal if is_shown else modes.Password)

    def _fill(self, url: str) -> None:
        self.address.setText(url)
        self.token.setFocus()

    def _forget(self, url: str, line: QWidget) -> None:
        line.hide()
        self.forgotten.emit(url)
        self.fit()

    def _forget_answer(self) -> None:
        """What was answered is about another address now."""
        if self._asking is not None:
            self._asking.cancel()
            self._set_busy(is_busy=False)
        self._say_address("")
        self._say_token("")
        self.result_box.hide()
        self._warn()
        self.fit()

    def _warn(self) -> None:
        try:
            is_plain = is_plain_beyond(agent_url(self.address.text()))
        except BadAddress:
            is_plain = False
        text = self.tr("Plain HTTP: whoever is on the way can read the token.")
        self._warning.setText(text if is_plain and self.token.text() else "")

    # -- asking -------------------------------------------------------------------------------

    def _ask(self, *, connect: bool) -> None:
        try:
            url = agent_url(self.address.text())
        except BadAddress as error:
            self._say_address(error_text(error))
            self.address.setFocus()
            self.fit()
            return
        self._forget_answer()
        self._set_busy(is_busy=True)
        self._asking = spawn(self._probe(url, self.token.text().strip() or None, connect), self)

    async def _probe(self, url: str, token: str | None, connect: bool) -> None:
        try:
            reached = await probe(url, token)
        except AgentError as error:
            sentence = trouble(error, url, with_token=token is not None)
            if is_about_token(error):
                self._say_token(sentence)
                self.token.setFocus()
            else:
                self._say_address(sentence)
                self.address.setFocus()
        else:
            self._say_reached(reached)
            if connect and self.isVisible():  # or one has thought better of it meanwhile
                self.connected.emit(url, token, self.remember.isChecked())
                self.accept()
        self._set_busy(is_busy=False)
        self.fit()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._test.setEnabled(not is_busy)
        self.connect_button.setEnabled(not is_busy)
        self._test.set_text(self.tr("Testing…") if is_busy else self.tr("Test"))

    def _say_reached(self, reached: Reached) -> None:
        self._found.set_text(reached.node.name)
        words = self.tr("version {version} · answers in {milliseconds} ms")
        milliseconds = max(round(reached.latency * 1000), 1)
        about = words.format(version=reached.node.version, milliseconds=milliseconds)
        self._about.setText(about)
        self.result_box.setAccessibleName(f"{reached.node.name}, {about}")
        self.result_box.show()

    def _say_address(self, sentence: str) -> None:
        self._say(self._address_problem, self.address, sentence)

    def _say_token(self, sentence: str) -> None:
        self._say(self._token_problem, self.token, sentence)

    def _say(self, problem: QLabel, edit: QLineEdit, sentence: str) -> None:
        problem.setText(sentence)
        problem.setVisible(bool(sentence))
        edit.setAccessibleDescription(sentence)
        set_tone(edit, "wrong", bool(sentence))
