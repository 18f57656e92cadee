"""What the node gives to tasks, and why it gives nothing."""

from pathlib import Path

import pytest

from cnet_agent.config.schema import TaskSettings
from cnet_agent.runtime import capacity
from cnet_agent.runtime.capacity import NodeCapacity
from cnet_agent.wire.node import GpuInfo, GpuUsage, NodeUsage
from helpers.factories import EPOCH

GPUS = [GpuInfo(index=n, name="NVIDIA L4", memory=24 * 10**9, uuid=f"GPU-{n}") for n in range(3)]


def node(folder: Path, usage: NodeUsage | None = None, **settings: int) -> NodeCapacity:
    made = TaskSettings.model_validate(settings)
    return NodeCapacity(
        4,
        8_000,
        most_tasks=50,
        data_dir=folder,
        settings=lambda: made,
        gpus=lambda: GPUS,
        usage=lambda: usage,
    )


def test_slots_are_what_is_set_and_no_more_than_can_be_watched(tmp_path: Path) -> None:
    assert node(tmp_path, max_concurrent=20)().slots == 20
    assert node(tmp_path, max_concurrent=200)().slots == 50


def test_gpus_on_which_others_are_at_work_come_last(tmp_path: Path) -> None:
    assert node(tmp_path)().gpus == ("GPU-0", "GPU-1", "GPU-2")
    usage = NodeUsage(
        timestamp=EPOCH, gpus=[GpuUsage(index=0, memory_used=10**9), GpuUsage(index=1)]
    )
    assert node(tmp_path, usage)().gpus == ("GPU-1", "GPU-2", "GPU-0")


def test_what_is_in_use_on_a_gpu_is_known_by_its_uuid_where_it_tells(tmp_path: Path) -> None:
    assert node(tmp_path).gpu_memory() == {}
    usage = NodeUsage(
        timestamp=EPOCH,
        gpus=[
            GpuUsage(index=1, memory_used=5),
            GpuUsage(index=2),
            GpuUsage(index=9, memory_used=7),  # one that the inventory has not
        ],
    )
    assert node(tmp_path, usage).gpu_memory() == {"GPU-1": 5}


def test_a_disk_with_room_closes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def enough(disk: str, spare: int, share: int) -> int:
        assert (disk, spare, share) == (str(tmp_path), 7, capacity.RESERVE_SHARE)
        return 0

    monkeypatch.setattr(capacity, "room", enough)
    assert node(tmp_path, disk_reserve=7)().closed == ""


def test_a_disk_without_closes_the_node_and_says_how_much_is_lacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capacity, "room", lambda *_: -280_000)
    assert node(tmp_path)().closed == (
        f"The disk of {tmp_path} is nearly full: free 280 kB, as what is left is kept for the"
        " tasks that run."
    )


def test_a_disk_that_is_gone_closes_the_node(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert node(gone)().closed == f"The disk of {gone} cannot be read: No such file or directory."
