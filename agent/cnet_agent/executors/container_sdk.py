"""What is used of Docker's SDK. Imported once somebody is there to ask: it takes 6 MB and 0.1 s."""

import http.client
from typing import Any

import docker
import urllib3
from docker.auth import get_config_header, resolve_repository_name
from docker.errors import APIError, DockerException, ImageNotFound
from docker.types import CancellableStream
from docker.utils import kwargs_from_env, parse_repository_tag

__all__ = ["APIError", "CancellableStream", "DockerException", "ImageNotFound"]

# What is raised where an answer breaks off; errors of ``requests`` are among those of the system.
BROKEN = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError)


def connect(deadline: int, connections: int) -> Any:
    """Return a client of the Docker that the environment names."""
    return docker.APIClient(
        **kwargs_from_env(), version="auto", timeout=deadline, max_pool_size=connections
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
