"""Words that a field for text offers while one types, in rows as high as those of other lists."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate


def complete(edit: QLineEdit, words: Sequence[str]) -> None:
    """Offer those of ``words`` in a field that begin with what is typed."""
    completer = QCompleter(list(words), edit)
    popup = completer.popup()
    assert popup is not None  # there is one in this mode
    popup.setObjectName("completions")
    popup.setAccessibleName(edit.accessibleName())
    popup.setItemDelegate(QStyledItemDelegate(popup))  # the completer's own knows no style sheet
    edit.setCompleter(completer)
