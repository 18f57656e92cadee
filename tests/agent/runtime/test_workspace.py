"""Examples in the workspace."""

import os
from pathlib import Path

import pytest

from cnet_agent.config.errors import UnusableWorkspace
from cnet_agent.runtime.workspace import check_workspace, install_examples


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    (folder / "ml_models" / "__pycache__").mkdir(parents=True)
    (folder / "ml_models" / "__pycache__" / "x.pyc").touch()
    (folder / "ml_models" / "line.py").write_text("new")
    script = folder / "demo.sh"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    return folder


def test_examples_are_put_into_a_new_workspace(source: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "home" / "CNET"
    added = install_examples(source, workspace)
    assert added == [Path("examples/demo.sh"), Path("examples/ml_models/line.py")]
    assert (workspace / "examples/ml_models/line.py").read_text() == "new"
    assert os.access(workspace / "examples/demo.sh", os.X_OK)
    assert install_examples(source, workspace) == []


def test_what_a_person_changed_is_never_overwritten(source: Path, tmp_path: Path) -> None:
    mine = tmp_path / "work" / "examples" / "ml_models" / "line.py"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    assert install_examples(source, tmp_path / "work") == [Path("examples/demo.sh")]
    assert mine.read_text() == "mine"


def test_a_checkout_is_its_own_workspace(source: Path) -> None:
    workspace = source.parent
    source.rename(workspace / "examples")
    assert install_examples(workspace / "examples", workspace) == []


def test_a_workspace_that_cannot_be_written_is_left(
    source: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "examples").touch()
    assert install_examples(source, tmp_path) == []
    assert "could not be put" in caplog.text


def test_a_workspace_that_is_no_folder_is_said(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableWorkspace, match="cannot be used: File exists"):
        install_examples(source, tmp_path / "file")


def test_a_folder_that_can_be_made_could_be_a_workspace(tmp_path: Path) -> None:
    check_workspace(tmp_path)
    check_workspace(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_folder_could_not(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    for place in ("file", "file/below", "link", "link/below"):
        with pytest.raises(UnusableWorkspace, match="is no folder"):
            check_workspace(tmp_path / place)
