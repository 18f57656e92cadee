"""The files and GPUs that a training job names, found on this node or refused."""

import os
from collections.abc import Sequence
from pathlib import Path

from cnet_agent.config.paths import at_home
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.system_words import system_words
from cnet_agent.runtime.environments.metadata import MAX_SCRIPT, BadMetadata, parse
from cnet_agent.runtime.training.plan import DATASETS, STANDARD_SCRIPT, Files
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.training import TrainBody

REQUIREMENTS = "requirements-training.txt"


def find_files(body: TrainBody, workspace: Path, bundled: Path) -> Files:
    """Return the script and the data of a job, relative to the workspace. Blocking.

    The standard script is that of the workspace, so that a person may change it, or else the one
    in ``bundled``. A script that does not say what it needs finds what the standard image has.

    Raises:
        InvalidRequest: one is not there, or lies outside the workspace.
    """
    script = _file("script", body.script, workspace) if body.script else ""
    dataset = "" if body.dataset in DATASETS else _file("dataset", body.dataset, workspace)
    packages = _packages(workspace, bundled) if script and not _declares(workspace / script) else ()
    if (workspace / STANDARD_SCRIPT).is_file():
        return Files(script, dataset, packages=packages)
    standard = str(bundled / Path(STANDARD_SCRIPT).name)
    return Files(script, dataset, standard, packages)


def find_log_dir(given: str, default: str, workspace: Path) -> Path:
    """Return the folder for the log of a job: the one it names, or the configured one.

    Raises:
        InvalidRequest: the one it names lies outside the workspace, or cannot be one.
    """
    usual = Path(_real(default, workspace))
    if not given:
        return usual
    folder = Path(_real(given, workspace))
    if folder != usual and not folder.is_relative_to(os.path.realpath(workspace)):
        raise _refused(
            "log_dir",
            Sentence(
                "{folder} lies outside the workspace, {workspace}.",
                folder=folder,
                workspace=workspace,
            ),
        )
    try:
        is_other = folder.exists() and not folder.is_dir()
    except OSError as error:  # a name that is too long
        sentence = Sentence("It cannot be used: {why}.", why=system_words(error))
        raise _refused("log_dir", sentence) from error
    if is_other:
        raise _refused("log_dir", Sentence("{folder} is no folder.", folder=folder))
    return folder


def find_gpus(body: TrainBody, gpus: Sequence[GpuInfo]) -> tuple[str, ...]:
    """Return the UUIDs of the GPUs that a job asks for.

    Raises:
        InvalidRequest: the node lacks one.
    """
    if not body.gpu:
        return ()
    if not gpus:
        raise _refused(
            "gpu",
            Sentence(
                "This node has no GPU that jobs can use: no NVIDIA driver answers. Leave gpu out "
                "to train on the processor."
            ),
        )
    by_index = {gpu.index: gpu.uuid for gpu in gpus}
    wanted = [int(part) for part in body.gpu_ids.split(",")] if body.gpu_ids else sorted(by_index)
    for index in wanted:
        if index not in by_index:
            sentence = Sentence(
                "This node has no GPU {index}; it has {count}, counted from 0.",
                index=index,
                count=len(gpus),
            )
            raise _refused("gpu_ids", sentence)
    return tuple(by_index[index] for index in dict.fromkeys(wanted))


def _declares(script: Path) -> bool:
    """Tell whether a script has metadata, however wrong."""
    try:
        with script.open("rb") as file:
            return parse(file.read(MAX_SCRIPT).decode("utf-8", "replace")) is not None
    except BadMetadata:
        return True
    except OSError:  # whoever runs it will tell
        return False


def _packages(workspace: Path, bundled: Path) -> tuple[str, ...]:
    """Return what the standard image is made with."""
    own = (workspace / STANDARD_SCRIPT).with_name(REQUIREMENTS)
    file = own if own.is_file() else bundled / REQUIREMENTS
    if not file.is_file():
        return ()
    lines = (
        line.partition("#")[0].strip() for line in file.read_text("utf-8", "replace").splitlines()
    )
    return tuple(line for line in lines if line and not line.startswith("-"))


def _file(field: str, given: str, workspace: Path) -> str:
    path = _real(given, workspace)
    if not Path(path).is_relative_to(os.path.realpath(workspace)):
        sentence = Sentence(
            "{file} lies outside the workspace, {workspace}.", file=given, workspace=workspace
        )
        raise _refused(field, sentence)
    if not os.path.isfile(path):  # noqa: PTH113 - a name that is too long is no file
        sentence = Sentence("There is no file {file} in the workspace.", file=given)
        if field == "dataset":
            sentence = Sentence(
                "{name} is neither one of {known} nor a file of the workspace.",
                name=given,
                known=", ".join(DATASETS),
            )
        raise _refused(field, sentence)
    return os.path.relpath(path, os.path.realpath(workspace))


def _real(given: str, workspace: Path) -> str:
    return os.path.realpath(workspace / at_home(given))


def _refused(field: str, sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, errors=(FieldError((field,), sentence),))
