"""The audit log on the wire and on disk: who did what, from where, and what came of it."""

import json
import re

from pydantic import Field, JsonValue

from cnet_agent.wire.answer import Answer
from cnet_agent.wire.times import Timestamp

LONGEST = 200  # characters of any text that somebody else chose
_TOKEN = re.compile(r"cnet_[A-Za-z0-9_-]*")


class AuditEntry(Answer):
    """One thing that was done, or refused."""

    at: Timestamp
    action: str = Field(description="request, agent.started, agent.stopped, tasks.removed …")
    who: str = Field(
        description="local (a program of the agent's own user), admin, a token's id, unknown, agent"
    )
    name: str | None = Field(None, description="Of the token.")
    uid: int | None = Field(None, description="Of a local program.")
    role: str | None = None
    address: str | None = Field(None, description="Where the request came from.")
    method: str | None = None
    route: str | None = Field(None, description='As in the contract: "/api/tasks/{id}".')
    path: dict[str, str] = Field(default={}, description="The variable parts of the path.")
    query: str | None = None
    status: int | None = None
    why: str | None = Field(None, description="Why it was refused.")
    repeated: int = Field(1, description="How often, where many were alike.")
    detail: dict[str, JsonValue] = Field(default={}, description="What else is worth knowing.")


class AuditView(Answer):
    """A part of the audit log, newest first."""

    entries: list[AuditEntry]
    more: bool = Field(description="Whether there are earlier ones that the query asks for.")


def clean(text: str) -> str:
    """Return text that somebody else chose as the log may hold it: short, without a token.

    What is no Unicode is replaced, or nobody could read the entry again.
    """
    return _TOKEN.sub("cnet_…", text)[:LONGEST].encode(errors="replace").decode()


def line_of(entry: AuditEntry) -> str:
    """Return an entry as its line, which has nothing but ASCII: whatever is in it, it is one."""
    return json.dumps(entry.model_dump(mode="json", exclude_defaults=True), separators=(",", ":"))
