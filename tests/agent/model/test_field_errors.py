import pytest
from pydantic import ValidationError

from cnet_agent.model.errors import FieldError
from cnet_agent.model.field_errors import field_errors
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec


def test_every_finding_has_its_place_and_a_sentence_without_its_subject() -> None:
    body = {"nmae": "x", "timeout": "5 weeks", "max_retries": 9999}
    with pytest.raises(ValidationError) as caught:
        TaskSpec.model_validate(body)
    assert field_errors(caught.value, ("task",)) == (
        FieldError(("task", "command"), "is required"),
        FieldError(
            ("task", "timeout"), '\'5 weeks\' is not a duration such as "30s", "5m" or "2h"'
        ),
        FieldError(("task", "max_retries"), "should be less than or equal to 1000"),
        FieldError(("task", "nmae"), "is not a known field"),
    )


def test_what_is_seldom_wrong_is_said_in_words_that_nobody_translated() -> None:
    with pytest.raises(ValidationError) as caught:
        TaskSpec.model_validate({"command": "x", "requirements": ["numpy"] * 201})
    (error,) = field_errors(caught.value)
    assert "at most 200 items" in error.msg
    assert not isinstance(error.msg, Sentence)
