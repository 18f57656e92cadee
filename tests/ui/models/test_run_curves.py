"""Figures of runs as lines."""

import csv
import io
import math

import pytest

from cnet_agent.wire.progress import MetricPoint
from cnet_agent.wire.training import JobView
from cnet_ui.models.run_curves import csv_text, metric_names, metric_text, metric_word, series
from helpers.factories import EPOCH
from helpers.fake_training import job_of, make_points
from helpers.job_scene import make_job

pytestmark = pytest.mark.gui


def job(points: list[MetricPoint]) -> JobView:
    return job_of(make_job(1), points)


def test_figures_are_offered_the_usual_ones_first() -> None:
    point = MetricPoint(
        attempt=1, epoch=1, time=EPOCH, values={"bleu": 1.0, "accuracy": 0.5, "loss": 1.0}
    )
    assert metric_names([job([point])]) == ["loss", "accuracy", "bleu"]
    assert metric_names([]) == []
    assert (metric_word("val_loss"), metric_word("bleu")) == ("Validation loss", "bleu")
    assert (metric_text("val_accuracy", 0.5), metric_text("bleu", 0.123456)) == ("50.0 %", "0.1235")


def test_a_line_goes_over_epochs_or_over_time() -> None:
    made = job(make_points(3))
    assert series(made, "loss", "epoch") == ([1.0, 2.0, 3.0], [1.0, 0.5, 1 / 3])
    assert series(made, "loss", "time")[0] == [0.0, 1.0, 2.0]
    assert series(made, "none", "epoch") == ([], [])


def test_another_attempt_begins_a_line_of_its_own_and_counts_more() -> None:
    made = job([*make_points(3), *make_points(2, attempt=2, first=3)])
    places, values = series(made, "loss", "epoch")
    assert places == [1.0, 2.0, 2.5, 3.0, 4.0]
    assert math.isnan(values[2])
    assert [value for value in values if not math.isnan(value)] == [1.0, 0.5, 1 / 3, 0.25]


def test_figures_without_epochs_stand_at_their_steps_or_in_their_order() -> None:
    points = [
        MetricPoint(attempt=1, step=step, time=EPOCH + step, values={"loss": 1.0})
        for step in (100, 200)
    ]
    assert series(job(points), "loss", "epoch")[0] == [100.0, 200.0]
    bare = [MetricPoint(attempt=1, time=EPOCH, values={"loss": 1.0})]
    assert series(job(bare), "loss", "epoch")[0] == [1.0]


def test_all_of_it_is_a_table_for_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(csv_text([job(make_points(2))]))))
    assert rows[0] == ["job", "attempt", "epoch", "step", "time", "loss", "accuracy"]
    assert rows[1][:4] == ["job-1", "1", "1", ""]
    assert len(rows) == 3
