"""A registry of images that has none: it says so, or says nothing at all."""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeRegistry:
    """Answers on a loopback port, which Docker asks without TLS."""

    def __init__(self) -> None:
        self.asked = threading.Event()  # for an image
        self.silent = False  # whether that is left without an answer
        self._over = threading.Event()
        registry = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if "/manifests/" in self.path:
                    registry.asked.set()
                    if registry.silent:
                        registry._over.wait()
                found = self.path == "/v2/"
                body = b"{}" if found else b'{"errors": [{"code": "MANIFEST_UNKNOWN"}]}'
                self.send_response(200 if found else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_HEAD = do_GET  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.image = f"127.0.0.1:{self._server.server_address[1]}/test/image:1"

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def close(self) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def fake_registry() -> Iterator[FakeRegistry]:
    """Give a registry that answers."""
    registry = FakeRegistry()
    threading.Thread(target=registry._serve, daemon=True).start()
    try:
        yield registry
    finally:
        registry.close()
