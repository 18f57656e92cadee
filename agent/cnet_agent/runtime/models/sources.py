"""Files that tasks made, copied to where models keep theirs. Blocking."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePath

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import Conflict, FieldError, InvalidRequest
from cnet_agent.model.formats import is_model
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.task import Task
from cnet_agent.runtime.models.files import found
from cnet_agent.runtime.models.registry import Origin
from cnet_agent.runtime.outputs import named_outputs
from cnet_agent.runtime.task_folder import list_beneath, open_beneath
from cnet_agent.runtime.workspace import working_dir

_CHECKPOINTS = "checkpoints/"


class Sources:
    """Finds and copies them.

    Args:
        layout: the data directory.
        workspace: where relative paths of tasks start.
    """

    def __init__(self, layout: Layout, workspace: Path) -> None:
        self._layout = layout
        self._workspace = workspace

    def take(self, task: Task, file: str, goal: Path, roots: Sequence[str]) -> tuple[Path, Origin]:
        """Copy a file that a task made into a folder, and return its place and its origin.

        Args:
            task: that has ended.
            file: as the list of its outputs names it; its only model if empty.
            goal: the copy is put into a new folder of its own in it.
            roots: where a file may lie that is not in the task's own folder.

        Raises:
            Conflict: the task has not ended.
            InvalidRequest: there is no such file, or no model, or several.
            NotFound: it is no regular file.
            OSError: the disk is full or failing; nothing of the copy is left.
        """
        if not task.phase.is_final:
            raise Conflict(
                Sentence(
                    "The task {name} has not ended; its model may not be whole.",
                    name=task.spec.title,
                )
            )
        own, named = self._own(task), self._named(task)
        chosen = file or _only([*own, *named])
        goal.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=goal))
        target = folder / PurePath(chosen).name
        try:
            if chosen in named and chosen not in own:
                shutil.copyfile(found("source", named[chosen], self._workspace, roots), target)
            else:
                self._copy_own(task, chosen, target)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        origin = Origin(
            task_id=task.id,
            name=task.spec.title,
            file=chosen,
            is_training=task.spec.training is not None,
        )
        return target, origin

    def _own(self, task: Task) -> list[str]:
        """Return the models in a task's own folder."""
        folders = (task.id, self._layout.task(task.id).work.name)
        files, _ = list_beneath(self._layout.tasks, folders)
        return [
            each.path
            for each in files
            if not each.directory and is_model(each.path) and not _is_passing(each.path)
        ]

    def _named(self, task: Task) -> dict[str, str]:
        """Return the models that a task's command line names, by the names that it has."""
        place = working_dir(self._workspace, task.spec)
        own = self._layout.task(task.id).work
        return {
            each.name: each.path
            for each in named_outputs(task, place, own)
            if not each.directory and is_model(each.path)
        }

    def _copy_own(self, task: Task, file: str, target: Path) -> None:
        folders = (task.id, self._layout.task(task.id).work.name)
        opened = open_beneath(self._layout.tasks, folders, file)
        with os.fdopen(opened.descriptor, "rb") as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)


def requirements_of(task: Task) -> tuple[str, ...]:
    """Return the packages, with their versions, that a task ran with; empty if nobody knows."""
    return task.environment.packages if task.environment is not None else ()


def _is_passing(path: str) -> bool:
    return path.startswith("tmp/") or _CHECKPOINTS in path or "checkpoint" in PurePath(path).name


def _only(models: Sequence[str]) -> str:
    if len(models) == 1:
        return models[0]
    if not models:
        sentence = Sentence("The task left no file that is a model; name the file.")
    else:
        sentence = Sentence(
            "The task left several models; name one of {files}.", files=", ".join(models[:20])
        )
    raise InvalidRequest(sentence, errors=(FieldError(("source", "file"), sentence),))
