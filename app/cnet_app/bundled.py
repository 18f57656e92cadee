"""Where the files lie that ship with the application."""

from pathlib import Path

import cnet_resources
from cnet_agent.agent import Bundled


def bundled() -> Bundled:
    """Return the folders that an agent serves and copies from."""
    resources = Path(cnet_resources.__file__).parent
    installed = resources / "examples"  # a wheel has them there, a checkout at its top
    return Bundled(
        presets=resources / "presets",
        examples=installed if installed.is_dir() else resources.parents[1] / "examples",
        swagger_ui=resources / "swagger_ui",
    )
