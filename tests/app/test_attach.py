from pathlib import Path

import pytest
from aiohttp import web

from cnet_agent.config import proof, run_file
from cnet_agent.config.layout import Layout
from cnet_app.attach import attach, read_token
from helpers.live_agent import live_agent

KEY = "k" * 64


async def serve(answer: str) -> tuple[web.AppRunner, int]:
    """Serve a program that answers every nonce with ``answer``, or honestly if it is a key."""

    async def prove(request: web.Request) -> web.Response:
        port = request.url.port or 0
        said = proof.answer(answer, request.query["nonce"], port) if answer == KEY else answer
        return web.json_response({"instance": "1", "proof": said})

    app = web.Application()
    app.router.add_get("/api/proof", prove)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, runner.addresses[0][1]


def write_run_file(layout: Layout, port: int) -> None:
    layout.root.mkdir(exist_ok=True)
    run = run_file.announce(layout.run_file, port, "1", f"http://127.0.0.1:{port}")
    text = layout.run_file.read_text().replace(run.key, KEY)
    layout.run_file.write_text(text)


async def test_nobody_is_attached_to_where_nobody_has_been(tmp_path: Path) -> None:
    assert await attach(Layout(tmp_path)) is None


@pytest.mark.parametrize(("answer", "is_ours"), [(KEY, True), ("0" * 64, False)])
async def test_only_who_has_the_key_of_the_run_file_is_ours(
    tmp_path: Path, answer: str, is_ours: bool
) -> None:
    runner, port = await serve(answer)
    write_run_file(Layout(tmp_path), port)
    client = await attach(Layout(tmp_path))
    assert (client is not None) is is_ours
    if client is not None:
        await client.close()
    await runner.cleanup()


async def test_a_run_file_that_a_dead_agent_left_leads_nowhere(tmp_path: Path) -> None:
    runner, port = await serve(KEY)
    await runner.cleanup()
    write_run_file(Layout(tmp_path), port)
    assert await attach(Layout(tmp_path)) is None


@pytest.mark.integration
async def test_the_agent_that_runs_already_is_used(tmp_path: Path) -> None:
    with live_agent(tmp_path) as agent:
        client = await attach(Layout(agent.data_dir))
        assert client is not None
        async with client:
            assert client.url == agent.url
            assert (await client.node()).data_dir == str(agent.data_dir)


def test_a_token_is_read_where_there_is_one(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    assert read_token(layout) is None
    layout.token.write_text("secret\n")
    assert read_token(layout) == "secret"
