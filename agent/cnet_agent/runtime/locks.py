"""A lock per name, for as long as somebody holds or waits for it."""

import asyncio
from weakref import WeakValueDictionary


class Locks:
    """Gives everybody who asks for a name the same lock."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """Return the lock of ``name``; keep it for as long as it matters."""
        lock = self._locks.get(name)
        if lock is None:
            lock = self._locks[name] = asyncio.Lock()
        return lock
