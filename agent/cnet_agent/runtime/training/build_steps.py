"""What Docker says while it builds: steps, lines, and why it failed. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from cnet_agent.model.sentence import Sentence, ended

_STEP = re.compile(r"^Step (\d{1,4})/(\d{1,4}) : ")
_CACHED = re.compile(r"^ ?---> Using cache$")
_PASSWORD = re.compile(r"(?<=://)[^/\s@]+@")

_NO_BASE = ("pull access denied", "manifest unknown", "repository does not exist", "not found")
_NO_REGISTRY = (
    "no such host",
    "dial tcp",
    "i/o timeout",
    "TLS handshake",
    "server misbehaving",
    "Client.Timeout",
    "context deadline exceeded",
)
_NO_INDEX = ("Failed to establish a new connection", "Temporary failure in name resolution")
_NO_PACKAGE = ("No matching distribution found", "Could not find a version")


@dataclass(frozen=True, slots=True)
class Steps:
    """How far a build is."""

    step: int = 0  # of the Dockerfile, from 1
    steps: int = 0
    cached: int = 0
    image: str = ""  # the id of what was made

    def after(self, message: Mapping[str, Any]) -> "Steps":
        """Return how far it is after a message of Docker's."""
        said = self
        for line in str(message.get("stream") or "").splitlines():
            if (found := _STEP.match(line)) is not None:
                said = replace(said, step=int(found[1]), steps=int(found[2]))
            elif _CACHED.match(line):
                said = replace(said, cached=said.cached + 1)
        aux = message.get("aux")
        if isinstance(aux, Mapping) and aux.get("ID"):
            said = replace(said, image=str(aux["ID"]))
        return said


class Lines:
    """The lines that a build prints: figures of a pull are left out, and so are passwords."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def of(self, message: Mapping[str, Any]) -> list[str]:
        """Return the lines of a message of Docker's."""
        text = str(message.get("stream") or "")
        status, layer = str(message.get("status") or ""), str(message.get("id") or "")
        if status and self._said.get(layer) != status:
            self._said[layer] = status
            text = f"{layer}: {status}" if layer else status
        return [without_password(line.rstrip()) for line in text.splitlines() if line.strip()]


def without_password(text: str) -> str:
    """Return text without the names and passwords that stand in addresses."""
    return _PASSWORD.sub("", text)


def has_password(url: str) -> bool:
    """Tell whether an address has a name or a password in it."""
    return "@" in urlsplit(url).netloc


def explain(why: str, base_image: str, step: int, last_lines: Sequence[str]) -> str:
    """Return why a build failed, and what to do.

    Args:
        why: Docker's own words.
        base_image: what it was built on; empty if that of the Dockerfile.
        step: at which it failed.
        last_lines: what it printed before.
    """
    quote = ended(without_password(why.strip())[:500])
    base = base_image or Sentence("the Dockerfile's own base image")
    if step <= 2 and any(words in why for words in _NO_REGISTRY):
        return Sentence(
            "No registry was reached for {image}: {why} Name a base image that is on this node.",
            image=base,
            why=quote,
        )
    if step <= 2 and any(words in why for words in _NO_BASE):
        return Sentence("There is no base image {image}: {why}", image=base, why=quote)
    if "no space left on device" in why:
        return Sentence(
            "Docker's disk is full. Remove what nobody needs, with docker system prune."
        )
    if "parse error" in why or "unknown instruction" in why:
        return Sentence("The Dockerfile cannot be read: {why}", why=quote)
    for line in reversed(last_lines):
        if any(words in line for words in _NO_INDEX):
            return Sentence(
                "No package index was reached: {line} Look at the network, or at pip's settings.",
                line=ended(line.strip()[:300]),
            )
        if any(words in line for words in _NO_PACKAGE):
            return Sentence(
                "A package was not found: {line} Mend requirements-training.txt.",
                line=ended(line.strip()[:300]),
            )
    return Sentence("The build failed: {why} Its lines say more.", why=quote)
