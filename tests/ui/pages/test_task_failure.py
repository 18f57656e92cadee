import pytest

from cnet_agent.model.phase import Phase, Reason
from cnet_agent.model.spec import Resources
from cnet_agent.wire.task import MASK, AttemptView, TaskView
from cnet_ui.pages.task_failure import failure_of
from helpers.factories import EPOCH
from helpers.fake_agent import make_view
from helpers.job_scene import make_job


def failed(reason: Reason, **fields: object) -> TaskView:
    return make_view(1, Phase.FAILED, reason=reason, message="It failed.", **fields)


def test_what_ran_out_of_memory_is_offered_twice_as_much() -> None:
    limits = Resources(memory_limit=512_000_000, cpu_limit=1.0)
    found = failure_of(failed(Reason.OOM, resources=limits, signal="SIGKILL"))
    assert found.heading == "Out of memory"
    assert found.figures == ["limit 512 MB", "SIGKILL", "after 5.0 s"]
    assert found.next_step == "Give it 1.02 GB, or let it use less."
    assert found.remedy is not None
    assert found.remedy.request.body["resources"] == {
        "cpu_limit": 1.0,
        "memory_limit": 1_024_000_000,
    }
    assert found.remedy.request.body["command"] == "sleep"


def test_a_job_that_took_all_it_might_is_offered_twice_as_much_as_a_job() -> None:
    job = make_job(1, Phase.FAILED, reason=Reason.OOM, memory_cap=8_000_000_000)
    found = failure_of(job)
    assert found.figures[0] == "limit 8 GB"
    assert found.remedy is not None
    assert (found.remedy.request.path, found.remedy.more) == ("/train", "16 GB")
    assert found.remedy.request.body["memory_limit"] == 16_000_000_000


def test_what_ran_out_of_time_is_offered_twice_as_long() -> None:
    found = failure_of(failed(Reason.TIMEOUT, timeout=60.0))
    assert found.remedy is not None
    assert (found.remedy.more, found.remedy.request.body["timeout"]) == ("2 min 0 s", 120.0)
    assert found.figures[0] == "limit 1 min 0 s"


def test_what_wrote_too_much_says_how_much() -> None:
    attempt = AttemptView(number=1, ended_at=EPOCH, reason=Reason.DISK_LIMIT, disk_used=3_000_000)
    limits = Resources(disk_limit=1_000_000)
    found = failure_of(failed(Reason.DISK_LIMIT, resources=limits, attempts=[attempt]))
    assert found.figures[:2] == ["wrote 3 MB", "limit 1 MB"]
    assert found.remedy is not None
    assert found.remedy.more == "2 MB"


def test_a_task_with_secrets_is_changed_by_hand() -> None:
    """The agent masks them, so that nothing can be submitted for it."""
    limits = Resources(memory_limit=512_000_000)
    found = failure_of(failed(Reason.OOM, resources=limits, env={"API_TOKEN": MASK}))
    assert found.remedy is None
    assert found.form_first


@pytest.mark.parametrize("reason", [None, *Reason])
def test_every_failure_has_a_next_step(reason: Reason | None) -> None:
    task = make_view(1, Phase.FAILED, reason=reason, exit_code=1)
    found = failure_of(task)
    assert found.heading
    assert found.icon
    assert found.next_step.endswith(".")


def test_an_exit_code_leads_to_the_log() -> None:
    found = failure_of(failed(Reason.EXIT, exit_code=2, max_retries=2, attempt=3))
    assert found.figures == ["exit code 2", "after 5.0 s", "attempt 3 of 3"]
    assert found.next_step == "Read the last lines of its log."
    assert found.log_first
