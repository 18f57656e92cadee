"""How a model server is started."""

import subprocess
import sys
from pathlib import Path

import pytest

from cnet_agent.serving import start


def test_a_server_takes_nothing_from_the_models_environment(tmp_path: Path) -> None:
    (tmp_path / "aiohttp.py").write_text("raise SystemExit('the wrong one')")
    done = subprocess.run(
        start.command(str(tmp_path / "none")),
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert "the wrong one" not in done.stderr
    assert "served.json" in done.stderr  # it came as far as looking for its order


def test_a_frozen_application_serves_by_a_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start.command("/folder") == [sys.executable, "--serve", "/folder"]
