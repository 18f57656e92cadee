"""A pull, as it is told in a log."""

from typing import Any

from cnet_agent.runtime.pull_steps import EVERY, PullSteps


def said(layer: str, status: str, current: int = 0, total: int = 0) -> dict[str, Any]:
    detail = {"current": current, "total": total} if total else {}
    return {"id": layer, "status": status, "progressDetail": detail}


def test_each_step_of_each_layer_is_told_once() -> None:
    steps = PullSteps()
    assert steps.of({"status": "Pulling from library/busybox", "id": "latest"}, 1.0) == [
        "latest: Pulling from library/busybox"
    ]
    assert steps.of(said("a", "Pulling fs layer"), 1.0) == ["a: Pulling fs layer"]
    assert steps.of(said("a", "Pulling fs layer"), 1.0) == []
    assert steps.of({"status": "Digest: sha256:1"}, 1.0) == ["Digest: sha256:1"]
    assert steps.of({"aux": {}}, 1.0) == []


def test_how_much_is_there_is_told_now_and_then_over_all_layers() -> None:
    steps = PullSteps()
    assert steps.of(said("a", "Downloading", 0, 3_000_000), EVERY) == [
        "a: Downloading",
        "0 % downloaded: 0 B of 3 MB",
    ]
    assert steps.of(said("b", "Downloading", 500_000, 1_000_000), EVERY + 1) == ["b: Downloading"]
    told = steps.of(said("a", "Downloading", 1_500_000, 3_000_000), 2 * EVERY)
    assert told == ["50 % downloaded: 2 MB of 4 MB"]
    done = steps.of(said("a", "Download complete"), 3 * EVERY)
    assert done == ["a: Download complete", "87 % downloaded: 3.5 MB of 4 MB"]
    assert steps.of(said("a", "Extracting", 5, 9), 4 * EVERY) == ["a: Extracting"]
