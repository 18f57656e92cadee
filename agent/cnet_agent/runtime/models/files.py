"""The files that a model names, found on this node or refused. Blocking."""

import os
from collections.abc import Sequence
from pathlib import Path

from cnet_agent.config.paths import at_home
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence


def roots_of(workspace: Path, folders: Sequence[str]) -> list[str]:
    """Return where files of models may lie: in the workspace, and in folders named from there."""
    places = [workspace, *(workspace / at_home(folder) for folder in folders)]
    return [os.path.realpath(place) for place in places]


def found(field: str, given: str, workspace: Path, roots: Sequence[str]) -> str:
    """Return the real path of a file or folder that was named from the workspace.

    Args:
        field: of the request.
        given: what is in it; nothing is returned for nothing.
        workspace: where relative paths start.
        roots: where it may lie, as ``roots_of`` returns them.

    Raises:
        InvalidRequest: it is not there, or lies elsewhere.
    """
    if not given:
        return ""
    path = os.path.realpath(workspace / at_home(given))
    if not any(Path(path).is_relative_to(root) for root in roots):
        raise _refused(
            field,
            Sentence(
                "{file} lies outside the workspace, {workspace}.", file=given, workspace=workspace
            ),
        )
    if not os.path.exists(path):  # noqa: PTH110 - a name that is too long is no file
        raise _refused(field, Sentence("There is no file {file} in the workspace.", file=given))
    return path


def _refused(field: str, sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, errors=(FieldError((field,), sentence),))
