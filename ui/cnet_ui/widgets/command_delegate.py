"""How the palette's rows look: a heading, or a command with its keys and its state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cnet_ui.command_index import Found
from cnet_ui.commands import Marks
from cnet_ui.icons import SIZE, pixmap
from cnet_ui.models.command_rows import Heading
from cnet_ui.models.roles import ROW_ROLE
from cnet_ui.theme import color, ui_font
from cnet_ui.widgets.keys import cap_width, key_words, paint_cap
from cnet_ui.widgets.pill import paint_pill, pill_width

ROW, HEADING = 38, 26
_LEFT, _TEXT, _RIGHT = 12, 39, 12  # inside a row
_GAP = 10
_LEAST = 60  # pixels of a title that are always shown

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CommandDelegate(QStyledItemDelegate):
    """Draws the rows of ``CommandRows``; the parts that were matched stand out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Headings are lower."""
        is_heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(option.rect.width(), HEADING if is_heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            _paint_heading(painter, option.rect, row)
        elif isinstance(row, Found):
            _paint_command(painter, option, row)
        painter.restore()


def _paint_heading(painter: QPainter, area: QRect, heading: Heading) -> None:
    painter.setFont(ui_font(11, QFont.Weight.DemiBold))
    painter.setPen(color("text_muted"))
    inner = area.adjusted(_LEFT, 0, -_RIGHT, -4)
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignLeft, heading.text)
    painter.setFont(ui_font(11))
    painter.drawText(inner, bottom | Qt.AlignmentFlag.AlignRight, heading.rest)


def _paint_command(painter: QPainter, option: QStyleOptionViewItem, found: Found) -> None:
    command, area = found.command, option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_tint" if chosen else "hover"))
        painter.drawRoundedRect(area, 7, 7)
    ratio = option.widget.devicePixelRatioF()
    able = not command.disabled
    token = "text_muted" if not able else "accent" if chosen else "text_secondary"
    top = area.top() + (area.height() - SIZE) // 2
    painter.drawPixmap(area.left() + _LEFT, top, pixmap(command.icon, token, SIZE, ratio))
    left = area.left() + _TEXT
    right = _paint_right(painter, area, found, chosen=chosen, ratio=ratio)
    words = QRect(left, area.top(), max(right - left, _LEAST), area.height())
    used = _paint_title(painter, words, found, "text" if able else "text_muted")
    words.setLeft(words.left() + used + _GAP)
    painter.setFont(ui_font(12))
    painter.setPen(color("text_secondary" if able else "text_muted"))
    _paint_cut(painter, words, command.beside)


def _paint_right(
    painter: QPainter, area: QRect, found: Found, *, chosen: bool, ratio: float
) -> int:
    """Draw the state or the keys at the right; return where the room before them ends."""
    command = found.command
    right = area.right() + 1 - _RIGHT
    if command.look is not None:
        look = command.look()
        place = QRect(right - pill_width(look), area.top(), pill_width(look), area.height())
        paint_pill(painter, place, look, ratio, "surface" if chosen else "")
        return place.left() - _GAP
    keys = command.shortcut or ("Ctrl+Enter" if command.at_once and chosen else "")
    if not keys:
        return right
    text = key_words(keys)
    place = QRect(right - cap_width(text), area.top(), cap_width(text), area.height())
    paint_cap(painter, place, text)
    return place.left() - _GAP


def _paint_title(painter: QPainter, area: QRect, found: Found, token: str) -> int:
    """Draw a title with its marks; return how wide it is."""
    painter.setFont(ui_font(weight=QFont.Weight.DemiBold))
    title = found.command.title
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(title) > area.width():
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, area.width())
    for start, length, is_marked in _pieces(len(title), found.marks):
        painter.setPen(color("accent" if is_marked else token))
        # Measured from the beginning, so that letters stand where they would without marks.
        place = area.adjusted(metrics.horizontalAdvance(title[:start]), 0, 0, 0)
        painter.drawText(place, _MIDDLE, title[start : start + length])
    return metrics.horizontalAdvance(title)


def _pieces(length: int, marks: Marks) -> list[tuple[int, int, bool]]:
    """Return all parts of a title: start, length, whether it is marked."""
    pieces, at = [], 0
    for start, long in marks:
        end = min(start + long, length)
        if start > at:
            pieces.append((at, min(start, length) - at, False))
        if end > start:
            pieces.append((start, end - start, True))
        at = max(at, end)
    if at < length:
        pieces.append((at, length - at, False))
    return pieces


def _paint_cut(painter: QPainter, area: QRect, text: str) -> None:
    if text and area.width() > 20:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _MIDDLE, shown)
