"""What is used of Docker's SDK. Imported once somebody is there to ask: it takes 6 MB and 0.1 s."""

import http.client
from pathlib import Path
from typing import Any

import docker
import urllib3
from docker.auth import encode_header, get_config_header, load_config, resolve_repository_name
from docker.errors import APIError, DockerException, ImageNotFound
from docker.types import CancellableStream
from docker.utils import exclude_paths, kwargs_from_env, parse_repository_tag, tar

__all__ = ["APIError", "CancellableStream", "DockerException", "ImageNotFound"]

# What is raised where an answer breaks off; errors of ``requests`` are among those of the system.
BROKEN = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)


def connect(deadline: int, kept: int) -> Any:
    """Return a client of the Docker that the environment names; ``kept`` connections may idle."""
    return docker.APIClient(
        **kwargs_from_env(), version="auto", timeout=deadline, max_pool_size=kept
    )


def pull_request(client: Any, name: str) -> dict[str, Any]:
    """Return the query and the headers that ask for an image."""
    repository, tag = parse_repository_tag(name)
    registry, _ = resolve_repository_name(repository)
    header = get_config_header(client, registry)
    return {
        "params": {"fromImage": repository, "tag": tag or "latest"},
        "headers": {"X-Registry-Auth": header} if header else {},
    }


def context_paths(folder: Path, ignored: list[str]) -> set[str]:
    """Return what of a folder is not ignored, relative to it.

    Raises:
        re.error: a pattern is none.
    """
    return exclude_paths(str(folder), list(ignored))


def build_context(folder: Path, ignored: list[str]) -> Any:
    """Return an open file with a folder as a tar, without what is ignored. Links are not followed.

    Raises:
        OSError: a file cannot be read.
    """
    return tar(folder, exclude=ignored, dockerfile=("Dockerfile", None))


def build_headers() -> dict[str, str]:
    """Return the headers of a build, with what registries ask of this user."""
    headers = {"Content-Type": "application/tar"}
    if known := load_config().get_all_credentials():  # type: ignore[no-untyped-call]
        headers["X-Registry-Config"] = encode_header(known).decode("ascii")
    return headers
