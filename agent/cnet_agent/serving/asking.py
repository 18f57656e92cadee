"""What the agent asks a model's server beyond what a server asks a worker."""

ORDER = 0x20
"""Read the order again."""

OF_VERSION = 0x40
"""Added to a kind of ``cnet_worker.frames``: a version is to answer, whose name is before the
body."""


def pack_versioned(kind: int, body: bytes, version: str) -> tuple[int, bytes]:
    """Return the kind and the body of a request to a version; to any if its name is empty."""
    if not version:
        return kind, body
    name = version.encode()
    return kind | OF_VERSION, bytes([len(name)]) + name + body


def unpack_versioned(kind: int, body: bytes) -> tuple[int, bytes, str]:
    """Return the kind, the body and the version that ``pack_versioned`` took."""
    start = 1 + body[0]
    return kind & ~OF_VERSION, body[start:], body[1:start].decode()
