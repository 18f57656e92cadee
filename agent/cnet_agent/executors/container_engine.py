"""What is asked of Docker, through its SDK. Blocking; for threads. Knows nothing of tasks."""

import contextlib
import json
import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, TypeVar

from cnet_agent.model.sentence import Sentence

DEFAULT_HOST = "unix:///var/run/docker.sock"
DEADLINE = 20  # seconds for an answer
SILENCE = 120.0  # seconds in which a pull makes no progress
KEPT = 16  # idle connections that are kept; on a socket the SDK has a pool for each path


_FRAME = struct.Struct(">BxxxL")
_NEVER = "0001-01-01T00:00:00Z"


T_co = TypeVar("T_co", covariant=True)


class Stream(Protocol[T_co]):
    """What Docker goes on telling, until it ends or is closed, from any thread."""

    def __iter__(self) -> Iterator[T_co]:
        """Give what is told, one after the other."""

    def close(self) -> None:
        """End it."""


class Unreachable(Exception):
    """Docker does not answer; ``str`` says why, ``mend`` and ``command`` what to do."""

    def __init__(self, sentence: str, mend: str = "", command: str = "") -> None:
        super().__init__(sentence)
        self.mend = mend
        self.command = command


class Refused(Exception):
    """Docker refuses something; ``str`` is its own sentence.

    ``status`` is that of HTTP, ``is_temporary`` whether another try may succeed.
    """

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status

    @property
    def is_temporary(self) -> bool:
        """Whether the fault is Docker's and not that of what it was asked for."""
        return self.status >= 500


@dataclass(frozen=True, slots=True)
class Info:
    """What Docker says of itself."""

    version: str
    gpus: bool  # whether it can give GPUs to containers
    limits: frozenset[str]  # cpu, memory, pids: those the kernel enforces for it


@dataclass(frozen=True, slots=True)
class Container:
    """A container as it is now; times are Unix seconds."""

    id: str
    name: str
    image: str
    labels: dict[str, str]
    status: str  # created, running, paused, restarting, removing, exited or dead
    pid: int
    created_at: float
    started_at: float | None
    finished_at: float | None
    exit_code: int
    oom_killed: bool
    error: str

    @property
    def has_ended(self) -> bool:
        """Whether it ran and runs no more."""
        return self.status in ("exited", "dead")


class Engine:
    """One Docker. Every method raises ``Unreachable``, and ``Refused`` where it says no."""

    def __init__(self, connect: Callable[[], Any] | None = None) -> None:
        self._connect = connect or _connect
        self._lock = threading.Lock()
        self._client: Any = None
        self._is_away = True  # as far as is known

    def close(self) -> None:
        """Let go of all connections but those that somebody still reads."""
        with self._lock:
            if self._client is not None:
                self._client.close()

    def info(self) -> Info:
        """Ask Docker who it is."""
        with self.asking() as client:
            found = client.info()
        limits = {"cpu": "CpuCfsQuota", "memory": "MemoryLimit", "pids": "PidsLimit"}
        return Info(
            version=str(found.get("ServerVersion", "")),
            gpus="nvidia" in (found.get("Runtimes") or {}),
            limits=frozenset(name for name, key in limits.items() if found.get(key)),
        )

    def has_image(self, name: str) -> bool:
        """Tell whether an image is there."""
        with self.asking() as client:
            try:
                client.inspect_image(name)
            except _sdk().ImageNotFound:
                return False
        return True

    def pull(self, name: str) -> Stream[dict[str, Any]]:
        """Pull an image; the items are Docker's messages.

        ``close`` of the stream, from any thread, gives it up. So does a silence of ``SILENCE``.
        """
        with self.asking() as client:
            answer = client.post(
                self.url(client, "images/create"),
                **_sdk().pull_request(client, name),
                stream=True,
                timeout=(DEADLINE, SILENCE),
            )
            check(answer)
        told: Stream[dict[str, Any]] = _sdk().CancellableStream(messages(answer), answer)
        return told

    def find(self, name: str) -> Container | None:
        """Return the container of a name or id, None if there is none."""
        with self.asking() as client:
            try:
                return _container(client.inspect_container(name))
            except _sdk().APIError as error:
                if error.status_code == 404:
                    return None
                raise

    def find_labelled(self, label: str) -> list[Container]:
        """Return all containers with a label ``name=value``, those that ended too."""
        with self.asking() as client:
            found = client.containers(all=True, filters={"label": label})
        each = (self.find(one["Id"]) for one in found)
        return [one for one in each if one is not None]

    def create(self, name: str, config: dict[str, Any], host: dict[str, Any]) -> str:
        """Make a container and return its id; one of that name that is there already is taken."""
        with self.asking() as client:
            try:
                made = client.create_container(
                    name=name, host_config=client.create_host_config(**host), **config
                )
            except _sdk().APIError as error:
                if error.status_code != 409:
                    raise
                made = client.inspect_container(name)
            return str(made["Id"])

    def start(self, container: str) -> None:
        """Start a container; one that runs is left alone."""
        with self.asking() as client:
            client.start(container)

    def kill(self, container: str, signal: str = "SIGKILL") -> bool:
        """Send a signal to a container's first process; tell whether it ran."""
        with self.asking() as client:
            try:
                client.kill(container, signal)
            except _sdk().APIError as error:
                if error.status_code in (404, 409):
                    return False
                raise
        return True

    def remove(self, container: str) -> None:
        """Remove a container and its own volumes, whatever it does."""
        with self.asking() as client:
            try:
                client.remove_container(container, force=True, v=True)
            except _sdk().APIError as error:
                if error.status_code not in (404, 409):  # gone, or going
                    raise

    def stats(self, container: str) -> dict[str, Any] | None:
        """Return what a container has used so far, as Docker counts it; None if it is gone."""
        with self.asking() as client:
            try:
                found = client.stats(container, stream=False, one_shot=True)
            except _sdk().APIError as error:
                if error.status_code in (404, 409):
                    return None
                raise
        return dict(found) if found.get("pids_stats") else None

    def log(self, container: str, since: int) -> Stream[tuple[int, bytes]]:
        """Follow a container's log from a second on, to its end.

        Each item is the number of the stream (0 is stdout, 1 stderr) and an entry: a time, a space
        and the text. ``close`` of the stream, from any thread, ends it. It also ends when Docker
        goes away: look at the container afterwards.
        """
        with self.asking() as client:
            # The SDK's own ``logs`` does not tell which stream a line is of.
            wanted = {"follow": 1, "stdout": 1, "stderr": 1, "timestamps": 1, "since": since}
            answer = client.get(
                self.url(client, f"containers/{container}/logs"),
                params=wanted,
                stream=True,
                timeout=(DEADLINE, None),
            )
            check(answer)
        told: Stream[tuple[int, bytes]] = _sdk().CancellableStream(_frames(answer.raw), answer)
        return told

    def url(self, client: Any, path: str) -> str:
        """Return where Docker answers for ``path``."""
        return f"{client.base_url}/v{client.api_version}/{path}"

    @contextlib.contextmanager
    def asking(self) -> Iterator[Any]:
        """Give the SDK's own client, and turn what it raises into errors of ours."""
        if self._is_away:
            try:
                knock(os.environ.get("DOCKER_HOST") or DEFAULT_HOST)
            except OSError as error:
                raise _unreachable(error) from error
        try:
            yield self._connected()
        except _sdk().APIError as error:
            status = error.status_code or 500
            raise Refused(_sentence(error.explanation or str(error)), status) from error
        except (_sdk().DockerException, *_sdk().BROKEN) as error:
            self._is_away = True
            raise _unreachable(error) from error

    def _connected(self) -> Any:
        with self._lock:
            if self._client is None:
                self._client = self._connect()
            self._is_away = False
            return self._client


def knock(host: str) -> None:
    """See whether somebody listens; the SDK leaves a socket open where nobody does.

    Raises:
        OSError: nobody does.
    """
    if host.startswith("unix://"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(DEADLINE)
            probe.connect(host.removeprefix("unix://"))


def _sdk() -> Any:
    """Return what is used of Docker's SDK."""
    from cnet_agent.executors import container_sdk

    return container_sdk


def _connect() -> Any:
    return _sdk().connect(DEADLINE, KEPT)


def check(answer: Any) -> None:
    """Look whether Docker does what it was asked for.

    Raises:
        Refused: it does not.
    """
    if answer.status_code != 200:
        with contextlib.closing(answer):
            raise Refused(_sentence(answer.text), answer.status_code)


def messages(answer: Any) -> Iterator[dict[str, Any]]:
    """Yield what Docker says while it pulls or builds.

    Raises:
        Refused: it cannot.
        Unreachable: it was silent for too long, or went away.
    """
    try:
        for line in answer.iter_lines():
            message = json.loads(line)
            if "error" in message:
                raise Refused(str(message["error"]), 500)
            yield message
    except _sdk().BROKEN as error:
        raise _unreachable(error) from error


def _frames(raw: Any) -> Iterator[tuple[int, bytes]]:
    """Yield the entries of a log in which two streams are mixed."""
    try:
        while len(head := raw.read(_FRAME.size)) == _FRAME.size:
            number, size = _FRAME.unpack(head)
            entry = raw.read(size)
            if len(entry) < size:
                return
            yield int(number == 2), entry
    except (
        *_sdk().BROKEN,
        ValueError,
        AttributeError,
    ):  # Docker went away, or nobody reads any more
        return


def _container(found: dict[str, Any]) -> Container:
    state = found["State"]
    return Container(
        id=str(found["Id"]),
        name=str(found["Name"]).lstrip("/"),
        image=str(found["Image"]),
        labels=dict(found["Config"].get("Labels") or {}),
        status=str(state["Status"]),
        pid=int(state.get("Pid") or 0),
        created_at=_moment(found.get("Created")) or 0.0,
        started_at=_moment(state.get("StartedAt")),
        finished_at=_moment(state.get("FinishedAt")),
        exit_code=int(state.get("ExitCode") or 0),
        oom_killed=bool(state.get("OOMKilled")),
        error=str(state.get("Error") or ""),
    )


def _moment(text: str | None) -> float | None:
    """Return Docker's time, which has up to nine digits of a second, as Unix seconds."""
    if not text or text == _NEVER:
        return None
    whole, _, fraction = text.rstrip("Z").partition(".")
    at = datetime.fromisoformat(whole).replace(tzinfo=UTC).timestamp()
    return at + float(f"0.{fraction or 0}")


def _sentence(text: str | bytes) -> str:
    """Return Docker's own words: they may come as JSON."""
    said = text.decode(errors="replace") if isinstance(text, bytes) else text
    with contextlib.suppress(ValueError, KeyError, TypeError):
        said = str(json.loads(said)["message"])
    return said.strip()


def _unreachable(error: BaseException) -> Unreachable:
    text = str(error)
    if "Permission denied" in text or "PermissionError" in text:
        return Unreachable(
            Sentence("This user may not use Docker."),
            Sentence("Add the user to the group docker, then log in again."),
            "sudo usermod -aG docker $USER",
        )
    if "FileNotFoundError" in text or "No such file" in text or "Connection refused" in text:
        return Unreachable(
            Sentence("Docker is not running, or not installed."),
            Sentence("Install it, or start it."),
            "sudo apt install docker.io && sudo systemctl start docker",
        )
    return Unreachable(Sentence("Docker does not answer: {what}", what=text[:300]))
