"""What a container is made with, and what is refused."""

from pathlib import Path

import pytest

from cnet_agent.executors.base import AttemptKey, Launch
from cnet_agent.executors.container_config import (
    NotAllowed,
    Rules,
    check,
    container_name,
    create_config,
)
from cnet_agent.model.spec import TaskSpec

WORK = Path("/data/tasks/t/work")


def spec(**fields: object) -> TaskSpec:
    return TaskSpec.model_validate({"type": "container", "image": "busybox:1", **fields})


def launch(*gpus: str, **fields: object) -> Launch:
    return Launch(AttemptKey("t", 2), {}, spec(**fields), Path("/"), None, gpus)


def rules(workspace: Path, *allowed: str, privileged: bool = False) -> Rules:
    return Rules(workspace, allowed, privileged)


def test_a_name_stands_for_one_attempt_of_one_node() -> None:
    assert container_name("0123456789", AttemptKey("t", 2)) == "cnet-01234567-t-2"
    assert container_name("nó/1", AttemptKey("t", 2)) == "cnet-n--1-t-2"


def test_limits_are_dockers_and_swap_is_no_way_around_them(tmp_path: Path) -> None:
    limits = {"cpu_limit": 0.5, "memory_limit": "64MB", "pids_limit": 20}
    _, host = create_config(launch(resources=limits), "node", WORK, rules(tmp_path))
    assert (host["nano_cpus"], host["pids_limit"]) == (500_000_000, 20)
    assert host["mem_limit"] == host["memswap_limit"] == 64_000_000
    assert host["security_opt"] == ["no-new-privileges"]
    assert host["init"]


def test_the_command_follows_the_images_own_where_none_is_given(tmp_path: Path) -> None:
    def command(**fields: object) -> object:
        return create_config(launch(**fields), "node", WORK, rules(tmp_path))[0]["command"]

    assert command() is None
    assert command(args=["--help"]) == ["--help"]
    assert command(command="sh", args=["-c", "true"]) == ["sh", "-c", "true"]


def test_a_container_knows_its_task_and_is_known_by_it(tmp_path: Path) -> None:
    forged = {"CNET_TASK_ID": "x", "MINE": "1"}
    config, host = create_config(launch(env=forged), "node", WORK, rules(tmp_path))
    assert config["labels"] == {"cnet.node": "node", "cnet.task": "t", "cnet.attempt": "2"}
    environment = config["environment"]
    assert (environment["CNET_TASK_ID"], environment["MINE"]) == ("t", "1")
    assert (host["mounts"][0]["Source"], host["mounts"][0]["Target"]) == (
        str(WORK),
        environment["CNET_TASK_DIR"],
    )


def test_ports_and_folders_go_where_they_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    wanted = launch(ports=["8080:80", "8081:80", "53/udp"], volumes=["data:/d:ro"])
    config, host = create_config(wanted, "node", WORK, rules(tmp_path))
    assert config["ports"] == [(80, "tcp"), (80, "tcp"), (53, "udp")]
    assert host["port_bindings"] == {
        "80/tcp": [("127.0.0.1", 8080), ("127.0.0.1", 8081)],
        "53/udp": [("127.0.0.1", None)],
    }
    mount = host["mounts"][1]
    assert (mount["Source"], mount["Target"], mount["ReadOnly"]) == (
        str(tmp_path / "data"),
        "/d",
        True,
    )


def test_the_gpus_are_those_that_the_task_was_given(tmp_path: Path) -> None:
    _, host = create_config(launch("GPU-a"), "node", WORK, rules(tmp_path))
    (request,) = host["device_requests"]
    assert request["DeviceIDs"] == ["GPU-a"]


def test_a_privileged_container_is_for_nodes_that_say_so(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as refused:
        check(spec(privileged=True), rules(tmp_path))
    assert refused.value.field == "privileged"
    allowed = rules(tmp_path, privileged=True)
    _, host = create_config(launch(privileged=True), "node", WORK, allowed)
    assert (host["privileged"], host["security_opt"], host["cap_drop"]) == (True, [], [])


@pytest.mark.parametrize("network", ["host", "container:other"])
def test_networks_of_others_are_refused(tmp_path: Path, network: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check(spec(network=network), rules(tmp_path))
    assert refused.value.field == "network"


def test_a_disk_limit_that_would_not_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as refused:
        check(spec(resources={"disk_limit": "1GB"}), rules(tmp_path))
    assert refused.value.field == "resources.disk_limit"


def test_folders_are_within_the_workspace_or_named_whatever_links_say(tmp_path: Path) -> None:
    workspace, other = tmp_path / "workspace", tmp_path / "other"
    workspace.mkdir()
    other.mkdir()
    (workspace / "link").symlink_to(other)
    for source in (str(other), "../other", "link", "missing", "/", "/etc"):
        with pytest.raises(NotAllowed) as refused:
            check(spec(volumes=[f"{source}:/x"]), rules(workspace))
        assert refused.value.field == "volumes"
    for missing in ("none", "~nobody-of-this-name", "a" * 4000):
        with pytest.raises(NotAllowed, match="does not exist"):
            check(spec(volumes=[f"{missing}:/x"]), rules(workspace))
    check(spec(volumes=["link:/x", ".:/y"]), rules(workspace, str(other)))
