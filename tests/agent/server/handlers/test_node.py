"""The node over HTTP."""

from pathlib import Path

from helpers.fake_services import FakeNode, serving
from helpers.raw_http import Talk


async def test_the_node_looks_again_only_when_asked(tmp_path: Path) -> None:
    async with serving(tmp_path) as served:
        talk, node = Talk(served.port), served.services.node
        assert isinstance(node, FakeNode)
        token = {"Authorization": f"Bearer {served.token}"}
        try:
            await talk.ask("GET", "/api/node", token)
            assert node.looks == 0
            answer = (await talk.ask("GET", "/api/node?look=true", token)).json
            assert (node.looks, answer["name"]) == (1, "test")
        finally:
            await talk.close()
