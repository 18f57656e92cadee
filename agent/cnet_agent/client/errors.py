"""What can go wrong between a client and an agent, beside what the agent itself answers."""

from cnet_agent.model.errors import Unreachable


class CertificateChanged(Unreachable):
    """The agent shows another certificate than the one that was pinned; nothing was sent."""

    code, title = "certificate_changed", "The agent shows another certificate"
