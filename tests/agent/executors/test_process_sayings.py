"""What supervisors write down in English, known again."""

import pytest

from cnet_agent.executors.process_sayings import sentence_of
from cnet_agent.model.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("cgroup v1 limits", "cgroup v1 limits"),
        ("cgroup v2 limits, in a scope of systemd", "{how}, in a scope of systemd"),
        ("120 MB when it was stopped, 20 MB over", "{size} when it was stopped, {over} over"),
        ("No such file or directory", "No such file or directory"),
    ],
)
def test_what_is_known_is_a_sentence_again(text: str, template: str) -> None:
    found = sentence_of(text)
    assert found == text
    assert isinstance(found, Sentence)
    assert found.template == template


def test_parts_of_it_are_known_as_well() -> None:
    found = sentence_of("Permission denied: 'x'; it is not executable; chmod +x makes it so")
    assert isinstance(found, Sentence)
    assert any(isinstance(part, Sentence) for part in found.figures.values())


def test_what_nobody_knows_stays_as_it_is() -> None:
    for text in ("", "Segmentation fault", "something: else"):
        found = sentence_of(text)
        assert found == text
        assert not isinstance(found, Sentence)
