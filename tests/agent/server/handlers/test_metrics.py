"""``GET /metrics`` over HTTP."""

from helpers.exposition import lint, parsed, value
from helpers.fake_services import Served
from helpers.raw_http import Talk


async def test_prometheus_gets_the_format_that_it_asks_for(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}"}
    plain = await talk.ask("GET", "/metrics", token)
    assert plain.status == 200
    assert plain.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert value(parsed(plain.body.decode()), "cnet_fake") == 1
    wanted = {"Accept": "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"}
    answer = await talk.ask("GET", "/metrics", {**token, **wanted})
    assert answer.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    families = parsed(answer.body.decode(), openmetrics=True)
    labels = {"method": "GET", "route": "/metrics", "status": "2xx"}
    assert value(families, "cnet_http_requests_total", **labels) == 1  # the one before
    assert lint(families.values()) == []


async def test_requests_are_counted_whatever_came_of_them(served: Served, talk: Talk) -> None:
    token = {"Authorization": f"Bearer {served.token}"}
    await talk.ask("GET", "/api/tasks/one", token)
    await talk.ask("GET", "/api/tasks/two", token)
    await talk.ask("GET", "/api/tasks/three")
    await talk.ask("GET", "/somewhere/else")
    families = parsed((await talk.ask("GET", "/metrics", token)).body.decode())
    counts = {
        (sample.labels["route"], sample.labels["status"]): sample.value
        for sample in families["cnet_http_requests"].samples
    }
    assert counts == {("/api/tasks/{id}", "4xx"): 3, ("unknown", "4xx"): 1}
