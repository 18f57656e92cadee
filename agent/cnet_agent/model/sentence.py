"""What the agent says to a person: English that remembers how it was made, to be translated.

A sentence is a ``str`` and goes wherever text goes; whoever speaks another language takes its
template, a message of a catalogue, and fills the figures in. Text that was cut, joined or formatted
otherwise is plain English again, so what follows one another is put together by ``joined``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any, Self

_FIGURE = re.compile(r"\{(\w+)\}")


class Sentence(str):
    """English text, and the template and figures that it was made of.

    ``Sentence("It ended with exit code {code}.", code=1)``. A figure may be a sentence itself.
    """

    __slots__ = ("figures", "template")

    template: str
    figures: Mapping[str, str]

    def __new__(cls, template: str, /, **figures: object) -> Self:
        """Fill ``figures`` into ``template``, which is written out where this is called."""
        told = {
            name: each if isinstance(each, str) else str(each) for name, each in figures.items()
        }
        return cls.of(template, told)

    @classmethod
    def of(cls, template: str, figures: Mapping[str, str]) -> Self:
        """Return the sentence of a template that was read from somewhere."""
        made = super().__new__(cls, filled(template, figures))
        made.template = template
        made.figures = MappingProxyType(figures) if figures else _NONE
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles keep what the sentence was made of."""
        return type(self).of, (self.template, dict(self.figures))


_NONE: Mapping[str, str] = MappingProxyType({})


def filled(
    template: str, figures: Mapping[str, str], word: Callable[[str], str] = lambda text: text
) -> str:
    """Return ``template`` with figures in place of their names in braces, each passed by ``word``.

    Nothing in braces means more than its name: templates may come from a stranger.
    """
    return _FIGURE.sub(
        lambda found: word(figures[found[1]]) if found[1] in figures else found[0], template
    )


def template(text: str) -> str:
    """Mark ``text`` as one that becomes a sentence elsewhere, so that it is translated."""
    return text


def joined(*parts: str) -> str:
    """Return sentences as they follow one another; empty ones are left out."""
    return reduce(_followed, (part for part in parts if part), "")


def _followed(first: str, then: str) -> str:
    return Sentence("{first} {then}", first=first, then=then) if first else then


def listed(parts: Iterable[str]) -> str:
    """Return texts one after the other with commas between them."""
    return reduce(lambda one, more: Sentence("{one}, {more}", one=one, more=more), parts)


def ended(text: str) -> str:
    """Return text as a sentence that ends."""
    return text if text.endswith((".", "!", "?")) else Sentence("{text}.", text=text)


def told(error: BaseException) -> str:
    """Return what an error says, as the sentence that it was made with where there is one."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Sentence) else str(error)


def as_data(text: str) -> Any:
    """Return text as JSON can hold it without forgetting what it was made of."""
    if not isinstance(text, Sentence):
        return text
    return {
        "template": text.template,
        "figures": {name: as_data(figure) for name, figure in text.figures.items()},
    }


def from_data(value: Any) -> str:
    """Return the text that ``as_data`` made ``value`` of.

    Raises:
        ValueError: it made no such thing.
    """
    match value:
        case str():
            return value
        case {"template": str() as template, "figures": dict() as figures}:
            return Sentence.of(template, {name: from_data(each) for name, each in figures.items()})
    raise ValueError("must be text, or a template with its figures")
