"""Models on real GPUs; nothing where there are none, or no PyTorch for them, as in CI."""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.runtime.gpus import Gpus
from helpers.live_agent import LiveAgent, live_agent
from helpers.live_models import clear, directly, predict, registered, served, turns
from helpers.waiting import until_sync

torch = pytest.importorskip("torch", reason="no PyTorch")
FOUND = Gpus().inventory()
pytestmark = [
    pytest.mark.integration,
    pytest.mark.timeout(180),
    pytest.mark.filterwarnings("ignore:`torch.jit:DeprecationWarning"),
    pytest.mark.skipif(
        not FOUND or not torch.cuda.is_available(), reason="no NVIDIA GPU that PyTorch can use"
    ),
]

WIDTH = 2048
ONE: dict[str, Any] = {"resources": {"gpu_limit": 1}}
ROW = [0.5] * WIDTH
LIMITS = {"ml": {"resource_limits": {"memory_limit": 8 * 2**30}}}


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveAgent]:
    with live_agent(tmp_path_factory.mktemp("agent"), **LIMITS) as agent:
        yield agent


@pytest.fixture(autouse=True)
def cleared(agent: LiveAgent) -> Iterator[None]:
    yield
    clear(agent)


@pytest.fixture(scope="module")
def net() -> Any:
    """Return a net of some work for one row."""
    torch.manual_seed(0)
    layers = [part for _ in range(8) for part in (torch.nn.Linear(WIDTH, WIDTH), torch.nn.ReLU())]
    return torch.nn.Sequential(*layers, torch.nn.Linear(WIDTH, 1)).eval()


@pytest.fixture(scope="module")
def file(agent: LiveAgent, net: Any) -> str:
    torch.jit.script(net).save(str(agent.workspace / "net.pt"))
    return "net.pt"


def own_answer(net: Any) -> float:
    with torch.inference_mode():
        return float(net(torch.tensor([ROW]))[0, 0])


def wanted(path: str, name: str = "net", package: str = "torch", **fields: Any) -> dict[str, Any]:
    """Return the fields of a model which this very Python can load."""
    usual = {"script_path": "", "engine": "pytorch", "requirements": [package]}
    return {"name": name, "model_path": path, **usual, **fields}


def serving(agent: LiveAgent, path: str, name: str = "net", **fields: Any) -> Any:
    return served(agent, **wanted(path, name, config={"input_shape": [WIDTH]}, **fields))


def info_of(agent: LiveAgent, model: Any) -> Any:
    return agent.ask("GET", f"/api/ml/models/{model['id']}/info")


def test_a_model_is_computed_on_its_gpu_which_is_shown_with_what_is_in_use(
    agent: LiveAgent, net: Any, file: str
) -> None:
    model = serving(agent, file, **ONE)
    info = info_of(agent, model)
    assert (info["device"], info["gpus"]) == ("cuda", [FOUND[0].uuid])
    until_sync(lambda: (info_of(agent, model)["gpu_memory"] or 0) > 100 * 2**20, 10, "its memory")
    (answer,) = directly(model, ROW)["prediction"]
    assert answer == pytest.approx(own_answer(net), rel=1e-3)


def test_without_a_gpu_of_its_own_it_sees_none(agent: LiveAgent, net: Any, file: str) -> None:
    model = serving(agent, file)
    info = info_of(agent, model)
    assert (info["device"], info["gpus"], info["gpu_memory"]) == ("cpu", [], None)
    environment = Path(f"/proc/{info['pid']}/environ").read_bytes().split(b"\0")
    assert b"CUDA_VISIBLE_DEVICES=" in environment
    (answer,) = predict(agent, model["id"], ROW)
    assert answer == pytest.approx(own_answer(net), rel=1e-3)


def test_an_exported_program_is_moved_to_the_gpu(agent: LiveAgent, net: Any) -> None:
    rows = torch.export.Dim("rows")
    program = torch.export.export(net, (torch.zeros(2, WIDTH),), dynamic_shapes=({0: rows},))
    torch.export.save(program, str(agent.workspace / "net.pt2"))
    model = serving(agent, "net.pt2", **ONE)
    assert info_of(agent, model)["device"] == "cuda"
    (answer,) = directly(model, ROW)["prediction"]
    assert answer == pytest.approx(own_answer(net), rel=1e-3)


def test_who_finds_no_free_gpu_waits_until_the_other_is_stopped(
    agent: LiveAgent, file: str
) -> None:
    all_of_them: dict[str, Any] = {"resources": {"gpus": [gpu.uuid for gpu in FOUND]}}
    first = serving(agent, file, **all_of_them)
    second = registered(agent, **wanted(file, "second", **ONE))
    waits = turns(agent, second, "pending")
    assert "GPU" in waits["reason"]
    agent.ask("DELETE", f"/api/ml/models/{first['id']}")
    assert turns(agent, second, "running")["gpus"] == [FOUND[0].uuid]


def test_a_death_of_the_model_gives_its_gpu_memory_back_and_it_returns(
    agent: LiveAgent, net: Any, file: str
) -> None:
    model = serving(agent, file, **ONE)
    os.kill(model["pid"], signal.SIGKILL)
    until_sync(lambda: info_of(agent, model)["pid"] not in (None, model["pid"]), 30, "another one")
    turns(agent, model["id"], "running")
    assert info_of(agent, model)["device"] == "cuda"
    (answer,) = predict(agent, model["id"], ROW)
    assert answer == pytest.approx(own_answer(net), rel=1e-3)


def test_a_library_that_has_no_part_for_the_gpu_says_so(agent: LiveAgent) -> None:
    runtime = pytest.importorskip("onnxruntime")
    if "CUDAExecutionProvider" in runtime.get_available_providers():
        pytest.skip("this ONNX Runtime has one")
    onnx = pytest.importorskip("onnx")
    tensor, helper = onnx.TensorProto.FLOAT, onnx.helper
    one, two = (helper.make_tensor_value_info(name, tensor, [None, 1]) for name in ("x", "y"))
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "g", [one], [two])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(made, str(agent.workspace / "same.onnx"))
    same = registered(agent, **wanted("same.onnx", "same", "onnxruntime", **ONE))
    failed = turns(agent, same, "failed")
    assert f"ONNX Runtime {runtime.__version__} finds none" in failed["reason"]


def test_what_it_costs_is_measured(agent: LiveAgent, file: str) -> None:
    both: dict[str, dict[str, Any]] = {"cpu": {}, "gpu": ONE}
    for name, fields in both.items():
        model = serving(agent, file, name, **fields)
        times = []
        for _ in range(60):
            began = time.perf_counter()
            directly(model, [ROW] * 16)
            times.append((time.perf_counter() - began) * 1000)
        print(f"16 rows through 8 layers of {WIDTH}, {name}: p50 {statistics.median(times):.1f} ms")
        agent.ask("DELETE", f"/api/ml/models/{model['id']}")
