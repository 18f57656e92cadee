"""What pydantic finds wrong, in the words in which the agent says it. Pure."""

from pydantic import ValidationError

from cnet_agent.model.errors import FieldError

_SENTENCES = {
    "missing": "is required",
    "extra_forbidden": "is not a known field",
    "none_required": "must be null",
}


def field_errors(
    error: ValidationError, prefix: tuple[str | int, ...] = ()
) -> tuple[FieldError, ...]:
    """Return each finding with its place, below ``prefix``, and a sentence without its subject."""
    return tuple(
        FieldError((*prefix, *each["loc"]), _sentence(each["type"], each["msg"]))
        for each in error.errors(include_url=False, include_context=False, include_input=False)
    )


def _sentence(kind: str, message: str) -> str:
    if kind in _SENTENCES:
        return _SENTENCES[kind]
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    return message[:1].lower() + message[1:]
