from cnet_ui.plots.stretch import Stretch


def values(cpu: float | None) -> dict[str, float | None]:
    return {"cpu": cpu}


def test_a_stretch_is_its_least_and_its_greatest_in_their_order() -> None:
    stretch = Stretch(10.0)
    for second, cpu in enumerate([50.0, 90.0, 10.0, 40.0]):
        assert stretch.add(100.0 + second, values(cpu)) == []
    assert stretch.add(110.0, values(5.0)) == [(100.0, values(90.0)), (103.0, values(10.0))]


def test_each_series_keeps_its_own_extremes() -> None:
    stretch = Stretch(10.0)
    stretch.add(100.0, {"cpu": 1.0, "memory": 9.0})
    stretch.add(101.0, {"cpu": 2.0, "memory": None})
    stretch.add(102.0, {"cpu": 3.0, "memory": 4.0})
    done = stretch.add(110.0, {"cpu": 0.0, "memory": 0.0})
    assert done == [(100.0, {"cpu": 1.0, "memory": 9.0}), (102.0, {"cpu": 3.0, "memory": 4.0})]


def test_what_was_never_measured_stays_a_hole() -> None:
    stretch = Stretch(10.0)
    stretch.add(100.0, values(None))
    stretch.add(101.0, values(None))
    assert stretch.add(110.0, values(1.0)) == [(100.0, values(None)), (101.0, values(None))]


def test_a_single_sample_of_a_stretch_is_left_as_it_is() -> None:
    stretch = Stretch(10.0)
    stretch.add(100.0, values(1.0))
    assert stretch.add(115.0, values(2.0)) == [(100.0, values(1.0))]


def test_without_a_width_every_sample_passes_at_once() -> None:
    assert Stretch(0.0).add(1.0, values(7.0)) == [(1.0, values(7.0))]
