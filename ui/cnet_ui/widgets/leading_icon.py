"""The icon at the left of a field for text, which says in a picture what the field is for."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from cnet_ui.icons import icon


def lead(edit: QLineEdit, icon_name: str) -> QAction:
    """Put an icon into a field, and return it; it has the field's name for who cannot see it."""
    action = QAction(icon(icon_name), edit.accessibleName(), edit)
    edit.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
    return action
