"""Errors as ``application/problem+json``, and back into the same class at the other end."""

from typing import Self

from pydantic import Field

from cnet_agent.model.errors import BY_CODE, AgentError, FieldError, Internal
from cnet_agent.model.sentence import told
from cnet_agent.wire.sentence import Said, Telling, Text

MEDIA_TYPE = "application/problem+json"
_PREFIX = "urn:cnet:problem:"


class FieldProblem(Telling):
    """One problem of a request and where it is."""

    loc: list[str | int] = Field(description='Such as ["resources", "memory_limit"].')
    msg: Text
    said: Said = {}


class Problem(Telling):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(description="A URN that names the kind of problem for programs.")
    title: str
    status: int
    detail: Text = Field("", description="A sentence for a person.")
    errors: list[FieldProblem] = []
    said: Said = {}

    @classmethod
    def of(cls, error: AgentError) -> Self:
        """Return what the wire carries of ``error``."""
        return cls(
            type=_PREFIX + error.code,
            title=error.title,
            status=error.status,
            detail=told(error),
            errors=[FieldProblem(loc=list(each.loc), msg=each.msg) for each in error.errors],
        )

    def error(self, retry_after: float | None = None) -> AgentError:
        """Return the error that this was made of; an unknown kind becomes ``Internal``."""
        kind = BY_CODE.get(self.type.removeprefix(_PREFIX), Internal)
        errors = tuple(FieldError(tuple(each.loc), each.msg) for each in self.errors)
        return kind(
            self.detail or self.title, errors=errors, retry_after=retry_after, status=self.status
        )
