"""Engines as plug-ins."""

from importlib.metadata import EntryPoint
from typing import Any

import pytest

from cnet_worker.engines import base, python
from cnet_worker.refused import CannotLoad

ENGINE: Any = object()  # that another package offers


def test_engines_are_found_by_their_name(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = [EntryPoint("own", f"{__name__}:ENGINE", base.GROUP)]
    monkeypatch.setattr(base, "entry_points", lambda group: offered)
    monkeypatch.setattr(EntryPoint, "load", lambda _: ENGINE)
    assert base.find("python") is python
    assert base.find("own") is ENGINE
    with pytest.raises(CannotLoad, match="no engine java; there are own, python, pytorch"):
        base.find("java")


def test_older_pythons_offer_them_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = {base.GROUP: [EntryPoint("own", "x", base.GROUP)]}

    def as_of_old(**group: str) -> Any:
        if group:
            raise TypeError
        return offered

    monkeypatch.setattr(base, "entry_points", as_of_old)
    monkeypatch.setattr(EntryPoint, "load", lambda _: ENGINE)
    assert base.find("own") is ENGINE
