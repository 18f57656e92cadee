"""What a person would look for next when a command cannot be run."""

import errno
import os


def hint(stage: str, about: str, number: int | None) -> str:
    """Return the likely cause of ``number`` for ``about``, the command or the working directory.

    It is called where the command would have run: relative paths start at the working directory.
    Empty where the system's own words say it all.
    """
    if stage == "cwd":
        return "that is its working directory (working_dir)"
    if stage != "exec":
        return ""
    match number:
        case errno.ENOENT:
            return _not_found(about)
        case errno.EACCES if os.path.isdir(about):
            return "that is a directory"
        case errno.EACCES if "/" in about and os.path.isfile(about):
            return "it is not executable; chmod +x makes it so"
        case errno.ENOEXEC:
            return "it is no program of this system, and no script with a first line like #!/bin/sh"
        case errno.E2BIG:
            return "args and env hold too much, or one of them more than 128 KiB; pass it in a file"
    return ""


def _not_found(command: str) -> str:
    if "/" in command:
        return "" if not any(map(str.isspace, command)) else _ARGUMENTS
    if os.path.isfile(command):
        return f"to run the one in the working directory, write ./{command}"
    return _ARGUMENTS if len(command.split()) > 1 else ""


def misses_interpreter(command: str, number: int | None) -> str:
    """Return what is wrong with a script that is there but whose first line is not, or nothing."""
    if number != errno.ENOENT or "/" not in command or not os.path.exists(command):
        return ""
    text = f"{command!r} names an interpreter that is not there"
    try:
        with open(command, "rb") as script:
            windows = script.readline(256).endswith(b"\r\n")
    except OSError:
        return text
    return f"{text}: its lines end as on Windows; dos2unix mends that" if windows else text


_ARGUMENTS = "what follows the program goes into args, a piece each"
