"""Makes a token: who will use it and what it may do; then its secret, once."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.requests import Role
from cnet_ui.agent_words import error_text, worded
from cnet_ui.background import spawn
from cnet_ui.session import AgentSession
from cnet_ui.theme import mono_font
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import plain
from cnet_ui.widgets.choices import Choices
from cnet_ui.widgets.labels import IconLabel, label, set_tone
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(520, 330)
_LONGEST = 100  # characters of a name

translate = QCoreApplication.translate


def role_word(role: Role) -> str:
    """Return the word for a role."""
    match role:
        case "admin":
            return translate("roles", "Administrate")
        case "operate":
            return translate("roles", "Operate")
        case _:
            return translate("roles", "Read")


def role_sentence(role: Role) -> str:
    """Return what a role allows."""
    match role:
        case "admin":
            return translate("roles", "May do everything: settings, tokens and the audit log too.")
        case "operate":
            return translate("roles", "May run and stop tasks, which means any program.")
        case _:
            return translate("roles", "May look at tasks, logs and figures, and change nothing.")


class NewTokenDialog(Sheet):
    """Asks for name and role; ``made`` is emitted when there is a new token."""

    made = Signal()

    def __init__(self, window: QWidget, session: AgentSession) -> None:
        super().__init__(window, SIZE, self.tr("New token"))
        self._session = session
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_form())
        self._pages.addWidget(self._make_secret())
        head = SheetHead(self, self.tr("New token"))
        head.cross.hide()
        self.body.addWidget(head)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._make_footer())
        self.first = self.name_edit
        self._check()

    # -- parts --------------------------------------------------------------------------------

    def _make_form(self) -> QWidget:
        page = plain()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        name = label(self.tr("Name"), tone="secondary")
        self.name_edit = QLineEdit()
        self.name_edit.setObjectName("token-name")
        self.name_edit.setAccessibleName(self.tr("Name of the token"))
        self.name_edit.setPlaceholderText(self.tr("Who or what will use it"))
        self.name_edit.setMaxLength(_LONGEST)
        self.name_edit.textChanged.connect(lambda _: self._check())
        self.name_edit.returnPressed.connect(self._make)
        name.setBuddy(self.name_edit)
        self._problem = label("", "small", "bad", wrap=True)
        self.roles = Choices(
            [(role, role_word(role)) for role in ("read", "operate", "admin")], self.tr("Role")
        )
        self.roles.setObjectName("token-role")
        self.roles.chosen.connect(lambda _: self._say_role())
        self._allows = label("", "small", "muted", wrap=True)
        for widget in (name, self.name_edit, self._problem):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(label(self.tr("Role"), tone="secondary"))
        column.addWidget(self.roles)
        column.addWidget(self._allows)
        column.addStretch(1)
        self._say_role()
        return page

    def _make_secret(self) -> QWidget:
        page = plain()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("circle-check", "good"))
        self._done = label("", "strong", wrap=True)
        line.addWidget(self._done, 1)
        column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.secret = QLineEdit()
        self.secret.setObjectName("token-secret")
        self.secret.setAccessibleName(self.tr("The token"))
        self.secret.setReadOnly(True)
        self.secret.setFont(mono_font())
        self.copy = Button(self.tr("Copy"), icon_name="copy")
        self.copy.setObjectName("copy-token")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.secret, 1)
        row.addWidget(self.copy)
        column.addLayout(row)
        column.addWidget(
            label(
                self.tr(
                    "It is shown this once: only its digest is kept. Send it as"
                    " “Authorization: Bearer …”, and never in an address."
                ),
                tone="secondary",
                wrap=True,
            )
        )
        column.addStretch(1)
        return page

    def _make_footer(self) -> SheetFoot:
        self._cancel = Button(self.tr("Cancel"))
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self.make_button = Button(self.tr("Make token"), icon_name="key-round", kind="primary")
        self.make_button.setObjectName("make-token")
        self.make_button.setAutoDefault(False)
        self.make_button.clicked.connect(self._make)
        return SheetFoot(None, self._cancel, self.make_button)

    # -- doing --------------------------------------------------------------------------------

    @property
    def _role(self) -> Role:
        return (
            "admin"
            if self.roles.current == "admin"
            else ("operate" if self.roles.current == "operate" else "read")
        )

    def _say_role(self) -> None:
        self._allows.setText(role_sentence(self._role))

    def _check(self) -> None:
        self._show_problem("")
        is_named = bool(self.name_edit.text().strip())
        self.make_button.setEnabled(is_named)
        self.make_button.setToolTip("" if is_named else self.tr("Give it a name first."))

    def _show_problem(self, text: str) -> None:
        self._problem.setText(text)
        set_tone(self.name_edit, "wrong", bool(text))

    def _make(self) -> None:
        if self.make_button.isEnabled():
            self.make_button.setEnabled(False)
            spawn(self._ask(), self)

    async def _ask(self) -> None:
        name = self.name_edit.text().strip()
        try:
            token = await self._session.client.create_token(name, self._role)
        except AgentError as error:
            self._show_problem(worded(error.errors[0].msg) if error.errors else error_text(error))
            self.make_button.setEnabled(True)
            return
        self._done.setText(
            self.tr("“{name}” is made: {role}").format(name=token.name, role=role_word(token.role))
        )
        self.secret.setText(token.token or "")
        self.secret.setCursorPosition(0)
        self._pages.setCurrentIndex(1)
        self.make_button.hide()
        self._cancel.set_text(self.tr("Close"))
        self.copy.setFocus()
        self.made.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.secret.text())
        self.copy.set_text(self.tr("Copied"))
