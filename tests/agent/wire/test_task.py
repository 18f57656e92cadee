"""A task on the wire."""

import pytest

from cnet_agent.model.spec import Resources
from cnet_agent.wire.task import MASK, mask_secrets
from helpers.fake_agent import make_view


def test_values_whose_names_look_secret_are_masked() -> None:
    env = {"API_KEY": "x", "DB_PASSWORD": "y", "AUTH_TOKEN": "z", "PATH": "/bin", "EPOCHS": "5"}
    shown = mask_secrets(env)
    assert {name for name, value in shown.items() if value == MASK} == {
        "API_KEY",
        "DB_PASSWORD",
        "AUTH_TOKEN",
    }
    assert shown["PATH"] == "/bin"


@pytest.mark.parametrize(("limit", "cap", "bound"), [(1, 2, 1), (None, 2, 2), (None, None, None)])
def test_the_memory_that_a_task_may_take_is_its_limit_or_else_its_cap(
    limit: int | None, cap: int | None, bound: int | None
) -> None:
    view = make_view(1, resources=Resources.model_construct(memory_limit=limit), memory_cap=cap)
    assert view.memory_bound == bound
