"""A model server's order as a file."""

import stat
from dataclasses import replace
from pathlib import Path

from cnet_agent.serving.order import ServingOrder
from helpers.fake_worker import order


def test_an_order_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "served.json"
    written = order(tmp_path, worker={"warmup": [1, "ü"]})
    written.write(path)
    assert ServingOrder.read(path) == written
    replace(written, version="2").write(path)  # of a later attempt, in its place
    assert ServingOrder.read(path).version == "2"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
