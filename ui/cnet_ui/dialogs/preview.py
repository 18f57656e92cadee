"""What a form would do: the exact command, the request as JSON, and as a curl line."""

import shlex

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit

from cnet_agent.wire.task import DryRunView
from cnet_ui.agent_words import worded
from cnet_ui.models.request import TOKEN, Request
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button, IconButton
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.code_colours import CodeColours
from cnet_ui.widgets.labels import label

HEIGHT = 130
TOLD = 2000  # milliseconds for which it says that something was copied


class Preview(Card):
    """Ways to say the same; the one that is shown can be copied, with its secrets.

    Args:
        has_command: whether a command is among them.
    """

    def __init__(self, *, has_command: bool = True) -> None:
        super().__init__(ground="inset", padding=1)
        self.setFixedHeight(HEIGHT)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        head = QFrame()
        head.setObjectName("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(15, 0, 8, 0)
        self.tabs = Choices(
            [
                *([("command", self.tr("Command"))] if has_command else []),
                ("json", self.tr("JSON")),
                ("curl", self.tr("curl")),
            ],
            self.tr("Preview"),
            kind="tab",
        )
        self.tabs.chosen.connect(lambda _: self._show())
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._note = label(self.tr("updates as you type"), "small", "muted")
        row.addWidget(self._note)
        as_curl = Button(self.tr("Copy as curl"), kind="link")
        as_curl.setObjectName("copy-as-curl")
        as_curl.clicked.connect(lambda: self._copy("curl"))
        row.addWidget(as_curl)
        copy = IconButton("copy", self.tr("Copy what is shown, secret values too"))
        copy.clicked.connect(lambda: self._copy(self.tabs.current))
        row.addWidget(copy)
        self.body.addWidget(head)
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "code")
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Preview"))
        self.body.addWidget(self.text, 1)
        self._colours = CodeColours(self.text, "shell")
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self._told.timeout.connect(self._forget)
        self._shown = {"command": "", "json": "", "curl": ""}
        self._copied = dict(self._shown)

    def show_command(self, answer: DryRunView | None, limits: str = "") -> None:
        """Show what would run, where, and within which limits."""
        if answer is None:
            text = self.tr("# The command shows when the form is filled in.")
        else:
            own = self.tr("# The command of its image")
            lines = [shlex.join(answer.command) if answer.command else own]
            if answer.working_dir:
                lines.append(self.tr("# in {folder}").format(folder=answer.working_dir))
            if answer.environment:
                lines.append(f"# {worded(answer.environment)}")
            if limits:
                lines.append(f"# {limits}")
            text = "\n".join(lines)
        self._shown["command"] = self._copied["command"] = text
        self._show()

    def show_request(self, url: str, request: Request | None, *, with_token: bool) -> None:
        """Show how a program would ask for the same; nothing while that cannot be told."""
        for texts, asked in (
            (self._shown, request.covered() if request else None),
            (self._copied, request),
        ):
            texts["json"] = asked.as_json() if asked else ""
            texts["curl"] = asked.as_curl(url, with_token=with_token) if asked else ""
        if request is not None and with_token:
            hint = self.tr("# {variable} holds a token of this agent").format(variable=TOKEN)
            self._shown["curl"] = f"{hint}\n{self._shown['curl']}"
        self._show()

    def _show(self) -> None:
        key = self.tabs.current
        self._colours.set_language("json" if key == "json" else "shell")
        text = self._shown[key]
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _copy(self, key: str) -> None:
        QGuiApplication.clipboard().setText(self._copied[key])
        self._note.setText(self.tr("Copied"))
        self._told.start()

    def _forget(self) -> None:
        self._note.setText(self.tr("updates as you type"))
