"""Server-sent events: frames as bytes, and bytes as frames. Pure."""

from dataclasses import dataclass

HEARTBEAT = b": still here\n\n"
MAX_PENDING = 4 * 1024 * 1024  # bytes of one frame a reader accepts


@dataclass(frozen=True, slots=True)
class Frame:
    """One event of a stream. ``id`` is where the stream goes on after it."""

    event: str
    data: str
    id: str | None = None


def encode(event: str, data: str, id: str | None = None) -> bytes:  # noqa: A002
    """Return a frame; ``data`` is JSON, so it has no line break of its own."""
    head = f"id: {id}\n" if id is not None else ""
    return f"{head}event: {event}\ndata: {data}\n\n".encode()


class Decoder:
    """Takes bytes as they come and gives the frames that are complete."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Return the frames that ``data`` completes.

        Raises:
            ValueError: a frame is longer than ``MAX_PENDING``.
        """
        *blocks, self._rest = (self._rest + data).split(b"\n\n")
        if len(self._rest) > MAX_PENDING:
            raise ValueError("a frame of the event stream is too long")
        return [frame for block in blocks if (frame := _frame(block)) is not None]


def _frame(block: bytes) -> Frame | None:
    fields: dict[str, list[str]] = {}
    for line in block.decode(errors="replace").split("\n"):
        name, _, value = line.partition(":")
        if name:  # an empty name is a comment: the heartbeat
            fields.setdefault(name, []).append(value.removeprefix(" "))
    if "data" not in fields:
        return None
    return Frame(
        fields.get("event", ["message"])[-1],
        "\n".join(fields["data"]),
        fields["id"][-1] if "id" in fields else None,
    )
