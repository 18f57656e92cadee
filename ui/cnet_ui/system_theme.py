"""Whether the system prefers dark colours: asked of Qt, else of the desktop's portal."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

PORTAL_DEADLINE = 200  # milliseconds; asked once, before there is a window
_DARK, _LIGHT = 1, 2  # as the portal's color-scheme has it


def prefers_dark(application: QApplication) -> bool:
    """Return whether the system prefers dark; light where nobody says."""
    match application.styleHints().colorScheme():
        case Qt.ColorScheme.Dark:
            return True
        case Qt.ColorScheme.Light:
            return False
    answer = _ask_portal()
    if answer in (_DARK, _LIGHT):
        return answer == _DARK
    palette = application.style().standardPalette()
    window = palette.color(QPalette.ColorRole.Window).lightness()
    return window < palette.color(QPalette.ColorRole.WindowText).lightness()


def _ask_portal() -> int | None:
    """Return the portal's color-scheme, None if there is no portal."""
    from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusVariant

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    settings = QDBusInterface(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        bus,
    )
    settings.setTimeout(PORTAL_DEADLINE)
    reply = settings.call("Read", "org.freedesktop.appearance", "color-scheme")
    if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
        return None
    value = reply.arguments()[0]
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value if isinstance(value, int) else None
