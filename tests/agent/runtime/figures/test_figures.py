"""All figures of an agent as one scrape sees them."""

from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.config.schema import ResourceSettings
from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.task import Attempt
from cnet_agent.runtime.figures import Figures
from cnet_agent.runtime.ledger import Ledger
from cnet_agent.runtime.monitor import Monitor
from cnet_agent.runtime.tally import Tally
from cnet_agent.wire.exposition import gauge, render
from cnet_agent.wire.node import GpuUsage
from helpers.exposition import lint, parsed, value
from helpers.factories import EPOCH, make_outcome, make_task
from helpers.fake_agent import make_usage
from helpers.memory_store import MemoryStore


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    settings = ResourceSettings()
    monitor = Monitor(settings, lambda _sample: None, lambda: EPOCH)
    monitor.latest = make_usage()
    return Figures(
        settings, monitor, MemoryStore(), Ledger(), Tally(), Layout(tmp_path), lambda: EPOCH + 60
    )


@pytest.mark.parametrize("openmetrics", [False, True])
async def test_prometheus_reads_all_of_them_and_has_no_complaint(
    figures: Figures, openmetrics: bool
) -> None:
    figures.layout.database.write_bytes(b"x" * 100)
    figures.more.append(lambda: [gauge("cnet_more", "More.", 1)])
    text = render(await figures.families(), openmetrics=openmetrics)
    families = parsed(text, openmetrics=openmetrics)
    assert lint(families.values()) == []
    assert value(families, "process_resident_memory_bytes") > 1_000_000
    assert value(families, "process_open_fds") <= len(list(Path("/proc/self/fd").iterdir())) + 50
    assert value(families, "cnet_node_cpu_seconds_total", mode="user") > 0
    assert value(families, "cnet_node_memory_size_bytes") == 8e9
    assert value(families, "cnet_node_filesystem_used_bytes", mountpoint="/") == 1e10
    assert value(families, "cnet_database_bytes", database="tasks") == 100
    assert value(families, "cnet_more") == 1
    assert "cnet_build_info" in families


async def test_tasks_are_counted_by_status_and_their_ends_by_reason(figures: Figures) -> None:
    store, ledger = figures.store, figures.ledger
    for number, phase in enumerate(
        (Phase.QUEUED, Phase.QUEUED, Phase.RUNNING, Phase.SUCCEEDED), start=1
    ):
        task = make_task(number, phase=phase)
        ledger.take(task)
        await store.put(task)
    first = Attempt(1, EPOCH, make_outcome(exit_code=1, dropped_bytes=10))
    second = Attempt(2, EPOCH, make_outcome(reason=Reason.OOM, dropped_bytes=5))
    failed = make_task(
        9, phase=Phase.FAILED, reason=Reason.OOM, attempt=2, attempts=(first, second)
    )
    figures.tally.ended(failed)
    families = parsed(render(await figures.families()))
    assert value(families, "cnet_tasks", status="pending") == 2
    assert value(families, "cnet_tasks", status="completed") == 1
    assert value(families, "cnet_tasks_queued") == 2
    assert value(families, "cnet_tasks_oldest_wait_seconds") == 59
    assert value(families, "cnet_attempts_running") == 1
    assert value(families, "cnet_tasks_ended_total", status="failed", reason="oom") == 1
    assert value(families, "cnet_task_retries_total") == 1
    assert value(families, "cnet_task_log_dropped_bytes_total") == 15


async def test_gpus_tell_what_they_can(figures: Figures) -> None:
    usages = [GpuUsage(index=0, percent=25, memory_used=10, temperature=40), GpuUsage(index=1)]
    figures.monitor.latest = make_usage().model_copy(update={"gpus": usages})
    families = parsed(render(await figures.families()))
    assert lint(families.values()) == []
    assert value(families, "cnet_node_gpu_busy_ratio", gpu="0") == 0.25
    assert value(families, "cnet_node_gpu_memory_used_bytes", gpu="0") == 10
    assert value(families, "cnet_node_gpu_temperature_celsius", gpu="0") == 40
    assert len(families["cnet_node_gpu_busy_ratio"].samples) == 1


async def test_what_is_not_measured_has_no_figures(tmp_path: Path) -> None:
    settings = ResourceSettings(cpu=False, memory=False, disk=False, network=False)
    monitor = Monitor(settings, lambda _sample: None, lambda: EPOCH)
    figures = Figures(
        settings, monitor, MemoryStore(), Ledger(), Tally(), Layout(tmp_path), lambda: EPOCH
    )
    families = parsed(render(await figures.families()))
    assert [name for name in families if name.startswith("cnet_node")] == []
