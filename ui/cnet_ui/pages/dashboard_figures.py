"""What the dashboard's cards say of a sample: a figure, its unit and the details. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.wire.node import CpuUsage, DiskUsage, MemoryUsage, NetworkUsage, NodeView
from cnet_ui.words import NONE, size_in, size_parts, size_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Figure:
    """What a card says; numbers of the figure and the remark have the same unit."""

    number: str
    unit: str = ""
    remark: str = ""
    details: str = ""  # lines


def cpu_figure(cpu: CpuUsage | None, node: NodeView | None) -> Figure:
    """Return the load of all cores together."""
    if cpu is None:
        return _off("resources.cpu")
    lines = [node.cpu.model] if node else []
    busiest = max(cpu.per_core, default=0.0)
    lines += [
        translate("figures", "Busiest core: {percent} %").format(percent=f"{busiest:.0f}"),
        translate("figures", "Load over 1, 5 and 15 minutes: {load}").format(load=load_text(cpu)),
    ]
    remark = translate("figures", "{count} threads").format(count=node.cpu.threads) if node else ""
    return Figure(f"{cpu.percent:.0f}", "%", remark, "\n".join(lines))


def memory_figure(memory: MemoryUsage | None) -> Figure:
    """Return what is used, in the unit of what there is."""
    if memory is None:
        return _off("resources.memory")
    number, unit, total = _of(memory.used, memory.total)
    lines = [
        translate("figures", "Used: {size} ({percent} %)").format(
            size=size_text(memory.used), percent=f"{memory.percent:.0f}"
        ),
        translate("figures", "Available: {size}").format(size=size_text(memory.available)),
    ]
    if memory.swap.total:
        lines.append(
            translate("figures", "Swap: {used} of {total}").format(
                used=size_text(memory.swap.used), total=size_text(memory.swap.total)
            )
        )
    remark = translate("figures", "of {total}").format(total=total)
    return Figure(number, unit, remark, "\n".join(lines))


def disk_figure(disks: Sequence[DiskUsage] | None) -> Figure:
    """Return what is used of the main file system, in the unit of what there is."""
    if disks is None:
        return _off("resources.disk")
    if not disks:
        return Figure(NONE, details=translate("figures", "No local file system is mounted."))
    disk = main_disk(disks)
    number, unit, total = _of(disk.used, disk.total)
    remark = translate("figures", "of {total} on {mount}").format(total=total, mount=disk.mount)
    lines = [
        translate("figures", "{mount}: {used} of {total} used").format(
            mount=each.mount, used=size_text(each.used), total=size_text(each.total)
        )
        for each in disks
    ]
    lines.append(
        translate("figures", "The line: read and written together, now {rate}/s").format(
            rate=size_text(sum(each.read_bytes_s + each.write_bytes_s for each in disks))
        )
    )
    return Figure(number, unit, remark, "\n".join(lines))


def network_figure(interfaces: Sequence[NetworkUsage] | None, peak: float) -> Figure:
    """Return what is received and sent a second, in the unit of the ``peak`` of its history."""
    if interfaces is None:
        return _off("resources.network")
    outer = [each for each in interfaces if not each.inner]
    received = sum(each.recv_bytes_s for each in outer)
    sent = sum(each.sent_bytes_s for each in outer)
    _, unit = size_parts(max(peak, received + sent))
    remark = f"↓ {size_in(received, unit)}  ↑ {size_in(sent, unit)}"
    lines = [
        translate("figures", "{interface}: {received}/s received, {sent}/s sent").format(
            interface=each.interface,
            received=size_text(each.recv_bytes_s),
            sent=size_text(each.sent_bytes_s),
        )
        for each in outer
    ]
    return Figure(size_in(received + sent, unit), f"{unit}/s", remark, "\n".join(lines))


def load_text(cpu: CpuUsage) -> str:
    """Return the averages of the load as text."""
    return " · ".join(f"{value:.2f}" for value in cpu.load)


def main_disk(disks: Sequence[DiskUsage]) -> DiskUsage:
    """Return the root's file system, else the largest."""
    root = next((disk for disk in disks if disk.mount == "/"), None)
    return root or max(disks, key=lambda disk: disk.total)


def _of(used: float, total: float) -> tuple[str, str, str]:
    """Return used as a number, the unit of both, and the total with it."""
    _, unit = size_parts(total)
    return size_in(used, unit), unit, size_text(total)


def _off(setting: str) -> Figure:
    text = translate("figures", "Not measured: {setting} is off in the agent's configuration.")
    return Figure(NONE, details=text.format(setting=setting))
