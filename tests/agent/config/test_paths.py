from pathlib import Path

import pytest

from cnet_agent.config.paths import (
    at_home,
    data_directory,
    is_at_no_home,
    workspace_directory,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_the_setting_decides_where_tasks_start(home: Path) -> None:
    assert workspace_directory("work", Path("/srv"), here=home / "x") == Path("/srv/work")


def test_an_agent_on_a_terminal_works_where_it_was_started(home: Path) -> None:
    here = home / "project"
    here.mkdir()
    assert workspace_directory("", home, here=here) == here


@pytest.mark.parametrize("here", ["/", "home", "missing", None])
def test_the_home_directory_itself_is_never_the_workspace(home: Path, here: str | None) -> None:
    place = home if here == "home" else here and Path(here).absolute()
    assert workspace_directory("", home, here=place or None) == home / "CNET"


def test_a_directory_that_cannot_be_written_to_is_not_the_workspace(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert workspace_directory("", home, here=home / "x") == home / "CNET"


def test_a_home_that_there_is_not_is_a_name_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert at_home("~/work") == tmp_path / "work"
    assert at_home("~nobody-of-this-name/work") == Path("~nobody-of-this-name/work")
    assert [is_at_no_home(text) for text in ("~/x", "~nobody-of-this-name/x", "a~", "")] == [
        False,
        True,
        False,
        False,
    ]


def test_state_lies_in_the_users_own_data_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert data_directory("", Path("/")) == Path("/data/cnet")


def test_a_tilde_is_the_home_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert data_directory("~/state", Path("/")) == Path("/home/me/state")
