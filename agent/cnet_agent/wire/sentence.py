"""Texts for a person on the wire: in English, and beside it as templates that can be translated."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator, model_validator

from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.answer import Answer


def _keep(value: Any, read: ValidatorFunctionWrapHandler) -> str:
    return value if isinstance(value, Sentence) else read(value)


_TEXT = WrapValidator(_keep)

Text = Annotated[str, _TEXT]
"""Text for a person, in English; the field ``said`` of its answer tells what it was made of."""


class SaidView(Answer):
    """A text as a message of a catalogue, and what to fill into it."""

    template: str = Field(
        description='In English, figures in braces: "It ended with exit code {code}."'
    )
    figures: dict[str, "str | SaidView"] = Field(
        {}, description="Each is text as it is, or a text of the agent itself."
    )

    @classmethod
    def of(cls, sentence: Sentence) -> Self:
        """Return what the wire carries of a sentence."""
        return cls(
            template=sentence.template,
            figures={
                name: cls.of(figure) if isinstance(figure, Sentence) else figure
                for name, figure in sentence.figures.items()
            },
        )

    def sentence(self) -> Sentence:
        """Return the sentence that this was made of."""
        return Sentence.of(
            self.template,
            {
                name: figure.sentence() if isinstance(figure, SaidView) else figure
                for name, figure in self.figures.items()
            },
        )


Said = Annotated[
    dict[str, SaidView],
    Field(
        description="What its texts were made of, to be translated: by field, such as "
        '"message" or "problems.0". What the system or a person said is not here.'
    ),
]


class Telling(Answer):
    """An answer with texts for a person; its last field is ``said: Said = {}``.

    Made by an agent, it takes down what they were made of; read by a client, they are sentences.
    """

    _texts: ClassVar[tuple[str, ...]] = ()  # the fields that hold texts, or lists of them

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Find the fields with texts."""
        cls._texts = tuple(
            name
            for name, field in cls.model_fields.items()
            if _TEXT in field.metadata or _holds_text(field.annotation)
        )

    @model_validator(mode="after")
    def _keep_sentences(self) -> Self:
        values = self.__dict__  # as it may not change once this is done
        if values["said"]:
            values.update(self._heard(values["said"]))
        elif said := dict(self._told()):
            values["said"] = said
        return self

    def _told(self) -> Iterator[tuple[str, SaidView]]:
        for name in self._texts:
            value = getattr(self, name)
            if isinstance(value, Sentence):
                yield name, SaidView.of(value)
            elif isinstance(value, list):
                for index, text in enumerate(value):
                    if isinstance(text, Sentence):
                        yield f"{name}.{index}", SaidView.of(text)

    def _heard(self, said: Mapping[str, SaidView]) -> Iterator[tuple[str, Any]]:
        def heard(place: str, text: str) -> str:
            return said[place].sentence() if place in said else text

        for name in self._texts:
            value = getattr(self, name)
            if isinstance(value, str):
                yield name, heard(name, value)
            elif isinstance(value, list):
                yield name, [heard(f"{name}.{index}", text) for index, text in enumerate(value)]


def _holds_text(hint: Any) -> bool:
    return hint is _TEXT or any(_holds_text(part) for part in get_args(hint))
