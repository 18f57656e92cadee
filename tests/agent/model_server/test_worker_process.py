"""The process that holds a model."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cnet_agent.model_server import worker_process
from cnet_agent.model_server.worker_process import WorkerProcess
from helpers.fake_worker import version
from helpers.processes import descriptors_of, is_alive
from helpers.waiting import until

Put = Callable[[str], None]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Have workers run some code, which finds its end of the socket in ``sys.argv``."""

    def put(code: str) -> None:
        whole = f"import os, signal, socket, sys, time\nhere = int(sys.argv[1])\n{code}"

        def command(python: str, _order: str, descriptor: int) -> list[str]:
            return [python, "-S", "-c", whole, str(descriptor)]

        monkeypatch.setattr(worker_process, "command", command)

    return put


async def start(folder: Path) -> WorkerProcess:
    worker = WorkerProcess()
    await worker.start(version(), folder)
    return worker


async def test_how_a_worker_ended_is_told(tmp_path: Path, put: Put) -> None:
    ends = {
        "sys.exit(3)": "it ended with exit code 3",
        "os.kill(os.getpid(), signal.SIGKILL)": "it was ended by SIGKILL",
        "os.kill(os.getpid(), 40)": "it was ended by SIG40",  # which has no name
    }
    for code, how in ends.items():
        put(code)
        worker = await start(tmp_path)
        assert await worker.first_word() is None
        assert await worker.end() == how
    assert await WorkerProcess().end() == "it was not started"


async def test_the_end_is_known_though_a_child_of_the_worker_holds_its_socket(
    tmp_path: Path, put: Put
) -> None:
    child = tmp_path / "child"
    put(
        "if os.fork() == 0:\n"
        f"    open({str(child)!r}, 'w').write(str(os.getpid()))\n"
        "    time.sleep(60)\n"
        f"while not os.path.exists({str(child)!r}): time.sleep(0.001)\n"
        "os._exit(1)"
    )
    worker = await start(tmp_path)
    pid = int(await until(lambda: child.exists() and child.read_text()))
    try:
        await asyncio.wait_for(worker.ended.wait(), 5)
        assert is_alive(pid)
        assert await worker.end() == "it ended with exit code 1"
    finally:
        os.kill(pid, 9)


async def test_a_signal_to_the_servers_group_is_not_one_to_the_worker(
    tmp_path: Path, put: Put
) -> None:
    put("socket.socket(fileno=here).recv(1)")
    worker = await start(tmp_path)
    assert os.getpgid(worker.pid) == worker.pid != os.getpgrp()
    assert await worker.end() == "it ended with exit code 0"


async def test_a_worker_that_speaks_nonsense_is_let_go(tmp_path: Path, put: Put) -> None:
    put("s = socket.socket(fileno=here); s.send(b'\\xff' * 100); s.recv(1)")
    worker = await start(tmp_path)
    assert await worker.first_word() is None
    assert worker.ended.is_set()
    await worker.end()


async def test_a_start_that_is_cancelled_leaves_nothing_behind(tmp_path: Path, put: Put) -> None:
    pids = tmp_path / "pids"
    put(f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}} '); socket.socket(fileno=here).recv(1)")
    first = WorkerProcess()
    await first.start(version(), tmp_path)  # the event loop keeps something for all of them
    await first.end()
    before = descriptors_of(os.getpid())
    for turns in range(6):  # wherever it is then
        worker = WorkerProcess()
        starting = asyncio.ensure_future(worker.start(version(), tmp_path))
        for _ in range(turns):
            await asyncio.sleep(0)
        starting.cancel()
        await asyncio.wait([starting])
        await worker.end()
    assert descriptors_of(os.getpid()) <= before
    started = pids.read_text().split() if pids.exists() else []
    await until(lambda: not any(is_alive(int(pid)) for pid in started))
