"""What a form would do: the exact command, the request as JSON, and as a curl line."""

import json
import shlex
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit

from cnet_agent.model.preset import Preset
from cnet_agent.wire.task import DryRunView
from cnet_ui.theme import mono_font, tokens
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.choices import Choices

HEIGHT = 130


class Preview(Card):
    """Three ways to say the same; the one that is shown can be copied."""

    def __init__(self) -> None:
        super().__init__(ground="inset", padding=1)
        self.setFixedHeight(HEIGHT)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        head = QFrame()
        head.setObjectName("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(15, 0, 8, 0)
        self._tabs = Choices(
            [
                ("command", self.tr("Command")),
                ("json", self.tr("JSON")),
                ("curl", self.tr("curl")),
            ],
            self.tr("Preview"),
            kind="tab",
        )
        self._tabs.chosen.connect(lambda _: self._show())
        row.addWidget(self._tabs)
        row.addStretch(1)
        copy = IconButton("copy", self.tr("Copy"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        self.body.addWidget(head)
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "code")
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Preview"))
        self.body.addWidget(self.text, 1)
        self._highlighter = _Colours(self.text.document())
        self._texts = {"command": "", "json": "", "curl": ""}

    def show_command(self, answer: DryRunView | None) -> None:
        """Show what would run, and where."""
        if answer is None:
            self._texts["command"] = self.tr("# The command shows when the form is filled in.")
        else:
            lines = [shlex.join(answer.command)]
            if answer.working_dir:
                lines.append(self.tr("# in {folder}").format(folder=answer.working_dir))
            if answer.environment:
                lines.append(f"# {answer.environment}")
            self._texts["command"] = "\n".join(lines)
        self._show()

    def show_request(self, url: str, preset: Preset, values: dict[str, Any]) -> None:
        """Show how a program would ask for the same."""
        body = {"params": values}
        path = f"/api/presets/{preset.id}/run"
        self._texts["json"] = json.dumps(body, indent=2, ensure_ascii=False)
        said = shlex.quote(json.dumps(body, ensure_ascii=False))
        kind = shlex.quote("Content-Type: application/json")
        self._texts["curl"] = f"curl -X POST {url}{path} \\\n  -H {kind} \\\n  -d {said}"
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take new colours over."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.rehighlight()

    def _show(self) -> None:
        text = self._texts[self._tabs.current]
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._texts[self._tabs.current])


class _Colours(QSyntaxHighlighter):
    """Options and comments apart from the rest."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        if text.startswith("#"):
            self.setFormat(0, len(text), _colour(tokens().text_muted))
            return
        at = 0
        for number, word in enumerate(text.split(" ")):
            if number == 0 and self.currentBlock().blockNumber() == 0:
                self.setFormat(at, len(word), _colour(tokens().memory))
            elif word.startswith("-"):
                self.setFormat(at, len(word), _colour(tokens().accent))
            elif word.strip('",').replace(".", "", 1).isdigit():
                self.setFormat(at, len(word), _colour(tokens().waiting))
            at += len(word) + 1


def _colour(rgb: str) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setForeground(QColor(rgb))
    return found
