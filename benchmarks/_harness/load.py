"""A lean HTTP client: the same request, over keep-alive connections. Standard library only.

Run in a process of its own it measures how a server fares under load, and what it took itself.
"""

import json
import selectors
import socket
import subprocess
import sys
import time
from typing import NamedTuple, Self


class Connection:
    """One keep-alive connection that sends bytes and takes whole answers."""

    def __init__(self, host: str, port: int) -> None:
        self.socket = socket.create_connection((host, port), 30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.head = b""  # of the last answer
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()

    def send(self, request: bytes) -> None:
        """Send a request."""
        self.socket.sendall(request)

    def receive(self) -> bytes | None:
        """Read once; return the answer's body when it is complete.

        Raises:
            ConnectionError: the answer is an error, or there is none.
        """
        data = self.socket.recv(1 << 18)
        if not data:
            raise ConnectionError("the server closed the connection")
        self._rest += data
        head, found, body = self._rest.partition(b"\r\n\r\n")
        if not found:
            return None
        length = int(header(head, b"content-length") or 0)
        if len(body) < length:
            return None
        if not head.startswith(b"HTTP/1.1 2"):
            raise ConnectionError(self._rest.decode(errors="replace"))
        self.head, self._rest = head, b""
        return body

    def ask(self, request: bytes) -> bytes:
        """Send a request and wait for its answer's body."""
        self.send(request)
        while (body := self.receive()) is None:
            pass
        return body


def address(url: str) -> tuple[str, int]:
    """Return host and port of ``http://host:port``."""
    host, _, port = url.removeprefix("http://").rstrip("/").rpartition(":")
    return host, int(port)


def header(head: bytes, name: bytes) -> bytes:
    """Return a header's value; empty where there is none."""
    return head.lower().partition(b"\r\n" + name + b":")[2].partition(b"\r")[0].strip()


def get(path: str) -> bytes:
    """Return a GET request."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def post(path: str, body: object) -> bytes:
    """Return a POST request with a JSON body."""
    text = json.dumps(body)
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(text)}\r\n\r\n{text}".encode()


class Sent(NamedTuple):
    """How requests under load went."""

    began: float  # monotonic seconds
    ended: float
    cpu: float  # seconds of processor time that the client took
    latencies: list[float]  # milliseconds


def under_load(url: str, request: bytes, connections: int, count: int) -> Sent:
    """Send the same request ``count`` times, one at a time on each connection, from a process.

    Raises:
        ConnectionError: an answer was an error, or there was none.
    """
    command = [sys.executable, "-S", "-E", __file__, url, str(connections), str(count)]
    done = subprocess.run(command, input=request, capture_output=True, check=False)
    if done.returncode:
        raise ConnectionError(done.stderr.decode(errors="replace"))
    return Sent(*json.loads(done.stdout))


def _send(host: str, port: int, request: bytes, connections: int, count: int) -> Sent:
    selector = selectors.DefaultSelector()
    for _ in range(min(connections, count)):
        connection = Connection(host, port)
        selector.register(connection.socket, selectors.EVENT_READ, connection)
    sent_at: dict[Connection, float] = {}
    latencies: list[float] = []
    cpu, began = time.process_time(), time.monotonic()
    for key in selector.get_map().values():
        sent_at[key.data] = time.monotonic()
        key.data.send(request)
    left = count - len(sent_at)
    while len(latencies) < count:
        for key, _ in selector.select():
            if key.data.receive() is None:
                continue
            now = time.monotonic()
            latencies.append((now - sent_at[key.data]) * 1000)
            if left > 0:
                left -= 1
                sent_at[key.data] = now
                key.data.send(request)
    return Sent(began, time.monotonic(), time.process_time() - cpu, latencies)


if __name__ == "__main__":
    where, connections, count = sys.argv[1:]
    request = sys.stdin.buffer.read()
    print(json.dumps(_send(*address(where), request, int(connections), int(count))))
