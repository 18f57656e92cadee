"""How a connection is, in words and the token of a colour. Pure but for the language."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.client.stream import Connecting, Live, Refused, Stale
from cnet_ui.agent_words import worded
from cnet_ui.session import AgentSession
from cnet_ui.words import minute

translate = QCoreApplication.translate


def token_of(session: AgentSession) -> str:
    """Return the token of the colour of a session's dot."""
    match session.connection:
        case Live():
            return "good"
        case Connecting():
            return "text_muted"
        case Refused():
            return "bad"
        case _:
            return "waiting"


def state_word(session: AgentSession) -> str:
    """Return how a connection is, in a word or two."""
    match session.connection:
        case Live():
            return translate("connection", "connected")
        case Connecting():
            return translate("connection", "connecting…")
        case Refused():
            return translate("connection", "refused")
        case _:
            return translate("connection", "no answer")


def status_text(session: AgentSession) -> str:
    """Return how a connection is, for the status bar."""
    match session.connection:
        case Live():
            text = translate("connection", "Agent running · {address}")
        case Connecting():
            text = translate("connection", "Connecting to the agent…")
        case Refused():
            text = translate("connection", "Refused by {address}")
        case _:
            text = translate("connection", "No answer from {address}")
    return text.format(address=session.address)


def trouble_text(session: AgentSession) -> tuple[str, str]:
    """Return what is wrong with a connection and an icon for it; empty texts if nothing is."""
    match session.connection:
        case Stale(since, reason):
            text = translate("connection", "Stale since {time}: {reason} Trying again.")
            return text.format(time=minute(since), reason=worded(reason)), "unplug"
        case Refused(reason):
            return worded(reason), "lock"
        case _:
            return "", ""
