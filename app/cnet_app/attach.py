"""Finds the agent that already runs over a data directory, and makes it prove that it is ours."""

import asyncio

from cnet_agent.client.client import AgentClient
from cnet_agent.config import proof, run_file
from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import AgentError

PATIENCE = 5.0  # seconds for an agent that has the directory but does not answer yet
PAUSE = 0.1


async def attach(layout: Layout) -> AgentClient | None:
    """Return the way to the agent of a data directory, None if none answers that is ours.

    Nothing secret is sent before it has answered a nonce with the key of the run file.
    """
    run = run_file.read(layout.run_file)
    if run is None:
        return None
    nonce = proof.new_nonce()
    async with AgentClient(run.url) as stranger:
        try:
            answered = await stranger.proof(nonce)
        except AgentError:
            return None
    if not proof.is_ours(run.key, nonce, run.port, answered.proof):
        return None
    return AgentClient(run.url, token=read_token(layout))


async def wait_for_agent(layout: Layout) -> AgentClient | None:
    """Attach to an agent that may still be starting."""
    for _ in range(round(PATIENCE / PAUSE)):
        client = await attach(layout)
        if client is not None:
            return client
        await asyncio.sleep(PAUSE)
    return None


def read_token(layout: Layout) -> str | None:
    """Return the administrator's token, which only this user can read."""
    try:
        return layout.token.read_text(encoding="ascii").strip() or None
    except (OSError, ValueError):
        return None
