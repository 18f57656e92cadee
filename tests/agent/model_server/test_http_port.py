"""What a model answers on its own port."""

import asyncio
import json
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from cnet_agent.model_server import http_port
from cnet_agent.model_server.gate import Gate
from cnet_agent.model_server.http_port import HttpPort, malformed
from cnet_agent.model_server.served import Served
from cnet_agent.server import inference
from cnet_agent.server.guard import SECURITY_HEADERS
from cnet_agent.server.inference import JSON_SIZE
from cnet_agent.server.protocol import Listener
from cnet_agent.server.trust import LocalTrust
from cnet_worker.frames import INFER_BINARY, Reply
from helpers.fake_worker import asking
from helpers.raw_http import Answer, Talk, send
from helpers.serving_scene import Serving, worker_of
from helpers.waiting import until

JSON = {"Content-Type": "application/json"}
INFER = "/v2/models/line/infer"


class Port:
    """A port of a model, and one connection to it."""

    def __init__(self, port: int, served: Served) -> None:
        self.port = port
        self.served = served
        self.talk = Talk(port)

    async def get(self, path: str, **headers: str) -> Answer:
        return await self.talk.ask("GET", path, headers)

    async def post(self, path: str, body: Any, headers: dict[str, str] = JSON) -> Answer:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await self.talk.ask("POST", path, headers, data)


@pytest.fixture
async def port(serving: Serving, tmp_path: Path) -> AsyncIterator[Port]:
    served = await serving.running()
    answer = HttpPort(served, Gate(tmp_path / "none.json"))
    listener = Listener(answer, LocalTrust("same-user"), malformed=malformed)
    runner = web.ServerRunner(listener, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = Port(site.port, served)
    yield port
    await port.talk.close()
    await runner.cleanup()


async def test_a_plain_prediction_is_answered(port: Port) -> None:
    answer = await port.post("/predict", {"input_data": 21})
    assert (answer.status, answer.json) == (200, {"prediction": 42, "version": "1"})
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_refusal_of_the_model_is_an_error_of_the_protocol(port: Port) -> None:
    answer = await port.post("/predict", {"input_data": "refuse"})
    assert (answer.status, answer.json) == (422, {"error": "It does not fit."})


async def test_the_protocol_tells_of_server_model_and_health(port: Port) -> None:
    assert (await port.get("/v2")).json["extensions"] == ["binary_tensor_data"]
    assert (await port.get("/v2/health/live")).status == 200
    assert (await port.get("/v2/health/ready")).status == 200
    assert (await port.get("/health")).json == {"status": "running", "reason": ""}
    for path in ("/v2/models/line", "/v2/models/line/versions/1"):
        assert (await port.get(path)).json == {
            "name": "line",
            "versions": ["1"],
            "platform": "fake",
            "inputs": [{"name": "input", "datatype": "FP64", "shape": [-1, 1]}],
            "outputs": [{"name": "output", "datatype": "FP64", "shape": [-1]}],
        }
        assert (await port.get(f"{path}/ready")).status == 200


async def test_requests_of_the_protocol_reach_the_model(port: Port) -> None:
    body = {"input_data": 4}  # which is what this worker understands
    for path in (INFER, "/v2/models/line/versions/1/infer"):
        assert (await port.post(path, body)).json == {"prediction": 8, "version": "1"}


async def test_a_client_that_tells_no_kind_of_body_is_understood(port: Port) -> None:
    assert (await port.post(INFER, {"input_data": 4}, {})).json == {"prediction": 8, "version": "1"}


async def test_until_the_model_runs_it_is_not_ready(
    serving: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnet_agent.model_server.worker_process._PATIENCE", 0.05)
    served = serving.begin(worker={"hangs": True})
    answer = HttpPort(served, Gate(tmp_path / "none.json"))
    listener = Listener(answer, LocalTrust("same-user"), malformed=malformed)
    runner = web.ServerRunner(listener, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = Port(site.port, served)
    answers = [
        await port.get("/v2/health/ready"),
        await port.get("/v2/models/line"),
        await port.post("/predict", {"input_data": 1}),
    ]
    told = {"error": "The model is being loaded."}
    assert [(answer.status, answer.json) for answer in answers] == [(503, told)] * 3
    assert all(answer.headers["retry-after"] == "1" for answer in answers)
    assert (await port.get("/v2/health/live")).status == 200
    assert (await port.get("/health")).status == 503
    await port.talk.close()
    await runner.cleanup()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v2/models/other", 404),
        ("GET", "/v2/models/line/versions/2", 404),
        ("GET", "/", 404),
        ("GET", "/predict", 405),
        ("POST", "/v2/repository/models/line/unload", 404),
    ],
)
async def test_there_is_nothing_else(port: Port, method: str, path: str, status: int) -> None:
    answer = await port.talk.ask(method, path, JSON, b"{}" if method == "POST" else b"")
    assert answer.status == status
    assert answer.json["error"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/plain"}, 415),
        ({**JSON, "Origin": "http://evil.example"}, 403),
        ({**JSON, "Host": "evil.example"}, 421),
        ({**JSON, "Authorization": "Bearer wrong"}, 401),
        ({**JSON, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**JSON, "Content-Encoding": "gzip"}, 415),
        ({**JSON, "Forwarded": "for=192.0.2.1"}, 401),
        ({**JSON, JSON_SIZE: "x"}, 400),
        ({**JSON, JSON_SIZE: "-1"}, 400),
        ({**JSON, JSON_SIZE: "9" * 5000}, 400),
        ({**JSON, JSON_SIZE: "99999"}, 400),
    ],
)
async def test_what_no_client_of_ours_sends_is_refused(
    port: Port, headers: dict[str, str], status: int
) -> None:
    answer = await port.post(INFER, {"input_data": 1}, headers)
    assert answer.status == status
    assert answer.json["error"]


async def test_what_is_no_http_is_answered_as_that(port: Port) -> None:
    answer = await send(port.port, b"NONSENSE\r\n\r\n")
    assert answer is not None
    assert (answer.status, "well-formed" in answer.json["error"]) == (400, True)


async def test_a_body_that_is_too_large_is_refused_before_it_comes(port: Port) -> None:
    head = (
        b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 99999999\r\n\r\n"
    )
    answer = await send(port.port, head)
    assert answer is not None
    assert answer.status == 413


async def test_tensors_behind_the_json_come_and_go_with_its_length_in_a_header(
    serving: Serving, port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker of this test answers its request's body as it came."""

    async def echo(self: Served, kind: int, body: bytes, _version: str) -> Reply:
        assert kind == INFER_BINARY
        return Reply(0, 200, 0, 0, 1, body)

    monkeypatch.setattr(Served, "ask", echo)
    body = b'{"inputs": []}'
    tensors = struct.pack("<d", 1.5)
    headers = {"Content-Type": "application/octet-stream", JSON_SIZE: str(len(body))}
    answer = await port.post(INFER, body + tensors, headers)
    assert (answer.status, answer.body) == (200, body + tensors)
    assert answer.headers[JSON_SIZE.lower()] == str(len(body))
    assert answer.headers["content-type"] == "application/octet-stream"


def _predicting(value: Any) -> bytes:
    body = asking(value)
    head = f"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def test_every_answer_bears_the_headers_that_keep_browsers_out(port: Port) -> None:
    answers = [
        await port.get("/health"),
        await port.get("/nothing"),
        await port.post("/predict", {"input_data": 1}),
        await send(port.port, b"NONSENSE\r\n\r\n"),
    ]
    for answer in answers:
        assert answer is not None
        for name, value in SECURITY_HEADERS.items():
            assert answer.headers[name.lower()] == value


async def test_what_is_not_possible_says_what_is(port: Port) -> None:
    assert (await port.get("/predict")).headers["allow"] == "POST"
    assert (await port.talk.ask("HEAD", "/health")).headers["allow"] == "GET"


async def test_a_stranger_is_told_how_to_prove_who_he_is(port: Port) -> None:
    answer = await port.get("/v2", Authorization="Bearer wrong")
    assert (answer.status, answer.headers["www-authenticate"]) == (401, 'Bearer realm="cnet"')


async def test_a_body_whose_length_is_not_told_may_be_no_larger(
    port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_port, "MAX_BODY", 100)
    monkeypatch.setattr(inference, "MAX_BODY", 100)
    head = b"POST /predict HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = await send(port.port, head + b"80\r\n" + b"x" * 128)
    assert answer is not None
    assert answer.status == 413


async def test_a_client_that_goes_away_while_its_request_is_computed_harms_nobody(
    port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port.port)
    writer.write(_predicting("wait"))
    await until(lambda: port.served.view()["pending"])
    writer.transport.abort()
    assert (await port.post("/predict", {"input_data": 1})).json == {
        "prediction": 2,
        "version": "1",
    }
    assert port.served.view()["pending"] == 0
    assert port.served.view()["metrics"]["errors"] == {}
    assert caplog.messages == []


async def test_a_client_that_goes_away_in_the_middle_of_its_body_harms_nobody(
    port: Port, caplog: pytest.LogCaptureFixture
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port.port)
    writer.write(_predicting("x" * 100)[:-50])
    await writer.drain()
    writer.write_eof()
    await asyncio.wait_for(reader.read(), 5)
    writer.close()
    assert (await port.post("/predict", {"input_data": 1})).json == {
        "prediction": 2,
        "version": "1",
    }
    assert caplog.messages == []


async def test_a_defect_is_an_error_for_its_client_and_one_line_for_many(
    port: Port, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(self: Served, kind: int, body: bytes, _version: str) -> Reply:
        raise ValueError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(Served, "ask", broken)
        patch.setattr("cnet_agent.model_server.served._TELL_ERRORS_EVERY", 60.0)
        answers = [await port.post("/predict", {"input_data": 1}) for _ in range(20)]
    told = {"error": "The model's server failed; its log says why."}
    assert [(answer.status, answer.json) for answer in answers] == [(500, told)] * 20
    (line,) = caplog.records
    assert line.exc_info is not None
    assert "a defect" in str(line.exc_info[1])
    assert (await port.post("/predict", {"input_data": 1})).json == {
        "prediction": 2,
        "version": "1",
    }


async def test_a_full_queue_and_a_late_answer_reach_the_client_as_such(
    port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def held(value: Any) -> Answer | None:
        return await send(port.port, _predicting(value))

    waiting = [asyncio.ensure_future(held("wait")) for _ in range(4)]  # which is as many as may
    await until(lambda: port.served.view()["pending"] == 4)
    full = await held(1)
    assert full is not None
    assert (full.status, full.headers["retry-after"]) == (503, "1")
    worker = worker_of(port.served)
    assert worker is not None
    worker.calls.give_up(float("inf"))
    for late in await asyncio.gather(*waiting):
        assert late is not None
        assert (late.status, "did not answer" in late.json["error"]) == (504, True)
