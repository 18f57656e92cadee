import stat
from pathlib import Path

import pytest

from cnet_ui.saved_tokens import SavedTokens

URL = "https://node-7:8080"


async def test_a_token_is_there_the_next_time_and_only_its_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "cnet" / "tokens.json"
    await SavedTokens(path).keep(URL, "cnet_secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert await SavedTokens(path).get(URL) == "cnet_secret"


async def test_a_token_that_is_forgotten_is_no_longer_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    tokens = SavedTokens(path)
    await tokens.keep(URL, "cnet_secret")
    await tokens.keep("https://other:8080", "cnet_other")
    await tokens.forget(URL)
    assert await tokens.get(URL) is None
    assert "cnet_secret" not in path.read_text()
    assert await SavedTokens(path).get("https://other:8080") == "cnet_other"


async def test_nothing_is_written_for_a_token_that_was_never_kept(tmp_path: Path) -> None:
    await SavedTokens(tmp_path / "tokens.json").forget(URL)
    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    path.write_text(f'{{"{URL}": "cnet_secret"}}')
    path.chmod(0o644)
    assert await SavedTokens(path).get(URL) == "cnet_secret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ["", "[1]", "{broken"])
async def test_a_file_that_cannot_be_understood_holds_no_token(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tokens.json"
    path.write_text(text)
    path.chmod(0o600)
    assert await SavedTokens(path).get(URL) is None
