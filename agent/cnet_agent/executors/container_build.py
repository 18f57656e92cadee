"""The images of a Docker, and building one. Blocking; for threads."""

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnet_agent.executors.container_engine import DEADLINE, Engine, Stream, check, messages

LABEL = "cnet.image"  # of images that were made from the standard Dockerfile
BASE_LABEL = "cnet.base_image"
SILENCE = 900.0  # seconds in which a step of a build says nothing
MAX_CONTEXT = 64 * 1024 * 1024  # bytes


class TooLarge(Exception):
    """What is to be built from is larger than a training image's can be."""


class BadIgnoreFile(Exception):
    """The file that says what is not to be sent cannot be understood; ``str`` says why."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image; ``created_at`` in Unix seconds, ``size`` in bytes."""

    id: str  # sha256:…
    tags: tuple[str, ...]
    size: int
    created_at: float
    labels: Mapping[str, str]


class ImageEngine:
    """Asks one Docker about images; every method raises as ``Engine`` does."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def training_images(self, also: str) -> list[Image]:
        """Return the images of the standard Dockerfile, and the one that is called ``also``."""
        with self._engine.asking() as client:
            found = {
                one["Id"]: _image(one)
                for filters in ({"label": f"{LABEL}=training"}, {"reference": also})
                for one in client.images(filters=filters)
            }
        return sorted(found.values(), key=lambda image: -image.created_at)

    def build(
        self, folder: Path, tag: str, arguments: Mapping[str, str], *, no_cache: bool
    ) -> Stream[dict[str, Any]]:
        """Build the Dockerfile in a folder; the items are Docker's messages.

        ``close`` of the stream, from any thread, ends the build. So does a silence of ``SILENCE``.
        The network is the machine's own: packages come from where the machine itself gets them.

        Raises:
            OSError: the folder cannot be read.
            BadIgnoreFile, TooLarge: it is as it must not be.
        """
        query = {
            "t": tag,
            "rm": True,
            "forcerm": True,
            "nocache": no_cache,
            "networkmode": "host",
            "buildargs": json.dumps(dict(arguments)),
        }
        sdk = _sdk()
        ignored = _ignored(folder)
        _check(folder, ignored)
        with sdk.build_context(folder, ignored) as context, self._engine.asking() as client:
            answer = client.post(
                self._engine.url(client, "build"),
                data=context,
                params=query,
                headers=sdk.build_headers(),
                stream=True,
                timeout=(DEADLINE, SILENCE),
            )
            check(answer)
        told: Stream[dict[str, Any]] = sdk.CancellableStream(messages(answer), answer)
        return told


def _sdk() -> Any:
    from cnet_agent.executors import container_sdk  # late: see there

    return container_sdk


def _ignored(folder: Path) -> list[str]:
    file = folder / ".dockerignore"
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    except UnicodeDecodeError as error:
        raise BadIgnoreFile(str(error)) from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _check(folder: Path, ignored: list[str]) -> None:
    """Look at what would be sent before any of it is read.

    Raises:
        BadIgnoreFile, TooLarge: as ``build``.
    """
    try:
        paths = _sdk().context_paths(folder, ignored)
    except re.error as error:
        raise BadIgnoreFile(str(error)) from error
    size = 0
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            size += (folder / path).lstat().st_size
        if size > MAX_CONTEXT:
            raise TooLarge


def _image(found: Mapping[str, Any]) -> Image:
    tags = tuple(tag for tag in found.get("RepoTags") or () if tag != "<none>:<none>")
    return Image(
        id=str(found["Id"]),
        tags=tags,
        size=int(found.get("Size") or 0),
        created_at=float(found.get("Created") or 0),
        labels=dict(found.get("Labels") or {}),
    )
