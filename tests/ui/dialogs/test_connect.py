import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from cnet_agent.server import tls
from cnet_ui.dialogs.connect import ConnectDialog
from cnet_ui.dispose import dispose
from cnet_ui.preferences import Recent
from cnet_ui.widgets.buttons import IconButton
from cnet_ui.widgets.labels import Elided
from helpers.console import theme
from helpers.live_agent import LiveAgent, live_agent
from helpers.waiting import until

pytestmark = pytest.mark.gui

RECENTS = [
    Recent("https://10.0.0.31:8080", "build-mini-03", needs_token=True),
    Recent("https://10.0.0.20:8080", "old-xeon-04"),
]


@pytest.fixture
async def window(qapp: object) -> AsyncIterator[QWidget]:
    theme()
    made = QWidget()
    made.resize(1024, 680)
    made.show()
    yield made
    dispose(made)
    await asyncio.sleep(0)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    folder = tmp_path_factory.mktemp("agent")
    settings = {"node_name": "build-mini-03", "local_trust": "token"}
    with live_agent(folder, agent=settings) as found:
        yield found


def token_of(agent: LiveAgent) -> str:
    return (agent.data_dir / "token").read_text().strip()


def opened(window: QWidget, address: str = "", token: str = "") -> ConnectDialog:
    dialog = ConnectDialog(window, RECENTS)
    dialog.address.setText(address)
    dialog.token.setText(token)
    dialog.open()
    return dialog


async def problem(dialog: ConnectDialog, field: str) -> str:
    label = dialog.findChild(QLabel, f"connect-{field}-problem")
    assert label is not None
    await until(label.isVisible, 10)
    edit = dialog.findChild(QLineEdit, f"connect-{field}")
    assert edit is not None
    assert edit.accessibleDescription() == label.text()
    return label.text()


@asynccontextmanager
async def answering(text: str, own: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """Give the port of something that answers with ``text``, or hangs up where that is empty."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(text)}\r\nConnection: close\r\n\r\n"
        writer.write((head + text if text else "").encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=own)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@pytest.mark.integration
async def test_a_test_says_who_answers_how_new_it_is_and_how_quick(
    window: QWidget, agent: LiveAgent
) -> None:
    dialog = opened(window, agent.url, token_of(agent))
    dialog._test.click()
    found = dialog.findChild(Elided, "connect-found")
    assert found is not None
    await until(dialog.result_box.isVisible, 10)
    assert found.accessibleName() == "build-mini-03"
    assert "ms" in dialog.result_box.accessibleName()
    assert dialog.isVisible()


@pytest.mark.integration
async def test_connecting_hands_over_the_address_the_token_and_whether_to_keep_it(
    window: QWidget, agent: LiveAgent
) -> None:
    address = agent.url.removeprefix("http://")
    dialog = opened(window, address, token_of(agent))
    connected: list[object] = []
    dialog.connected.connect(lambda *given: connected.append(given))
    dialog.remember.setChecked(True)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await until(lambda: connected == [(agent.url, token_of(agent), True)], 10)
    assert not dialog.isVisible()


@pytest.mark.integration
@pytest.mark.parametrize(
    ("token", "sentence"),
    [("", "This agent needs a token."), ("cnet_wrong", "The agent does not know this token.")],
)
async def test_what_is_wrong_with_a_token_stands_below_it(
    window: QWidget, agent: LiveAgent, token: str, sentence: str
) -> None:
    dialog = opened(window, agent.url, token)
    dialog.connect_button.click()
    assert (await problem(dialog, "token")).startswith(sentence)
    assert dialog.isVisible()
    assert QWidget.focusWidget(dialog) is dialog.token


async def test_a_port_where_nothing_listens_is_said_below_the_address(window: QWidget) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    dialog = opened(window, f"127.0.0.1:{port}")
    dialog._test.click()
    assert (await problem(dialog, "address")).startswith(f"Nothing listens at 127.0.0.1:{port}.")


@pytest.mark.parametrize("text", ["<html>It works!</html>", '{"status": "ok"}'])
async def test_another_product_is_no_agent_and_never_sees_the_token(
    window: QWidget, text: str
) -> None:
    async with answering(text) as port:
        dialog = opened(window, f"127.0.0.1:{port}", "cnet_secret")
        dialog._test.click()
        expected = f"What answers at 127.0.0.1:{port} is not a CNET agent."
        assert await problem(dialog, "address") == expected


async def test_plain_http_where_tls_was_asked_for_is_said(window: QWidget) -> None:
    async with answering("{}") as port:
        dialog = opened(window, f"https://127.0.0.1:{port}")
        dialog._test.click()
        assert "does not speak TLS" in await problem(dialog, "address")


async def test_tls_where_plain_http_was_asked_for_is_said(window: QWidget) -> None:
    async with answering("") as port:
        dialog = opened(window, f"http://127.0.0.1:{port}")
        dialog._test.click()
        assert "does not answer plain HTTP" in await problem(dialog, "address")


async def test_a_certificate_that_nobody_vouches_for_is_said_with_a_way_around(
    window: QWidget, tmp_path: Path
) -> None:
    own = tls.server_context(tmp_path / "tls.crt", "127.0.0.1")
    async with answering("{}", own) as port:
        dialog = opened(window, f"https://127.0.0.1:{port}")
        dialog._test.click()
        assert "not one that this computer trusts" in await problem(dialog, "address")


async def test_what_is_no_address_is_said_without_asking_anybody(window: QWidget) -> None:
    dialog = opened(window, "node 7")
    dialog._test.click()
    assert await problem(dialog, "address") == ("This is no name of a machine, and no address.")
    dialog.address.setText("node-7")
    assert dialog.address.accessibleDescription() == ""


async def test_a_token_that_would_be_readable_on_the_way_is_warned_of(window: QWidget) -> None:
    dialog = opened(window, "http://node-7", "secret")
    assert dialog._warning.text() == "Plain HTTP: whoever is on the way can read the token."
    dialog.address.setText("https://node-7")
    assert dialog._warning.text() == ""


async def test_a_recent_node_is_filled_in_and_can_be_forgotten(window: QWidget) -> None:
    dialog = opened(window)
    forgotten: list[str] = []
    dialog.forgotten.connect(forgotten.append)
    names = {each.accessibleName(): each for each in dialog.findChildren(QWidget)}
    fill = names["Fill in old-xeon-04, 10.0.0.20:8080"]
    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)
    assert dialog.address.text() == "https://10.0.0.20:8080"
    forget = names["Forget old-xeon-04"]
    assert isinstance(forget, IconButton)
    forget.click()
    assert forgotten == ["https://10.0.0.20:8080"]
    assert not fill.isVisible()


async def test_every_control_has_a_name_for_those_who_cannot_see_it(window: QWidget) -> None:
    dialog = opened(window)
    kinds = (QAbstractButton, QLineEdit)
    controls = [each for each in dialog.findChildren(QWidget) if isinstance(each, kinds)]
    assert len(controls) >= 9
    assert [type(each).__name__ for each in controls if not each.accessibleName()] == []


async def test_the_token_is_hidden_until_one_asks_to_see_it(window: QWidget) -> None:
    dialog = opened(window, token="cnet_secret")
    assert dialog.token.echoMode() is QLineEdit.EchoMode.Password
    dialog._show.click()
    assert dialog.token.echoMode() is QLineEdit.EchoMode.Normal


async def test_tab_leads_from_the_address_to_the_token(window: QWidget) -> None:
    dialog = opened(window)
    dialog.address.setFocus()
    QTest.keyClick(dialog.address, Qt.Key.Key_Tab)
    assert window.focusWidget() is dialog.token
    dialog.reject()
