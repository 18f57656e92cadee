"""Who did what: written beside the event loop, bounded, readable through the API."""

from cnet_agent.runtime.audit.log import AuditLog
from cnet_agent.runtime.audit.reading import AuditQuery

__all__ = ["AuditLog", "AuditQuery"]
