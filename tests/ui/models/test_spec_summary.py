from cnet_agent.model.spec import TaskSpec
from cnet_ui.models.spec_summary import summary


def test_limits_and_retries_are_told_as_the_agent_understands_them() -> None:
    body = {
        "command": "x",
        "resources": {"cpu_limit": 1.5, "memory_limit": "512", "disk_limit": "1GB", "gpu_limit": 1},
        "timeout": "30m",
        "max_retries": 2,
    }
    assert summary(TaskSpec.model_validate(body)) == (
        "CPU cores: 1.5, memory: 512 B, disk: 1 GB, GPUs: 1, timeout: 30 min, retries: 2"
    )


def test_nothing_is_said_of_what_is_not_limited() -> None:
    assert summary(TaskSpec(command="x")) == ""
