import pytest

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import ServedView, TaskView
from cnet_ui.pages.task_offers import (
    AGAIN,
    COPY_CURL,
    COPY_IDS,
    DUPLICATE,
    EDIT,
    FOLDER,
    KILL,
    PRESET,
    REMOVE,
    SERVE,
    SIGNAL,
    STOP,
    Standing,
    offer,
    offers,
    removable,
    stoppable,
)
from helpers.fake_agent import make_view
from helpers.job_scene import make_job

HERE = Standing(is_live=True, is_local=True)
RUNS, WAITS = make_view(1), make_view(2, Phase.QUEUED)
ENDED, STOPS = make_view(3, Phase.SUCCEEDED), make_view(4, Phase.STOPPING)


def possible(*tasks: TaskView, standing: Standing = HERE) -> set[str]:
    return {each.key for each in offers(tasks, standing) if not each.why_not}


def test_what_runs_can_be_stopped_and_what_ended_removed() -> None:
    assert possible(RUNS) >= {STOP, SIGNAL, AGAIN, DUPLICATE, EDIT, FOLDER}
    assert not possible(RUNS) & {REMOVE, KILL}
    assert possible(ENDED) >= {REMOVE, AGAIN, DUPLICATE, FOLDER}
    assert not possible(ENDED) & {STOP, KILL, SIGNAL, EDIT}
    assert KILL in possible(STOPS)
    assert STOP not in possible(STOPS)


def test_a_mixture_offers_what_applies_to_some_of_it() -> None:
    assert possible(RUNS, ENDED) >= {STOP, REMOVE, AGAIN, COPY_IDS}
    assert [task.id for task in stoppable([RUNS, ENDED, WAITS], HERE)] == [RUNS.id, WAITS.id]
    assert [task.id for task in removable([RUNS, ENDED])] == [ENDED.id]


def test_what_is_for_one_task_says_so_for_several() -> None:
    for key in (SIGNAL, DUPLICATE, EDIT, COPY_CURL, FOLDER):
        assert offer(key, [RUNS, WAITS], HERE).why_not == "This is for one task; choose one."


def test_a_model_has_one_server_which_is_run_again_and_not_doubled() -> None:
    served = make_view(
        1, type="ml", phase=Phase.FAILED, model=ServedView(id="m", name="line", version="1")
    )
    here = Standing(is_live=True, is_local=True)
    assert offer(AGAIN, [served], here).why_not == ""
    for key in (DUPLICATE, PRESET):
        assert "one server" in offer(key, [served], here).why_not


def test_a_training_job_is_made_by_its_own_form() -> None:
    assert PRESET in possible(ENDED)
    assert PRESET not in possible(make_job(1))
    assert DUPLICATE in possible(make_job(1))


def test_what_succeeded_may_have_left_a_model_to_serve() -> None:
    assert SERVE in possible(ENDED)
    assert SERVE in possible(make_job(1, Phase.SUCCEEDED))
    failed = offer(SERVE, [make_view(5, Phase.FAILED)], HERE).why_not
    assert failed == "This is for a task that succeeded and left a model."
    assert "succeeded" in offer(SERVE, [RUNS], HERE).why_not
    served = make_view(6, Phase.SUCCEEDED, model=ServedView(id="m", name="line", version="1"))
    assert offer(SERVE, [served], HERE).why_not == "It serves a model already."


def test_a_stop_that_is_on_its_way_is_not_offered_again() -> None:
    standing = Standing(is_live=True, is_local=True, stopping=frozenset({RUNS.id}))
    assert offer(STOP, [RUNS], standing).why_not == "It is stopping already."
    assert STOP in possible(RUNS, WAITS, standing=standing)


def test_without_an_agent_one_can_only_copy_and_look() -> None:
    gone = Standing(is_live=False, is_local=True)
    assert possible(ENDED, standing=gone) == {
        COPY_IDS,
        "copy-command",
        COPY_CURL,
        "copy-rows",
        FOLDER,
    }
    assert "does not answer" in offer(STOP, [RUNS], gone).why_not


def test_a_folder_of_another_machine_says_where_its_files_are() -> None:
    there = Standing(is_live=True, is_local=False)
    assert "Files" in offer(FOLDER, [ENDED], there).why_not


@pytest.mark.parametrize("count", [1, 2])
def test_words_suit_how_many_there_are(count: int) -> None:
    text = offer(COPY_IDS, [RUNS, WAITS][:count], HERE).text
    assert text == ("Copy id" if count == 1 else "Copy ids")


def test_nothing_chosen_offers_nothing() -> None:
    assert offer(STOP, [], HERE).why_not == "No task is chosen."
