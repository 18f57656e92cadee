import pytest
from PySide6.QtGui import QColor, QIcon

from cnet_ui.icons import icon
from cnet_ui.theme import DARK, LIGHT, ThemeChoice
from helpers.console import theme

pytestmark = pytest.mark.gui

SIZE = 64


def colours(found: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours that nothing shines through."""
    image = found.pixmap(SIZE, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(SIZE) for y in range(SIZE))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_an_icon_is_drawn_once_in_each_colour(qapp: object) -> None:
    theme()
    assert icon("plus") is icon("plus")
    assert icon("plus") is not icon("plus", "accent")
    assert icon("plus") is not icon("plus", gap=4)


def test_an_icon_has_the_colours_of_the_theme_in_force(qapp: object) -> None:
    dressed = theme()
    for choice, tokens in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        dressed.use(choice)
        assert colours(icon("square", "accent", SIZE)) == {QColor(tokens.accent).name()}
        disabled = colours(icon("square", "accent", SIZE), QIcon.Mode.Disabled)
        assert disabled == {QColor(tokens.text_muted).name()}
