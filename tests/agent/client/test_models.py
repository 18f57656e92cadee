"""What the client asks of an agent about its models, and what it makes of the answers."""

from typing import Any

import pytest

from cnet_agent.client.models import ModelsClient
from helpers.fake_models import make_info, make_model, make_version

MODEL = make_model()


class Told:
    """A transport that remembers what it was asked, and answers what it was given."""

    def __init__(self, answer: Any) -> None:
        self._answer = answer
        self.asked: list[Any] = []

    async def ask(self, kind: Any, method: str, path: str, **more: Any) -> Any:
        more.pop("deadline", None)
        self.asked.append((method, path, more))
        return self._answer


@pytest.mark.parametrize(
    ("name", "arguments", "asked"),
    [
        ("all", (), ("GET", "/api/ml/models", {})),
        ("register", ({"name": "x"},), ("POST", "/api/ml/models", {"body": {"name": "x"}})),
        ("info", ("a/b",), ("GET", "/api/ml/models/a%2Fb/info", {})),
        ("metrics", ("a",), ("GET", "/api/ml/models/a/metrics", {})),
        ("start", ("a",), ("POST", "/api/ml/models/a/start", {})),
        ("stop", ("a",), ("DELETE", "/api/ml/models/a", {})),
        (
            "predict",
            ("a", 5.5),
            ("POST", "/api/ml/models/a/predict", {"body": {"input_data": 5.5}}),
        ),
        ("forget", ("a",), ("DELETE", "/api/ml/models/a", {"query": {"purge": True}})),
        ("versions", ("a",), ("GET", "/api/ml/models/a/versions", {})),
        (
            "add_version",
            ("a", {"version": "2"}),
            ("POST", "/api/ml/models/a/versions", {"body": {"version": "2"}}),
        ),
        ("remove_version", ("a", "1.0"), ("DELETE", "/api/ml/models/a/versions/1.0", {})),
        ("roll_back", ("a",), ("POST", "/api/ml/models/a/rollback", {})),
        (
            "divide",
            ("a", {"1": 90, "2": 10}),
            ("PUT", "/api/ml/models/a/traffic", {"body": {"traffic": {"1": 90, "2": 10}}}),
        ),
    ],
)
async def test_each_question_goes_where_the_agent_answers_it(
    name: str, arguments: tuple[Any, ...], asked: Any
) -> None:
    transport = Told([MODEL, make_info(MODEL), make_version()])
    assert await getattr(ModelsClient(transport), name)(*arguments) is transport._answer  # type: ignore[arg-type]
    assert transport.asked == [asked]
