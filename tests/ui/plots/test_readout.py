from cnet_ui.plots.readout import csv_text, moved, nearest
from cnet_ui.plots.ring import Ring


def ring() -> Ring:
    made = Ring(["cpu", "net"], 10)
    for at in (10.0, 11.0, 12.0, 20.0):
        made.add(at, {"cpu": at, "net": None if at == 12.0 else at * 1e6})
    return made


def test_the_sample_that_is_nearest_is_read() -> None:
    assert [nearest(ring(), at) for at in (0.0, 10.4, 10.6, 15.0, 17.0, 99.0)] == [0, 0, 1, 2, 3, 3]
    assert nearest(Ring(["cpu"], 3), 1.0) is None


def test_arrows_go_from_sample_to_sample_and_stop_at_the_ends() -> None:
    assert moved(ring(), None, -1, 0.0, 99.0) == 20.0
    assert moved(ring(), 20.0, -1, 0.0, 99.0) == 12.0
    assert moved(ring(), 20.0, 1, 0.0, 99.0) == 20.0
    assert moved(ring(), 12.0, -100, 10.5, 99.0) == 11.0
    assert moved(ring(), None, 1, 50.0, 99.0) is None


def test_a_table_has_a_row_per_sample_and_an_empty_cell_for_a_hole() -> None:
    text = csv_text(ring(), [("cpu", "cpu_percent"), ("net", "bytes_s")], 11.5)
    assert text.splitlines() == [
        "time,cpu_percent,bytes_s",
        "1970-01-01T00:00:12.000+00:00,12,",
        "1970-01-01T00:00:20.000+00:00,20,20000000",
    ]
