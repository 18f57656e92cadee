"""Files that a model names."""

from hashlib import sha256
from pathlib import Path

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.model.served import ModelSpec
from cnet_agent.runtime.models.files import find

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


def test_files_of_the_workspace_become_absolute_and_the_models_hash_is_taken(
    workspace: Path,
) -> None:
    asked = ModelSpec(name="line", model_path="models/line.joblib", script_path="./predict.py")
    found, digest = find(asked, workspace, FOLDERS)
    assert found.model_path == str(workspace / "models" / "line.joblib")
    assert found.script_path == str(workspace / "predict.py")
    assert digest == sha256(b"model").hexdigest()


def test_a_script_alone_makes_a_model(workspace: Path) -> None:
    found, digest = find(ModelSpec(name="own", script_path="predict.py"), workspace, FOLDERS)
    assert (found.model_path, digest) == ("", "")


def test_a_folder_of_models_may_lie_elsewhere(workspace: Path) -> None:
    outside = workspace.parent / "outside.joblib"
    asked = ModelSpec(name="line", model_path=str(outside))
    assert find(asked, workspace, (str(workspace.parent),))[0].model_path == str(outside)


@pytest.mark.parametrize(
    ("asked", "field", "says"),
    [
        ({}, "model_path", "Name the model's file"),
        ({"model_path": "none.joblib"}, "model_path", "There is no file none.joblib"),
        ({"model_path": "link.joblib"}, "model_path", "outside the workspace"),
        ({"model_path": "../outside.joblib"}, "model_path", "outside the workspace"),
        ({"script_path": "/etc/passwd"}, "script_path", "outside the workspace"),
        ({"script_path": "a" * 4000}, "script_path", "There is no file"),
        ({"model_path": "~nobody-of-this-name/m"}, "model_path", "There is no file"),
    ],
)
def test_other_files_are_refused(
    workspace: Path, asked: dict[str, str], field: str, says: str
) -> None:
    with pytest.raises(InvalidRequest, match=says) as refused:
        find(ModelSpec(name="line", **asked), workspace, FOLDERS)
    assert refused.value.errors[0].loc == (field,)
