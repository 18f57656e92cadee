from pathlib import Path

import pytest

from cnet_agent import __version__
from cnet_app import flags


def test_without_options_nothing_is_set() -> None:
    assert flags.parse("cnet-agent", []) == flags.Options(None, {}, agent_only=False)


def test_every_option_of_a_setting_reaches_the_settings(tmp_path: Path) -> None:
    given = f"--config {tmp_path}/c.yaml --data-dir {tmp_path} --workspace /w --address ::1"
    given += " --port 81 --log-level debug --agent-only"
    options = flags.parse("cnet-agent", given.split())
    (tmp_path / "c.yaml").write_text("agent: {region: here}")
    loaded = options.settings()
    agent = loaded.settings.agent
    assert (agent.address, agent.port, agent.workspace, agent.region) == ("::1", 81, "/w", "here")
    assert loaded.settings.logging.level == "DEBUG"
    assert loaded.data_dir == tmp_path
    assert options.agent_only


def test_the_version_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        flags.parse("cnet-agent", ["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"cnet-agent {__version__}\n"


@pytest.mark.parametrize("arguments", [["--bogus"], ["--po", "1"], ["extra"], ["--port"]])
def test_a_mistake_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        flags.parse("cnet-agent", arguments)
    assert ended.value.code == 2
