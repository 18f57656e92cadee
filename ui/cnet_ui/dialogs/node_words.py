"""What a node has, in a sentence to stand beside the limits of a task. Pure but for words."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.quantities import format_size
from cnet_agent.wire.node import NodeUsage, NodeView

translate = QCoreApplication.translate


def node_has(node: NodeView | None, usage: NodeUsage | None) -> str:
    """Return the sentence; empty where nothing is known of the node."""
    if node is None:
        return ""
    parts = [
        translate("node_words", "CPU cores: {count}").format(count=node.cpu.threads),
        translate("node_words", "memory: {size}").format(size=format_size(node.memory)),
    ]
    disks = (usage.disks if usage else None) or []
    holding = [disk for disk in disks if _holds(disk.mount, node.data_dir)]
    if holding:
        disk = max(holding, key=lambda each: len(each.mount))
        free = format_size(max(disk.total - disk.used, 0))
        parts.append(translate("node_words", "free disk: {size}").format(size=free))
    if node.gpus:
        parts.append(translate("node_words", "GPUs: {count}").format(count=len(node.gpus)))
    return translate("node_words", "The node has {parts}.").format(parts=", ".join(parts))


def _holds(mount: str, folder: str) -> bool:
    return folder == mount or folder.startswith(mount.rstrip("/") + "/")
