"""What a model answers beside what is shown."""

from PySide6.QtCore import Qt

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""A value that sorts: numbers as numbers, what is missing last."""

LOOK_ROLE = Qt.ItemDataRole.UserRole + 2
"""The ``Look`` of a state."""

ID_ROLE = Qt.ItemDataRole.UserRole + 3
"""The id of what a row shows."""

ICON_ROLE = Qt.ItemDataRole.UserRole + 4
"""The name of the icon before the text."""

MUTED_ROLE = Qt.ItemDataRole.UserRole + 5
"""Whether the text is beside the point: there is no value, or it is one that seldom matters."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 6
"""The whole of what a row of a list shows, for the delegate that draws it."""

SHARE_ROLE = Qt.ItemDataRole.UserRole + 7
"""How much of something is done, from 0 to 1; it is drawn as a bar before the text."""
