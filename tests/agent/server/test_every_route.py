"""What must hold for every route and every method, those added later included."""

from collections.abc import Iterator

import pytest

from cnet_agent.server.dispatch import Dispatcher
from cnet_agent.server.routes import Route
from cnet_agent.server.table import TABLE
from cnet_agent.server.tokens import PREFIX
from helpers.fake_services import Served
from helpers.raw_http import Talk

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
PATHS = sorted({route.path for route in TABLE})
PUBLIC = {"/health", "/api/health", "/api/proof"}


def filled(path: str) -> str:
    values = {"{path...}": "a/b", "{id}": "x", "{name}": "start.js", "{version}": "1"}
    for name, value in values.items():
        path = path.replace(name, value)
    return path


def cases() -> Iterator[tuple[str, str]]:
    for path in (*PATHS, "/no/such/path"):
        for method in METHODS:
            yield method, filled(path)


def is_public(method: str, path: str) -> bool:
    return path in PUBLIC and method in ("GET", "HEAD")


@pytest.fixture
def admin(served: Served) -> dict[str, str]:
    return {"Authorization": f"Bearer {served.token}"}


def test_only_health_and_the_proof_are_public() -> None:
    assert {route.path for route in TABLE if route.access == "public"} == PUBLIC
    assert {route.access for route in TABLE} == {"public", "read", "operate", "admin"}


def test_what_changes_something_is_not_for_readers() -> None:
    asking = {"/v2/repository/index"}  # which the protocol has as a POST
    changing = [r for r in TABLE if r.method != "GET" and r.path not in asking]
    assert {r.access for r in changing} <= {"operate", "admin"}


def test_the_dispatcher_serves_the_table_and_nothing_else() -> None:
    dispatcher = Dispatcher(TABLE)
    for route in TABLE:
        match = dispatcher.find(filled(route.path))
        assert match is not None
        assert match.route(route.method) is route
    for path in ("/api", "/api/", "/api/tasks/", "/api/tasks/x/", "//", "/docs/a/b", "/tasks"):
        match = dispatcher.find(path)
        assert match is None, path


def test_a_route_without_access_cannot_be_written() -> None:
    with pytest.raises(TypeError):
        Route("GET", "/x", handler=None, summary="", tag="")  # type: ignore[call-arg, arg-type]


async def test_without_a_token_nothing_is_answered(talk: Talk) -> None:
    for method, path in cases():
        answer = await talk.ask(method, path)
        if is_public(method, path):
            assert answer.status in (200, 404, 422), (method, path)
            assert b"component" not in answer.body
            continue
        assert answer.status == 401, (method, path)
        assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_wrong_token_is_refused_even_where_none_is_needed(talk: Talk) -> None:
    wrong = {"Authorization": f"Bearer {PREFIX}{'x' * 43}"}
    for method, path in cases():
        assert (await talk.ask(method, path, wrong)).status in (401, 429), (method, path)


@pytest.mark.parametrize(
    "host",
    [
        "evil.com",
        "127.0.0.1.evil.com",
        "localhost.evil.com",
        "evil.com:80",
        "localhost@evil.com",
        "localhost:99999",
        "0.0.0.0",
        "",
        "-",
    ],
)
async def test_a_foreign_host_is_refused(talk: Talk, admin: dict[str, str], host: str) -> None:
    for method, path in cases():
        answer = await talk.ask(method, path, {**admin, "Host": host})
        assert answer.status in (400, 421) if host == "-" else answer.status == 421, (method, path)


@pytest.mark.parametrize(
    "host", ["LOCALHOST", "localhost.", "127.0.0.1:1", "[::1]", "[0:0:0:0:0:0:0:1]:80"]
)
async def test_loopback_has_many_names(talk: Talk, admin: dict[str, str], host: str) -> None:
    assert (await talk.ask("GET", "/api/node", {**admin, "Host": host})).status == 200


@pytest.mark.parametrize("origin", ["http://evil.com", "null", "http://localhost:1", "file://", ""])
async def test_a_foreign_origin_is_refused(talk: Talk, admin: dict[str, str], origin: str) -> None:
    for method, path in cases():
        answer = await talk.ask(method, path, {**admin, "Origin": origin})
        assert answer.status == 403, (method, path)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
async def test_a_fetch_by_another_site_is_refused(
    talk: Talk, admin: dict[str, str], site: str
) -> None:
    for method, path in cases():
        answer = await talk.ask(method, path, {**admin, "Sec-Fetch-Site": site})
        assert answer.status == 403, (method, path)


async def test_the_own_page_may_ask(served: Served, talk: Talk, admin: dict[str, str]) -> None:
    own = {"Origin": f"http://localhost:{served.port}", "Sec-Fetch-Site": "same-origin"}
    assert (await talk.ask("GET", "/api/node", {**admin, **own})).status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "-", ""])
async def test_a_body_that_is_not_json_is_refused(
    talk: Talk, admin: dict[str, str], kind: str
) -> None:
    untyped = {filled(route.path) for route in TABLE if "" in route.raw_body and kind in ("", "-")}
    for method, path in cases():
        answer = await talk.ask(method, path, {**admin, "Content-Type": kind}, b"{}")
        assert answer.status == 415 or (path in untyped and method == "POST"), (method, path)


async def test_a_compressed_body_is_refused(talk: Talk, admin: dict[str, str]) -> None:
    headers = {**admin, "Content-Type": "application/json", "Content-Encoding": "gzip"}
    for method, path in cases():
        assert (await talk.ask(method, path, headers, b"x")).status == 415, (method, path)


@pytest.mark.parametrize("name", ["token", "access_token", "Authorization", "q"])
async def test_a_token_in_the_address_is_refused_and_not_logged(
    served: Served,
    talk: Talk,
    admin: dict[str, str],
    name: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    for method, path in cases():
        for headers in ({}, admin):
            answer = await talk.ask(method, f"{path}?{name}={served.token}", headers)
            assert answer.status == 400, (method, path)
            assert served.token.encode() not in answer.body
    assert served.token not in caplog.text


async def test_a_reader_may_only_read(served: Served, talk: Talk) -> None:
    _, token = await served.services.tokens.create("reader", "read")
    for route in TABLE:
        if route.access in ("operate", "admin"):
            headers = {"Authorization": f"Bearer {token}"}
            answer = await talk.ask(route.method, filled(route.path), headers)
            assert answer.status == 403, route.path


async def test_an_operator_may_not_administer(served: Served, talk: Talk) -> None:
    _, token = await served.services.tokens.create("operator", "operate")
    headers = {"Authorization": f"Bearer {token}"}
    for route in TABLE:
        if route.access == "admin":
            answer = await talk.ask(route.method, filled(route.path), headers)
            assert answer.status == 403, route.path
    assert (await talk.ask("POST", "/api/tasks/x/stop", headers)).status == 404


async def test_every_answer_carries_the_security_headers(talk: Talk, admin: dict[str, str]) -> None:
    for method, path in cases():
        if path == "/api/events" and method in ("GET", "HEAD"):
            continue  # a stream; tested with streams
        for headers in ({}, admin):
            answer = await talk.ask(method, path, headers)
            assert answer.headers["server"] == "cnet", (method, path)
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-frame-options"] == "DENY"
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["cross-origin-resource-policy"] == "same-origin"
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert not any(name.startswith("access-control") for name in answer.headers)


async def test_every_error_is_a_problem(talk: Talk, admin: dict[str, str]) -> None:
    for method, path in cases():
        answer = await talk.ask(method, path, {**admin, "Host": "evil.com"})
        kind = answer.headers["content-type"]
        if path.startswith("/v2") and kind == "application/json":
            assert method == "HEAD" or set(answer.json) == {"error"}, (method, path)
            continue
        assert kind == "application/problem+json"
        if method != "HEAD":
            assert answer.json["type"] == "urn:cnet:problem:bad_request"


async def test_other_methods_of_a_path_are_named(talk: Talk, admin: dict[str, str]) -> None:
    for path in PATHS:
        answer = await talk.ask("OPTIONS", filled(path), admin)
        assert answer.status == 405
        allowed = {route.method for route in TABLE if route.path == path}
        assert set(answer.headers["allow"].split(", ")) - {"HEAD"} == allowed
