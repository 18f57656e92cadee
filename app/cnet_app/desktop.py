"""The window, and the agent in it: first the window, then the agent, on one loop."""

import asyncio
import signal
import sys
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cnet_agent import __version__
from cnet_agent.client.client import AgentClient
from cnet_agent.config import datadir
from cnet_agent.config.errors import BadConfiguration, DataDirectoryInUse
from cnet_agent.config.layout import Layout
from cnet_agent.config.load import LoadedSettings
from cnet_app.attach import attach, read_token, wait_for_agent
from cnet_app.flags import Options
from cnet_app.logs import logging_to
from cnet_app.single_instance import SingleInstance, claim
from cnet_ui.agent_words import error_text
from cnet_ui.background import end_all, spawn
from cnet_ui.connections import Connections
from cnet_ui.crashes import Crashes
from cnet_ui.dialogs.question import CANCEL, Answer, choose
from cnet_ui.dispose import dispose
from cnet_ui.first_size import within
from cnet_ui.garbage import Garbage
from cnet_ui.icons import application_icon
from cnet_ui.language import Language, Speech
from cnet_ui.leaving import Outcome, ask_to_leave, open_tasks
from cnet_ui.main_window import MainWindow
from cnet_ui.preferences import Closing, Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme
from cnet_ui.tray import Tray

if TYPE_CHECKING:
    from cnet_agent.server.ports import PortInUse
    from cnet_app.failures import Exit

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
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
    first = _first(options)
    if isinstance(first, int):
        return first
    desktop = _Desktop(application, options)
    if first is not None:
        first.asked.connect(desktop.come_up)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(desktop.run())


def _first(options: Options) -> SingleInstance | int | None:
    """Return what hears of later starts, or the exit code where the window is open already."""
    try:
        data_dir = options.settings().data_dir
    except BadConfiguration:
        return None  # said in a window of its own
    return claim(data_dir) or 0


class _Desktop:
    """One run of the console."""

    def __init__(self, application: QApplication, options: Options) -> None:
        self._options = options
        self._garbage = Garbage(application)
        file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cnet", "console")
        self._preferences = Preferences(file)
        self._theme = Theme(application)
        self._theme.use(self._preferences.theme)
        self._speech = Speech(application)
        self._speech.use(self._preferences.language)
        self._session = AgentSession()
        self._connections = Connections(self._session, self._preferences)
        self._window = self._make_window()
        self._crashes = Crashes(self._window, self._preferences.folder)
        self._tray: Tray | None = None
        self._leaving = asyncio.Event()
        self._asking = False
        self._is_ours = False  # whether the agent ends with the window
        self._stack = AsyncExitStack()  # of the agent, and of following it
        self._failed: Exit | None = None  # why it could not be started again

    def come_up(self) -> None:
        """Show the window in front; somebody started the console once more."""
        self._window.come_up()

    async def run(self) -> int:
        """Show the window until a person or a signal ends it."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self._leaving.set)
        self._crashes.start(loop)
        try:
            return await self._show()
        finally:
            self._crashes.stop()

    async def _show(self) -> int:
        self._window.show()
        await _painted()
        if Tray.is_available():
            self._tray = Tray(self._window, self._ask_to_quit)
        async with self._stack as stack:
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
            await self._connections.close()
            end_all()
        return int(code or self._failed or 0)

    # -- the window ---------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._session, self._theme, self._preferences, self._connections)
        if not self._preferences.has_place:
            window.resize(within(window.size(), window.screen().availableSize()))
        window.closing.connect(self._ask)
        window.quitting.connect(self._ask_to_quit)
        # Once the old window's own work is done: it made the choice.
        window.language_chosen.connect(
            lambda choice: QTimer.singleShot(0, window, lambda: self._speak(Language(choice)))
        )
        return window

    def _speak(self, choice: Language) -> None:
        """Make the window anew in another language, over the same nodes and at the same place."""
        self._preferences.language = choice
        if not self._speech.use(choice):
            return
        before = self._window
        before.keep()
        self._window = self._crashes.window = self._make_window()
        self._window.take_over(before)
        if self._tray is not None:
            self._tray = Tray(self._window, self._ask_to_quit)
        for session in self._connections.sessions:
            if session.is_live:
                spawn(session.load_presets(), session)  # they speak the language as well
        before.leave()
        dispose(before)

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
                spawn(self._connections.resume(), self._connections)
                self._garbage.spare_what_lives()
                return None

    async def _connect(self, stack: AsyncExitStack) -> AgentClient:
        loaded = self._options.settings()
        layout = Layout(loaded.data_dir)
        datadir.prepare(layout)
        self._crashes.folder = layout.logs
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
        self._session.restart = self._restart
        return AgentClient(agent.url, token=read_token(layout))

    def _restart(self) -> None:
        self._session.restart = None  # once at a time
        spawn(self._start_again(), self._session)

    async def _start_again(self) -> None:
        """End the agent of this window and start it with the settings as they are now."""
        self._session.begin_again()
        await self._stack.aclose()
        self._failed = await self._start(self._stack)
        if self._failed is not None:
            self._leaving.set()

    async def _take_another_port(self, error: "PortInUse") -> bool:
        """Offer a port that is free; return whether it was taken."""
        port = _free_port(error.port)
        quit_ = Answer(CANCEL, translate("desktop", "Quit"))
        use = translate("desktop", "Use port {port}").format(port=port)
        answers = [quit_, Answer("use", use, "primary")] if port else [quit_]
        heading = translate("desktop", "The agent cannot listen")
        if await choose(self._window, heading, error_text(error), answers) != "use":
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
        self._ask_once(has_tray=self._tray is not None)

    def _ask_to_quit(self) -> None:
        asks = self._is_ours and self._preferences.closing is not Closing.QUIT
        if asks and open_tasks(self._session):
            self._window.come_up()  # the question lies over it
        self._ask_once(has_tray=False)

    def _ask_once(self, *, has_tray: bool) -> None:
        if not self._asking:
            self._asking = True
            spawn(self._ask_and_leave(has_tray=has_tray), self._window)

    async def _ask_and_leave(self, *, has_tray: bool) -> None:
        try:
            outcome = await ask_to_leave(
                self._session,
                self._window,
                self._preferences,
                has_tray=has_tray,
                is_ours=self._is_ours,
            )
        finally:
            self._asking = False
        match outcome:
            case Outcome.QUIT:
                self._leaving.set()
            case Outcome.TRAY:
                self._window.hide()


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
