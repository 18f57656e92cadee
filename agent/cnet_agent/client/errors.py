"""What can go wrong between a client and an agent, beside what the agent itself answers."""

from cnet_agent.model.errors import Unreachable


class CertificateChanged(Unreachable):
    """The agent shows another certificate than the one that was pinned; nothing was sent."""

    code, title = "certificate_changed", "The agent shows another certificate"


class NobodyListens(Unreachable):
    """The machine answers; nothing listens at that port."""


class NoAnswerInTime(Unreachable):
    """The machine is off, or something on the way drops what is sent."""


class NoSuchHost(Unreachable):
    """There is no machine of that name."""


class CertificateNotTrusted(Unreachable):
    """The certificate is of no authority that this machine trusts; nothing was sent."""


class NotTls(Unreachable):
    """What listens there does not speak TLS."""


class HungUp(Unreachable):
    """It took the request and ended the connection without an answer."""


class NotAnAgent(Unreachable):
    """Somebody answers, but not in the words of an agent."""
