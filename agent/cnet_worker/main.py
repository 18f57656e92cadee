"""A worker's life: load, say so, answer what comes until the socket ends."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import sys
import threading
import time
from pathlib import Path

from cnet_worker.batch import Batcher
from cnet_worker.frames import Request, Requests, pack_reply
from cnet_worker.loading import limit_threads, load
from cnet_worker.log import say, say_error
from cnet_worker.refused import FAILED, CannotLoad
from cnet_worker.signature import Order

_OK = 200
_PIECE = 1024 * 1024  # bytes read at a time
_LOOK_EVERY = 0.2  # seconds between looks whether anybody still wants the model
_MOST = 4096  # requests taken in before what there is is computed


def main(order_file: str, descriptor: int) -> int:
    """Serve what an order says over a socket; return the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal; the server decides
    order = Order(**json.loads(Path(order_file).read_text(encoding="utf-8")))
    limit_threads(order.threads)
    connection = socket.socket(fileno=descriptor)
    loaded = threading.Event()
    threading.Thread(target=_end_with, args=(connection, loaded), daemon=True).start()
    try:
        ready = load(order)
    except CannotLoad as error:
        return _give_up(connection, str(error))
    except BaseException as error:  # whatever a file of a stranger or its libraries raise
        return _give_up(connection, f"{say_error(error)}.")
    finally:
        loaded.set()
    facts = {**ready.facts, "memory": _memory()}
    connection.sendall(pack_reply(0, _OK, 0, 0, 0, json.dumps(facts).encode()))
    serve(connection, ready.batcher)
    return 0


def serve(connection: socket.socket, batcher: Batcher) -> None:
    """Answer requests until the socket ends.

    What came while others were computed is computed together: where nobody waits, nobody is made
    to wait for company.
    """
    requests = Requests()
    while waiting := _receive(connection, requests):
        replies = batcher.answer(waiting)
        try:
            connection.sendall(b"".join(replies))
        except OSError:
            return


def _receive(connection: socket.socket, requests: Requests) -> list[tuple[Request, float]]:
    """Return at least one request, and all that have come, with when; none once it ends."""
    found: list[tuple[Request, float]] = []
    flags = 0
    while len(found) < _MOST:
        try:
            data = connection.recv(_PIECE, flags)
        except BlockingIOError:
            break
        except OSError:
            return []
        if not data:
            return found
        now = time.monotonic()
        found += [(request, now) for request in requests.feed(data)]
        if found:
            flags = socket.MSG_DONTWAIT
    return found


def _end_with(connection: socket.socket, loaded: threading.Event) -> None:
    """End this process if the socket ends while the model is being loaded."""
    while not loaded.wait(_LOOK_EVERY):
        try:
            if not connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT):
                os._exit(0)
        except BlockingIOError:
            continue
        except OSError:
            os._exit(0)


def _give_up(connection: socket.socket, why: str) -> int:
    say(f"Cannot load the model: {why}")
    connection.sendall(pack_reply(0, FAILED, 0, 0, 0, json.dumps({"error": why}).encode()))
    return 1


def _memory() -> int:
    """Return the most bytes that this process has had in memory."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
