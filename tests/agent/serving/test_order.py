"""A model server's order as a file."""

import stat
from dataclasses import replace
from pathlib import Path

from cnet_agent.serving.order import ServingOrder
from helpers.fake_worker import order, version


def test_an_order_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "served.json"
    versions = version("1", worker={"warmup": [1, "ü"]}), version("2", replicas=(1, 4), idle=60.0)
    written = order(tmp_path, *versions, traffic={"1": 90, "2": 10}, previous={"1": 100})
    written.write(path)
    assert ServingOrder.read(path) == written
    replace(written, revision=2).write(path)  # of a later attempt, in its place
    assert ServingOrder.read(path).revision == 2
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
