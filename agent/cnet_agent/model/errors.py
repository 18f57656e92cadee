"""The errors that cross the wire, as one tree; each has a code and an HTTP status.

AgentError
├── InvalidRequest        422, with a place for each problem
│   └── ExecutorUnavailable
├── Unauthenticated       401
├── Forbidden             403
├── NotFound              404
├── Conflict              409
├── QueueFull             503, with when to try again
├── ModelUnavailable      503, with when to try again
├── ModelTooSlow          504
├── ModelFailed           500
├── TooManyRequests       429
├── StorageFull           507
├── Unreachable           (made by the client: nobody answered)
└── Internal              500
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """One problem of a request and where it is, such as ``("resources", "memory_limit")``."""

    loc: tuple[str | int, ...]
    msg: str


class AgentError(Exception):
    """Something an agent refuses or cannot do; ``str`` is a sentence for a person."""

    code = "error"
    status = 500
    title = "Error"

    def __init__(
        self,
        detail: str = "",
        *,
        errors: tuple[FieldError, ...] = (),
        retry_after: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.errors = errors
        self.retry_after = retry_after  # seconds
        self.status = status or self.status


class InvalidRequest(AgentError):
    """The request does not fit the contract."""

    code, status, title = "invalid_request", 422, "The request is not valid"


class BadRequest(AgentError):
    """The request cannot be read at all, or its headers are refused; ``status`` says which."""

    code, status, title = "bad_request", 400, "The request cannot be read"


class ExecutorUnavailable(InvalidRequest):
    """This node cannot run that kind of task."""

    code, title = "executor_unavailable", "This node cannot run that kind of task"


class Unauthenticated(AgentError):
    """A token is needed, or this one is not known."""

    code, status, title = "unauthenticated", 401, "A token is needed"


class Forbidden(AgentError):
    """The caller may not do that."""

    code, status, title = "forbidden", 403, "Not allowed"


class NotFound(AgentError):
    """There is no such thing."""

    code, status, title = "not_found", 404, "Not found"


class Conflict(AgentError):
    """It cannot be done in the present state."""

    code, status, title = "conflict", 409, "Not possible now"


class TooManyRequests(AgentError):
    """Too many failed attempts."""

    code, status, title = "too_many_requests", 429, "Too many requests"


class QueueFull(AgentError):
    """No room for another waiting task."""

    code, status, title = "queue_full", 503, "Task queue is full"


class ModelUnavailable(AgentError):
    """The model is being loaded, or has as much to do as it may."""

    code, status, title = "model_unavailable", 503, "The model cannot answer now"


class ModelTooSlow(AgentError):
    """The model did not answer in time."""

    code, status, title = "model_too_slow", 504, "The model did not answer in time"


class ModelFailed(AgentError):
    """The model failed on a request; the text says how."""

    code, status, title = "model_failed", 500, "The model failed"


class StorageFull(AgentError):
    """The data directory's disk is full, or failing."""

    code, status, title = "storage_full", 507, "The agent's disk is full"


class Internal(AgentError):
    """The agent failed; its log says why."""

    code, status, title = "internal", 500, "The agent failed"


class Unreachable(AgentError):
    """Nobody answered, or not in time."""

    code, status, title = "unreachable", 503, "The agent does not answer"


BY_CODE: dict[str, type[AgentError]] = {
    error.code: error
    for error in (
        InvalidRequest,
        BadRequest,
        ExecutorUnavailable,
        Unauthenticated,
        Forbidden,
        NotFound,
        Conflict,
        TooManyRequests,
        QueueFull,
        ModelUnavailable,
        ModelTooSlow,
        ModelFailed,
        StorageFull,
        Internal,
    )
}
