"""What agents that died left behind: found, shown, and removed when somebody says so."""

from cnet_agent.runtime.orphans.keeper import Orphans

__all__ = ["Orphans"]
