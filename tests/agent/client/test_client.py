"""What the client makes of several answers."""

from collections.abc import Mapping
from typing import Any

import pytest

from cnet_agent.client.client import AgentClient


class Pages:
    """A transport that gives a log page by page."""

    def __init__(self, end: str, *pages: tuple[bytes, str]) -> None:
        self.end = end
        self.pages = list(pages)
        self.cursors: list[str] = []

    async def answer(self, *_: Any, **__: Any) -> tuple[list[Any], Mapping[str, str]]:
        return [], {"X-Log-Cursor": self.end}

    async def read(
        self, path: str, *, query: Mapping[str, Any], deadline: float
    ) -> tuple[bytes, Mapping[str, str]]:
        self.cursors.append(query["cursor"])
        text, cursor = self.pages.pop(0)
        return text, {"X-Log-Cursor": cursor}


async def text(pages: Pages, attempt: int, monkeypatch: pytest.MonkeyPatch) -> bytes:
    client = AgentClient("http://127.0.0.1:1")
    monkeypatch.setattr(client, "_transport", pages)
    return b"".join([part async for part in client.log_text("id", attempt)])


async def test_all_of_a_log_is_read_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Pages("2:1:9", (b"one\n", "2:0:4"), (b"two\n", "2:1:9"))
    assert await text(pages, 2, monkeypatch) == b"one\ntwo\n"
    assert pages.cursors == ["2:0:0", "2:0:4"]


async def test_what_is_written_meanwhile_does_not_keep_it_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = Pages("1:0:4", (b"one\n", "1:0:99"))
    assert await text(pages, 1, monkeypatch) == b"one\n"


@pytest.mark.parametrize("end", ["1:0:0", ""])
async def test_a_log_that_is_empty_has_no_text(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await text(Pages(end), 1, monkeypatch) == b""


async def test_a_page_without_lines_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await text(Pages("1:0:9", (b"", "1:0:0")), 1, monkeypatch) == b""
