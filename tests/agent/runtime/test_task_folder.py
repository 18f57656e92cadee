"""The files of a task, and only those, whatever a task does to its own directory."""

import os
import threading
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.client.client import AgentClient
from cnet_agent.model.errors import AgentError, BadRequest, NotFound
from cnet_agent.runtime import task_folder as files
from cnet_agent.runtime.task_folder import list_beneath, open_beneath
from helpers.factories import EPOCH, make_spec
from helpers.fake_services import Served, serving
from helpers.raw_http import Talk
from helpers.waiting import until

WORK = ("task", "work")


def content(root: Path, path: str) -> bytes:
    file = open_beneath(root, WORK, path)
    try:
        return os.read(file.descriptor, 1000)
    finally:
        os.close(file.descriptor)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    work = tmp_path.joinpath(*WORK)
    (work / "out").mkdir(parents=True)
    (work / "out" / "a.txt").write_text("inside")
    (work / "b c.txt").write_text("inside too")
    (tmp_path / "token").write_text("SECRET")
    (tmp_path / "task" / "1.record").write_text("SECRET")
    return tmp_path


def test_files_are_opened_wherever_they_lie_inside(root: Path) -> None:
    assert content(root, "out/a.txt") == b"inside"
    assert content(root, "b c.txt") == b"inside too"


@pytest.mark.parametrize(
    "path",
    [
        "../1.record",
        "../../token",
        "out/../../1.record",
        "/etc/passwd",
        "",
        "out/",
        "out//a.txt",
        "./b c.txt",
        "a\0b",
        "..\\1.record",
    ],
)
def test_what_is_no_plain_path_is_refused(root: Path, path: str) -> None:
    with pytest.raises(BadRequest):
        open_beneath(root, WORK, path)


def test_links_pipes_and_folders_are_not_files(root: Path) -> None:
    work = root.joinpath(*WORK)
    (work / "link").symlink_to(root / "token")
    (work / "folder").symlink_to(root)
    os.mkfifo(work / "pipe")
    for path in ("link", "folder/token", "pipe", "out", "missing"):
        with pytest.raises(NotFound):
            open_beneath(root, WORK, path)


def test_a_task_cannot_put_a_link_in_place_of_its_directory(root: Path) -> None:
    work = root.joinpath(*WORK)
    work.rename(root / "aside")
    work.symlink_to(root)
    with pytest.raises(NotFound):
        open_beneath(root, WORK, "token")
    assert list_beneath(root, WORK) == ([], False)


def test_a_link_swapped_in_a_loop_never_wins(root: Path) -> None:
    work = root.joinpath(*WORK)
    (work / "real").mkdir()
    (work / "real" / "token").write_text("inside")
    over = threading.Event()

    def swap() -> None:
        while not over.is_set():
            (work / "real").rename(work / "kept")
            (work / "real").symlink_to(root)
            (work / "real").unlink()
            (work / "kept").rename(work / "real")

    thread = threading.Thread(target=swap)
    thread.start()
    seen: set[bytes | None] = set()
    try:
        for number in count():
            if number >= 3000 and b"inside" in seen:  # both threads may keep in step for long
                break
            try:
                seen.add(content(root, "real/token"))
            except NotFound:
                seen.add(None)
    finally:
        over.set()
        thread.join()
    assert b"SECRET" not in seen


@given(st.text(alphabet="./\\ab\0%c~", max_size=20))
def test_no_path_leads_out(path: str) -> None:
    root = Path(os.devnull).parent  # there is no such task below it: all that opens is outside
    with pytest.raises(AgentError):
        open_beneath(root, WORK, path)


def test_a_list_names_files_and_folders_and_follows_nothing(root: Path) -> None:
    (root.joinpath(*WORK) / "folder").symlink_to(root)
    views, cut = list_beneath(root, WORK)
    assert [(view.path, view.size, view.directory) for view in views] == [
        ("b c.txt", 10, False),
        ("out", 0, True),
        ("out/a.txt", 6, False),
    ]
    assert not cut


def test_a_long_list_is_cut(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_LISTED", 2)
    views, cut = list_beneath(root, WORK)
    assert (len(views), cut) == (2, True)


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(tmp_path) as served:
        yield served


async def test_files_are_listed_and_downloaded_over_http(served: Served) -> None:
    task = await served.services.runtime.submit(make_spec())
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    path = f"/api/tasks/{task.id}/files"
    assert (await talk.ask("GET", path, headers)).json == []
    work = served.services.layout.task(task.id).work
    (work / "ä").mkdir(parents=True)
    (work / "ä" / "<b>.html").write_bytes(b"x" * 600_000)
    listed = (await talk.ask("GET", path, headers)).json
    assert [each["path"] for each in listed] == ["ä", "ä/<b>.html"]
    answer = await talk.ask("GET", f"{path}/%C3%A4/%3Cb%3E.html", headers)
    assert answer.body == b"x" * 600_000
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    head = await talk.ask("HEAD", f"{path}/%C3%A4/%3Cb%3E.html", headers)
    assert head.headers["content-length"] == "600000"
    await talk.close()


async def test_what_a_task_made_is_named_over_http_wherever_it_lies(served: Served) -> None:
    runtime = served.services.runtime
    task = await runtime.submit(make_spec(args=("model.bin",)))
    work = served.services.layout.task(task.id).work
    work.mkdir(parents=True)
    (work / "notes.txt").write_bytes(b"12")
    async with AgentClient(served.url, token=served.token) as client:

        async def named() -> list[tuple[str, bool]]:
            (runtime.workspace / "model.bin").write_bytes(b"123")
            os.utime(runtime.workspace / "model.bin", (EPOCH + 60, EPOCH + 60))
            return [(each.name, each.own) for each in await client.outputs(task.id)]

        wanted = [("model.bin", False), ("notes.txt", True)]

        async def there() -> bool:
            return await named() == wanted

        await until(there)


@pytest.mark.parametrize(
    "path",
    [
        "..%2f..%2f..%2ftoken",
        "%2e%2e/%2e%2e/%2e%2e/token",
        "%252e%252e/token",
        "..%5c..%5ctoken",
        "%2fetc%2fpasswd",
        "a%00b",
        "..;/token",
        "%ff",
    ],
)
async def test_no_spelling_leads_out_over_http(served: Served, path: str) -> None:
    task = await served.services.runtime.submit(make_spec())
    served.services.layout.task(task.id).work.mkdir(parents=True)
    talk = Talk(served.port)
    headers = {"Authorization": f"Bearer {served.token}"}
    answer = await talk.ask("GET", f"/api/tasks/{task.id}/files/{path}", headers)
    assert answer.status in (400, 404)
    assert served.token.encode() not in answer.body
    for task_id in ("..", "%2e%2e", ".", "..%2f.."):
        answer = await talk.ask("GET", f"/api/tasks/{task_id}/files/token", headers)
        assert answer.status == 404
    await talk.close()
