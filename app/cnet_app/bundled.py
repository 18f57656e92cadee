"""Where the files lie that ship with the application."""

import cnet_resources
from cnet_agent.agent import Bundled


def bundled() -> Bundled:
    """Return the folders that an agent serves and copies from."""
    return Bundled(
        presets=cnet_resources.presets(),
        examples=cnet_resources.examples(),
        swagger_ui=cnet_resources.swagger_ui(),
    )
