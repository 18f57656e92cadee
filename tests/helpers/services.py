"""The services that some tests need, and how to tell that one is missing."""

import shutil
from collections.abc import Callable


def _no_display() -> str:
    missing = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
    return f"not installed: {', '.join(missing).lower()}" if missing else ""


_PROBES: dict[str, Callable[[], str]] = {"xvfb": _no_display}


def missing(name: str) -> str:
    """Return why a service cannot be used here, as a sentence; empty when it can."""
    return _PROBES[name]()
