"""A worker's life: load, say so, answer what comes until the socket ends."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from cnet_worker.batch import Batcher
from cnet_worker.frames import Request, Requests, pack_reply
from cnet_worker.loading import limit_threads, load
from cnet_worker.log import say, say_error
from cnet_worker.refused import FAILED, CannotLoad
from cnet_worker.signature import Order
from cnet_worker.vigil import Vigil, may_watch

_OK = 200
_PIECE = 64 * 1024  # bytes read at a time: much more is mapped anew by malloc for each reading
_MOST = 4096  # requests taken in before what there is is computed


def main(order_file: str, descriptor: int) -> int:
    """Serve what an order says over a socket; return the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal; the server decides
    order = Order(**json.loads(Path(order_file).read_text(encoding="utf-8")))
    limit_threads(order.threads)
    connection = socket.socket(fileno=descriptor)
    threading.Thread(target=_end_with, args=(connection,), daemon=True).start()
    try:
        ready = load(order)
    except CannotLoad as error:
        return _give_up(connection, str(error))
    except BaseException as error:  # whatever a file of a stranger or its libraries raise
        return _give_up(connection, f"{say_error(error)}.")
    signal.signal(signal.SIGTERM, lambda *_: _hear_no_more(connection))
    facts = {**ready.facts, "memory": _memory()}
    with suppress(OSError):  # nobody wants it any more
        connection.sendall(pack_reply(0, _OK, 0, 0, 0, json.dumps(facts).encode()))
        vigil = Vigil(connection, watches=may_watch(order.cores))
        serve(connection, ready.batcher, vigil)
    return 0


def serve(connection: socket.socket, batcher: Batcher, vigil: Vigil) -> None:
    """Answer requests until the socket ends.

    What came while others were computed is computed together: where nobody waits, nobody is made
    to wait for company.

    Raises:
        OSError: it ended before it had all answers.
    """
    requests = Requests()
    while waiting := _receive(connection, requests):
        for replies in batcher.answer(waiting):
            connection.sendall(replies)
        vigil.wait(alone=len(waiting) == 1)


def _receive(connection: socket.socket, requests: Requests) -> list[tuple[Request, float]]:
    """Return at least one request, and all that have come, with when; none once it ends."""
    found: list[tuple[Request, float]] = []
    more = True
    while not found or (more and len(found) < _MOST):
        try:
            data = connection.recv(_PIECE, socket.MSG_DONTWAIT if found else 0)
        except BlockingIOError:
            break
        except OSError:
            return []
        if not data:
            return found
        now = time.monotonic()
        found += [(request, now) for request in requests.feed(data)]
        more = len(data) == _PIECE
    return found


def _end_with(connection: socket.socket) -> None:
    """End this process once the other end is closed, whatever it loads or computes."""
    closed = select.poll()
    closed.register(connection, 0)  # of what comes nothing is told, but of its end
    closed.poll()
    os._exit(0)


def _hear_no_more(connection: socket.socket) -> None:
    """Have the socket end for this process, which still answers what it was sent."""
    with suppress(OSError):  # it has ended
        connection.shutdown(socket.SHUT_RD)


def _give_up(connection: socket.socket, why: str) -> int:
    why = " ".join(why.split())  # libraries say things on many lines
    say(f"Cannot load the model: {why}")
    with suppress(OSError):
        connection.sendall(pack_reply(0, FAILED, 0, 0, 0, json.dumps({"error": why}).encode()))
    return 1


def _memory() -> int:
    """Return the most bytes that this process has had in memory."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
