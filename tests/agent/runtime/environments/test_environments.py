"""Environments are found, built once, shared, kept and removed."""

import asyncio
import contextlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.model.phase import Reason
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment
from cnet_agent.runtime.carry_out import PrepareError
from cnet_agent.runtime.environments import Environments, builder
from helpers.factories import EPOCH
from helpers.waiting import until
from helpers.wheels import make_wheel


class Node:
    """A node with wheels in a folder and no network."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wheels = folder / "wheels"
        self.work = folder / "work"
        self.python = ""
        self.now = EPOCH
        self.log: list[str] = []
        self.environments = self.restarted()

    def restarted(self) -> Environments:
        return Environments(
            self.folder / "environments", python=lambda: self.python, now=lambda: self.now
        )

    def spec(self, *requirements: str, **fields: Any) -> TaskSpec:
        values = {"command": "python3", "args": ("x.py",), "requirements": requirements, **fields}
        return TaskSpec.model_validate(values)

    async def prepare(self, spec: TaskSpec) -> Environment | None:
        return await self.environments.prepare(spec, self.work, self.log.append)

    async def failure(self, spec: TaskSpec) -> PrepareError:
        with pytest.raises(PrepareError) as caught:
            await self.prepare(spec)
        return caught.value


@pytest.fixture
def node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Node:
    for name in ("UV_INDEX", "UV_DEFAULT_INDEX", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("UV_NO_INDEX", "1")
    monkeypatch.setenv("UV_FIND_LINKS", str(tmp_path / "wheels"))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    (tmp_path / "wheels").mkdir()
    return Node(tmp_path)


def says(environment: Environment | None, code: str) -> str:
    assert environment is not None
    done = subprocess.run(
        [environment.python, "-c", code], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


async def test_what_asks_for_nothing_needs_no_environment(node: Node) -> None:
    assert await node.prepare(node.spec()) is None
    (node.work / "x.py").write_text("print(1)")
    assert await node.prepare(node.spec()) is None


@pytest.mark.parametrize(
    ("command", "args"),
    [
        ("/usr/bin/python3", ["x.py"]),
        ("python3", ["-c", "1"]),
        ("python3", ["-m", "x"]),
        ("sh", ["x.py"]),
    ],
)
async def test_another_command_is_left_alone_even_where_requirements_are_named(
    node: Node, command: str, args: list[str]
) -> None:
    spec = node.spec("anything", command=command, args=args)
    assert not node.environments.needs_preparation(spec)
    assert await node.prepare(spec) is None
    assert await node.environments.outlook(spec, node.work) == ""


async def test_an_interpreter_that_has_everything_is_used_as_it_is(node: Node) -> None:
    node.python = sys.executable
    spec = node.spec("pytest>=8", "hypothesis")
    environment = await node.prepare(spec)
    assert environment is not None
    assert environment.source == "existing"
    assert environment.python == sys.executable
    assert [package.split("==")[0] for package in environment.packages] == ["hypothesis", "pytest"]
    assert await node.environments.list() == []
    assert "has what it needs" in await node.environments.outlook(spec, node.work)


async def test_a_script_that_names_what_it_needs_gets_it_and_at_once_the_next_time(
    node: Node,
) -> None:
    make_wheel(node.wheels, "small_one", "1.5", ("small_two>=2",))
    make_wheel(node.wheels, "small_two", "2.0")
    (node.work / "x.py").write_text('# /// script\n# dependencies = ["small-one"]\n# ///\n')
    assert "will be made" in await node.environments.outlook(node.spec(), node.work)
    built = await node.prepare(node.spec())
    assert says(built, "import small_one, small_two; print(small_two.VERSION)") == "2.0"
    assert built is not None
    assert (built.source, built.packages) == ("built", ("small-one==1.5", "small-two==2.0"))
    assert any("small" in line for line in node.log)

    node.environments, node.now = node.restarted(), EPOCH + 100
    cached = await node.prepare(node.spec())
    assert cached is not None
    assert (cached.source, cached.id, cached.python) == ("cached", built.id, built.python)
    assert cached.seconds < 1
    assert "cached environment" in await node.environments.outlook(node.spec(), node.work)

    (info,) = await node.environments.list()
    assert (info.id, info.created_at, info.last_used) == (built.id, EPOCH, EPOCH + 100)
    assert info.packages == ["small-one==1.5", "small-two==2.0"]
    assert info.size > 0
    folder = node.folder / "environments" / built.id
    assert "small-two" in (folder / builder.LOG).read_text()
    assert "small-one==1.5" in (folder / builder.LOCK).read_text()


async def test_requests_for_the_same_environment_share_one_build(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_wheel(node.wheels, "shared")
    build = builder.build

    def others() -> int:
        return sum(line.startswith("Another task is building") for line in node.log)

    async def build_once_all_ask(*arguments: Any) -> tuple[str, ...]:
        await until(lambda: others() == 2)
        return await build(*arguments)

    monkeypatch.setattr(builder, "build", build_once_all_ask)
    first, second, third = await asyncio.gather(
        *(node.prepare(node.spec("shared")) for _ in range(3))
    )
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.id == second.id == third.id
    assert others() == 2


async def test_the_second_of_the_first_two_waits_until_there_is_a_folder(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    late, mkdir = threading.Event(), Path.mkdir

    def made_late(path: Path, *arguments: Any, **options: Any) -> None:
        if path == node.folder / "environments":
            late.wait(0.2)
        mkdir(path, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", made_late)
    make_wheel(node.wheels, "early")
    both = await asyncio.gather(*(node.prepare(node.spec("early")) for _ in range(2)))
    assert all(each is not None for each in both)


async def test_a_build_goes_on_while_anybody_wants_it_and_ends_with_the_last(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()
    ends: list[str] = []

    async def slow_build(*_arguments: object) -> tuple[str, ...]:
        started.set()
        try:
            await go_on.wait()
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise
        raise builder.BuildFailed("as planned", temporary=True)

    monkeypatch.setattr(builder, "build", slow_build)
    tasks = [asyncio.create_task(node.prepare(node.spec("slow"))) for _ in range(2)]
    await started.wait()
    await until(lambda: len(node.log) == 1)
    tasks[0].cancel()
    await asyncio.wait([tasks[0]])
    assert ends == []
    tasks[1].cancel()
    await asyncio.wait([tasks[1]])
    assert ends == ["cancelled"]

    started.clear()
    again = asyncio.create_task(node.prepare(node.spec("slow")))
    await started.wait()
    go_on.set()
    with pytest.raises(PrepareError, match="as planned"):
        await again


async def test_a_real_build_that_is_cancelled_leaves_nothing_running_or_half_made(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_NO_INDEX", "0")
    server = await asyncio.start_server(_never_answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://127.0.0.1:{port}/simple")
    task = asyncio.create_task(node.prepare(node.spec("never")))
    root = node.folder / "environments"
    await until(lambda: list(root.glob(".building-*/requirements.in")), 15)
    await until(lambda: _running(str(root)))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: not _running(str(root)))  # what was killed takes a moment to be gone
    assert list(root.glob(".*")) == []
    assert await node.environments.list() == []
    server.close()


async def test_a_package_that_is_not_there_is_named(node: Node) -> None:
    error = await node.failure(node.spec("no-such-package"))
    assert error.outcome.reason is Reason.ENVIRONMENT_ERROR
    assert "no-such-package" in error.outcome.detail
    assert not error.outcome.retryable
    (log,) = (node.folder / "environments").glob("*/build.log")
    assert "no-such-package" in log.read_text()
    assert await node.environments.list() == []
    make_wheel(node.wheels, "no_such_package")
    assert await node.prepare(node.spec("no-such-package")) is not None


async def test_without_a_network_the_missing_package_is_named(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_NO_INDEX", "0")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9/simple")
    error = await node.failure(node.spec("far-away"))
    assert "far-away is missing here and could not be downloaded" in error.outcome.detail
    assert error.outcome.retryable


@pytest.mark.parametrize(
    ("script", "requirements", "sentence"),
    [
        ("# /// script\n# dependencies = 1\n# ///\n", (), "must be a list"),
        ("", ("-r all.txt",), "is not a requirement"),
        ("# /// script\n# requires-python = '>=9'\n# ///\n", (), "it needs Python >=9"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    node: Node, script: str, requirements: tuple[str, ...], sentence: str
) -> None:
    (node.work / "x.py").write_text(script)
    error = await node.failure(node.spec(*requirements))
    assert sentence in error.outcome.detail
    assert sentence in await node.environments.outlook(node.spec(*requirements), node.work)


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ([], "there is no Python; install one"),
        (["/bin/false"], "no Python answers what it has: /bin/false says"),
    ],
)
async def test_where_no_python_answers_it_is_said_which_and_why(
    node: Node, monkeypatch: pytest.MonkeyPatch, python: list[str], sentence: str
) -> None:
    monkeypatch.setattr(
        "cnet_agent.runtime.environments.environments.candidates", lambda *_: python
    )
    error = await node.failure(node.spec("anything"))
    assert sentence in error.outcome.detail


async def test_an_environment_is_not_removed_while_a_task_uses_it(node: Node) -> None:
    make_wheel(node.wheels, "kept")
    built = await node.prepare(node.spec("kept"))
    assert built is not None
    node.environments.in_use = lambda: {built.id}
    with pytest.raises(Conflict):
        await node.environments.delete(built.id)
    node.environments.in_use = tuple
    await node.environments.delete(built.id)
    assert await node.environments.list() == []
    for unknown in (built.id, "../work", "."):
        with pytest.raises(NotFound):
            await node.environments.delete(unknown)
    assert node.work.is_dir()


async def test_an_environment_that_was_damaged_is_built_again(node: Node) -> None:
    make_wheel(node.wheels, "fragile")
    built = await node.prepare(node.spec("fragile"))
    assert built is not None
    Path(built.python).unlink()
    again = await node.prepare(node.spec("fragile"))
    assert again is not None
    assert (again.source, again.id) == ("built", built.id)
    assert says(again, "import fragile; print(fragile.VERSION)") == "1.0"


async def test_what_an_agent_that_died_left_is_cleared_away(node: Node) -> None:
    left = node.folder / "environments" / ".building-0123"
    left.mkdir(parents=True)
    (left / "file").touch()
    await node.prepare(node.spec("pytest"))
    assert not left.exists()


async def test_the_configured_interpreter_comes_first(node: Node, tmp_path: Path) -> None:
    make_wheel(node.wheels, "tool")
    mine = tmp_path / "mine"
    built = await node.prepare(node.spec("tool"))
    assert built is not None
    mine.symlink_to(Path(built.python).parent.parent)
    node.python = str(mine / "bin" / "python")
    environment = await node.prepare(node.spec("tool"))
    assert environment is not None
    assert (environment.source, environment.python) == ("existing", node.python)


async def test_a_package_that_was_installed_meanwhile_is_noticed(
    node: Node, tmp_path: Path
) -> None:
    make_wheel(node.wheels, "first")
    make_wheel(node.wheels, "later")
    own = await node.prepare(node.spec("first"))
    assert own is not None
    node.python = own.python
    built = await node.prepare(node.spec("first", "later"))
    assert built is not None
    assert built.source == "built"
    site = Path(says(own, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    info = site / "later-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: later\nVersion: 1.0\n")
    environment = await node.prepare(node.spec("first", "later"))
    assert environment is not None
    assert environment.source == "existing"


@pytest.mark.gui
async def test_it_works_on_the_loop_that_qt_shares(node: Node) -> None:
    make_wheel(node.wheels, "shown")
    built = await node.prepare(node.spec("shown"))
    assert says(built, "import shown; print(shown.VERSION)") == "1.0"


async def _never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while await reader.read(1000):
            pass
    writer.close()


def _running(root: str) -> list[str]:
    """Return the processes whose current directory lies in ``root``."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if str(process.readlink()).startswith(root):
                found.append(process.parent.name)
    return found
