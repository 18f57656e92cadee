"""pip's settings in uv's words."""

from pathlib import Path

import pytest

from cnet_agent.runtime.environments import pip_settings
from cnet_agent.runtime.environments.pip_settings import index_url, uv_environment


@pytest.fixture(autouse=True)
def _own_files_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pip_settings,
        "_files",
        lambda environment: [
            tmp_path / "general.conf",
            tmp_path / "pip.conf",
        ],
    )
    monkeypatch.setattr(pip_settings, "_uv_files", lambda environment: [tmp_path / "uv.toml"])


def test_the_index_of_pip_is_the_index_of_uv(tmp_path: Path) -> None:
    (tmp_path / "general.conf").write_text("[global]\nindex-url = https://general/\ncert = /c\n")
    (tmp_path / "pip.conf").write_text(
        "[install]\nfind_links = /a\n  /b\n[global]\nindex-url = https://mine/%40x\n"
    )
    made = uv_environment({"PIP_EXTRA_INDEX_URL": "https://one/ https://two/", "PATH": "/bin"})
    assert made["UV_DEFAULT_INDEX"] == "https://mine/%40x"
    assert made["UV_FIND_LINKS"] == "/a,/b"
    assert made["UV_INDEX"] == "https://one/ https://two/"
    assert made["UV_INDEX_STRATEGY"] == "unsafe-best-match"
    assert made["SSL_CERT_FILE"] == "/c"
    assert made["PATH"] == "/bin"


def test_what_is_set_for_uv_is_left(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://pip/\n")
    assert uv_environment({"UV_DEFAULT_INDEX": "https://uv/"})["UV_DEFAULT_INDEX"] == "https://uv/"
    (tmp_path / "uv.toml").touch()
    assert "UV_DEFAULT_INDEX" not in uv_environment({})


def test_a_broken_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("index-url = without a section")
    assert "UV_DEFAULT_INDEX" not in uv_environment({})


def test_the_index_alone_is_told_for_builds_of_images(tmp_path: Path) -> None:
    assert index_url({}) == ""
    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://file/\n")
    assert index_url({}) == "https://file/"
    assert index_url({"PIP_INDEX_URL": " https://variable/ "}) == "https://variable/"
