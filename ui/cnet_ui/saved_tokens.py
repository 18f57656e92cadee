"""The tokens a person asked to remember, in a file that nobody else can read."""

import asyncio
import json
import logging
from pathlib import Path

from cnet_agent.config.private_files import write_private

logger = logging.getLogger(__name__)

_OTHERS = 0o077


class SavedTokens:
    """Tokens by the URL of their agent. The file is read once and written off the loop.

    Args:
        path: of the file, mode 0600.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, str] | None = None
        self._lock = asyncio.Lock()

    async def get(self, url: str) -> str | None:
        """Return the token of an agent, None if none is remembered."""
        async with self._lock:
            return (await self._read()).get(url)

    async def keep(self, url: str, token: str) -> None:
        """Remember a token.

        Raises:
            OSError: the file cannot be written.
        """
        async with self._lock:
            known = {**await self._read(), url: token}
            await asyncio.to_thread(_write, self._path, known)
            self._known = known

    async def forget(self, url: str) -> None:
        """Remember no token for an agent any more.

        Raises:
            OSError: the file cannot be written.
        """
        async with self._lock:
            known = dict(await self._read())
            if known.pop(url, None) is not None:
                await asyncio.to_thread(_write, self._path, known)
                self._known = known

    async def _read(self) -> dict[str, str]:
        if self._known is None:
            self._known = await asyncio.to_thread(_read, self._path)
        return self._known


def _read(path: Path) -> dict[str, str]:
    try:
        if path.stat().st_mode & _OTHERS:
            logger.warning("%s could be read by others; it no longer can", path)
            path.chmod(0o600)
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(url): str(token) for url, token in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        logger.warning("the remembered tokens cannot be read: %s", error)
        return {}


def _write(path: Path, tokens: dict[str, str]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(path, json.dumps(tokens, indent=1).encode())
