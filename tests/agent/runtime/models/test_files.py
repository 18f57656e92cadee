"""Files that a model names."""

from pathlib import Path

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.runtime.models.files import found, roots_of

FOLDERS = ("./models", "./examples/ml_models")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    (made / "models").mkdir(parents=True)
    (made / "models" / "line.joblib").write_bytes(b"model")
    (made / "predict.py").write_text("")
    (tmp_path / "outside.joblib").write_bytes(b"")
    (made / "link.joblib").symlink_to(tmp_path / "outside.joblib")
    return made


def find(workspace: Path, field: str, given: str, *folders: str) -> str:
    roots = roots_of(workspace, folders or FOLDERS)
    return found(field, given, workspace, roots)


def test_files_of_the_workspace_become_absolute(workspace: Path) -> None:
    line = str(workspace / "models" / "line.joblib")
    assert find(workspace, "model_path", "models/line.joblib") == line
    assert find(workspace, "model_path", line) == line
    assert find(workspace, "script_path", "./predict.py") == str(workspace / "predict.py")
    assert find(workspace, "script_path", "") == ""


def test_a_folder_of_models_may_lie_elsewhere(workspace: Path) -> None:
    outside = str(workspace.parent / "outside.joblib")
    assert find(workspace, "model_path", outside, str(workspace.parent)) == outside


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("none.joblib", "There is no file none.joblib"),
        ("link.joblib", "outside the workspace"),
        ("../outside.joblib", "outside the workspace"),
        ("/etc/passwd", "outside the workspace"),
        ("a" * 4000, "There is no file"),
        ("~nobody-of-this-name/m", "There is no file"),
    ],
)
def test_other_files_are_refused(workspace: Path, given: str, says: str) -> None:
    with pytest.raises(InvalidRequest, match=says) as refused:
        find(workspace, "model_path", given)
    assert refused.value.errors[0].loc == ("model_path",)
