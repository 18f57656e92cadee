"""The workspace: what an agent puts into it on first use, and where tasks run in it."""

import logging
import os
import shutil
from pathlib import Path

from cnet_agent.config.errors import UnusableWorkspace
from cnet_agent.config.paths import at_home
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.spec import TaskSpec
from cnet_agent.model.system_words import system_words

logger = logging.getLogger(__name__)

FOLDER = "examples"


def working_dir(workspace: Path, spec: TaskSpec) -> Path:
    """Return where a task runs: its ``working_dir``, relative to the workspace."""
    return workspace / at_home(spec.working_dir)


def install_examples(source: Path, workspace: Path) -> list[Path]:
    """Copy the examples into ``examples`` of the workspace, which is made if it is missing.

    What is there already is never overwritten. A workspace that cannot be written to is left as
    it is, with a warning.

    Returns:
        The files that were added, relative to the workspace.

    Raises:
        UnusableWorkspace: it is no folder and cannot be made one.
    """
    target = workspace / FOLDER
    added: list[Path] = []
    try:
        workspace.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableWorkspace(
            Sentence(
                "The workspace {path} cannot be used: {why}.",
                path=workspace,
                why=system_words(error),
            )
        ) from error
    try:
        if target.exists() and target.samefile(source):
            return []  # the workspace is the checkout itself
        for file in sorted(source.rglob("*")):
            place = target / file.relative_to(source)
            if file.is_dir() or "__pycache__" in file.parts or place.exists():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            _copy(file, place)
            added.append(place.relative_to(workspace))
    except OSError as error:
        logger.warning("The examples could not be put into %s: %s", workspace, error)
    return added


def check_workspace(workspace: Path) -> None:
    """Look whether a folder could be the workspace, and make nothing.

    Raises:
        UnusableWorkspace: it is no folder and cannot be made one, or where it is depends on where
            the agent is started.
    """
    if not workspace.is_absolute():
        raise UnusableWorkspace(
            Sentence("It must be an absolute path, such as /srv/work or ~/work.")
        )
    try:
        there = next(path for path in (workspace, *workspace.parents) if _is_there(path))
    except OSError as error:  # a name that is too long
        raise UnusableWorkspace(
            Sentence("It cannot be used: {why}.", why=system_words(error))
        ) from error
    if not there.is_dir():
        raise UnusableWorkspace(Sentence("{path} is no folder.", path=there))
    if there != workspace and not os.access(there, os.W_OK | os.X_OK):
        raise UnusableWorkspace(Sentence("No folder can be made in {path}.", path=there))


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _copy(file: Path, place: Path) -> None:
    """Copy a file so that it is there whole or not at all."""
    beside = place.with_name(f".{place.name}.new")
    shutil.copy(file, beside)
    beside.replace(place)
