"""The files that a model names, found on this node or refused. Blocking."""

import os
from pathlib import Path

from cnet_agent.config.paths import at_home
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec
from cnet_worker.digest import digest_of


def find(spec: ModelSpec, workspace: Path, folders: tuple[str, ...]) -> tuple[ModelSpec, str]:
    """Return a model with absolute paths, and the digest of its file.

    Args:
        spec: as it was asked for.
        workspace: where relative paths start.
        folders: where files may lie beside the workspace.

    Raises:
        InvalidRequest: one is not there, or lies elsewhere.
    """
    roots = [
        os.path.realpath(workspace),
        *(os.path.realpath(workspace / at_home(f)) for f in folders),
    ]
    model = _found("model_path", spec.model_path, workspace, roots)
    script = _found("script_path", spec.script_path, workspace, roots)
    if not model and not script:
        sentence = Sentence("Name the model's file, or a script that loads it.")
        raise InvalidRequest(sentence, errors=(FieldError(("model_path",), sentence),))
    digest = digest_of(Path(model)) if model else ""
    return spec.model_copy(update={"model_path": model, "script_path": script}), digest


def _found(field: str, given: str, workspace: Path, roots: list[str]) -> str:
    if not given:
        return ""
    path = os.path.realpath(workspace / at_home(given))
    if not any(Path(path).is_relative_to(root) for root in roots):
        sentence = Sentence(
            "{file} lies outside the workspace, {workspace}.", file=given, workspace=workspace
        )
        raise InvalidRequest(sentence, errors=(FieldError((field,), sentence),))
    if not os.path.exists(path):  # noqa: PTH110 - a name that is too long is no file
        sentence = Sentence("There is no file {file} in the workspace.", file=given)
        raise InvalidRequest(sentence, errors=(FieldError((field,), sentence),))
    return path
