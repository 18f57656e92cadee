"""The window, and the agent in it: first the window, then the agent, on one loop."""

import asyncio
import gc
import signal
import sys
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cnet_agent import __version__
from cnet_agent.client.client import AgentClient
from cnet_agent.config import datadir
from cnet_agent.config.errors import DataDirectoryInUse
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import LoadedSettings
from cnet_app.attach import attach, read_token, wait_for_agent
from cnet_app.flags import Options
from cnet_app.logs import logging_to
from cnet_ui.background import end_all, spawn
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.icons import application_icon
from cnet_ui.leaving import ask_to_leave
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme

if TYPE_CHECKING:
    from cnet_agent.server.ports import PortInUse
    from cnet_app.failures import Exit

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_COLLECT = (50_000, 20, 100)  # seldom: a collection makes the window wait
_PORTS = 20  # looked at for a free one

translate = QCoreApplication.translate


def main(options: Options) -> int:
    """Open the window, run or find the agent, and return the exit code."""
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("CNET Console")
    application.setApplicationVersion(__version__)
    application.setOrganizationName("cnet")
    application.setDesktopFileName("cnet-console")
    application.setWindowIcon(application_icon())
    # The loop ends when everything is closed in order, never because a window is gone.
    application.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(_Desktop(application, options).run())


class _Desktop:
    """One run of the console."""

    def __init__(self, application: QApplication, options: Options) -> None:
        self._options = options
        file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cnet", "console")
        preferences = Preferences(file)
        theme = Theme(application)
        theme.use(preferences.theme)
        self._session = AgentSession()
        self._window = MainWindow(self._session, theme, preferences)
        self._window.closing.connect(self._ask)
        self._leaving = asyncio.Event()
        self._asking = False
        self._is_ours = False  # whether the agent ends with the window

    async def run(self) -> int:
        """Show the window until a person or a signal ends it."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self._leaving.set)
        self._window.show()
        await _painted()
        async with AsyncExitStack() as stack:
            starting = asyncio.ensure_future(self._start(stack))
            leaving = asyncio.ensure_future(self._leaving.wait())
            await asyncio.wait({starting, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not starting.done():
                starting.cancel()
            code: Exit | None = None
            with suppress(asyncio.CancelledError):
                code = await starting
            if code is None:
                await leaving
            leaving.cancel()
            self._window.leave()
            end_all()
        return int(code or 0)

    # -- the agent ----------------------------------------------------------------------------

    async def _start(self, stack: AsyncExitStack) -> "Exit | None":
        """Find an agent or start one; return an exit code where that cannot be."""
        # The agent takes a moment to import; the window is there already, and stays alive.
        await asyncio.to_thread(import_module, "cnet_agent.agent")
        from cnet_agent.server.ports import PortInUse
        from cnet_app.failures import EXPECTED, explain

        while True:
            try:
                client = await self._connect(stack)
            except PortInUse as error:
                if not await self._take_another_port(error):
                    return explain(error)[0]
            except EXPECTED as error:
                code, sentence = explain(error)
                await self._say_failure(sentence)
                return code
            else:
                stack.push_async_callback(client.close)
                following = spawn(self._session.follow(client), self._session)
                stack.callback(following.cancel)
                gc.collect()
                gc.freeze()
                gc.set_threshold(*_COLLECT)
                return None

    async def _connect(self, stack: AsyncExitStack) -> AgentClient:
        loaded = self._options.settings()
        layout = Layout(loaded.data_dir)
        datadir.prepare(layout)
        found = await attach(layout)
        if found is not None:
            return found
        try:
            return await self._embed(stack, loaded, layout)
        except DataDirectoryInUse:
            waited = await wait_for_agent(layout)
            if waited is None:
                raise
            return waited

    async def _embed(
        self, stack: AsyncExitStack, loaded: LoadedSettings, layout: Layout
    ) -> AgentClient:
        """Start an agent on this loop."""
        from cnet_agent.agent import Agent
        from cnet_app.bundled import bundled

        here = Path.cwd() if sys.stdin is not None and sys.stdin.isatty() else None
        agent = Agent(loaded, layout, loaded.workspace(here=here), bundled())
        async with AsyncExitStack() as inner:
            inner.enter_context(logging_to(layout.logs, loaded.settings.logging))
            await inner.enter_async_context(agent)
            stack.push_async_exit(inner.pop_all())
        self._is_ours = True
        return AgentClient(agent.url, token=read_token(layout))

    async def _take_another_port(self, error: "PortInUse") -> bool:
        """Offer a port that is free; return whether it was taken."""
        port = _free_port(error.port)
        quit_ = Answer(CANCEL, translate("desktop", "Quit"))
        use = translate("desktop", "Use port {port}").format(port=port)
        answers = [quit_, Answer("use", use, "primary")] if port else [quit_]
        heading = translate("desktop", "The agent cannot listen")
        if await choose(self._window, heading, str(error), answers) != "use":
            return False
        flags = {**self._options.flags, "--port": str(port)}
        self._options = replace(self._options, flags=flags)
        return True

    async def _say_failure(self, sentence: str) -> None:
        print(sentence, file=sys.stderr)  # noqa: T201 - for who started it from a terminal
        answers = [Answer(CANCEL, translate("desktop", "Quit"))]
        heading = translate("desktop", "The agent cannot start")
        await choose(self._window, heading, sentence, answers)

    # -- the end ------------------------------------------------------------------------------

    def _ask(self) -> None:
        if not self._asking:
            self._asking = True
            spawn(self._ask_and_leave(), self._window)

    async def _ask_and_leave(self) -> None:
        try:
            if not self._is_ours or await ask_to_leave(self._session, self._window):
                self._leaving.set()
        finally:
            self._asking = False


async def _painted() -> None:
    """Let the window show before anything slow is imported."""
    for _ in range(3):
        await asyncio.sleep(0)


def _free_port(taken: int) -> int | None:
    from cnet_agent.server.ports import CannotListen, PortInUse, listen

    for port in range(taken + 1, min(taken + 1 + _PORTS, 65_536)):
        try:
            listen("127.0.0.1", port).close()
        except (PortInUse, CannotListen):
            continue
        return port
    return None
