"""The agent's connection to a model's server; what it says is tested with the server's side."""

from pathlib import Path

import pytest

from cnet_agent.runtime.models.link import Link
from helpers.fake_model import fake_model
from helpers.waiting import until


async def test_a_change_of_state_is_news_and_figures_alone_are_not(tmp_path: Path) -> None:
    news: list[str] = []
    async with fake_model(tmp_path / "control.sock") as served:
        link = Link(lambda: news.append(link.told["state"]))
        await link.open(tmp_path / "control.sock")
        served.pending = 5
        served.on_change()
        await until(lambda: link.told["pending"] == 5)
        served.state = "loading"
        served.on_change()
        await until(lambda: link.told["state"] == "loading")
        assert news == ["running", "loading"]
        link.close()
        await until(lambda: len(news) == 3)  # that it is gone is news as well


async def test_nobody_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        await Link().open(tmp_path / "control.sock")
