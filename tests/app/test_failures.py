from cnet_agent.config.errors import BadConfiguration, DataDirectoryFull, DataDirectoryInUse
from cnet_agent.server.ports import Holder, PortInUse
from cnet_app.failures import explain


def test_a_port_in_use_ends_with_3_and_names_its_holder() -> None:
    code, sentence = explain(PortInUse("127.0.0.1", 8080, Holder(42, "nginx")))
    assert code == 3
    assert sentence == (
        "Port 8080 on 127.0.0.1 is in use: 'nginx' (pid 42) listens there. Choose another one with"
        " --port."
    )


def test_a_data_directory_in_use_ends_with_4_and_names_the_agent() -> None:
    code, sentence = explain(DataDirectoryInUse("It is in use by the agent with pid 42.", 42))
    assert code == 4
    assert "pid 42" in sentence
    assert "--data-dir" in sentence


def test_bad_configuration_ends_with_2_and_every_problem_as_it_is() -> None:
    assert explain(BadConfiguration("c.yaml:1:2: a", "c.yaml:3:4: b")) == (
        2,
        "c.yaml:1:2: a\nc.yaml:3:4: b",
    )


def test_a_full_disk_ends_with_1_so_that_a_service_manager_tries_again() -> None:
    code, sentence = explain(DataDirectoryFull("The data directory /d cannot be opened: full."))
    assert code == 1
    assert sentence == (
        "The data directory /d cannot be opened: full. Free some space, then start again; tasks"
        " that run go on."
    )
