"""What an error of SQLite means: a disk that is full or failing, a damaged file, or our mistake."""

import sqlite3

from cnet_agent.store.base import StoreFull

_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_NOMEM,
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_UNREADABLE = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ}


def as_store_full(error: BaseException) -> StoreFull | None:
    """Return what a failed write is to its caller if the disk is at fault, else None."""
    if isinstance(error, OSError):
        return StoreFull(str(error))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DISK or code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StoreFull(str(error))
    return None


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error met while opening a database means that the file is not usable."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF in _DAMAGE or code in _UNREADABLE
