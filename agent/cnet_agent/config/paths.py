"""Where an agent keeps its state, and where the relative paths of its tasks start."""

import os
from pathlib import Path

import platformdirs


def data_directory(setting: str, base: Path) -> Path:
    """Return ``agent.data_dir``, relative to ``base``; a user's own data directory if empty."""
    if setting:
        return absolute(setting, base)
    return platformdirs.user_data_path("cnet", appauthor=False)


def workspace_directory(setting: str, base: Path, *, here: Path | None = None) -> Path:
    """Return where relative paths of tasks start.

    Args:
        setting: ``agent.workspace``, relative to ``base``; it decides if it is not empty.
        base: what relative settings are relative to.
        here: the current directory of an agent that was started on a terminal. It is taken if it
            is writable and neither the root nor the home directory itself.
    """
    if setting:
        return absolute(setting, base)
    home = Path.home()
    if here is not None and here not in (Path(here.anchor), home) and os.access(here, os.W_OK):
        return here
    return home / "CNET"


def absolute(text: str, base: Path) -> Path:
    """Return ``text`` as an absolute path; ``~`` is the home directory."""
    return Path(os.path.abspath(base / at_home(text)))  # noqa: PTH100 - keeps links


def at_home(text: str) -> Path:
    """Return ``text`` with ``~`` as the home directory, or as it is if there is no such user."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 - Path's own fails on other users


def is_at_no_home(text: str) -> bool:
    """Tell whether ``text`` starts at the home directory of a user that does not exist."""
    return text.startswith("~") and str(at_home(text)).startswith("~")
