"""Asks an address whether an agent is there, and says by its cause why it cannot be had."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.client.client import AgentClient
from cnet_agent.client.errors import (
    CertificateNotTrusted,
    HungUp,
    NoAnswerInTime,
    NobodyListens,
    NoSuchHost,
    NotAnAgent,
    NotTls,
)
from cnet_agent.config.proof import new_nonce
from cnet_agent.model.errors import AgentError, Forbidden, Internal, NotFound, Unauthenticated
from cnet_agent.wire.node import NodeView
from cnet_ui.addresses import short
from cnet_ui.agent_words import error_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Reached:
    """An agent that answers, and the seconds that an answer takes."""

    node: NodeView
    latency: float


async def probe(url: str, token: str | None) -> Reached:
    """Return who answers at ``url``; the token is sent to an agent only.

    Raises:
        AgentError: nobody does, or nobody who lets us in; see ``trouble``.
    """
    async with AgentClient(url) as stranger:
        try:
            await stranger.proof(new_nonce())
        except NotFound:
            pass  # an agent without a run file: it knows the question
        except Internal as error:
            raise NotAnAgent(str(error)) from None
    async with AgentClient(url, token=token) as client:
        node = await client.node()
        asked = time.perf_counter()
        await client.health()  # over the connection that stands
        return Reached(node, time.perf_counter() - asked)


def is_about_token(error: AgentError) -> bool:
    """Return whether another token would help."""
    return isinstance(error, Unauthenticated | Forbidden)


def trouble(error: AgentError, url: str, *, with_token: bool) -> str:
    """Return why an agent cannot be had, with what to do about it."""
    text = _refusal(error, with_token=with_token) if is_about_token(error) else _silence(error, url)
    return text.format(address=short(url), reason=error) if text else error_text(error)


def _refusal(error: AgentError, *, with_token: bool) -> str:
    if isinstance(error, Forbidden):
        return translate("probing", "This token does not let you in: {reason}")
    if with_token:
        return translate("probing", "The agent does not know this token.")
    return translate(
        "probing",
        "This agent needs a token. Its administrator's lies in the file “token” of its data"
        " directory.",
    )


def _silence(error: AgentError, url: str) -> str:
    """Return why nothing was heard of an agent; empty for what has no sentence of its own."""
    match error:
        case NobodyListens():
            return translate(
                "probing", "Nothing listens at {address}. Does the agent run, and on this port?"
            )
        case NoAnswerInTime():
            return translate(
                "probing",
                "{address} does not answer in time. Is the machine on, and does its firewall let"
                " you in?",
            )
        case NoSuchHost():
            return translate("probing", "No machine of that name is known here: {address}.")
        case CertificateNotTrusted():
            return translate(
                "probing",
                "The certificate of {address} is not one that this computer trusts. Give the agent"
                " one that is, or reach it through a tunnel: ssh -L 8081:127.0.0.1:8080 …, then"
                " connect to localhost:8081.",
            )
        case NotTls():
            return translate(
                "probing", "{address} does not speak TLS. For plain HTTP write http:// before it."
            )
        case HungUp() if url.startswith("http://"):
            return translate(
                "probing",
                "{address} does not answer plain HTTP. Agents beyond their own machine speak TLS:"
                " write https:// before it.",
            )
        case NotAnAgent():
            return translate("probing", "What answers at {address} is not a CNET agent.")
    return ""
