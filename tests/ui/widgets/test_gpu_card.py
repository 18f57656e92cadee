import pytest
from pytestqt.qtbot import QtBot

from cnet_agent.wire.node import GpuInfo, GpuUsage
from cnet_ui.widgets.gpu_card import MOST, GpuCards

pytestmark = pytest.mark.gui


def infos(count: int) -> list[GpuInfo]:
    return [GpuInfo(index=n, name=f"RTX {n}", memory=24 * 10**9) for n in range(count)]


def test_a_node_without_gpus_shows_nothing(qtbot: QtBot) -> None:
    cards = GpuCards()
    qtbot.addWidget(cards)
    cards.show_gpus([])
    cards.show_usages([])
    assert cards.isHidden()


def test_a_gpu_tells_what_is_known_of_it(qtbot: QtBot) -> None:
    cards = GpuCards()
    qtbot.addWidget(cards)
    cards.show_gpus(infos(2))
    usages = [GpuUsage(index=1, percent=63.4, memory_used=4 * 10**9, temperature=61.0)]
    cards.show_usages(usages)
    said = [card.cover.accessibleName() for card in cards.cards.values()]
    assert said == ["RTX 0: 24.0 GB", "RTX 1: 63 % · 4.0 of 24.0 GB · 61 °C"]


def test_very_many_are_counted(qtbot: QtBot) -> None:
    cards = GpuCards()
    qtbot.addWidget(cards)
    cards.show_gpus(infos(MOST + 3))
    assert len(cards.cards) == MOST
    assert cards.cards[MOST - 1]._more.text() == "and 3 more"
    cards.show_gpus(infos(1))
    assert list(cards.cards) == [0]
