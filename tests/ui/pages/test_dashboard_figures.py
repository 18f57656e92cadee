from cnet_agent.wire.node import DiskUsage, NetworkUsage
from cnet_ui.pages.dashboard_figures import (
    cpu_figure,
    disk_figure,
    memory_figure,
    network_figure,
)
from cnet_ui.words import NONE
from helpers.fake_agent import NODE, make_usage


def disk(mount: str, used: float, total: float) -> DiskUsage:
    return DiskUsage(
        mount=mount,
        total=round(total),
        used=round(used),
        percent=100 * used / total,
        read_bytes_s=1e6,
        write_bytes_s=2e6,
    )


def net(name: str, received: float, sent: float, *, inner: bool = False) -> NetworkUsage:
    return NetworkUsage(interface=name, recv_bytes_s=received, sent_bytes_s=sent, inner=inner)


def test_the_processor_says_its_load_and_its_busiest_core() -> None:
    figure = cpu_figure(make_usage(cpu=41.2).cpu, NODE)
    assert (figure.number, figure.unit, figure.remark) == ("41", "%", "2 threads")
    assert "Busiest core: 90 %" in figure.details


def test_used_memory_has_the_unit_of_all_memory() -> None:
    figure = memory_figure(make_usage().memory)
    assert (figure.number, figure.unit, figure.remark) == ("1.0", "GB", "of 8.0 GB")


def test_used_space_has_the_unit_of_the_whole_disk() -> None:
    figure = disk_figure([disk("/data", 1, 9e12), disk("/", 318e9, 2e12)])
    assert (figure.number, figure.unit, figure.remark) == ("0.3", "TB", "of 2.0 TB on /")
    assert "/data: 1 B of 9.0 TB used" in figure.details
    assert "6.0 MB/s" in figure.details


def test_without_a_root_the_largest_file_system_counts() -> None:
    assert disk_figure([disk("C:", 1e9, 5e9), disk("D:", 2e9, 9e9)]).remark == "of 9.0 GB on D:"
    assert disk_figure([]).number == NONE


def test_traffic_keeps_the_unit_of_its_peak_and_leaves_inner_interfaces_out() -> None:
    interfaces = [net("eth0", 120e3, 30e3), net("lo", 9e9, 9e9, inner=True)]
    figure = network_figure(interfaces, peak=8e6)
    assert (figure.number, figure.unit) == ("0.1", "MB/s")
    assert figure.remark == "↓ 0.1  ↑ 0.0"
    assert network_figure(interfaces, peak=0.0).unit == "kB/s"


def test_what_is_not_measured_says_which_setting_is_off() -> None:
    for figure, setting in (
        (cpu_figure(None, NODE), "resources.cpu"),
        (memory_figure(None), "resources.memory"),
        (disk_figure(None), "resources.disk"),
        (network_figure(None, 0.0), "resources.network"),
    ):
        assert figure.number == NONE
        assert setting in figure.details
