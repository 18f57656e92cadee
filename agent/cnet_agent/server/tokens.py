"""The tokens an agent accepts: the administrator's from its file, and named ones with a role.

Only hashes are kept, here and in the store. What is looked up is the hash of what was sent, so
the time it takes tells nothing about a token.
"""

import asyncio
import hashlib
import hmac
import json
import os
import secrets
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from cnet_agent.config.private_files import write_private
from cnet_agent.model.errors import Conflict, NotFound
from cnet_agent.model.sentence import Sentence
from cnet_agent.store.base import Store, TokenRecord
from cnet_agent.wire.requests import Role

PREFIX = "cnet_"


class TokenFileError(Exception):
    """The administrator's token file cannot be trusted; ``str`` says why and what to do."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose token it is. ``token_id`` is None for the administrator's."""

    role: Role
    token_id: str | None = None
    name: str | None = None  # of the token
    local: bool = False  # a program of the agent's own user, without a token


def new_token() -> str:
    """Return a new secret of 256 bits."""
    return PREFIX + secrets.token_urlsafe(32)


def load_admin_token(path: Path) -> str:
    """Return the token in ``path``, which is made if it is missing; only its user may read it.

    Raises:
        TokenFileError: others could have read or written it.
    """
    if os.path.lexists(path):
        return _read_token(path)
    token = new_token()
    write_private(path, f"{token}\n".encode())
    return token


def _read_token(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError as error:
        raise TokenFileError(f"{path} cannot be opened: {error.strerror}.") from None
    with os.fdopen(descriptor, encoding="utf-8", errors="replace") as file:
        status = os.fstat(descriptor)
        token = file.read(1000).strip()
    if os.name == "posix":
        if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid():
            raise TokenFileError(f"{path} is not a file of yours; remove it to get a new token.")
        if status.st_mode & 0o077:
            raise TokenFileError(
                f"{path} can be read by others; run: chmod 600 {path} (or remove it for a new one)."
            )
    if not token.startswith(PREFIX) or len(token) < 40 or not token.isascii():
        raise TokenFileError(f"{path} does not hold a token; remove it to get a new one.")
    return token


@dataclass(slots=True)
class TokenBook:
    """All tokens, in memory; changes are on disk before they count.

    ``copy`` is a file that others read roles from, by the hashes of tokens.
    """

    store: Store
    admin_token: str
    copy: Path
    on_revoked: Callable[[str], None] = lambda _token_id: None
    _by_digest: dict[str, TokenRecord] = field(default_factory=dict)

    async def open(self) -> None:
        """Read the named tokens from the store."""
        self._by_digest = {record.digest: record for record in await self.store.tokens()}
        await self._write_copy()

    def identify(self, token: str) -> Identity | None:
        """Return whose token this is, None if nobody's."""
        digest = _digest(token)
        if hmac.compare_digest(digest, _digest(self.admin_token)):
            return Identity("admin")
        record = self._by_digest.get(digest)
        return Identity(cast("Role", record.role), record.id, record.name) if record else None

    def list(self) -> list[TokenRecord]:
        """Return the named tokens, oldest first."""
        return sorted(self._by_digest.values(), key=lambda record: record.created_at)

    async def create(self, name: str, role: Role) -> tuple[TokenRecord, str]:
        """Make a token; its secret is returned this once.

        Raises:
            Conflict: another one has the name.
        """
        if any(record.name == name for record in self._by_digest.values()):
            raise Conflict(
                Sentence(
                    "There is a token named {name}; revoke it, or choose another name.",
                    name=repr(name),
                )
            )
        token = new_token()
        record = TokenRecord(secrets.token_hex(8), name, role, _digest(token), time.time())
        await self.store.put_token(record)
        self._by_digest[record.digest] = record
        await self._write_copy()
        return record, token

    async def revoke(self, token_id: str) -> None:
        """Forget a token at once; what it has open is closed.

        Raises:
            NotFound: there is no such token.
        """
        known = await self.store.delete_token(token_id)
        self._by_digest = {
            digest: record for digest, record in self._by_digest.items() if record.id != token_id
        }
        await self._write_copy()
        self.on_revoked(token_id)
        if not known:
            raise NotFound(Sentence("There is no token {token}.", token=repr(token_id)))

    async def _write_copy(self) -> None:
        roles = {digest: record.role for digest, record in self._by_digest.items()}
        roles[_digest(self.admin_token)] = "admin"
        await asyncio.to_thread(write_private, self.copy, json.dumps(roles).encode())


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
