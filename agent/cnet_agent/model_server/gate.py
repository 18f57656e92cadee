"""Who may use a model's port: the same as may use the agent, by the same proofs."""

import hashlib
import json
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal

from aiohttp import web

from cnet_agent.model_server.condition import Refusal
from cnet_agent.server.guard import is_relayed
from cnet_agent.server.protocol import Connection
from cnet_agent.server.trust import Verdict

Right = Literal["read", "operate"]

_LOOK_EVERY = 1.0  # seconds between looks at the file of tokens
_RANK = {"read": 0, "operate": 1, "admin": 2}


class Gate:
    """Decides by the connection, or by the token that a request carries.

    Args:
        tokens: path of a JSON file with a role for the SHA-256 of each token; the agent keeps it.
    """

    def __init__(self, tokens: Path) -> None:
        self._file = tokens
        self._roles: dict[str, str] = {}
        self._looked = -_LOOK_EVERY
        self._stamp: tuple[int, int] | None = None

    async def refusal(
        self, request: web.BaseRequest, connection: Connection, right: Right
    ) -> Refusal | None:
        """Return why a request is refused, None if it is not."""
        values = request.headers.getall("Authorization", ())
        if values:
            role = self._role(values[0]) if len(values) == 1 else None
        elif is_relayed(request) or await connection.verdict() is not Verdict.OWN:
            role = None
        else:
            return None
        if role is None:
            return Refusal(
                HTTPStatus.UNAUTHORIZED,
                "Send a token of the agent in the header Authorization: Bearer.",
            )
        if _RANK[role] < _RANK[right]:
            return Refusal(HTTPStatus.FORBIDDEN, f"This needs a token with the role {right}.")
        return None

    def _role(self, value: str) -> str | None:
        scheme, _, token = value.partition(" ")
        if scheme.lower() != "bearer":
            return None
        self._look()
        digest = hashlib.sha256(token.strip().encode("utf-8", "surrogatepass")).hexdigest()
        return self._roles.get(digest)

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY:
            return
        self._looked = now
        try:
            status = self._file.stat()
            stamp = status.st_ino, status.st_mtime_ns  # two writings may share a tick of the clock
            if stamp != self._stamp:
                self._roles = _roles(json.loads(self._file.read_bytes()))
                self._stamp = stamp
        except (OSError, ValueError, TypeError):  # without it, nobody's token is known
            self._roles, self._stamp = {}, None


def _roles(given: Any) -> dict[str, str]:
    """Return roles by digest; a role that is not known allows nothing."""
    return {digest: role for digest, role in dict(given).items() if role in _RANK}
