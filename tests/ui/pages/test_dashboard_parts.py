from cnet_agent.wire.node import GpuInfo, GpuUsage, InterfaceInfo
from cnet_ui.models.figure_table import Row
from cnet_ui.pages import dashboard_parts as parts
from helpers.fake_agent import HARDWARE, NODE, make_usage


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def test_a_disk_has_its_device_its_space_and_its_rates() -> None:
    (row,) = parts.disk_rows(make_usage().disks or [], HARDWARE)
    assert texts(row) == [
        "/",
        "/dev/sda1",
        "ext4",
        "100 GB",
        "10.0 GB",
        "10.0 %",
        "1.0 MB/s",
        "0 B/s",
    ]
    (unknown,) = parts.disk_rows(make_usage().disks or [], None)
    assert texts(unknown)[1:3] == ["—", "—"]


def test_an_interface_that_carries_nothing_is_listed_too() -> None:
    idle = InterfaceInfo(name="wlan0", addresses=[], up=False, speed_mbps=2500)
    hardware = HARDWARE.model_copy(update={"network": [*HARDWARE.network, idle]})
    rows = parts.interface_rows(make_usage().network or [], hardware)
    assert [texts(row) for row in rows] == [
        ["eth0", "10.0.0.7", "up", "1 Gbit/s", "2.0 kB/s", "1.0 kB/s"],
        ["wlan0", "—", "down", "2.5 Gbit/s", "—", "—"],
    ]


def test_every_core_is_a_row_that_sorts_by_its_use() -> None:
    rows = parts.core_rows(make_usage(cpu=25.0).cpu)
    assert [texts(row) for row in rows] == [["0", "25.0 %"], ["1", "90.0 %"]]
    assert [row.cells[1].sort for row in rows] == [25.0, 90.0]
    assert parts.core_rows(None) == []


def test_memory_tells_swap_and_what_tasks_reserve() -> None:
    rows = {row.key: texts(row)[1] for row in parts.memory_rows(make_usage().memory, HARDWARE)}
    assert rows["used"] == "1.0 GB (12.5 %)"
    assert rows["swap"] == "—"
    assert rows["reserved"] == "1.0 GB"


def test_a_gpu_that_tells_nothing_is_still_there() -> None:
    gpus = [GpuInfo(index=n, name=f"GPU {n}", memory=8 * 10**9) for n in range(2)]
    node = NODE.model_copy(update={"gpus": gpus})
    usage = GpuUsage(index=0, percent=50.0, memory_used=10**9, temperature=60.0)
    assert [texts(row) for row in parts.gpu_rows(node, [usage])] == [
        ["GPU 0", "50.0 %", "1.0 GB", "8.0 GB", "60 °C"],
        ["GPU 1", "—", "—", "8.0 GB", "—"],
    ]


def test_the_hardware_names_the_node_and_its_places() -> None:
    rows = {row.key: texts(row)[1] for row in parts.hardware_rows(NODE, HARDWARE)}
    assert rows["name"] == "atlas"
    assert rows["workspace"] == "/workspace"
    assert rows["reserved"] == "1.5 cores, 1.0 GB of memory"
    assert parts.hardware_rows(None, None) == []
