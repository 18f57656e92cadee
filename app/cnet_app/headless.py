"""The agent alone, without Qt: on a server, or with ``--agent-only``."""

import asyncio
import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from cnet_agent.agent import Agent
from cnet_agent.config import datadir
from cnet_agent.config.layout import Layout
from cnet_app import flags
from cnet_app.bundled import bundled
from cnet_app.failures import EXPECTED, Exit, explain
from cnet_app.logs import logging_to

_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the agent that the command line describes and return the exit code."""
    return run(flags.parse("cnet-agent", arguments))


def run(options: flags.Options) -> int:
    """Run an agent until a signal ends it; its tasks go on."""
    try:
        loaded = options.settings()
        layout = Layout(loaded.data_dir)
        datadir.prepare(layout)
        here = Path.cwd() if sys.stdin.isatty() else None
        agent = Agent(loaded, layout, loaded.workspace(here=here), bundled())
        with logging_to(layout.logs, loaded.settings.logging):
            asyncio.run(_serve(agent))
    except EXPECTED as error:
        code, sentence = explain(error)
        print(sentence, file=sys.stderr)  # noqa: T201 - for the person at the terminal
        return code
    return Exit.DONE


async def _serve(agent: Agent) -> None:
    """Serve until a signal comes; one more cuts the orderly end short."""
    serving = asyncio.current_task()
    assert serving is not None
    loop = asyncio.get_running_loop()
    for number in _ENDING:
        loop.add_signal_handler(number, serving.cancel)
    try:
        async with agent:
            gc.freeze()  # what lives as long as the agent need not be looked at in every collection
            sys.stdout.write(f"CNET agent ready at {agent.url}\n")  # in one piece, for who waits
            sys.stdout.flush()
            await asyncio.Event().wait()
    except asyncio.CancelledError:
        return
