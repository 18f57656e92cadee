import asyncio
import logging

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from cnet_agent.model.errors import Conflict
from cnet_ui.background import Latest, spawn
from helpers.waiting import until

pytestmark = pytest.mark.gui


class Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)


async def fail(error: Exception) -> None:
    raise error


async def test_what_the_agent_refuses_is_told_by_the_window_above_the_owner(qapp: object) -> None:
    window = Window()
    owner = QObject(QObject(window))
    spawn(fail(Conflict("The task has ended.")), owner)
    await until(lambda: window.told == ["The task has ended."])


async def test_a_mistake_of_ours_is_logged_and_told(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    window = Window()
    with caplog.at_level(logging.ERROR):
        spawn(fail(ValueError("secret")), window)
        await until(lambda: window.told)
    assert "secret" not in window.told[0]
    assert caplog.records[0].exc_info


async def test_work_ends_with_its_owner(qapp: object) -> None:
    owner = QObject()
    task = spawn(asyncio.Event().wait(), owner)
    await asyncio.sleep(0)
    delete(owner)
    await until(task.cancelled)


async def test_an_owner_that_is_gone_before_its_work_ends_badly_harms_nobody(qapp: object) -> None:
    owner = QObject()
    release = asyncio.Event()

    async def stubborn() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await release.wait()
            raise Conflict("too late") from None

    task = spawn(stubborn(), owner)
    await asyncio.sleep(0)
    delete(owner)
    await asyncio.sleep(0)
    release.set()
    await until(task.done)
    assert isinstance(task.exception(), Conflict)


async def test_what_work_misses_because_its_owner_is_gone_is_no_mistake(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    owner = QObject()

    async def tidy() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            owner.setObjectName("done")

    task = spawn(tidy(), owner)
    await asyncio.sleep(0)
    delete(owner)
    await until(task.done)
    await asyncio.sleep(0)
    assert isinstance(task.exception(), RuntimeError)
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


async def test_the_latest_work_begins_once_the_one_before_it_has_ended(qapp: object) -> None:
    owner, did, may_end = QObject(), [], asyncio.Event()

    async def write(name: str) -> None:
        did.append(f"{name} begins")
        try:
            await asyncio.Event().wait()
        finally:
            await may_end.wait()
            did.append(f"{name} ends")

    latest = Latest(owner)
    latest.begin(write("one"))
    await until(lambda: did == ["one begins"])
    latest.begin(write("two"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # one is about to end, and is not cut short in that
    latest.begin(write("three"))
    may_end.set()
    await until(lambda: len(did) > 2)
    assert did == ["one begins", "one ends", "three begins"]
    latest.end()
    await until(lambda: did[3:] == ["three ends"])
