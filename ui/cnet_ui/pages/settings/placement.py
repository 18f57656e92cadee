"""Which setting stands where on the page. Pure."""

from collections.abc import Mapping
from enum import StrEnum


class Place(StrEnum):
    """A section of the page; they stand in this order."""

    APPEARANCE = "appearance"
    CONSOLE = "console"
    AGENT = "agent"
    TASKS = "tasks"
    TRAINING = "training"
    PYTHON = "python"
    STORAGE = "storage"
    NETWORK = "network"
    LOGGING = "logging"
    ABOUT = "about"


PLACES: Mapping[Place, Mapping[str, tuple[str, ...]]] = {
    Place.AGENT: {
        "node": ("agent.node_name", "agent.region", "agent.datacenter", "agent.workspace"),
        "measured": (
            "resources.interval",
            "resources.cpu",
            "resources.memory",
            "resources.disk",
            "resources.network",
        ),
    },
    Place.TASKS: {
        "queue": ("tasks.max_concurrent", "tasks.queue_size"),
        "limits": ("tasks.timeout", "tasks.limited_by"),
    },
    Place.TRAINING: {
        "jobs": (
            "training.image",
            "training.max_retries",
            "training.timeout",
            "training.memory_limit",
            "training.queue_size",
            "training.log_dir",
        ),
        "containers": ("containers.allowed_mounts", "containers.allow_privileged"),
    },
    Place.PYTHON: {
        "python": ("tasks.python",),
        "environments": ("tasks.keep_environments_for",),
    },
    Place.STORAGE: {
        "data": ("agent.data_dir", "tasks.disk_reserve"),
        "kept": ("tasks.cleanup", "tasks.keep", "tasks.keep_for", "tasks.keep_bytes"),
    },
    Place.NETWORK: {
        "listening": ("agent.address", "agent.port", "training.port"),
        "trust": ("agent.local_trust", "agent.allow_plain_http"),
    },
    Place.LOGGING: {
        "agent": ("logging.level", "logging.max_size", "logging.backups", "logging.retention"),
    },
}
"""The settings of the agent by section and by group."""

ELSEWHERE = ("agent.node_id", "discovery.", "ml.")
"""What is not on the page: the identity of the node, and settings that change nothing so far."""


def keys_of(place: Place, group: str) -> tuple[str, ...]:
    """Return the settings of a group."""
    return PLACES[place][group]
