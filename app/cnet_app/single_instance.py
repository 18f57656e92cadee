"""One console per user and data directory: a second start raises the window of the first."""

import hashlib
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

DEADLINE = 2000  # milliseconds for the first console to say that it has heard
_LONGEST = 100  # bytes of a socket's path
_RAISE, _HEARD = b"raise", b"heard"


class SingleInstance(QObject):
    """Listens for later starts of the same console. ``asked`` is emitted by each of them."""

    asked = Signal()

    def __init__(self, server: QLocalServer) -> None:
        super().__init__()
        self._server = server
        server.setParent(self)
        server.newConnection.connect(self._welcome)
        self._welcome()  # whoever came before there was anybody to listen

    def close(self) -> None:
        """Let the next console be the first."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(lambda socket=socket: self._answer(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        word, _, token = bytes(socket.readAll().data()).partition(b" ")
        if word != _RAISE:
            return
        if token:  # a desktop lets a window come up that shows who asked for it
            os.environ["XDG_ACTIVATION_TOKEN"] = token.decode("ascii", "ignore")
        socket.write(_HEARD)
        socket.flush()
        self.asked.emit()


def claim(data_dir: Path) -> SingleInstance | None:
    """Become the console of a data directory; None if there is one, which was raised instead.

    Where no socket can be made each start is a console of its own, as if there were no other.
    """
    name = _name(data_dir)
    if _raise_first(name):
        return None
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(name):
        if _raise_first(name):  # it was quicker
            return None
        QLocalServer.removeServer(name)  # left behind by one that was killed
        server.listen(name)
    return SingleInstance(server)


def _raise_first(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(DEADLINE):
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    socket.write(_RAISE + b" " + token.encode("ascii", "ignore"))
    socket.flush()
    heard = socket.waitForReadyRead(DEADLINE) and bytes(socket.readAll().data()) == _HEARD
    socket.abort()
    return heard


def _name(data_dir: Path) -> str:
    """Return a name that no other user can take before us, where the system has such a place."""
    digest = hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:16]
    name = f"cnet-console-{digest}"
    if os.name == "nt":
        return name
    for folder in (os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir()):
        path = f"{folder}/{name}-{os.getuid()}"
        if folder and len(path.encode()) < _LONGEST:
            return path
    return name
