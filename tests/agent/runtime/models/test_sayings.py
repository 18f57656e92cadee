"""What a model's server says, in sentences that can be translated."""

import pytest

from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.models.sayings import sentence_of


@pytest.mark.parametrize(
    "text",
    [
        "The model is being loaded.",
        "The model is being stopped.",
        "The model's process has ended; it is started again.",
        "The model's process has ended (it was ended by SIGKILL); it is started again.",
        "It is unloaded: nobody asked it for 600 s. The next request loads it.",
    ],
)
def test_what_servers_say_can_be_translated_and_reads_the_same(text: str) -> None:
    found = sentence_of(text)
    assert isinstance(found, Sentence)
    assert found == text


def test_what_a_model_itself_says_stays_as_it_is() -> None:
    assert type(sentence_of("ValueError: no such layer.")) is str
