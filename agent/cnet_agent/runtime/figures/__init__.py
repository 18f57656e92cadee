"""The node, its work and the agent itself as figures over time, for Prometheus."""

from cnet_agent.runtime.figures.figures import Figures

__all__ = ["Figures"]
