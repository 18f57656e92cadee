import pytest

from cnet_ui.progress import Progress, newest_progress, read_progress


@pytest.mark.parametrize(
    ("line", "text", "share"),
    [
        ("INFO  Epoch 31/50  loss 0.2", "epoch 31/50", 0.62),
        ("Epoch 1 of 4", "epoch 1/4", 0.25),
        ("[TRAIN] Epoch 3/5 loss=0.1", "epoch 3/5", 0.6),
        ("step: 200/1000", "step 200/1000", 0.2),
        ("[1/4] Reading data", "1/4", 0.25),
        (" 45%|████▌     | 45/100 [00:01<00:02]", "45 %", 0.45),
        ("Downloading:  12%|#2        | 1.2M/10M", "12 %", 0.12),
        ("[ 50%] Building C object", "50 %", 0.5),
        ("progress: 7.5 %", "8 %", 0.075),
        ("80% done", "80 %", 0.8),
        ("\x1b[32m 30%\x1b[0m", "30 %", 0.3),
        ("  1%|  \r 99%|█████████ ", "99 %", 0.99),
        ("100%\r", "100 %", 1.0),
    ],
)
def test_a_line_tells_how_far_a_task_is(line: str, text: str, share: float) -> None:
    found = read_progress(line)
    assert found is not None
    assert found.text == text
    assert found.share == pytest.approx(share)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\r\r",
        "accuracy 94 %",
        "CPU 45 %, memory 12 %",
        "Epoch 7",
        "epoch 6/5",
        "epoch 0/0",
        "2026/11/26 01:20 started",
        "ratio 3/10",
        "120% of the budget",
        "file:///tmp/12/30",
    ],
)
def test_other_figures_are_no_progress(line: str) -> None:
    assert read_progress(line) is None


def test_the_newest_line_that_tells_any_counts() -> None:
    lines = ["epoch 1/10", "epoch 2/10", "saved the model"]
    assert newest_progress(lines) == Progress(0.2, "epoch 2/10")
    assert newest_progress(["hello"]) is None


def test_a_line_without_an_end_is_read_quickly() -> None:
    assert read_progress("x" * 1_000_000) is None
    assert read_progress("[" * 100_000 + "1%") is None
