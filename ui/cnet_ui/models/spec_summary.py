"""What a task may use and how often it is tried, in one line. Pure but for words."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.quantities import format_duration, format_size
from cnet_agent.model.spec import TaskSpec

translate = QCoreApplication.translate


def summary(spec: TaskSpec) -> str:
    """Return the limits and retries that were set; empty where none were."""
    limits, parts = spec.resources, []
    if limits.cpu_limit:
        parts.append(
            translate("spec_summary", "CPU cores: {count:g}").format(count=limits.cpu_limit)
        )
    for size, text in (
        (limits.memory_limit, translate("spec_summary", "memory: {size}")),
        (limits.disk_limit, translate("spec_summary", "disk: {size}")),
    ):
        if size:
            parts.append(text.format(size=format_size(size)))
    if limits.gpu_limit:
        parts.append(translate("spec_summary", "GPUs: {count}").format(count=limits.gpu_limit))
    if spec.timeout:
        ends = translate("spec_summary", "timeout: {time}")
        parts.append(ends.format(time=format_duration(spec.timeout).removesuffix(" 0 s")))
    if spec.max_retries:
        parts.append(translate("spec_summary", "retries: {count}").format(count=spec.max_retries))
    return ", ".join(parts)
