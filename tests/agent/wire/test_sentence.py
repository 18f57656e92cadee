"""Texts on the wire, with what they were made of."""

from cnet_agent.model.sentence import Sentence
from cnet_agent.wire.node import SnapshotView
from cnet_agent.wire.sentence import Said, SaidView, Telling, Text


class Letter(Telling):
    """One text, and several."""

    greeting: Text
    lines: list[Text] = []
    number: int = 0
    said: Said = {}


WHY = Sentence("{text}.", text=Sentence("No such file or directory"))
LETTER = Letter(
    greeting=Sentence("Dear {name},", name="node"),
    lines=["plain", Sentence("It could not be started: {why}", why=WHY)],
)


def test_the_english_is_there_for_all_and_its_making_beside_it() -> None:
    data = LETTER.model_dump()
    assert data["greeting"] == "Dear node,"
    assert data["lines"] == ["plain", "It could not be started: No such file or directory."]
    assert set(data["said"]) == {"greeting", "lines.1"}
    assert data["said"]["greeting"] == {"template": "Dear {name},", "figures": {"name": "node"}}
    assert data["said"]["lines.1"]["figures"]["why"]["template"] == "{text}."


def test_a_client_hears_the_sentences_again() -> None:
    heard = Letter.model_validate_json(LETTER.model_dump_json())
    assert heard == LETTER
    assert isinstance(heard.greeting, Sentence)
    assert heard.greeting.template == "Dear {name},"
    assert not isinstance(heard.lines[0], Sentence)
    why = heard.lines[1]
    assert isinstance(why, Sentence)
    assert isinstance(why.figures["why"], Sentence)


def test_text_of_the_system_and_of_older_agents_is_text() -> None:
    heard = Letter.model_validate({"greeting": "Segmentation fault"})
    assert (heard.greeting, heard.said) == ("Segmentation fault", {})
    assert type(heard.greeting) is str


def test_what_an_answer_holds_of_others_is_their_own() -> None:
    assert "notices" in SnapshotView._texts
    assert "tasks" not in SnapshotView._texts


def test_a_text_is_made_of_templates_all_the_way_down() -> None:
    assert SaidView.of(WHY).sentence() == WHY
