import pytest
from PySide6.QtCore import QSize

from cnet_ui.first_size import within


@pytest.mark.parametrize(
    ("room", "size"),
    [
        (QSize(1920, 1080), QSize(1280, 820)),
        (QSize(1366, 728), QSize(1280, 680)),  # a small laptop with a bar of the desktop
        (QSize(1280, 820), QSize(1264, 772)),
    ],
)
def test_a_first_window_fits_the_screen_with_its_frame(room: QSize, size: QSize) -> None:
    assert within(QSize(1280, 820), room) == size
