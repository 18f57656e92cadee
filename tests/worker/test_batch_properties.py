"""Requests that are computed together are answered as if each were alone, whatever they are."""

import json
import struct

from hypothesis import given
from hypothesis import strategies as st

from cnet_worker.batch import Batcher
from cnet_worker.frames import INFER, INFER_BINARY, Request
from worker.batches import WIDE, Sums, answers, inferring, predicting

ROW = st.lists(st.integers(-9, 9) | st.floats(-9, 9), min_size=WIDE, max_size=WIDE)
GOOD = (
    ROW
    | st.lists(ROW, min_size=1, max_size=5)
    | ROW.map(lambda row: {"a": row[0], "b": row[1]})
    | st.lists(ROW, min_size=1, max_size=3).map(
        lambda rows: {"a": [row[0] for row in rows], "b": [row[1] for row in rows]}
    )
)
BAD = st.sampled_from(
    [None, [], [1, 2, 3], "x", {"a": 1}, [[1, 2], [3]], [13, 0], [[1, 1], [0, 13]]]
)


def inferring_bytes(row: list[float]) -> Request:
    raw = struct.pack(f"<{WIDE}d", *row)
    tensor = {"name": "input", "datatype": "FP64", "shape": [1, WIDE]}
    told = {"inputs": [{**tensor, "parameters": {"binary_data_size": len(raw)}}]}
    text = json.dumps(told).encode()
    return Request(0, INFER_BINARY, struct.pack("!I", len(text)) + text + raw)


REQUESTS = st.lists(
    GOOD.map(predicting) | BAD.map(predicting) | ROW.map(inferring) | ROW.map(inferring_bytes),
    min_size=1,
    max_size=30,
)


@given(REQUESTS, st.integers(1, 8))
def test_each_request_gets_what_it_would_get_alone(requests: list[Request], most: int) -> None:
    numbered = [request._replace(id=number) for number, request in enumerate(requests)]
    together = answers(Batcher("m", "1", Sums(), {}, most), *numbered)
    assert together.keys() == set(range(len(requests)))
    for request in numbered:
        alone = answers(Batcher("m", "1", Sums(), {}, most), request)[request.id]
        found = together[request.id]
        assert found.status == alone.status
        if request.kind == INFER_BINARY and found.status == 200:
            assert found.body == alone.body
            continue
        assert json.loads(found.body) == json.loads(alone.body)


VALUE = st.floats() | st.integers(-(10**400), 10**400) | st.booleans() | st.none() | st.text()
WILD = st.recursive(
    VALUE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.sampled_from(["name", "datatype", "shape", "data", "parameters"]), WILD)


@given(
    st.lists(
        WILD.map(predicting)
        | st.binary(max_size=20).map(lambda body: Request(0, INFER_BINARY, body))
        | st.tuples(FIELDS, WILD, WILD).map(
            lambda parts: Request(
                0,
                INFER,
                json.dumps(
                    {
                        "inputs": [
                            {"name": "input", "datatype": "FP64", "shape": [1, 2], "data": [1, 2]}
                            | parts[0]
                        ],
                        "outputs": [{"name": "sum", "parameters": parts[1]}],
                        "parameters": parts[2],
                    }
                ).encode(),
            )
        ),
        max_size=4,
    )
)
def test_whatever_is_asked_is_answered_and_no_fault_of_ours(requests: list[Request]) -> None:
    numbered = [request._replace(id=number) for number, request in enumerate(requests)]
    found = answers(Batcher("m", "1", Sums(), {}, 8), *numbered)
    assert found.keys() == set(range(len(requests)))
    for reply in found.values():
        told = json.loads(reply.body)
        assert "The worker failed" not in told.get("error", "")
