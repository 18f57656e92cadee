"""The page of training in front of a real agent: from the form to a search in the logs."""

import asyncio
import math
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.new_job import NewJobDialog
from cnet_ui.pages.places import LOGS, TASKS, TRAINING
from cnet_ui.pages.training import IMAGES
from helpers.console import theme
from helpers.live_agent import live_agent
from helpers.real_window import PATIENCE, RealWindow, real_window
from helpers.waiting import until

pytestmark = [pytest.mark.gui, pytest.mark.integration]

# Loses its data at the third epoch, and goes on from there.
SCRIPT = """
# /// script
# dependencies = []
# ///
import os, pathlib
kept = pathlib.Path(os.environ["CNET_CHECKPOINT_DIR"], "epoch")
done = int(kept.read_text()) if kept.exists() else 0
if done:
    print(f"[TRAIN] Resumed from epoch {done} of a checkpoint")
for epoch in range(done + 1, int(os.environ["EPOCHS"]) + 1):
    print(f"[TRAIN] Epoch {epoch}/{os.environ['EPOCHS']} loss={1 / epoch:.4f} accuracy=0.{epoch}")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(str(epoch))
    if epoch == 3 and not done:
        raise ConnectionResetError("the samples went away")
"""


@pytest.fixture
async def shown(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RealWindow]:
    theme()
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/no-docker.sock")
    with live_agent(tmp_path) as agent:
        (agent.workspace / "mine.py").write_text(SCRIPT)
        async with real_window(agent, tmp_path) as found:
            found.window.show_page(TRAINING)
            yield found


async def test_a_job_is_submitted_and_cancelled_while_it_waits_to_be_tried_again(
    shown: RealWindow,
) -> None:
    window, page = shown.window, shown.window.node.training
    page.new_button.click()
    dialog = await until(lambda: window.findChild(NewJobDialog), PATIENCE)
    dialog.form.set_values({"name": "mine", "epochs": 6, "script": "mine.py"})
    dialog.form.changed.emit()
    await until(lambda: "It runs as a process" in dialog.line.outlook.more, PATIENCE)
    dialog.run_button.click()
    (job,) = await until(lambda: page.jobs.chosen, PATIENCE)
    tasks = shown.session.tasks
    await until(lambda: job in tasks and tasks[job].phase is Phase.BACKING_OFF, PATIENCE)
    await until(lambda: "Attempt 1 of 4 failed" in page.jobs.table.records[0].words, PATIENCE)
    await page.jobs.cancel([job])
    await until(lambda: tasks[job].phase is Phase.CANCELLED, PATIENCE)


async def test_a_job_is_watched_over_its_attempts_and_found_in_the_logs(shown: RealWindow) -> None:
    window, page = shown.window, shown.window.node.training
    asked = {"epochs": 6, "script": "mine.py", "retry": {"delay": 0.1}}
    made = await asyncio.to_thread(shown.agent.ask, "POST", "/train", asked)
    job = made["task_id"]
    page.choose(job)

    def drawn() -> list[float]:
        runs = page.compare.panels[0]._runs
        return [value for value in runs[0].values if math.isfinite(value)] if runs else []

    await until(lambda: len(drawn()) == 6, PATIENCE)
    assert page.compare.panels[0].current == "loss"
    await until(lambda: page.jobs.table.records[0].epoch == 6, PATIENCE)
    log = page.attempts.log
    await until(lambda: "Resumed from epoch 3" in log.text.toPlainText(), PATIENCE)
    log.attempt_chosen.emit(1)
    await until(lambda: "the samples went away" in log.text.toPlainText(), PATIENCE)

    window.node.show_task(job)  # the page of tasks knows what a job is
    assert window.node.key == TASKS
    window.tasks.duplicate.emit(job)
    again = await until(lambda: window.findChild(NewJobDialog), PATIENCE)
    assert again.form.values()["script"] == "mine.py"
    again.form.is_edited = False
    again.reject()

    window.show_page(LOGS)
    window.logs.sources.choose([job, "TrainingWorker"])
    box = window.logs.findChild(QLineEdit, "search-all-logs")
    assert box is not None
    box.setText("samples went away")
    box.returnPressed.emit()
    buffer = window.logs.log.buffer

    def sources() -> set[str]:
        return {row.source.id for row in buffer.rows if row.source is not None}

    await until(lambda: sources() >= {job, "TrainingWorker"}, PATIENCE)


async def test_without_docker_the_images_explain_themselves(shown: RealWindow) -> None:
    page = shown.window.node.training
    page.show_part(IMAGES)
    await until(lambda: "not running" in words(page.images), PATIENCE)
    assert not page.images.build_button.isEnabled()


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())
