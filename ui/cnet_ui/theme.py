"""The colours and fonts of the console: two tables of tokens, one style sheet, one palette."""

import functools
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import cnet_resources
from cnet_ui.system_theme import prefers_dark

UI_FONT, MONO_FONT = "Inter", "JetBrains Mono"
TEXT_SIZE = 13  # pixels


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour by its purpose. Text on its ground has a contrast of at least 4.5:1."""

    dark: bool
    window: str
    rail: str  # also the status bar
    surface: str  # cards
    dialog: str
    raised: str  # buttons, menus
    field: str  # what one writes into
    log: str
    border: str
    border_strong: str
    line: str  # between rows
    hover: str
    text: str
    text_secondary: str
    text_muted: str
    accent: str  # lines, links, the focus
    accent_strong: str  # the ground of the primary button
    accent_hover: str
    on_accent: str
    accent_tint: str  # the ground of what is chosen
    selection: str  # the ground of a chosen row
    running: str
    running_tint: str
    waiting: str
    waiting_tint: str
    waiting_ground: str  # of a card
    waiting_border: str
    good: str
    good_tint: str
    bad: str
    bad_tint: str
    bad_ground: str  # of a card
    bad_border: str
    neutral: str
    neutral_tint: str
    cpu: str
    memory: str
    disk: str
    received: str
    sent: str
    found: str  # the ground of what a search found
    found_now: str  # of the place one is at
    on_found: str
    on_found_now: str
    scrim: str


DARK = Tokens(
    dark=True,
    window="#101317",
    rail="#0c0f12",
    surface="#171b21",
    dialog="#181c22",
    raised="#1e232b",
    field="#12161b",
    log="#0d1013",
    border="#272d37",
    border_strong="#343c48",
    line="#1f242c",
    hover="#222832",
    text="#e7eaf0",
    text_secondary="#a3acba",
    text_muted="#818b9a",
    accent="#5b8cff",
    accent_strong="#3668e8",
    accent_hover="#2d5cd6",
    on_accent="#ffffff",
    accent_tint="#1b2a4a",
    selection="#1c2840",
    running="#5b8cff",
    running_tint="#182748",
    waiting="#e0a63a",
    waiting_tint="#352813",
    waiting_ground="#201c16",
    waiting_border="#54411c",
    good="#3fb97c",
    good_tint="#14301f",
    bad="#f0626a",
    bad_tint="#3a191d",
    bad_ground="#211a1e",
    bad_border="#5c2a30",
    neutral="#a3acba",
    neutral_tint="#252b34",
    cpu="#5b8cff",
    memory="#a67ffb",
    disk="#e0a63a",
    received="#2fb8a6",
    sent="#e56fa4",
    found="#5c4a1e",
    found_now="#e0a63a",
    on_found="#ffffff",
    on_found_now="#12161b",
    scrim="rgba(5, 7, 9, 150)",
)

LIGHT = replace(
    DARK,
    dark=False,
    window="#f4f5f7",
    rail="#eceef1",
    surface="#ffffff",
    dialog="#ffffff",
    raised="#ffffff",
    field="#ffffff",
    log="#fbfbfc",
    border="#e0e3e8",
    border_strong="#cdd2da",
    line="#eff1f3",
    hover="#f0f2f5",
    text="#1a1f27",
    text_secondary="#545d6b",
    text_muted="#626c7b",
    accent="#2f62e0",
    accent_strong="#2f62e0",
    accent_hover="#2656cc",
    accent_tint="#e6edfd",
    selection="#eaf0fe",
    running="#2956cc",
    running_tint="#e6edfd",
    waiting="#8a5604",
    waiting_tint="#fdf2dc",
    waiting_ground="#fffaf0",
    waiting_border="#ecd5a4",
    good="#14713f",
    good_tint="#e2f5ea",
    bad="#bb2a34",
    bad_tint="#fdeaeb",
    bad_ground="#fef6f6",
    bad_border="#f0b9bd",
    neutral="#545d6b",
    neutral_tint="#eceef1",
    cpu="#2f62e0",
    memory="#7c4fe0",
    disk="#c98612",
    received="#0f9685",
    sent="#cc3f7e",
    found="#fde7ae",
    found_now="#f5b93f",
    on_found="#1a1f27",
    on_found_now="#1a1f27",
    scrim="rgba(20, 26, 36, 90)",
)


class ThemeChoice(StrEnum):
    """What a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_current = DARK
_fallbacks: tuple[str, ...] = ()  # the fonts for what Inter and JetBrains Mono lack


def tokens() -> Tokens:
    """Return the colours in force; widgets that paint ask whenever they do."""
    return _current


def color(token: str) -> QColor:
    """Return the colour of a token by its name."""
    return QColor(getattr(_current, token))


class Theme(QObject):
    """Dresses the application, and follows the system while that is the choice."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.choice = ThemeChoice.SYSTEM
        self._worn: Tokens | None = None
        application.setStyle("Fusion")
        _load_fonts()
        application.setFont(ui_font())
        hints = application.styleHints()
        # The palette may follow the signal, so what is read is read a moment later.
        hints.colorSchemeChanged.connect(lambda _: QTimer.singleShot(0, self, self._follow))

    def use(self, choice: ThemeChoice) -> None:
        """Take a choice over."""
        self.choice = choice
        hints = self._application.styleHints()
        match choice:  # so that the frames of windows match where the system draws them
            case ThemeChoice.SYSTEM:
                hints.unsetColorScheme()
            case ThemeChoice.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case ThemeChoice.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
        dark = prefers_dark(self._application) if choice is ThemeChoice.SYSTEM else None
        self._dress(DARK if dark or choice is ThemeChoice.DARK else LIGHT)

    def _follow(self) -> None:
        if self.choice is ThemeChoice.SYSTEM:
            self._dress(DARK if prefers_dark(self._application) else LIGHT)

    def _dress(self, chosen: Tokens) -> None:
        global _current
        if chosen is not self._worn:  # every widget is styled anew
            _current = self._worn = chosen
            self._application.setPalette(_palette(chosen))
            self._application.setStyleSheet(style_sheet(chosen))
        self.changed.emit()


def use_fonts(application: QApplication, fallbacks: tuple[str, ...]) -> None:
    """Write what the console's own fonts lack in the first of ``fallbacks`` that is installed."""
    global _fallbacks
    _fallbacks = fallbacks
    ui_font.cache_clear()
    mono_font.cache_clear()
    application.setFont(ui_font())


@functools.cache  # painted rows ask for it all the time; nobody changes what they get
def ui_font(size: int = TEXT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the console, ``size`` in pixels, its figures of equal width."""
    font = QFont([UI_FONT, *_fallbacks, "sans-serif"])
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@functools.cache
def mono_font(size: int = 12) -> QFont:
    """Return the font of logs and commands, ``size`` in pixels."""
    font = QFont([MONO_FONT, *_fallbacks, "monospace"])
    font.setPixelSize(size)
    font.setFeature(QFont.Tag("calt"), 0)  # what a program prints is shown as it is
    return font


def style_sheet(chosen: Tokens) -> str:
    """Return the style sheet in ``chosen`` colours."""
    template = Path(__file__).with_name("style.qss").read_text(encoding="utf-8")
    return Template(template).substitute(asdict(chosen), icons=cnet_resources.icons().as_posix())


def _load_fonts() -> None:
    for path in cnet_resources.fonts().glob("*.[ot]tf"):
        QFontDatabase.addApplicationFont(str(path))


def _palette(chosen: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: chosen.window,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.field,
        QPalette.ColorRole.AlternateBase: chosen.surface,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.Button: chosen.raised,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.BrightText: chosen.on_accent,
        QPalette.ColorRole.PlaceholderText: chosen.text_muted,
        QPalette.ColorRole.Highlight: chosen.accent_strong,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.Link: chosen.accent,
        QPalette.ColorRole.ToolTipBase: chosen.raised,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Accent: chosen.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.text_muted))
    return palette
