from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from cnet_agent.model.errors import Unauthenticated
from cnet_agent.model.phase import Phase
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.main_window import TITLE
from cnet_ui.node_menu import NodeMenu
from cnet_ui.pages.places import SETTINGS, TASKS
from cnet_ui.saved_tokens import SavedTokens
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.empty_state import EmptyState
from helpers.console import BESIDE, Console, builtin_presets, connect_beside, console
from helpers.fake_agent import NODE, FakeAgent, make_view
from helpers.waiting import until

pytestmark = pytest.mark.gui

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
async def shown(qapp: object, tmp_path: Path) -> AsyncIterator[Console]:
    tasks = [make_view(number, Phase.SUCCEEDED) for number in range(1, 60)]
    agent = FakeAgent(*tasks, presets=await builtin_presets(tmp_path))
    async with console(agent, tmp_path) as found:
        await until(lambda: found.session.presets)
        yield found


@pytest.fixture
def there() -> FakeAgent:
    agent = FakeAgent(make_view(201), make_view(202, name="their-job"))
    agent.view = NODE.model_copy(update={"name": "build-mini-03"})
    return agent


async def menu(shown: Console) -> NodeMenu:
    shown.window.activateWindow()  # as a window manager does when a menu has closed
    await until(shown.window.isActiveWindow)
    QTest.keyClick(shown.window, Qt.Key.Key_L, CONTROL)
    found = [each for each in shown.window.findChildren(NodeMenu) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def entry(opened: NodeMenu, words: str) -> QAction:
    return next(each for each in opened.actions() if each.text().startswith(words))


def choose(opened: NodeMenu, words: str) -> None:
    entry(opened, words).trigger()
    opened.close()


async def test_each_node_keeps_its_page_its_selection_and_where_one_had_scrolled_to(
    shown: Console, there: FakeAgent
) -> None:
    window = shown.window
    window.show_page(TASKS)
    await until(lambda: window.tasks.table.rowCount() == 59)
    window.tasks.choose(make_view(20).id)
    await until(lambda: shown.agent.questions("timeline"))
    bar = window.tasks.view.verticalScrollBar()
    bar.setValue(200)
    before = (window.tasks, window.tasks.chosen, bar.value())

    session = connect_beside(shown, there)
    await until(lambda: session.node and window.dashboard.isVisible())
    window.show_page(TASKS)
    await until(lambda: window.tasks.table.rowCount() == 2)
    window.tasks.choose(make_view(202).id)

    choose(await menu(shown), "atlas")
    after = (window.tasks, window.tasks.chosen, window.tasks.view.verticalScrollBar().value())
    assert after == before
    assert window.tasks.table.rowCount() == 59
    choose(await menu(shown), "build-mini-03")
    assert window.tasks.chosen == make_view(202).id


async def test_everything_around_the_pages_is_of_the_node_that_is_shown(
    shown: Console, there: FakeAgent
) -> None:
    window = shown.window
    session = connect_beside(shown, there)
    counts = window.status.findChild(QLabel, "task-counts")
    assert counts is not None
    await until(lambda: counts.text() == "2 running")
    assert window.windowTitle() == f"build-mini-03 - {TITLE}"
    assert "build-mini-03, 10.0.0.31:8080, connected" in window.rail.node.accessibleName()
    there.go_away()
    await until(window.banner.isVisible)
    assert not window._new.isEnabled()

    window.connections.switch_to(shown.session)
    assert not window.banner.isVisible()
    assert counts.text() == "0 running"
    assert window.windowTitle() == TITLE
    there.come_back()
    await until(lambda: session.is_live)
    assert window.windowTitle() == TITLE


async def test_the_menu_has_a_state_in_words_for_each_node(
    shown: Console, there: FakeAgent
) -> None:
    session = connect_beside(shown, there)
    await until(lambda: session.is_live)
    there.go_away()
    await until(lambda: not session.is_live)
    texts = [each.text() for each in (await menu(shown)).actions()]
    assert "atlas\tThis node · connected" in texts
    assert "build-mini-03\t10.0.0.31:8080 · no answer" in texts
    there.come_back()
    await until(lambda: session.is_live)


async def test_a_node_is_disconnected_in_the_menu_and_then_a_recent_one(
    shown: Console, there: FakeAgent
) -> None:
    session = connect_beside(shown, there)
    await until(lambda: session.is_live and shown.window.dashboard.isVisible())
    choose(await menu(shown), "Disconnect build-mini-03")
    assert shown.window.session is shown.session
    await until(lambda: there.is_closed)
    choose(await menu(shown), "build-mini-03")
    await until(lambda: shown.window.session.url == BESIDE)


async def test_this_nodes_agent_stays_and_the_menu_says_so(shown: Console) -> None:
    away = entry(await menu(shown), "Disconnect")
    assert not away.isEnabled()
    assert away.toolTip() == "This node's own agent stays with the console."


async def test_a_recent_node_whose_token_is_not_known_asks_for_it(
    shown: Console, there: FakeAgent
) -> None:
    connections = shown.window.connections
    connect_beside(shown, there)
    connections.disconnect_from(connections.connect_to(BESIDE, "secret"))
    choose(await menu(shown), connections.recents[0].name)
    dialog = await until(lambda: shown.window.findChild(ConnectDialog))
    assert dialog.address.text() == BESIDE
    assert dialog.first is dialog.token


async def test_a_token_that_cannot_be_remembered_is_said_and_one_is_connected_all_the_same(
    shown: Console, there: FakeAgent, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    shown.window.connections.tokens = SavedTokens(tmp_path / "file" / "tokens.json")
    connect_beside(shown, there)
    shown.window.switching.open_dialog().connected.emit(BESIDE, "secret", True)
    toasts = shown.window.desk.toasts
    await until(lambda: toasts.sentences)
    assert toasts.sentences[-1].startswith("The token could not be remembered: ")
    assert shown.window.session.url == BESIDE


async def test_a_token_is_remembered_for_the_next_time_only_if_that_is_asked_for(
    shown: Console, there: FakeAgent
) -> None:
    connections = shown.window.connections
    connect_beside(shown, there)
    dialog = shown.window.switching.open_dialog()
    dialog.connected.emit(BESIDE, "secret", True)

    async def remembered() -> bool:
        return await connections.tokens.get(BESIDE) == "secret"

    await until(remembered)
    connections.disconnect_from(connections.current)
    dialog.reject()
    choose(await menu(shown), connections.recents[0].name)
    await until(lambda: connections.current.url == BESIDE)
    shown.window.switching.open_dialog().connected.emit(BESIDE, "secret", False)

    async def forgotten() -> bool:
        return await connections.tokens.get(BESIDE) is None

    await until(forgotten)


async def test_a_node_that_does_not_let_us_in_says_so_in_place_of_its_pages(
    shown: Console, there: FakeAgent
) -> None:
    there.error = Unauthenticated("A token is needed.")
    connect_beside(shown, there)
    state = await until(lambda: shown.window.findChild(EmptyState))
    await until(lambda: state.accessibleName() == "10.0.0.31:8080 does not let you in")
    assert "token" in state.accessibleDescription()
    there.error = None
    await until(shown.window.dashboard.isVisible)


async def test_the_token_of_a_node_can_be_changed_while_it_is_shown(
    shown: Console, there: FakeAgent
) -> None:
    session = connect_beside(shown, there)
    await until(lambda: session.is_live)
    choose(await menu(shown), "Change address or token")
    dialog = shown.window.findChild(ConnectDialog)
    assert dialog is not None
    dialog.connected.emit(dialog.address.text(), "another", False)
    assert shown.window.session is not session
    assert shown.window.session.url == BESIDE


async def test_another_address_takes_the_place_of_one_that_does_not_answer(
    shown: Console, there: FakeAgent
) -> None:
    there.error = Unauthenticated("A token is needed.")
    wrong = connect_beside(shown, there)
    state = await until(lambda: shown.window.findChild(EmptyState))
    change = next(each for each in state.findChildren(Button) if "Change" in each.text())
    change.click()
    dialog = shown.window.findChild(ConnectDialog)
    assert dialog is not None
    assert dialog.address.text() == BESIDE
    there.error, there.url = None, "https://10.0.0.32:8080"
    dialog.connected.emit(there.url, "token", False)
    assert shown.window.session.url == there.url
    assert wrong not in shown.window.connections.sessions


async def test_the_way_back_leads_across_nodes(shown: Console, there: FakeAgent) -> None:
    window = shown.window
    window.show_page(TASKS)
    session = connect_beside(shown, there)
    await until(lambda: session.is_live)
    window.show_page(SETTINGS)
    keys = [Qt.Key.Key_Left] * 3 + [Qt.Key.Key_Right] * 3
    seen = []
    for key in keys:
        QTest.keyClick(window, key, ALT)
        seen.append((window.connections.name_of(window.session), window.node.key))
    assert seen == [
        ("build-mini-03", "dashboard"),
        ("atlas", "tasks"),
        ("atlas", "dashboard"),
        ("atlas", "tasks"),
        ("build-mini-03", "dashboard"),
        ("build-mini-03", "settings"),
    ]
    window.connections.disconnect_from(session)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.session is shown.session


async def test_the_window_is_named_for_the_dialog_that_asks_for_a_node(shown: Console) -> None:
    dialog = shown.window.switching.open_dialog()
    shown.window.session.connection_changed.emit()  # which would name it anew
    assert shown.window.windowTitle() == f"Connect - {TITLE}"
    dialog.reject()
    assert shown.window.windowTitle() == TITLE


async def test_no_menu_opens_below_a_dialog(shown: Console) -> None:
    shown.window.switching.open_dialog()
    QTest.keyClick(shown.window, Qt.Key.Key_L, CONTROL)
    assert shown.window.findChild(NodeMenu) is None


async def test_a_task_that_was_begun_is_shown_on_its_own_node(
    shown: Console, there: FakeAgent
) -> None:
    window = shown.window
    home = window.node
    session = connect_beside(shown, there)
    await until(lambda: session.is_live)
    home.run_preset("shell-command")
    await until(lambda: home.key == TASKS)
    assert window.session is session
    assert window.node.key != TASKS


async def test_f5_asks_the_agent_for_what_no_event_brings(shown: Console) -> None:
    asked = len(shown.agent.questions("presets"))
    shown.agent.view = NODE.model_copy(update={"name": "renamed"})
    QTest.keyClick(shown.window, Qt.Key.Key_F5)
    await until(lambda: len(shown.agent.questions("presets")) > asked)
    await until(lambda: "renamed" in shown.window.rail.node.accessibleName())
