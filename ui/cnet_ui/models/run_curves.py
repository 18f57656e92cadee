"""The figures of training runs as lines that can be compared. Pure but for the language."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.progress import MetricPoint
from cnet_agent.wire.training import JobView

translate = QCoreApplication.translate

Axis = Literal["epoch", "time"]
NAN = float("nan")
_FIRST = ("loss", "val_loss", "accuracy", "val_accuracy")


def metric_names(jobs: Iterable[JobView]) -> list[str]:
    """Return the figures that jobs tell, the usual ones first."""
    found = dict.fromkeys(name for job in jobs for point in job.metrics for name in point.values)
    usual = [name for name in _FIRST if name in found]
    return usual + sorted(name for name in found if name not in _FIRST)


def metric_word(name: str) -> str:
    """Return what a figure is called."""
    words = {
        "loss": translate("curves", "Loss"),
        "accuracy": translate("curves", "Accuracy"),
        "val_loss": translate("curves", "Validation loss"),
        "val_accuracy": translate("curves", "Validation accuracy"),
        "learning_rate": translate("curves", "Learning rate"),
    }
    return words.get(name, name)


def is_share(name: str) -> bool:
    """Tell whether a figure is a part of one, to be shown in percent."""
    return name.rpartition("_")[2] in ("accuracy", "precision", "recall", "top1", "top5")


def metric_text(name: str, value: float) -> str:
    """Return a value of a figure as text."""
    return f"{100 * value:.1f} %" if is_share(name) else f"{value:.4g}"


def series(job: JobView, name: str, axis: Axis) -> tuple[list[float], list[float]]:
    """Return places, which grow, and values of a figure; nan stands between two attempts.

    Over epochs a later attempt counts more than the one before it. Over time, places are seconds
    since the first figure of the job.
    """
    points = [point for point in job.metrics if name in point.values]
    if axis == "time":
        began = job.metrics[0].time if job.metrics else 0.0
        placed = [(point.time - began, point) for point in points]
    else:
        last = {_epoch(point, number): point for number, point in enumerate(points, start=1)}
        placed = sorted(last.items(), key=lambda item: item[0])
    places: list[float] = []
    values: list[float] = []
    attempt = 0
    for place, point in placed:
        if attempt and point.attempt != attempt:
            places.append((places[-1] + place) / 2)
            values.append(NAN)
        attempt = point.attempt
        places.append(float(place))
        values.append(point.values[name])
    return places, values


def csv_text(jobs: Sequence[JobView]) -> str:
    """Return all figures of jobs as CSV: a line for each point, an empty cell for none."""
    names = metric_names(jobs)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["job", "attempt", "epoch", "step", "time", *names])
    for job in jobs:
        for point in job.metrics:
            time = datetime.fromtimestamp(point.time, UTC).isoformat(timespec="milliseconds")
            cells = [point.values.get(name, "") for name in names]
            rows.writerow([job.name, point.attempt, point.epoch, point.step, time, *cells])
    return text.getvalue()


def _epoch(point: MetricPoint, number: int) -> float:
    """Return the place of a point among epochs; where it names none, among steps or points."""
    if point.epoch is not None and point.step is None:
        return point.epoch
    return point.step if point.step is not None else number
