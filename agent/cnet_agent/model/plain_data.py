"""Data of any shape that a file can keep and that a recursive reader can walk through."""

from collections.abc import Mapping
from typing import Any

from cnet_agent.model.fields import plain_text
from cnet_agent.model.quantities import MAX_INTEGER
from cnet_agent.model.sentence import Sentence

MAX_DEPTH = 16  # mappings and lists in one another


def plain(value: Any, depth: int = 0) -> Any:
    """Return ``value`` as it is.

    Raises:
        ValueError: it holds text that cannot be stored, a number that is not exact everywhere, or
            is nested too deeply.
    """
    if depth > MAX_DEPTH:
        raise ValueError(Sentence("must not be nested more than {depth} deep", depth=MAX_DEPTH))
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, int) and abs(value) > MAX_INTEGER:
        raise ValueError(Sentence("must not hold a whole number beyond {most}", most=MAX_INTEGER))
    if isinstance(value, Mapping):
        for key, inner in value.items():
            plain(key, depth + 1)
            plain(inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            plain(inner, depth + 1)
    return value
