"""Settings over HTTP: what would keep the agent from starting again is refused."""

import json
from pathlib import Path

import pytest

from helpers.fake_services import Served
from helpers.raw_http import Talk


async def test_a_workspace_that_cannot_be_one_is_refused_with_its_place(
    served: Served, talk: Talk, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    token = {"Authorization": f"Bearer {served.token}", "Content-Type": "application/json"}
    for folder, why in (
        (f"{tmp_path}/file", "is no folder"),
        (f"{tmp_path}/file/below", "is no folder"),
        ("relative", "absolute path"),
        (f"/{'x' * 5000}", "too long"),
    ):
        body = json.dumps({"settings": {"agent.workspace": folder}}).encode()
        answer = await talk.ask("PATCH", "/api/config", token, body)
        assert answer.status == 422, folder
        (error,) = answer.json["errors"]
        assert error["loc"] == ["settings", "agent.workspace"]
        assert why in error["msg"], error


@pytest.mark.parametrize("folder", ["", "{here}", "{here}/new/one", "~/CNET"])
async def test_a_workspace_that_is_there_or_can_be_made_is_left_to_the_settings(
    served: Served, talk: Talk, tmp_path: Path, folder: str
) -> None:
    token = {"Authorization": f"Bearer {served.token}", "Content-Type": "application/json"}
    body = json.dumps({"settings": {"agent.workspace": folder.format(here=tmp_path)}}).encode()
    answer = await talk.ask("PATCH", "/api/config", token, body)
    assert answer.status == 409  # of the fake, which has another setting only
    assert not (tmp_path / "new").exists()
