"""What a console must bear: a chatty task in view, a burst of launches, a long list filtered."""

import asyncio
from collections.abc import Awaitable, Callable

from cnet_agent.client.client import AgentClient
from cnet_agent.model.phase import Phase
from cnet_ui.main_window import MainWindow
from helpers.fake_agent import make_view

LINES_A_SECOND = 50_000
LAUNCHES = 100
ROWS = 10_000
_AT_ONCE = 16  # launches that are asked for at a time, as a browser would
_WORDS = ("t", "ta", "task-9", "task-99", "task-999", "", "sleep", "nothing like it", "")
_WRITER = f"""
import sys, time
batch = "".join(
    f"INFO step {{n}} loss=0.{{n % 997:03}} accuracy=0.{{n % 991:03}} and so on and on\\n"
    for n in range({LINES_A_SECOND} // 100)
)
due = time.monotonic()
while True:
    sys.stdout.write(batch)
    sys.stdout.flush()
    due += 0.01
    time.sleep(max(0.0, due - time.monotonic()))
"""

Part = Callable[[MainWindow, AgentClient, float], Awaitable[None]]


async def printing(window: MainWindow, client: AgentClient, seconds: float) -> None:
    """Watch the log of a task that prints 50,000 lines a second."""
    body = {"name": "chatty", "command": "python3", "args": ["-c", _WRITER]}
    task = await client.submit(body)
    window.show_page("tasks")
    window.tasks.choose(task.id)
    await asyncio.sleep(seconds)
    await client.stop(task.id, 0)
    await asyncio.sleep(1)


async def launching(window: MainWindow, client: AgentClient, seconds: float) -> None:
    """Launch a hundred tasks at once, with the list in view."""
    window.show_page("tasks")
    gate = asyncio.Semaphore(_AT_ONCE)

    async def launch() -> None:
        async with gate:
            await client.submit({"command": "true"})

    await asyncio.gather(*(launch() for _ in range(LAUNCHES)))
    await asyncio.sleep(seconds / 2)


async def filtering(window: MainWindow, client: AgentClient, seconds: float) -> None:
    """Type into the search of a list with ten thousand rows."""
    session = window.session
    window.show_page("tasks")
    for first in range(1, ROWS, 200):  # as they would come, a page at a time
        for number in range(first, first + 200):
            session._take(session._mirror.apply(make_view(number, Phase.SUCCEEDED)))
        await asyncio.sleep(0.15)
    for word in _WORDS:
        window.tasks._search.setText(word)
        await asyncio.sleep(0.3)


PARTS: dict[str, Part] = {
    "printing": printing,
    "launching": launching,
    "filtering": filtering,
}
