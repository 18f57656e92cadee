"""Searching all logs over HTTP."""

import pytest

from cnet_agent.model.log_level import Level
from cnet_agent.model.spec import TaskSpec
from helpers.fake_services import Served
from helpers.raw_http import Talk


async def token(served: Served, role: str) -> dict[str, str]:
    secret = served.token
    if role != "admin":
        _, secret = await served.services.tokens.create(role, role)  # type: ignore[arg-type]
    return {"Authorization": f"Bearer {secret}"}


async def test_everything_is_searched_where_no_source_is_named(served: Served, talk: Talk) -> None:
    spec = TaskSpec(name="a", command="true")
    tasks = {(await served.services.runtime.submit(spec)).id for _ in range(2)}
    answer = await talk.ask("GET", "/api/logs?level=error,warning", await token(served, "admin"))
    assert answer.json == {"lines": [], "more": False, "next": None}
    ((searched, query, agent),) = served.logs.searches
    assert set(searched) == tasks
    assert query.levels == {Level.ERROR, Level.WARNING}
    assert agent


async def test_the_agents_own_log_is_the_administrators(served: Served, talk: Talk) -> None:
    reader = await token(served, "operate")
    assert (await talk.ask("GET", "/api/logs?source=agent", reader)).status == 403
    assert (await talk.ask("GET", "/api/logs", reader)).status == 200
    ((_, _, agent),) = served.logs.searches
    assert not agent


async def test_named_sources_alone_are_searched(served: Served, talk: Talk) -> None:
    spec = TaskSpec(name="a", command="true")
    one, _ = [(await served.services.runtime.submit(spec)).id for _ in range(2)]
    admin = await token(served, "admin")
    await talk.ask("GET", f"/api/logs?source={one},{one}", admin)
    await talk.ask("GET", "/api/logs?source=agent", admin)
    first, second = served.logs.searches
    assert (first[0], first[2]) == ([one], False)
    assert (second[0], second[2]) == ([], True)
    assert (await talk.ask("GET", "/api/logs?source=nobody", admin)).status == 404


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("limit=0", "limit"),
        ("limit=10001", "limit"),
        ("level=loud", "level"),
        ("since=yesterday", "since"),
        ("before=anywhere", "before"),
        (f"grep={'a' * 1001}", "grep"),
        ("follow=true", "follow"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_its_place(
    served: Served, talk: Talk, query: str, place: str
) -> None:
    answer = await talk.ask("GET", f"/api/logs?{query}", await token(served, "admin"))
    assert answer.status == 422
    assert place in answer.json["errors"][0]["loc"]


async def test_the_logs_of_the_training_service_are_sources_of_their_own(
    served: Served, talk: Talk
) -> None:
    reader = await token(served, "read")
    assert (await talk.ask("GET", "/api/logs?source=TrainingWorker", reader)).status == 200
    assert (await talk.ask("GET", "/api/logs", reader)).status == 200
    assert served.logs.services == [["TrainingWorker"], ["TrainingAgent", "TrainingWorker"]]
