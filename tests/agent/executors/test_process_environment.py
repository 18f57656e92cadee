"""What a process task is given."""

from dataclasses import replace
from pathlib import Path

from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.executors.process_environment import arguments, variables
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.task import Environment

WORK = Path("/data/tasks/t/work")
BUILT = Environment("/envs/e/bin/python", (), "built", 1.0, "e")


def launch(environment: Environment | None = None, **fields: object) -> Launch:
    spec = TaskSpec.model_validate({"command": "python", **fields})
    return Launch(AttemptKey("t", 2), {}, spec, Path("/w"), environment)


def test_only_a_bare_python_becomes_the_environments_interpreter() -> None:
    assert arguments(launch(BUILT, args=["a.py"])) == ["/envs/e/bin/python", "a.py"]
    assert arguments(launch(BUILT, command="/usr/bin/python3")) == ["/usr/bin/python3"]
    assert arguments(launch(None, command="python3")) == ["python3"]


def test_the_environments_programs_come_first_on_the_path_the_task_chose() -> None:
    given = variables(launch(BUILT, env={"PATH": "/mine"}), {"PATH": "/usr/bin"}, WORK)
    assert given["PATH"] == "/envs/e/bin:/mine"
    assert variables(launch(BUILT), {}, WORK)["PATH"] == "/envs/e/bin"


def test_a_task_may_choose_its_buffering_and_its_temporary_directory() -> None:
    chosen = {"PYTHONUNBUFFERED": "", "TMPDIR": "/fast"}
    given = variables(launch(env=chosen), {}, WORK)
    assert {name: given[name] for name in chosen} == chosen


def test_what_marks_the_task_cannot_be_overridden_and_nothing_of_the_agent_is_inherited() -> None:
    forged = {"CNET_TASK_ID": "x", "CNET_ATTEMPT": "9", "CNET_TASK_DIR": "/x"}
    given = variables(launch(env=forged), {"CNET_AGENT__TOKEN": "s", "HOME": "/h"}, WORK)
    assert given["CNET_TASK_ID"] == "t"
    assert given["CNET_ATTEMPT"] == "2"
    assert given["CNET_TASK_DIR"] == str(WORK)
    assert "CNET_AGENT__TOKEN" not in given
    assert given["HOME"] == "/h"


def test_a_task_sees_the_gpus_it_was_given_and_all_where_it_asked_for_none() -> None:
    inherited = {"CUDA_VISIBLE_DEVICES": "0,1"}
    given = variables(replace(launch(), gpus=("GPU-a", "GPU-b")), inherited, WORK)
    assert given["CUDA_VISIBLE_DEVICES"] == "GPU-a,GPU-b"
    assert variables(launch(), inherited, WORK)["CUDA_VISIBLE_DEVICES"] == "0,1"


def test_a_frozen_applications_library_path_is_taken_back() -> None:
    given = variables(
        launch(), {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/usr"}, WORK
    )
    assert given["LD_LIBRARY_PATH"] == "/usr"
    assert "LD_LIBRARY_PATH_ORIG" not in given
