"""The row of one setting of the agent: edited, checked as one types, and changed."""

from pathlib import PurePath

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from cnet_agent.config.load import FLAGS
from cnet_agent.wire.node import Setting
from cnet_ui.background import spawn
from cnet_ui.pages.settings.configuration import Configuration
from cnet_ui.pages.settings.editors import SettingEditor
from cnet_ui.pages.settings.row import Row
from cnet_ui.pages.settings.texts import choice_word, text_for
from cnet_ui.pages.settings.values import Kind, text_of
from cnet_ui.widgets.buttons import IconButton

FIXED = "agent.data_dir"  # the settings themselves lie there


class AgentRow(Row):
    """Shows a setting as it is, unless something else was typed: that stays until it is taken."""

    def __init__(self, key: str, configuration: Configuration) -> None:
        words = text_for(key)
        editor = SettingEditor(key, words)
        super().__init__(words.name, words.help, editor, searched=key)
        self.editor = editor
        self.key = key
        self._configuration = configuration
        self._refusal = ""  # of what is in the editor now
        self._is_saved = False
        self._sent: list[JsonValue] = []  # changes that are not answered yet
        self.local_only: list[QWidget] = [editor.browse] if editor.browse is not None else []
        self.reset = IconButton("undo-2", self.tr("Reset {name}").format(name=words.name))
        self.reset.setObjectName(f"reset-{key}")
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.hide()
        self.reset.clicked.connect(lambda: self._change(None))
        self.controls.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        self.editor.edited.connect(self._edit)
        self.editor.committed.connect(self._commit)
        configuration.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the setting as it is now known."""
        known = self.key in self._configuration
        if known and not self.editor.is_edited:
            self.editor.show_value(self._configuration[self.key].value)
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Forget that it was saved once nobody looks."""
        super().hideEvent(event)
        self._is_saved = False
        self._show_state()

    # -- changing -----------------------------------------------------------------------------

    def _edit(self) -> None:
        self._refusal, self._is_saved = "", False
        self._show_state()

    def _commit(self) -> None:
        value = self.editor.value
        if self.editor.is_edited and value not in self._sent and not self._problem():
            self._change(value)

    def _change(self, value: JsonValue) -> None:
        if self._configuration.can_change:
            spawn(self._ask(value), self)

    async def _ask(self, value: JsonValue) -> None:
        typed = self.editor.value
        self._sent.append(value)
        try:
            self._refusal = await self._configuration.change(self.key, value)
        finally:
            self._sent.remove(value)
        self._is_saved = not self._refusal
        if self._is_saved and self.editor.value == typed:  # nothing was typed meanwhile
            self.editor.show_value(self._configuration[self.key].value)
        self._show_state()

    def _problem(self) -> str:
        if self.key not in self._configuration or not self.editor.is_edited:
            return ""
        return self._configuration.problem(self.key, self.editor.value)

    # -- its state ----------------------------------------------------------------------------

    def _show_state(self) -> None:
        for widget in self.local_only:
            widget.setVisible(self._configuration.session.is_local)
        if self.key not in self._configuration:
            self.setEnabled(False)
            self.reset.hide()
            return
        setting = self._configuration[self.key]
        fixed = self._fixed(setting)
        can_change = self._configuration.can_change
        self.editor.setEnabled(can_change and not fixed)
        self.setEnabled(True)
        stale = self.tr("The agent does not answer; this is what was known last.")
        self.editor.setToolTip(fixed or ("" if can_change else stale))
        self.reset.setVisible(setting.source == "api" and can_change)
        self.reset.setToolTip(self.tr("Reset to {value}").format(value=self._before(setting)))
        problem = self._refusal or self._problem()
        self.editor.show_wrong(is_wrong=bool(problem))
        if problem:
            self.show_note(problem, "circle-alert", "bad")
        elif self.editor.is_edited:
            self.show_note(self.tr("Not saved yet: Enter saves, Escape takes back."), "pencil")
        elif fixed:
            self.show_note(fixed, "lock")
        elif setting.pending:
            self.show_note(self.tr("Takes effect when the agent starts again."), "clock")
        elif self._is_saved:
            self.show_note(self.tr("Saved; in force now."), "check", "good")
        elif setting.source == "file":
            self.show_note(self._in_file(), "file-code")
        else:
            self.show_note(*self.state_note())

    def state_note(self) -> tuple[str, str]:
        """Return what there is to say where nothing else is, and its icon."""
        return "", ""

    def _before(self, setting: Setting) -> str:
        """Return what a setting goes back to, for a person."""
        value = setting.unchanged
        if value is None:  # an agent of an earlier version does not say
            return self.tr("what it was before")
        match self.editor.kind:
            case Kind.SWITCH:
                return self.tr("on") if value else self.tr("off")
            case Kind.CHOICE:
                return choice_word(value)
        return text_of(self.editor.kind, value) or self.tr("empty")

    def _fixed(self, setting: Setting) -> str:
        """Return why the setting cannot be changed here, and where it can; empty if it can."""
        flag = next((flag for flag, key in FLAGS.items() if key == self.key), "")
        if setting.source == "environment":
            name = f"CNET_{self.key.upper().replace('.', '__')}"
            return self.tr("Set by the environment variable {name}; change it there.").format(
                name=name
            )
        if setting.source == "flag":
            return self.tr("Set by {flag} on the command line; change it there.").format(flag=flag)
        if self.key == FIXED:
            return self.tr(
                "The settings themselves lie there: start the agent with {flag}, or set {key} in"
                " its configuration file."
            ).format(flag=flag, key=self.key)
        return ""

    def _in_file(self) -> str:
        file = PurePath(self._configuration.file or "").name
        return self.tr("From {file}; what is set here goes before it.").format(file=file)
