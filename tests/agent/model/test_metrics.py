"""What lines of logs say of a training."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnet_agent.model.metrics import MOST, Reading, read

BAR = "━" * 20


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("[TRAIN] Epoch 1/5 started", Reading(epoch=1, epochs=5)),
        (
            "[TRAIN] Epoch 3/5 loss=0.12 acc=0.97",
            Reading(epoch=3, epochs=5, values={"loss": 0.12, "accuracy": 0.97}),
        ),
        (
            "[TRAIN] Epoch 3/5 loss=0.12 val_acc=97% seconds=1.5",
            Reading(epoch=3, epochs=5, values={"loss": 0.12, "val_accuracy": 0.97}),
        ),
        ("[TRAIN] Resumed from epoch 3 of a checkpoint", Reading(resumed_from=3)),
        ("Resuming training at epoch: 12", Reading(resumed_from=12)),
        (
            '{"epoch": 3, "loss": 0.1, "ok": true, "note": "x"}',
            Reading(epoch=3, values={"loss": 0.1}),
        ),
        (
            '{"epoch": 2, "epochs": 9, "train": {"loss": 0.5}, "val": {"acc": 0.75}}',
            Reading(epoch=2, epochs=9, values={"loss": 0.5, "val_accuracy": 0.75}),
        ),
        (
            '{"step": 100, "metric": "reward", "value": 4}',
            Reading(step=100, values={"reward": 4.0}),
        ),
        ('{"epoch": 1, "loss": NaN}', Reading(epoch=1)),
        (
            "{'loss': 0.35, 'learning_rate': 5e-05, 'epoch': 1.0}",
            Reading(epoch=1, values={"loss": 0.35, "learning_rate": 5e-05}),
        ),
        (
            "{'eval_loss': 0.4, 'eval_runtime': 3.2, 'epoch': 2.0}",
            Reading(epoch=2, values={"val_loss": 0.4}),
        ),
        ("Epoch 2/10", Reading(epoch=2, epochs=10)),
        (
            f"\x1b[1m120/120\x1b[0m {BAR} \x1b[1m1s\x1b[0m 5ms/step - accuracy: 0.9100 - loss: 0.3",
            Reading(share=1.0, values={"accuracy": 0.91, "loss": 0.3}),
        ),
        (
            f"  1/120 {BAR} 9s 5ms/step\r 60/120 {BAR} 1s 5ms/step - loss: 0.5 - val_loss: 1e-1",
            Reading(share=0.5, values={"loss": 0.5, "val_loss": 0.1}),
        ),
        (
            "Epoch 4: 100%|██████| 235/235 [00:05<00:00, 42.1it/s, v_num=0, train_loss=0.05]",
            Reading(epoch=5, share=1.0, values={"loss": 0.05}),
        ),
        (
            "2026-01-28 19:00:02,123 - train - INFO - epoch=7 train/loss=2 lr=1e-3",
            Reading(epoch=7, values={"loss": 2.0, "learning_rate": 0.001}),
        ),
        (
            "step 100/1000 | loss: 1.25 | lr: 0.01",
            Reading(step=100, values={"loss": 1.25, "learning_rate": 0.01}),
        ),
        ("loss=0.5", Reading(values={"loss": 0.5})),
        ("Epoch [3/20], Loss: 0.25", Reading(epoch=3, epochs=20, values={"loss": 0.25})),
        ("epoch 1 of 4 done", Reading(epoch=1, epochs=4)),
    ],
)
def test_what_a_line_says_is_read(line: str, reading: Reading) -> None:
    assert read(line) == reading


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\r\r",
        "step",
        "accepting connections on port=8080",
        "a step = a leap",
        "2026-01-28T19:00:02Z iteration of things",
        "the loss: none",
        "loss=abc acc=1.2.3",
        "loss=nan",
        "accuracy=12:30:01",
        "{'epochs': 3}",
        '{"iter": "x"}',
        "{not json, loss}",
        "[loss]",
        '{"iterations": [1, 2]}',
    ],
)
def test_what_is_no_figure_of_a_training_is_left_alone(line: str) -> None:
    assert read(line) is None


def test_figures_beyond_all_measure_are_left_out() -> None:
    assert read('{"epoch": 1e300, "loss": 1' + "0" * 400 + "}") is None
    assert read('{"epoch": -1, "loss": 2}') == Reading(values={"loss": 2.0})


def test_as_much_of_a_line_is_read_as_anybody_prints() -> None:
    many = " ".join(f"loss_{number}=1" for number in range(200))
    found = read(many)
    assert found is not None
    assert len(found.values) == MOST
    assert read("loss=1" + " " * 10_000) is None


@given(st.text())
def test_no_line_is_too_strange(line: str) -> None:
    read(f"epoch {line} loss=")
    read("{" + line + " epoch}")


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 10**6))
def test_json_figures_are_read_exactly(value: float, epoch: int) -> None:
    found = read(f'{{"epoch": {epoch}, "loss": {value!r}}}')
    assert found == Reading(epoch=epoch, values={"loss": value})


def test_a_name_that_nobody_could_show_is_left_out() -> None:
    found = read(json.dumps({"epoch": 1, "loss": 0.5, "loss_" + "n" * 100: 1.0}))
    assert found is not None
    assert found.values == {"loss": 0.5}
    assert read(json.dumps({"epoch": 1, "metric": "m" * 100, "value": 1.0})) is not None
