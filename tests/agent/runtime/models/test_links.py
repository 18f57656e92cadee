"""The connections to the servers of models, as the phases of their tasks have it."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.model.phase import Phase
from cnet_agent.model.task import Task
from cnet_agent.runtime.models.links import Links
from cnet_agent.runtime.models.plan import SOCKET
from cnet_worker.frames import PREDICT
from helpers.factories import make_task
from helpers.fake_model import fake_model
from helpers.waiting import until

TASK = make_task(phase=Phase.RUNNING)
STOPPING = replace(TASK, phase=Phase.STOPPING)


def socket_of(task: Task, layout: Layout) -> Path:
    return layout.task(task.id).root / SOCKET


async def test_a_server_that_is_being_stopped_answers_what_it_was_asked_and_nothing_new(
    tmp_path: Path,
) -> None:
    layout = Layout(tmp_path)
    links = Links(layout)
    async with fake_model(socket_of(TASK, layout)) as served:
        link = await links.of(TASK)
        assert link is not None
        served.may_answer.clear()
        asked = asyncio.ensure_future(link.ask(PREDICT, b'{"input_data": 21}', 5.0))
        await until(lambda: served.asked)
        assert await links.of(STOPPING) is None
        served.may_answer.set()
        reply = await asked
        assert reply is not None
        assert json.loads(reply.body)["prediction"] == 42


async def test_nobody_connects_to_a_server_that_is_being_stopped(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    async with fake_model(socket_of(STOPPING, layout)) as served:
        assert await Links(layout).of(STOPPING) is None
        assert not served.control.connections


@pytest.mark.parametrize("phase", [Phase.CANCELLED, Phase.BACKING_OFF])
async def test_the_connection_to_a_server_that_has_ended_is_let_go(
    tmp_path: Path, phase: Phase
) -> None:
    layout = Layout(tmp_path)
    links = Links(layout)
    async with fake_model(socket_of(TASK, layout)):
        assert await links.of(TASK) is not None
        assert await links.of(STOPPING) is None
        assert links.told(TASK.id)["state"] == "running"
    await until(lambda: not links.told(TASK.id))  # the server has closed it
    assert await links.of(replace(TASK, phase=phase)) is None
    assert not links._links
