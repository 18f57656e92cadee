"""What keeps an agent from starting, as an exit code and a sentence."""

from enum import IntEnum

from cnet_agent.config.errors import (
    BadConfiguration,
    DataDirectoryFull,
    DataDirectoryInUse,
    UnusableDataDirectory,
    UnusableWorkspace,
)
from cnet_agent.server.ports import CannotListen, PortInUse
from cnet_agent.server.tls import CertificateError
from cnet_agent.server.tokens import TokenFileError
from cnet_agent.store.database import NewerDatabase


class Exit(IntEnum):
    """How the program ends."""

    DONE = 0
    FAILED = 1
    BAD_CONFIGURATION = 2
    PORT_IN_USE = 3
    DATA_DIRECTORY_IN_USE = 4


EXPECTED = (
    BadConfiguration,
    UnusableDataDirectory,
    UnusableWorkspace,
    CannotListen,
    CertificateError,
    TokenFileError,
    NewerDatabase,
    PortInUse,
    DataDirectoryFull,
    DataDirectoryInUse,
)
"""What a person can mend; anything else is a mistake of ours."""


def explain(error: Exception) -> tuple[Exit, str]:
    """Return how to end for one of the ``EXPECTED`` errors, and what to say."""
    match error:
        case PortInUse():
            return Exit.PORT_IN_USE, f"{error} Choose another one with --port."
        case DataDirectoryInUse():
            sentence = f"{error} Stop it, or name another directory with --data-dir."
            return Exit.DATA_DIRECTORY_IN_USE, sentence
        case UnusableWorkspace():
            return Exit.BAD_CONFIGURATION, f"{error} Name another folder with --workspace."
        case DataDirectoryFull():
            sentence = f"{error} Free some space, then start again; tasks that run go on."
            return Exit.FAILED, sentence
        case _:
            return Exit.BAD_CONFIGURATION, str(error)
