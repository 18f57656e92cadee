"""Python environments for tasks that name what they need."""

from cnet_agent.runtime.environments.environments import Environments

__all__ = ["Environments"]
