"""The files and GPUs that a training job names, found on this node or refused."""

import os
from collections.abc import Sequence
from pathlib import Path

from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence
from cnet_agent.runtime.training.plan import DATASETS, STANDARD_SCRIPT, Files
from cnet_agent.wire.node import GpuInfo
from cnet_agent.wire.training import TrainBody


def find_files(body: TrainBody, workspace: Path, bundled: Path) -> Files:
    """Return the script and the data of a job, relative to the workspace. Blocking.

    The standard script is that of the workspace, so that a person may change it, or else the one
    in ``bundled``.

    Raises:
        InvalidRequest: one is not there, or lies outside the workspace.
    """
    script = _file("script", body.script, workspace) if body.script else ""
    dataset = "" if body.dataset in DATASETS else _file("dataset", body.dataset, workspace)
    if (workspace / STANDARD_SCRIPT).is_file():
        return Files(script, dataset)
    return Files(script, dataset, str(bundled / Path(STANDARD_SCRIPT).name))


def find_log_dir(given: str, default: str, workspace: Path) -> Path:
    """Return the folder for the log of a job: the one it names, or the configured one.

    Raises:
        InvalidRequest: the one it names lies outside the workspace.
    """
    usual = Path(os.path.realpath(workspace / Path(default).expanduser()))
    if not given:
        return usual
    folder = Path(os.path.realpath(workspace / Path(given).expanduser()))
    if folder != usual and not folder.is_relative_to(os.path.realpath(workspace)):
        raise _refused(
            "log_dir",
            Sentence(
                "{folder} lies outside the workspace, {workspace}.",
                folder=folder,
                workspace=workspace,
            ),
        )
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


def _file(field: str, given: str, workspace: Path) -> str:
    path = os.path.realpath(workspace / Path(given).expanduser())
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


def _refused(field: str, sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, errors=(FieldError((field,), sentence),))
