"""Calls of a model by hand as rows of a table. Pure but for the language."""

from PySide6.QtCore import QCoreApplication

from cnet_ui.models.model_rows import milliseconds
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.models.trial import Call, shown
from cnet_ui.words import NONE, Look, moment

translate = QCoreApplication.translate


def call_look(call: Call) -> Look:
    """Return how the end of a call looks."""
    if call.is_good:
        return Look(str(call.status), "check", "good")
    return Look(str(call.status) if call.status else translate("calls", "No answer"), "x", "bad")


def call_columns() -> list[RecordColumn]:
    """Return the columns of the list of calls."""
    return [
        RecordColumn(
            translate("calls", "Time"),
            lambda call: moment(call.at),
            lambda call: call.at,
            width=78,
        ),
        RecordColumn(
            translate("calls", "Code"),
            lambda call: call_look(call).label,
            lambda call: call.status,
            width=78,
            look=call_look,
        ),
        RecordColumn(translate("calls", "Input"), lambda call: shown(call.input_data)),
        RecordColumn(
            translate("calls", "Took"),
            lambda call: milliseconds(call.took),
            lambda call: call.took,
            width=82,
            is_number=True,
        ),
        RecordColumn(
            translate("calls", "Result"),
            lambda call: shown(call.answer) if call.is_good else NONE,
            tip=lambda call: shown(call.answer),
            width=110,
            is_number=True,
        ),
    ]
