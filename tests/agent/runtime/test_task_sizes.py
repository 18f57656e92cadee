"""What a task takes on disk."""

from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.runtime.task_sizes import SHARE, TaskSizes


def test_a_task_takes_what_its_folder_takes(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    for task_id, size in (("a", 100_000), ("b", 5_000_000)):
        folder = layout.task(task_id).work / "deep"
        folder.mkdir(parents=True)
        (folder / "result").write_bytes(b"x" * size)
    sizes = TaskSizes(layout).of(["a", "b", "gone"])
    assert 100_000 <= sizes["a"] < 300_000
    assert 5_000_000 <= sizes["b"] < 5_500_000
    assert sizes["gone"] == 0


def test_finished_tasks_get_a_share_of_their_file_system(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    layout.tasks.mkdir()
    assert TaskSizes(layout).share() * SHARE > 0
