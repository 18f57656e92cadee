"""The rows of the resource details: what of a sample and of the hardware stands where. Pure."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.node import (
    CpuUsage,
    DiskUsage,
    GpuUsage,
    InterfaceInfo,
    MemoryUsage,
    NetworkUsage,
    NodeView,
    ResourcesView,
)
from cnet_ui.models.figure_table import Cell, Heading, Row
from cnet_ui.pages.dashboard_figures import load_text
from cnet_ui.words import NONE, full_moment, percent, size_text

translate = QCoreApplication.translate


def pair_headings() -> list[Heading]:
    """Return the headings of a table of names and values."""
    return [Heading(translate("parts", "What")), Heading(translate("parts", "Value"))]


def core_headings() -> list[Heading]:
    """Return the headings of the table of cores."""
    return [
        Heading(translate("parts", "Core"), is_number=True),
        Heading(translate("parts", "Use"), is_number=True),
    ]


def disk_headings() -> list[Heading]:
    """Return the headings of the table of file systems."""
    return [
        Heading(translate("parts", "Mounted at")),
        Heading(translate("parts", "Device")),
        Heading(translate("parts", "Type")),
        Heading(translate("parts", "Size"), is_number=True),
        Heading(translate("parts", "Used"), is_number=True),
        Heading(translate("parts", "Use"), is_number=True),
        Heading(translate("parts", "Read"), is_number=True),
        Heading(translate("parts", "Written"), is_number=True),
    ]


def interface_headings() -> list[Heading]:
    """Return the headings of the table of network interfaces."""
    return [
        Heading(translate("parts", "Interface")),
        Heading(translate("parts", "Addresses")),
        Heading(translate("parts", "State")),
        Heading(translate("parts", "Speed"), is_number=True),
        Heading(translate("parts", "Received"), is_number=True),
        Heading(translate("parts", "Sent"), is_number=True),
    ]


def gpu_headings() -> list[Heading]:
    """Return the headings of the table of graphics cards."""
    return [
        Heading(translate("parts", "GPU")),
        Heading(translate("parts", "Use"), is_number=True),
        Heading(translate("parts", "Memory used"), is_number=True),
        Heading(translate("parts", "Memory"), is_number=True),
        Heading(translate("parts", "Temperature"), is_number=True),
    ]


def core_rows(cpu: CpuUsage | None) -> list[Row]:
    """Return a row per core."""
    values = cpu.per_core if cpu else []
    return [
        Row(str(number), (Cell(str(number), number), Cell(percent(value), value)))
        for number, value in enumerate(values)
    ]


def load_rows(cpu: CpuUsage | None, node: NodeView | None) -> list[Row]:
    """Return what is true of all cores together."""
    rows = []
    if node is not None:
        rows.append(_pair("model", translate("parts", "Processor"), node.cpu.model))
        cores = translate("parts", "{cores} cores, {threads} threads").format(
            cores=node.cpu.cores, threads=node.cpu.threads
        )
        rows.append(_pair("cores", translate("parts", "Cores"), cores))
    if cpu is not None:
        rows.append(_pair("use", translate("parts", "Use of all cores"), percent(cpu.percent)))
        name = translate("parts", "Load over 1, 5 and 15 minutes")
        rows.append(_pair("load", name, load_text(cpu)))
    return rows


def memory_rows(memory: MemoryUsage | None, hardware: ResourcesView | None) -> list[Row]:
    """Return memory and swap."""
    rows = []
    if memory is not None:
        used = f"{size_text(memory.used)} ({percent(memory.percent)})"
        swap = memory.swap
        rows += [
            _pair("total", translate("parts", "Memory"), size_text(memory.total)),
            _pair("used", translate("parts", "Used"), used),
            _pair("available", translate("parts", "Available"), size_text(memory.available)),
            _pair(
                "swap", translate("parts", "Swap"), size_text(swap.total) if swap.total else NONE
            ),
            _pair(
                "swap_used",
                translate("parts", "Swap used"),
                size_text(swap.used) if swap.total else NONE,
            ),
        ]
    if hardware is not None:
        reserved = size_text(hardware.allocated.memory)
        rows.append(_pair("reserved", translate("parts", "Reserved by tasks"), reserved))
    return rows


def disk_rows(disks: Iterable[DiskUsage], hardware: ResourcesView | None) -> list[Row]:
    """Return a row per file system."""
    known = {disk.mount: disk for disk in hardware.disks} if hardware else {}
    rows = []
    for disk in disks:
        info = known.get(disk.mount)
        cells = (
            Cell(disk.mount),
            Cell(info.device or NONE if info else NONE),
            Cell(info.filesystem if info else NONE),
            Cell(size_text(disk.total), disk.total),
            Cell(size_text(disk.used), disk.used),
            Cell(percent(disk.percent), disk.percent),
            _rate(disk.read_bytes_s),
            _rate(disk.write_bytes_s),
        )
        rows.append(Row(disk.mount, cells, "hard-drive"))
    return rows


def interface_rows(interfaces: Iterable[NetworkUsage], hardware: ResourcesView | None) -> list[Row]:
    """Return a row per network interface, also of those that carry nothing."""
    known = {each.name: each for each in hardware.network} if hardware else {}
    usages = {each.interface: each for each in interfaces}
    rows = []
    for name in sorted({*known, *usages}):
        info, usage = known.get(name), usages.get(name)
        cells = (
            Cell(name),
            Cell(", ".join(info.addresses) or NONE if info else NONE),
            Cell(_state(info)),
            _speed(info),
            _rate(usage.recv_bytes_s if usage else None),
            _rate(usage.sent_bytes_s if usage else None),
        )
        rows.append(Row(name, cells, "network"))
    return rows


def gpu_rows(node: NodeView | None, usages: Sequence[GpuUsage]) -> list[Row]:
    """Return a row per graphics card."""
    now = {each.index: each for each in usages}
    rows = []
    for gpu in node.gpus if node else []:
        usage = now.get(gpu.index)
        used = usage.memory_used if usage else None
        cells = (
            Cell(gpu.name),
            _number(usage.percent if usage else None, percent),
            _number(used, size_text),
            Cell(size_text(gpu.memory), gpu.memory),
            _number(usage.temperature if usage else None, degrees),
        )
        rows.append(Row(str(gpu.index), cells))
    return rows


def hardware_rows(node: NodeView | None, hardware: ResourcesView | None) -> list[Row]:
    """Return what the node is made of, and where its agent has its things."""
    if node is None:
        return []
    rows = [
        _pair("name", translate("parts", "Node"), node.name),
        _pair("host", translate("parts", "Host name"), node.hostname),
        _pair("os", translate("parts", "System"), node.os),
        _pair("kernel", translate("parts", "Kernel"), f"{node.kernel} ({node.arch})"),
        _pair("cpu", translate("parts", "Processor"), node.cpu.model),
        _pair("memory", translate("parts", "Memory"), size_text(node.memory)),
        *(_pair(f"gpu-{gpu.index}", translate("parts", "GPU"), gpu.name) for gpu in node.gpus),
        _pair("agent", translate("parts", "Agent"), node.version),
        _pair("since", translate("parts", "Agent runs since"), full_moment(node.started_at)),
        _pair("address", translate("parts", "Address"), node.address),
        _pair("workspace", translate("parts", "Workspace"), node.workspace),
        _pair("data", translate("parts", "Data directory"), node.data_dir),
    ]
    if hardware is not None:
        text = translate("parts", "{cpu} cores, {memory} of memory").format(
            cpu=f"{hardware.allocated.cpu:g}", memory=size_text(hardware.allocated.memory)
        )
        rows.append(_pair("reserved", translate("parts", "Reserved by tasks"), text))
    return rows


def degrees(value: float) -> str:
    """Return a temperature as text."""
    return f"{value:.0f} °C"


def _pair(key: str, name: str, value: str) -> Row:
    return Row(key, (Cell(name), Cell(value or NONE)))


def _rate(value: float | None) -> Cell:
    return Cell(NONE, -1.0) if value is None else Cell(f"{size_text(value)}/s", value)


def _number(value: float | None, form: Callable[[float], str]) -> Cell:
    return Cell(NONE, -1.0) if value is None else Cell(form(value), value)


def _state(info: InterfaceInfo | None) -> str:
    if info is None:
        return NONE
    return translate("parts", "up") if info.up else translate("parts", "down")


def _speed(info: InterfaceInfo | None) -> Cell:
    speed = info.speed_mbps if info else None
    if speed is None:
        return Cell(NONE, -1.0)
    text = f"{speed / 1000:g} Gbit/s" if speed >= 1000 else f"{speed} Mbit/s"
    return Cell(text, speed)
