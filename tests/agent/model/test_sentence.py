"""English that remembers how it was made."""

import copy
import pickle

import pytest
from pydantic import BaseModel

from cnet_agent.model.fields import Kept
from cnet_agent.model.sentence import (
    Sentence,
    ended,
    filled,
    from_data,
    joined,
    listed,
    told,
)

NESTED = Sentence("It could not be started: {why}", why=Sentence("{text}.", text="No such file"))


def test_a_sentence_is_text_that_knows_its_template_and_figures() -> None:
    said = Sentence("It ended with exit code {code}; {x} stays.", code=3)
    assert said == "It ended with exit code 3; {x} stays."
    assert (said.template, dict(said.figures)) == (
        "It ended with exit code {code}; {x} stays.",
        {"code": "3"},
    )
    assert NESTED == "It could not be started: No such file."


def test_copies_keep_what_it_was_made_of() -> None:
    for twin in (copy.deepcopy(NESTED), pickle.loads(pickle.dumps(NESTED))):
        assert isinstance(twin, Sentence)
        assert twin == NESTED
        assert twin.template == NESTED.template


def test_braces_of_strangers_mean_nothing_but_a_name() -> None:
    assert filled("{a} {a.b} {0} {}", {"a": "{a}"}) == "{a} {a.b} {0} {}"
    assert filled("{a}{b}", {"a": "x", "b": "y"}, str.upper) == "XY"


def test_sentences_follow_one_another_and_end() -> None:
    both = joined("", Sentence("One."), "", "Two.")
    assert both == "One. Two."
    assert isinstance(both, Sentence)
    assert joined() == ""
    assert listed(["a", "b", "c"]) == "a, b, c"
    assert (ended("Why?"), ended("it is so")) == ("Why?", "it is so.")


def test_what_an_error_says_is_the_sentence_it_was_made_with() -> None:
    assert told(ValueError(NESTED)) is NESTED
    assert told(ValueError("plain")) == "plain"
    assert told(OSError(2, "No such file")) == "[Errno 2] No such file"
    assert told(ValueError()) == ""


class Row(BaseModel):
    text: Kept


def test_what_is_stored_comes_back_with_what_it_was_made_of() -> None:
    for text in ("plain", NESTED):
        row = Row.model_validate_json(Row(text=text).model_dump_json())
        assert row.text == text
        assert isinstance(row.text, Sentence) is isinstance(text, Sentence)
    for broken in (7, {"template": 1, "figures": {}}, {"template": "x"}):
        with pytest.raises(ValueError, match="must be text"):
            from_data(broken)
