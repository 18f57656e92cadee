"""Errors cross the wire and come back as the class they were."""

import pytest

from cnet_agent.model.errors import BY_CODE, AgentError, FieldError, Internal
from cnet_agent.wire.problems import Problem


@pytest.mark.parametrize("kind", BY_CODE.values())
def test_every_error_comes_back_as_it_was(kind: type[AgentError]) -> None:
    errors = (FieldError(("resources", "memory_limit"), "is too large"), FieldError((), "x"))
    sent = kind("A sentence.", errors=errors, retry_after=5.0)
    got = Problem.model_validate_json(Problem.of(sent).model_dump_json()).error(5.0)
    assert type(got) is kind
    assert str(got) == "A sentence."
    assert (got.status, got.errors, got.retry_after) == (sent.status, errors, 5.0)


def test_an_error_of_a_newer_agent_keeps_its_words() -> None:
    problem = Problem(type="urn:cnet:problem:new", title="New", status=418, detail="I am new.")
    error = problem.error()
    assert type(error) is Internal
    assert (str(error), error.status) == ("I am new.", 418)
