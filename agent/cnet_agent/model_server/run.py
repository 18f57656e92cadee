"""A model server's life: its port is taken, the model is kept served, a stop ends it in order."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Iterable
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path

from cnet_agent.model.cause import NO_MODEL
from cnet_agent.model_server import event_loop
from cnet_agent.model_server.condition import NoModel
from cnet_agent.model_server.control import Control
from cnet_agent.model_server.fast_path import FastConnection
from cnet_agent.model_server.gate import Gate
from cnet_agent.model_server.http_port import HttpPort, malformed
from cnet_agent.model_server.journal import Journal
from cnet_agent.model_server.served import Served
from cnet_agent.server.protocol import BACKLOG, Listener
from cnet_agent.server.trust import LocalTrust
from cnet_agent.serving.order import ServingOrder
from cnet_agent.serving.start import ORDER

logger = logging.getLogger(__name__)

HOST = "127.0.0.1"
DRAIN = 5.0  # seconds that a stop leaves to the requests that are being computed


def main(place: str) -> int:
    """Serve what the order in a folder says until SIGTERM; return the exit code."""
    folder = Path(place)
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")
    order = ServingOrder.read(folder / ORDER)
    try:
        event_loop.run(_serve(order, folder))
    except NoModel as error:
        logger.error("%s%s", NO_MODEL, error)  # noqa: TRY400 - no defect of ours
        return os.EX_CONFIG
    except NoPort as error:
        logger.error("%s", error)  # noqa: TRY400 - the same
        return os.EX_UNAVAILABLE
    return 0


class NoPort(Exception):
    """None of the ports is free; ``str`` says which there are."""


async def _serve(order: ServingOrder, folder: Path) -> None:
    served = Served(order, folder)
    async with AsyncExitStack() as stack:
        listening = take_port(order.ports, folder / "port")
        stack.callback(listening.close)
        port = listening.getsockname()[1]
        control = Control(served, port, folder / ORDER)
        await control.open(Path(order.control))
        stack.callback(control.close)
        answers = HttpPort(served, Gate(Path(order.tokens)))
        listener = Listener(
            answers,
            LocalTrust(order.local_trust),
            malformed=malformed,
            connection=partial(FastConnection, answers),
        )
        server = await asyncio.get_running_loop().create_server(
            listener, sock=listening, backlog=BACKLOG
        )
        stack.push_async_callback(listener.shutdown, DRAIN)
        stack.callback(server.close)
        logger.info("Serving %s at http://%s:%d", order.name, HOST, port)
        await _until_stopped(served, control, Journal(served))


async def _until_stopped(served: Served, control: Control, journal: Journal) -> None:
    """Run until SIGTERM; then let the worker finish what it computes.

    Raises:
        NoModel: the model cannot be loaded.
    """
    tasks = [
        asyncio.ensure_future(work)
        for work in (served.run(), served.watch(), control.run(), journal.run())
    ]
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    waiting = asyncio.ensure_future(stopped.wait())
    await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
    if stopped.is_set():
        logger.info("Stopping")
        await served.drain(DRAIN)
    for task in (waiting, *tasks):
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError):
            await task


def take_port(ports: tuple[int, int], kept: Path) -> socket.socket:
    """Return a socket bound to the port of last time, or else to the first that is free.

    The port of last time counts only while it is one of ``ports``.

    Raises:
        NoPort: there is none.
    """
    first, last = ports
    every = range(first, last + 1)
    wanted: list[int] = []
    with suppress(OSError, ValueError):
        wanted = [port for port in (int(kept.read_text()),) if port in every]
    listening = _first_free([*wanted, *every])
    if listening is None:
        raise NoPort(f"None of the ports {first} to {last} is free; see ml.port_range.")
    kept.write_text(str(listening.getsockname()[1]))
    return listening


def _first_free(ports: Iterable[int]) -> socket.socket | None:
    for port in ports:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen(BACKLOG)
        except OSError:
            listening.close()
            continue
        listening.setblocking(False)
        return listening
    return None
