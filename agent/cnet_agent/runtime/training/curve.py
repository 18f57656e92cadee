"""What a job said of its training: figures as points, and how far each attempt is. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cnet_agent.model.metrics import Reading
from cnet_agent.wire.progress import MetricPoint, TrainProgress

POINTS = 2000  # kept of a job; of more, every second one goes
NAMES = 100  # figures of a job; those that are new after that are left out
PACE = 5  # epochs whose length tells how long the next ones take


@dataclass(slots=True)
class _Trial:
    """One attempt, as it told of itself."""

    epoch: int | None = None  # that runs
    finished: int | None = None
    resumed_from: int | None = None
    ends: list[float] = field(default_factory=list)  # of the last epochs, Unix seconds


class Curve:
    """Takes readings as they come."""

    def __init__(self) -> None:
        self._points: list[MetricPoint] = []
        self._places: dict[tuple[int, int | None, int | None], int] = {}
        self._latest: dict[str, float] = {}
        self._trials: dict[int, _Trial] = {}

    # -- what was said ------------------------------------------------------------------------

    def add(self, attempt: int, at: float, reading: Reading) -> None:
        """Take what attempt number ``attempt`` said at ``at`` (Unix seconds)."""
        trial = self._trials.setdefault(attempt, _Trial())
        if reading.resumed_from is not None:
            trial.resumed_from = trial.finished = reading.resumed_from
            trial.ends = [at]
            return
        if reading.epoch is not None and reading.epoch != trial.epoch:
            self._begin(trial, reading.epoch, at)
        share = reading.share
        if share is None and reading.epoch is not None and reading.values:
            share = 1.0
        if reading.values:
            self._put(attempt, trial.epoch, reading, at)
        if share == 1.0 and trial.epoch is not None:
            self._finish(trial, trial.epoch, at)

    @property
    def points(self) -> list[MetricPoint]:
        """What was said, oldest first."""
        return list(self._points)

    @property
    def latest(self) -> dict[str, float]:
        """The last value of each figure."""
        return dict(self._latest)

    def progress(self, epochs: int) -> TrainProgress:
        """Return how far the job is, of as many ``epochs`` as it was asked for."""
        if not self._trials:
            return TrainProgress(epoch=0, epochs=epochs)
        trial = self._trials[max(self._trials)]
        done = min(trial.finished or 0, epochs)
        pace = _pace(trial.ends)
        eta = pace * (epochs - done) if pace is not None else None
        return TrainProgress(epoch=done, epochs=epochs, eta=eta)

    def resumed_from(self, attempt: int) -> int | None:
        """Return the epoch from which an attempt went on, None if it began anew."""
        trial = self._trials.get(attempt)
        return trial.resumed_from if trial is not None else None

    def last_epoch(self, attempt: int) -> int | None:
        """Return the last epoch that an attempt finished."""
        trial = self._trials.get(attempt)
        return trial.finished if trial is not None else None

    # -- keeping it ---------------------------------------------------------------------------

    def copy(self, *, with_points: bool = True) -> "Curve":
        """Return one that stays as it is; without its points it takes a thousandth."""
        made = Curve()
        if with_points:
            made._points = list(self._points)  # which are replaced, and never changed
            made._places = dict(self._places)
        made._latest = dict(self._latest)
        made._trials = {
            number: replace(trial, ends=list(trial.ends)) for number, trial in self._trials.items()
        }
        return made

    def data(self) -> dict[str, Any]:
        """Return all of it, as JSON can hold it."""
        return {
            "points": [
                [point.attempt, point.epoch, point.step, point.time, dict(point.values)]
                for point in self._points
            ],
            "trials": {
                str(number): [trial.epoch, trial.finished, trial.resumed_from, list(trial.ends)]
                for number, trial in self._trials.items()
            },
            "latest": dict(self._latest),
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Curve":
        """Return the curve that ``data`` was made of.

        Raises:
            KeyError, TypeError, ValueError: it was made of none.
        """
        made = cls()
        for attempt, epoch, step, at, values in data["points"]:
            made._append(
                MetricPoint(attempt=attempt, epoch=epoch, step=step, time=at, values=values)
            )
        for number, (epoch, finished, resumed, ends) in data["trials"].items():
            made._trials[int(number)] = _Trial(epoch, finished, resumed, list(ends))
        made._latest = dict(data["latest"])
        return made

    # -- how ----------------------------------------------------------------------------------

    def _begin(self, trial: _Trial, epoch: int, at: float) -> None:
        if trial.epoch is not None and epoch == trial.epoch + 1:
            self._finish(trial, trial.epoch, at)
        if not trial.ends:
            trial.ends = [at]
        trial.epoch = epoch

    def _finish(self, trial: _Trial, epoch: int, at: float) -> None:
        if trial.finished is not None and epoch <= trial.finished:
            return
        trial.finished = epoch
        trial.ends = [*trial.ends[-PACE:], at]

    def _put(self, attempt: int, epoch: int | None, reading: Reading, at: float) -> None:
        values: dict[str, float] = {}
        for name, value in reading.values.items():
            if name in self._latest or len(self._latest) < NAMES:
                self._latest[name] = values[name] = value
        if not values:
            return
        is_somewhere = epoch is not None or reading.step is not None
        place = self._places.get((attempt, epoch, reading.step)) if is_somewhere else None
        if place is not None:
            values = {**self._points[place].values, **values}
        elif len(self._points) >= POINTS:
            self._thin()
        point = MetricPoint(attempt=attempt, epoch=epoch, step=reading.step, time=at, values=values)
        if place is not None:
            self._points[place] = point
        else:
            self._append(point)

    def _append(self, point: MetricPoint) -> None:
        self._places[point.attempt, point.epoch, point.step] = len(self._points)
        self._points.append(point)

    def _thin(self) -> None:
        """Leave out every second point, but none that is the least or greatest of a figure."""
        kept = {0, len(self._points) - 1, *_extremes(self._points)}
        thinned = [
            point for index, point in enumerate(self._points) if index % 2 == 0 or index in kept
        ]
        self._points, self._places = [], {}
        for point in thinned:
            self._append(point)


def _extremes(points: Iterable[MetricPoint]) -> set[int]:
    least: dict[str, tuple[float, int]] = {}
    most: dict[str, tuple[float, int]] = {}
    for index, point in enumerate(points):
        for name, value in point.values.items():
            least[name] = min(least.get(name, (value, index)), (value, index))
            most[name] = max(most.get(name, (value, index)), (value, index))
    return {index for ends in (least, most) for _, index in ends.values()}


def _pace(ends: list[float]) -> float | None:
    """Return the seconds that an epoch takes."""
    return max(0.0, ends[-1] - ends[0]) / (len(ends) - 1) if len(ends) > 1 else None
