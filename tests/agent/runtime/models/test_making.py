"""Versions of what people name, and of what tasks made."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import AgentError, Conflict, InvalidRequest, NotFound
from cnet_agent.model.phase import Phase
from cnet_agent.model.served import ModelSpec
from cnet_agent.model.task import Environment, Task
from cnet_agent.runtime.models.making import VersionMaker
from cnet_agent.runtime.models.registry import ModelVersion
from helpers.factories import make_task

FOLDERS = ("./models",)


class Scene:
    """A workspace, and a task whose own folder a test fills."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "work"
        self.workspace.mkdir()
        self.layout = Layout(folder / "data")
        self.maker = VersionMaker(self.layout, self.workspace)

    def make(self, task: Task | None = None, file: str = "", **spec: Any) -> ModelVersion:
        given = ModelSpec.model_validate({"name": "line", **spec})
        return self.maker.make("m1", given, folders=FOLDERS, task=task, file=file, now=7.0)

    def task(self, *files: str, phase: Phase = Phase.SUCCEEDED, **fields: Any) -> Task:
        task = make_task(1, phase=phase, **fields)
        for file in files:
            path = self.layout.task(task.id).work / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.encode())
        return task


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_a_named_file_stays_where_it_is_and_its_hash_is_taken(scene: Scene) -> None:
    (scene.workspace / "line.joblib").write_bytes(b"model")
    (scene.workspace / "line.py").write_text("")
    made = scene.make(model_path="line.joblib", script_path="line.py")
    assert made.spec.model_path == str(scene.workspace / "line.joblib")
    assert made.spec.script_path == str(scene.workspace / "line.py")
    assert made.digest == sha256(b"model").hexdigest()
    assert (made.created_at, made.origin) == (7.0, None)


def test_a_script_alone_makes_a_model_and_nothing_makes_none(scene: Scene) -> None:
    (scene.workspace / "line.py").write_text("")
    assert scene.make(script_path="line.py").digest == ""
    with pytest.raises(InvalidRequest, match="Name the model's file"):
        scene.make()


def test_the_only_model_of_a_task_is_copied_with_where_it_came_from(scene: Scene) -> None:
    environment = Environment("/python", ("scikit-learn==1.7.2",), "cached", 0.1)
    task = scene.task(
        "model.joblib", "plot.png", "checkpoints/epoch.joblib", "tmp/x.pt", environment=environment
    )
    made = scene.make(task)
    copy = Path(made.spec.model_path)
    assert copy.is_relative_to(scene.layout.model_files / "m1")
    assert copy.name == "model.joblib"
    assert copy.read_bytes() == b"model.joblib"
    assert made.digest == sha256(b"model.joblib").hexdigest()
    assert made.origin is not None
    assert (made.origin.task_id, made.origin.file) == (task.id, "model.joblib")
    assert made.spec.requirements == ("scikit-learn==1.7.2",)
    assert scene.make(task, version="2", requirements=["numpy"]).spec.requirements == ("numpy",)


def test_of_several_models_one_must_be_named(scene: Scene) -> None:
    task = scene.task("a.onnx", "sub/b.keras")
    with pytest.raises(InvalidRequest, match=r"several models; name one of a.onnx, sub/b.keras"):
        scene.make(task)
    assert scene.make(task, "sub/b.keras").spec.model_path.endswith("/b.keras")


def test_a_file_that_the_command_line_names_is_found_in_the_workspace(scene: Scene) -> None:
    task = scene.task(args=("train", "line.joblib"), started_at=0.0, completed_at=2e9)
    (scene.workspace / "line.joblib").write_bytes(b"model")
    made = scene.make(task)
    assert Path(made.spec.model_path).read_bytes() == b"model"
    (scene.workspace / "line.joblib").unlink()
    assert Path(made.spec.model_path).exists()


@pytest.mark.parametrize(
    ("file", "kind"),
    [("none.joblib", NotFound), ("../1.record", AgentError), ("link.joblib", NotFound)],
)
def test_other_files_are_not_taken_and_nothing_is_left_of_the_try(
    scene: Scene, file: str, kind: type[AgentError]
) -> None:
    task = scene.task("model.joblib")
    (scene.layout.task(task.id).work / "link.joblib").symlink_to("/etc/passwd")
    with pytest.raises(kind):
        scene.make(task, file)
    assert list((scene.layout.model_files / "m1").iterdir()) == []


def test_what_is_not_whole_or_not_there_is_refused(scene: Scene) -> None:
    with pytest.raises(InvalidRequest, match="left no file that is a model"):
        scene.make(scene.task("plot.png"))
    with pytest.raises(Conflict, match="has not ended"):
        scene.make(scene.task("model.joblib", phase=Phase.RUNNING))
    with pytest.raises(InvalidRequest, match="not both"):
        scene.make(scene.task("model.joblib"), model_path="line.joblib")


def test_copies_go_with_their_version_unless_another_one_needs_them(scene: Scene) -> None:
    made = scene.make(scene.task("model.joblib"))
    path = Path(made.spec.model_path)
    again = scene.make(version="2", model_path=str(path))
    assert again.digest == made.digest
    scene.maker.discard(str(path), [again.spec.model_path])
    assert path.exists()
    scene.maker.discard(str(path), [])
    assert not path.parent.exists()
    scene.maker.discard_all("m1")
    assert not (scene.layout.model_files / "m1").exists()


def test_a_version_may_be_made_again_while_the_copy_of_the_first_is_there(scene: Scene) -> None:
    task = scene.task("model.joblib")
    assert scene.make(task).spec.model_path != scene.make(task).spec.model_path


def test_a_file_of_the_workspace_is_never_removed(scene: Scene) -> None:
    (scene.workspace / "line.joblib").write_bytes(b"model")
    made = scene.make(model_path="line.joblib")
    scene.maker.discard(made.spec.model_path, [])
    assert Path(made.spec.model_path).exists()
