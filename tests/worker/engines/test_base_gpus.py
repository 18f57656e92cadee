"""Engines whose model has a GPU for itself, with libraries that find one or do not."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cnet_worker.engines import pytorch, tensorflow
from cnet_worker.refused import CannotLoad
from cnet_worker.signature import Order

CPU, CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"


class Session:
    """A session that got the providers it has, of those it was asked for."""

    has = [CPU]

    def __init__(self, _path: str, _options: Any, providers: list[str]) -> None:
        self.wanted = providers

    def get_providers(self) -> list[str]:
        return [each for each in self.wanted if each in self.has]

    def get_inputs(self) -> list[Any]:
        return [SimpleNamespace(name="x", type="tensor(float)", shape=[None, 1])]

    get_outputs = get_inputs


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Put a runtime in place that was built for CUDA."""
    fake = SimpleNamespace(
        __version__="1.30.0",
        SessionOptions=SimpleNamespace,
        InferenceSession=Session,
        get_available_providers=lambda: [CUDA, CPU],
    )
    monkeypatch.setitem(sys.modules, "onnxruntime", fake)
    return fake


def order(file: str, gpus: int = 1) -> Order:
    return Order("m", "any", model_path=file, gpus=gpus)


def test_a_model_of_onnx_is_computed_where_it_has_room(
    runtime: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "has", [CUDA, CPU])
    assert pytorch.load(order("m.onnx")).device == "cuda"
    assert pytorch.load(order("m.onnx", gpus=0)).device == "cpu"


def test_a_runtime_for_the_processor_says_so(runtime: SimpleNamespace) -> None:
    runtime.get_available_providers = lambda: [CPU]
    assert pytorch.load(order("m.onnx", gpus=0)).device == "cpu"
    with pytest.raises(CannotLoad, match=r"ONNX Runtime 1\.30\.0 finds none: name a build for CUD"):
        pytorch.load(order("m.onnx"))


def test_a_runtime_that_goes_back_to_the_processor_by_itself_is_not_believed(
    runtime: SimpleNamespace,
) -> None:
    with pytest.raises(CannotLoad, match=r"ONNX Runtime 1\.30\.0 finds none"):
        pytorch.load(order("m.onnx"))


def test_pytorch_for_the_processor_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    cuda = SimpleNamespace(is_available=lambda: False)
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(__version__="2.13.0+cpu", cuda=cuda))
    with pytest.raises(CannotLoad, match=r"It has a GPU for itself, but PyTorch 2\.13\.0\+cpu fin"):
        pytorch.load(order("m.pt"))


def test_a_script_decides_itself_what_computes_it() -> None:
    assert pytorch.Torch(object(), {}, "cuda", SimpleNamespace()).device == ""  # type: ignore[arg-type]
    assert pytorch.Torch(object(), {}, "cuda").device == "cuda"


def test_tensorflow_for_the_processor_says_so(tmp_path: Path, fake_tensorflow: Any) -> None:
    fake_tensorflow.cards = []
    with pytest.raises(CannotLoad, match=r"TensorFlow 2\.20\.0 finds none"):
        tensorflow.load(order(str(tmp_path)))


def test_tensorflow_takes_the_memory_of_a_gpu_as_it_needs_it(
    tmp_path: Path, fake_tensorflow: Any
) -> None:
    assert tensorflow.load(order(str(tmp_path))).device == "cuda"
    assert fake_tensorflow.grown == ["GPU:0"]
    assert tensorflow.load(order(str(tmp_path), gpus=0)).device == "cpu"


def test_a_model_that_no_gpu_can_compute_is_refused_one() -> None:
    with pytest.raises(CannotLoad, match="LiteRT computes on the processor alone"):
        tensorflow.load(order("m.tflite"))


@pytest.fixture
def fake_tensorflow(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Put a TensorFlow in place that loads saved models without inputs."""
    state = SimpleNamespace(cards=["GPU:0"], grown=[])
    signature = SimpleNamespace(structured_input_signature=((), {}), structured_outputs={})
    threading = SimpleNamespace(
        set_intra_op_parallelism_threads=int, set_inter_op_parallelism_threads=int
    )
    config = SimpleNamespace(
        list_physical_devices=lambda _kind: state.cards,
        experimental=SimpleNamespace(
            set_memory_growth=lambda card, _grows: state.grown.append(card)
        ),
        threading=threading,
    )
    saved = SimpleNamespace(signatures={"serving_default": signature})
    fake = SimpleNamespace(
        __version__="2.20.0", config=config, saved_model=SimpleNamespace(load=lambda _path: saved)
    )
    monkeypatch.setitem(sys.modules, "tensorflow", fake)
    return state
