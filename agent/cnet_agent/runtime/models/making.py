"""Makes versions of what people name: files are found, or copied from tasks, and digested."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from cnet_agent.config.layout import Layout
from cnet_agent.model.errors import FieldError, InvalidRequest
from cnet_agent.model.sentence import Sentence
from cnet_agent.model.served import ModelSpec
from cnet_agent.model.task import Task
from cnet_agent.runtime.models.files import found, roots_of
from cnet_agent.runtime.models.registry import ModelVersion, Origin
from cnet_agent.runtime.models.sources import Sources, requirements_of
from cnet_worker.digest import digest_of


class VersionMaker:
    """Makes them; everything here blocks.

    Args:
        layout: the data directory.
        workspace: where relative paths start.
    """

    def __init__(self, layout: Layout, workspace: Path) -> None:
        self._workspace = workspace
        self._files = layout.model_files
        self._sources = Sources(layout, workspace)

    def make(
        self,
        model_id: str,
        spec: ModelSpec,
        *,
        folders: tuple[str, ...],
        task: Task | None,
        file: str,
        now: float,
    ) -> ModelVersion:
        """Return a version with absolute paths and the digest of its file.

        Args:
            model_id: whose version it is.
            spec: as it was asked for.
            folders: where files may lie beside the workspace.
            task: that made its file; None where it names a path.
            file: of the task; its only model if empty.
            now: Unix seconds.

        Raises:
            InvalidRequest: a file is not there, lies elsewhere, or none is named.
            Conflict: the task has not ended.
            OSError: the disk is full or failing.
        """
        roots = roots_of(self._workspace, folders)
        script = found("script_path", spec.script_path, self._workspace, roots)
        origin: Origin | None = None
        fields: dict[str, object] = {"script_path": script}
        if task is not None:
            if spec.model_path:
                raise _no_file(Sentence("Name a path, or the task that made the file; not both."))
            path, origin = self._sources.take(task, file, self._files / model_id, roots)
            model = str(path)
            fields["requirements"] = spec.requirements or requirements_of(task)
        elif self._is_ours(spec.model_path):
            model = spec.model_path  # of another version of it
        else:
            model = found("model_path", spec.model_path, self._workspace, roots)
        if not model and not script:
            raise _no_file(Sentence("Name the model's file, or a script that loads it."))
        digest = digest_of(Path(model)) if model else ""
        made = spec.model_copy(update={**fields, "model_path": model})
        return ModelVersion(spec=made, created_at=now, digest=digest, origin=origin)

    def discard(self, path: str, kept: Sequence[str]) -> None:
        """Remove the copy that a version had, unless others need it.

        Args:
            path: of the version's file; one that is no copy is left alone.
            kept: paths of the files of other versions.
        """
        if self._is_ours(path) and path not in kept:
            shutil.rmtree(Path(path).parent, ignore_errors=True)

    def discard_all(self, model_id: str) -> None:
        """Remove the copies of all versions of a model."""
        shutil.rmtree(self._files / model_id, ignore_errors=True)

    def _is_ours(self, path: str) -> bool:
        return bool(path) and Path(os.path.realpath(path)).is_relative_to(self._files.resolve())


def _no_file(sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, errors=(FieldError(("model_path",), sentence),))
