"""What people do to a model's versions."""

import pytest

from cnet_agent.model.errors import Conflict, InvalidRequest, NotFound
from cnet_agent.runtime.models import changes
from cnet_agent.runtime.models.registry import Origin
from cnet_agent.wire.models import VersionBody
from helpers.models import model, version

ORIGIN = Origin(task_id="t", name="train", file="model.joblib")


def test_a_live_version_shall_get_all_requests_and_another_none() -> None:
    live = changes.with_version(model(), version("2"), live=True)
    assert (live.traffic, live.previous, live.revision) == ({"2": 100}, {"1": 100}, 2 + 1)
    beside = changes.with_version(model(), version("2"), live=False)
    assert (beside.traffic, beside.previous, beside.revision) == ({"1": 100}, {}, 2)
    assert [each.name for each in beside.held] == ["1", "2"]


def test_a_version_of_the_same_name_is_refused() -> None:
    with pytest.raises(Conflict, match="has a version 1 already"):
        changes.with_version(model(), version("1"), live=True)


def test_requests_are_divided_and_a_rollback_leads_back_and_forth() -> None:
    two = model(version("1"), version("2"))
    split = changes.with_traffic(two, {"1": 90, "2": 10})
    assert (split.traffic, split.previous) == ({"1": 90, "2": 10}, {"1": 100})
    back = changes.rolled_back(split)
    assert (back.traffic, back.previous) == ({"1": 100}, {"1": 90, "2": 10})
    assert changes.rolled_back(back).traffic == split.traffic
    assert changes.with_traffic(two, {"1": 100, "2": 0}).previous == {}  # as it was


def test_a_rollback_leads_to_what_was_served_and_not_to_what_failed() -> None:
    broken = model(*map(version, "123"), traffic={"2": 100}, previous={"1": 100})
    mended = changes.with_traffic(broken, {"3": 100}, served={"1": 100})
    assert mended.previous == {"1": 100}
    back = changes.with_traffic(broken, {"1": 100}, served={"1": 100})
    assert back.previous == {"2": 100}
    live = changes.with_version(broken, version("4"), live=True, served={"1": 100})
    assert (live.traffic, live.previous) == ({"4": 100}, {"1": 100})


@pytest.mark.parametrize("traffic", [{"1": 90}, {"1": 60, "2": 60}, {"1": 0}])
def test_what_is_not_all_of_the_requests_is_refused(traffic: dict[str, int]) -> None:
    with pytest.raises(InvalidRequest, match="100 percent") as refused:
        changes.with_traffic(model(version("1"), version("2")), traffic)
    assert refused.value.errors[0].loc == ("traffic",)


def test_what_is_not_there_is_said_so() -> None:
    with pytest.raises(NotFound, match="has no version '3'"):
        changes.with_traffic(model(), {"3": 100})
    with pytest.raises(NotFound):
        changes.without(model(), "3")
    with pytest.raises(Conflict, match="nothing to go back to"):
        changes.rolled_back(model())


def test_a_version_is_forgotten_unless_it_gets_requests() -> None:
    three = model(*map(version, "123"), traffic={"3": 100}, previous={"2": 100})
    assert changes.without(three, "1").previous == {"2": 100}
    gone = changes.without(three, "2")
    assert ([each.name for each in gone.versions], gone.previous) == (["1", "3"], {})
    with pytest.raises(Conflict, match="gets requests"):
        changes.without(three, "3")


def test_a_version_is_not_forgotten_while_it_gets_the_requests_of_one_that_is_not_loaded() -> None:
    two = model(*map(version, "12"), traffic={"2": 100}, previous={"1": 100})
    with pytest.raises(Conflict, match="Version 1 still gets requests"):
        changes.without(two, "1", served={"1": 100})
    assert [each.name for each in changes.without(two, "1", served={"2": 100}).versions] == ["2"]


def test_an_environment_that_could_not_be_made_is_tried_again_when_it_is_wanted() -> None:
    two = model(version("1"), version("2"))
    failed = changes.with_environment(two, "2", problem="No such package.")
    assert failed.version("2").problem == "No such package."
    assert failed.version("1").problem == ""
    again = changes.with_traffic(failed, {"2": 100})
    assert again.version("2").problem == ""


def test_a_version_is_like_the_live_one_but_for_what_is_said() -> None:
    live = version("1", engine="python", warmup=[1.0], batching={"max_size": 8})
    body = VersionBody.model_validate(
        {"version": "2", "model_path": "new.joblib", "replicas": {"min": 1, "max": 2}}
    )
    fields = changes.spec_of_version(live, body)
    assert (fields["version"], fields["model_path"]) == ("2", "new.joblib")
    assert (fields["engine"], fields["warmup"]) == ("python", [1.0])
    assert fields["batching"] == {"max_size": 8, "queue_size": 512}
    assert fields["replicas"] == {"min": 1, "max": 2}
    assert (fields["name"], fields["requirements"]) == ("line", ())


def test_null_says_something_only_where_a_model_may_have_it() -> None:
    live = version("1", idle_unload=60.0, warmup=[1.0], batching={"max_size": 8})
    nulls = {"version": "2", "idle_unload": None, "warmup": None, "batching": None, "env": None}
    fields = changes.spec_of_version(live, VersionBody.model_validate(nulls))
    assert (fields["idle_unload"], fields["warmup"]) == (None, None)
    assert fields["batching"] == {"max_size": 8, "queue_size": 512}
    assert fields["env"] == {}


def test_the_packages_of_the_task_that_made_a_version_are_not_those_of_another_file() -> None:
    live = version("1", origin=ORIGIN, requirements=["scikit-learn==1.7.2"])
    same = changes.spec_of_version(live, VersionBody(version="2", warmup=[2.0]))
    assert same["requirements"] == ("scikit-learn==1.7.2",)
    assert same["model_path"] == "/m/line.joblib"
    other = changes.spec_of_version(live, VersionBody(version="2", model_path="new.joblib"))
    assert other["requirements"] == ()
