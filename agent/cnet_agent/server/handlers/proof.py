"""Proving to a program of the same user that this is the agent it looks for."""

from pydantic import Field

from cnet_agent.config.proof import NONCE_LENGTH, answer
from cnet_agent.model.errors import NotFound
from cnet_agent.model.fields import Strict
from cnet_agent.model.sentence import Sentence
from cnet_agent.server.routes import Call, Route
from cnet_agent.wire.node import ProofView


class ProofQuery(Strict):
    """The question."""

    nonce: str = Field(pattern=rf"^[0-9a-f]{{{NONCE_LENGTH}}}$")


async def prove(call: Call[ProofQuery, None]) -> ProofView:
    """Answer with a keyed digest; the key is in the run file and never on the wire."""
    run = call.services.run_file()
    transport = call.request.transport
    if run is None or transport is None:
        raise NotFound(Sentence("This agent has not written its run file."))
    port = transport.get_extra_info("sockname")[1]
    return ProofView(instance=run.instance, proof=answer(run.key, call.query.nonce, port))


ROUTES = (
    Route(
        "GET",
        "/api/proof",
        "public",
        prove,
        "Prove to a program of the same user which agent this is",
        "Agent",
        ProofView,
        query=ProofQuery,
    ),
)
