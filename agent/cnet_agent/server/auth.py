"""Who sent a request, and what they may do: read, operate, administer."""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web

from cnet_agent.model.errors import Forbidden, TooManyRequests, Unauthenticated
from cnet_agent.model.sentence import Sentence
from cnet_agent.server.guard import is_relayed
from cnet_agent.server.protocol import Connection
from cnet_agent.server.tokens import Identity, TokenBook
from cnet_agent.server.trust import Verdict
from cnet_agent.wire.requests import Role

logger = logging.getLogger(__name__)

RANK: dict[Role, int] = {"read": 0, "operate": 1, "admin": 2}
LOCAL = Identity("admin", local=True)  # a program of the agent's own user

BURST = 10  # wrong tokens from one address before they are refused unread
SECONDS_PER_FAILURE = 5.0
_ADDRESSES = 1024  # remembered


@dataclass(slots=True)
class FailureLimit:
    """Counts wrong tokens by address; right ones are never held up by it."""

    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def failed(self, address: str) -> float:
        """Count a failure. Returns 0, or seconds to wait if there were too many."""
        now = self.clock()
        level, at = self._buckets.pop(address, (0.0, now))
        level = max(0.0, level - (now - at) / SECONDS_PER_FAILURE)
        excess = level + 1 - BURST
        self._buckets[address] = (level if excess > 0 else level + 1, now)
        if len(self._buckets) > _ADDRESSES:
            self._buckets.popitem(last=False)
        return max(0.0, excess * SECONDS_PER_FAILURE)


@dataclass(slots=True)
class Authenticator:
    """Decides who a request is from."""

    tokens: TokenBook
    limit: FailureLimit

    async def identify(self, request: web.BaseRequest, connection: Connection) -> Identity | None:
        """Return the sender, None for somebody unknown.

        Raises:
            Unauthenticated: the token is not known (any more).
            TooManyRequests: nor were many others from that address.
        """
        values = request.headers.getall("Authorization", [])
        if values:
            return self._by_token(values, request.remote or "")
        if is_relayed(request):
            return None
        return LOCAL if await connection.verdict() is Verdict.OWN else None

    def _by_token(self, values: list[str], address: str) -> Identity:
        scheme, _, token = values[0].partition(" ")
        if len(values) == 1 and scheme.lower() == "bearer":
            identity = self.tokens.identify(token.strip())
            if identity is not None:
                return identity
        wait = self.limit.failed(address)
        if wait:
            raise TooManyRequests(
                Sentence("Too many wrong tokens from this address."), retry_after=wait
            )
        logger.warning("a wrong token from %s", address)
        raise Unauthenticated(Sentence("This token is not known, or not any more."))


def require(identity: Identity | None, role: Role) -> Identity:
    """Return who it is if they may do what needs ``role``.

    Raises:
        Unauthenticated: nobody knows who it is.
        Forbidden: their token does not allow it.
    """
    if identity is None:
        raise Unauthenticated(
            Sentence(
                "Send the agent's token in the header Authorization: Bearer. Only programs of the "
                "agent's own user on this machine need none."
            )
        )
    if RANK[identity.role] < RANK[role]:
        raise Forbidden(
            Sentence(
                "This needs a token with the role {role}, yours has {yours}.",
                role=repr(role),
                yours=repr(identity.role),
            )
        )
    return identity
