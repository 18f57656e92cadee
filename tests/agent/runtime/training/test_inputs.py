"""Files and GPUs that a job names."""

from pathlib import Path

import pytest

from cnet_agent.model.errors import InvalidRequest
from cnet_agent.runtime.training.inputs import find_files, find_gpus, find_log_dir
from cnet_agent.runtime.training.plan import STANDARD_SCRIPT, Files
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.training import TrainBody

BUNDLED = Path("/bundled")
GPUS = [GpuInfo(index=n, name="T4", memory=16, uuid=f"GPU-{n}") for n in (0, 1, 3)]


def body(**fields: object) -> TrainBody:
    return TrainBody.model_validate({"epochs": 5, **fields})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    (made / "mine.py").write_text("")
    (made / "set.csv").write_text("")
    (tmp_path / "outside.py").write_text("")
    (made / "link.py").symlink_to(tmp_path / "outside.py")
    return made


def test_files_are_found_in_the_workspace(workspace: Path) -> None:
    asked = body(script="./mine.py", dataset=str(workspace / "set.csv"))
    found = find_files(asked, workspace, BUNDLED)
    assert (found.script, found.dataset) == ("mine.py", "set.csv")


def test_the_standard_script_is_the_workspaces_own_or_the_bundled_one(workspace: Path) -> None:
    assert find_files(body(), workspace, BUNDLED) == Files(standard="/bundled/train.py")
    own = workspace / STANDARD_SCRIPT
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert find_files(body(), workspace, BUNDLED) == Files(standard=STANDARD_SCRIPT)


DECLARES = "# /// script\n# dependencies = []\n# ///\n"


@pytest.mark.parametrize(
    ("script", "packages"),
    [
        ("import numpy\n", ("scikit-learn>=1.4,<2", "joblib")),
        (DECLARES, ()),
        (DECLARES + DECLARES, ()),  # wrong; that is told where it is run
    ],
)
def test_a_script_that_does_not_say_what_it_needs_finds_what_the_image_has(
    workspace: Path, tmp_path: Path, script: str, packages: tuple[str, ...]
) -> None:
    (workspace / "mine.py").write_text(script)
    file = tmp_path / "requirements-training.txt"
    file.write_text("# the image's\n--no-binary :all:\nscikit-learn>=1.4,<2  # digits\n\njoblib\n")
    asked = body(script="mine.py")
    assert find_files(asked, workspace, tmp_path).packages == packages
    assert find_files(body(), workspace, tmp_path).packages == ()


def test_the_workspaces_own_packages_come_first(workspace: Path) -> None:
    own = (workspace / STANDARD_SCRIPT).parent
    own.mkdir(parents=True)
    (own / "requirements-training.txt").write_bytes(b"torch  # caf\xe9\n")
    assert find_files(body(script="mine.py"), workspace, BUNDLED).packages == ("torch",)


@pytest.mark.parametrize(
    ("asked", "field", "says"),
    [
        ({"script": "none.py"}, "script", "There is no file none.py"),
        ({"script": "../outside.py"}, "script", "outside the workspace"),
        ({"script": "link.py"}, "script", "outside the workspace"),
        ({"script": "/etc/passwd"}, "script", "outside the workspace"),
        ({"script": "a" * 4000}, "script", "There is no file"),
        ({"script": "~nobody-of-this-name/x.py"}, "script", "There is no file"),
        ({"dataset": "mnist"}, "dataset", "neither one of digits"),
    ],
)
def test_other_files_are_refused(
    workspace: Path, asked: dict[str, str], field: str, says: str
) -> None:
    with pytest.raises(InvalidRequest, match=says) as refused:
        find_files(body(**asked), workspace, BUNDLED)
    assert refused.value.errors[0].loc == (field,)


def test_logs_go_into_the_workspace_or_where_the_node_has_them(workspace: Path) -> None:
    assert find_log_dir("", "./logs", workspace) == workspace / "logs"
    assert find_log_dir("mine", "./logs", workspace) == workspace / "mine"
    assert find_log_dir("/var/log/x", "/var/log/x", workspace) == Path("/var/log/x")
    with pytest.raises(InvalidRequest, match="outside the workspace"):
        find_log_dir("/var/log/y", "/var/log/x", workspace)
    with pytest.raises(InvalidRequest, match="is no folder"):
        find_log_dir("mine.py", "./logs", workspace)
    with pytest.raises(InvalidRequest, match="File name too long"):
        find_log_dir("a" * 4000, "./logs", workspace)


@pytest.mark.parametrize(
    ("ids", "found"),
    [
        ("", ("GPU-0", "GPU-1", "GPU-3")),
        ("3", ("GPU-3",)),
        ("1, 0", ("GPU-1", "GPU-0")),
        ("1,1", ("GPU-1",)),
    ],
)
def test_gpus_are_named_by_their_number(ids: str, found: tuple[str, ...]) -> None:
    assert find_gpus(body(gpu=True, gpu_ids=ids), GPUS) == found
    assert find_gpus(body(gpu_ids=ids), GPUS) == ()


def test_a_gpu_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="has no GPU 2; it has 3") as refused:
        find_gpus(body(gpu=True, gpu_ids="0,2"), GPUS)
    assert refused.value.errors[0].loc == ("gpu_ids",)
    with pytest.raises(InvalidRequest, match="no NVIDIA driver answers") as refused:
        find_gpus(body(gpu=True), [])
    assert refused.value.errors[0].loc == ("gpu",)
