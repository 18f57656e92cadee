"""What a mark of a chart says: which task, and what became of it. Pure but for the language."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Reason, Status
from cnet_agent.wire.node import MarkerView
from cnet_ui.plots.marks import Cluster
from cnet_ui.words import cause, moment

MOST = 8  # lines
_WITHOUT_CAUSE = {None, Reason.EXIT}  # that it failed says it all

translate = QCoreApplication.translate


def mark_text(mark: MarkerView) -> str:
    """Return a sentence such as ``mnist-cnn failed: Out of memory · 14:02:07``."""
    name = mark.name
    if mark.attempts > 1:
        name = translate("marks", "{name}, attempt {number}").format(
            name=mark.name, number=mark.attempt
        )
    if mark.kind == "started":
        text = translate("marks", "{name} started · {time}")
    elif mark.status is Status.FAILED and mark.reason in _WITHOUT_CAUSE:
        text = translate("marks", "{name} failed · {time}")
    elif mark.status is Status.FAILED:
        text = translate("marks", "{name} failed: {cause} · {time}")
    elif mark.status is Status.STOPPED:
        text = translate("marks", "{name} was stopped · {time}")
    else:
        text = translate("marks", "{name} completed · {time}")
    return text.format(name=name, cause=_cause(mark.reason), time=moment(mark.at))


def cluster_text(cluster: Cluster) -> str:
    """Return a line for each mark, as many as one can read at a glance."""
    lines = [mark_text(mark) for mark in cluster.marks[-MOST:]]
    more = len(cluster.marks) - len(lines)
    if more:
        lines.insert(0, translate("marks", "{count} earlier ones").format(count=more))
    return "\n".join(lines)


def _cause(reason: str | None) -> str:
    known = Reason(reason) if reason in list(Reason) else None
    return cause(known)[0]
