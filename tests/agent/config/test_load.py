from pathlib import Path

import pytest

from cnet_agent.config.errors import BadConfiguration
from cnet_agent.config.load import LoadedSettings, load
from cnet_agent.config.schema import Settings

SEED = """
agent:
  address: "0.0.0.0"
  port: 8080
  node_id: ""      # made on first start
  node_name: ""     # the host name
  region: "default"
  datacenter: "dc1"
discovery:
  enabled: false   # a single node
  servers: []      # none
resources:
  cpu: true
  memory: true
  disk: true
  network: true
  interval: "10s"
tasks:
  max_concurrent: 10
  timeout: "5m"
  cleanup: true
ml:
  enabled: true
  engines: ["python", "tensorflow", "pytorch"]
  default_engine: "python"
  model_path: "./models"
  script_path: "./examples/ml_models"
  port_range:
    start: 9000
    end: 9100
  resource_limits:
    cpu_limit: 1.0
    memory_limit: 536870912  # 512MB
    disk_limit: 1073741824   # 1GB
    gpu_limit: 0
  timeout: "30s"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.yaml"


def loaded(file: Path, text: str, **environment: str) -> LoadedSettings:
    file.write_text(text)
    return load(file, environment, {"--data-dir": str(file.parent / "data")})


def problems(file: Path, text: str, **environment: str) -> list[str]:
    with pytest.raises(BadConfiguration) as caught:
        loaded(file, text, **environment)
    return [problem.removeprefix(f"{file}:") for problem in caught.value.problems]


def test_without_anything_the_defaults_are_in_force() -> None:
    result = load()
    assert result.settings == Settings()
    assert set(result.sources.values()) == {"default"}
    assert result.file is None
    assert result.data_dir.is_absolute()


def test_the_seeds_configuration_is_read_as_it_is_printed(file: Path) -> None:
    result = loaded(file, SEED)
    assert result.settings.resources.interval == 10
    assert result.settings.tasks.timeout == "5m"
    assert result.settings.ml.port_range.end == 9100
    assert result.sources["ml.port_range.end"] == "file"


def test_the_environment_wins_over_the_file_and_flags_win_over_both(file: Path) -> None:
    file.write_text("agent: {port: 1, region: file, node_name: file}")
    result = load(
        file,
        {"CNET_AGENT__PORT": "2", "CNET_AGENT__REGION": "environment"},
        {"--port": "3", "--data-dir": str(file.parent)},
    )
    agent = result.settings.agent
    assert (agent.port, agent.region, agent.node_name) == (3, "environment", "file")
    origins = [result.sources[f"agent.{key}"] for key in ("port", "region", "node_name", "address")]
    assert origins == ["flag", "environment", "file", "default"]


def test_changes_by_the_api_lie_between_file_and_environment(file: Path) -> None:
    data = file.parent / "data"
    data.mkdir()
    (data / "settings.yaml").write_text('tasks: {"max_concurrent": 3, "queue_size": 4}')
    result = loaded(file, "tasks: {max_concurrent: 1}", CNET_TASKS__QUEUE_SIZE="5")
    assert result.settings.tasks.max_concurrent == 3
    assert result.settings.tasks.queue_size == 5
    assert result.sources["tasks.max_concurrent"] == "api"


def test_variables_take_the_type_of_their_setting(file: Path) -> None:
    settings = loaded(
        file,
        "",
        CNET_AGENT__NODE_NAME="123",
        CNET_ML__PORT_RANGE__START="9001",
        CNET_ML__ENGINES="[python, pytorch]",
        CNET_RESOURCES__INTERVAL="2s",
        CNET_DISCOVERY__ENABLED="true",
    ).settings
    assert settings.agent.node_name == "123"
    assert settings.ml.port_range.start == 9001
    assert settings.ml.engines == ("python", "pytorch")
    assert settings.resources.interval == 2
    assert settings.discovery.enabled is True


def test_a_tasks_own_variables_are_no_settings(file: Path) -> None:
    result = loaded(file, "", CNET_TASK_ID="x", CNET_TASK_DIR="y", CNET_ATTEMPT="1", CNET_="z")
    assert result.settings.tasks == Settings().tasks


def test_an_unknown_variable_is_refused_with_a_suggestion(file: Path) -> None:
    assert problems(file, "", CNET_AGENT__PROT="1") == [
        'CNET_AGENT__PROT: there is no setting "agent.prot"; did you mean "agent.port"?'
    ]


def test_a_variable_of_the_wrong_type_is_named(file: Path) -> None:
    assert problems(file, "agent: {port: 1}", CNET_AGENT__PORT="x") == [
        'CNET_AGENT__PORT: agent.port must be a whole number, not "x"'
    ]
    assert problems(file, "", CNET_AGENT__PORT="") == [
        "CNET_AGENT__PORT: agent.port must be a whole number, not nothing"
    ]


def test_a_flag_of_the_wrong_type_is_named() -> None:
    with pytest.raises(BadConfiguration, match=r"--port: .* at most 65535"):
        load(flags={"--port": "70000"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("agent:\n  port: abc", '2:9: agent.port must be a whole number, not "abc"'),
        ("agent:\n  port: '80'", '2:9: agent.port must be a whole number, not "80"'),
        ("agent:\n  port: -1", "2:9: agent.port must be at least 0, not -1"),
        (
            "agent:\n  prot: 1",
            '2:3: there is no setting "agent.prot"; did you mean "agent.port"?',
        ),
        ("port: 1", '1:1: there is no setting "port"; did you mean "agent.port"?'),
        ("agnet:\n  port: 1", '1:1: there is no setting "agnet"; did you mean "agent"?'),
        ("xyzzy: 1", '1:1: there is no setting "xyzzy"'),
        ("agent: 5", "1:8: agent must be a section with settings of its own, not 5"),
        ("resources: {cpu: yes}", '1:18: resources.cpu must be true or false, not "yes"'),
        (
            "tasks: {timeout: 5 apples}",
            '1:18: tasks.timeout: \'5 apples\' is not a duration such as "30s", "5m" or "2h"',
        ),
        (
            "agent:\n  node_name: 7",
            "2:14: agent.node_name must be text, in quotes if it looks like more, not 7",
        ),
        (
            "containers: {allowed_mounts: /srv}",
            '1:30: containers.allowed_mounts must be a list, such as [a, b], not "/srv"',
        ),
        (
            "logging: {level: LOUD}",
            "1:18: logging.level must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR', not \"LOUD\"",
        ),
        (
            "ml: {port_range: {start: 9, end: 8}}",
            "1:18: ml.port_range must not end before it starts",
        ),
        (
            "ml: {engines: [tensorflow]}",
            "1:5: ml must list its default_engine, python, in engines",
        ),
        (
            'agent: {node_name: "a\\0b"}',
            "1:20: agent.node_name must not contain a NUL character",
        ),
        (
            'training: {log_dir: "~nobody-of-this-name/logs"}',
            (
                "1:21: training.log_dir must not start at the home directory of a user that does "
                "not exist"
            ),
        ),
        (
            'containers: {allowed_mounts: ["~nobody-of-this-name"]}',
            (
                "1:31: containers.allowed_mounts.0 must not start at the home directory of a user "
                "that does not exist"
            ),
        ),
        ("training:\n  timeout:", "2:11: training.timeout must be a number, not nothing"),
    ],
)
def test_a_wrong_setting_is_one_sentence_with_file_line_and_column(
    file: Path, text: str, problem: str
) -> None:
    assert problems(file, text) == [problem]


def test_every_problem_of_a_file_is_said_at_once(file: Path) -> None:
    assert len(problems(file, "agent: {port: x, region: 1}\nnope: 1")) == 3


def test_an_override_does_not_hide_what_is_wrong_in_the_file(file: Path) -> None:
    assert problems(file, "agent: {port: x}", CNET_AGENT__PORT="1") == [
        '1:15: agent.port must be a whole number, not "x"'
    ]


def test_beside_a_free_port_there_is_a_second_one_only_if_somebody_asks_for_it(file: Path) -> None:
    assert loaded(file, "").alias_port == 8000
    assert load(flags={"--port": "0"}).alias_port == 0
    assert loaded(file, "agent: {port: 0}").alias_port == 0
    assert loaded(file, "agent: {port: 0}\ntraining: {port: 8000}").alias_port == 8000
    assert loaded(file, "training: {port: 0}").alias_port == 0


def test_an_empty_section_leaves_the_defaults(file: Path) -> None:
    assert loaded(file, "tasks:\nml:\n").settings.tasks == Settings().tasks


def test_relative_folders_start_at_the_file_that_names_them(file: Path, tmp_path: Path) -> None:
    file.write_text("agent: {data_dir: state, workspace: ../work}")
    result = load(file)
    assert result.data_dir == tmp_path / "state"
    assert result.workspace() == tmp_path.parent / "work"


def test_relative_folders_of_a_flag_start_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(flags={"--data-dir": "state"}).data_dir == tmp_path / "state"


def test_a_broken_file_of_changes_is_named(file: Path) -> None:
    changes = file.parent / "data" / "settings.yaml"
    changes.parent.mkdir()
    changes.write_text("tasks: {max_concurrent: 0}")
    with pytest.raises(BadConfiguration) as caught:
        loaded(file, "")
    assert str(caught.value) == f"{changes}:1:25: tasks.max_concurrent must be at least 1, not 0"


def test_an_engine_may_be_one_that_a_package_brings(file: Path) -> None:
    file.write_text("ml: {engines: [python, own-engine], default_engine: own-engine}")
    assert load(file).settings.ml.default_engine == "own-engine"
    assert "ml.engines.0" in problems(file, "ml: {engines: [Not an engine]}")[0]
