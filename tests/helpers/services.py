"""The services that some tests need, and how to tell that one is missing."""

import shutil
from collections.abc import Callable


def _no_display_server() -> str:
    return "" if shutil.which("Xvfb") else "Xvfb is not installed (package xvfb)"


_PROBES: dict[str, Callable[[], str]] = {"xvfb": _no_display_server}


def missing(name: str) -> str:
    """Return why a service cannot be used here, as a sentence; empty when it can."""
    return _PROBES[name]()
