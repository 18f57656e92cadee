"""What a task is called where nobody named it: what its command line runs, in a few words. Pure."""

import re
from collections.abc import Sequence

LONGEST = 48  # characters
_READ = 2000  # characters of a script that may give it its name
_ARGUMENTS = 100  # that may do so
_WRAPPERS = 5  # around each other, that are looked into
_PROGRAM = re.compile(
    r"(?P<shell>sh|bash|dash|zsh|ksh|ash|fish)"
    r"|(?P<python>(?:python|pypy)(?:\d+(?:\.\d+)*)?)"
    r"|(?P<evaluating>node|ruby|perl)"
    r"|(?P<wrapper>env|nice|nohup|setsid|stdbuf|time|timeout|ionice|exec|command)"
)
_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*=\S*")
_COMMENT = re.compile(r"(#|//)")
_PREAMBLE = re.compile(r"(set\s+[-+]|import\s|from\s+\S+\s+import\s|use\s)")
# Options that take the next argument; those of a wrapper, whichever of them it is.
_VALUED = {
    "shell": {"-o", "+o", "-O", "+O", "--rcfile", "--init-file"},
    "python": {"-W", "-X", "--check-hash-based-pycs"},
    "evaluating": {"-r", "--require", "-I"},
    "wrapper": {"-u", "-C", "-n", "-c", "-k", "-s", "-i", "-o", "-e", "--chdir", "--unset"},
}
_CODE = {"python": {"-c"}, "evaluating": {"-e", "--eval", "-E"}}


def title_of(command: str, args: Sequence[str]) -> str:
    """Return a name of at most ``LONGEST`` characters for a command line.

    It is the first words of a script that is given in the command line, else the name of the file
    or module that an interpreter is given, else that of the program; wrappers such as ``env`` do
    not count.
    """
    line: Sequence[str] = (command, *args[:_ARGUMENTS])
    for _ in range(_WRAPPERS):
        if _kind(_base(line[0])) != "wrapper":
            break
        line = _wrapped(_base(line[0]), line[1:]) or line[:1]
    program = _base(line[0])
    kind = _kind(program)
    found = "" if kind in ("", "wrapper") else _interpreted(kind, line[1:])
    return found or _shortened(program or line[0])


def _kind(program: str) -> str:
    found = _PROGRAM.fullmatch(program)
    return (found.lastgroup or "") if found else ""


def _wrapped(program: str, args: Sequence[str]) -> Sequence[str]:
    """Return the command line that a wrapper runs, empty if it runs nothing."""
    rest = list(args)
    if program == "env":  # its -i takes nothing
        rest = [arg for arg in rest if arg != "-i"]
    rest = rest[_first_plain(rest, _VALUED["wrapper"]) :]
    while rest and program == "env" and _ASSIGNMENT.match(rest[0]):
        rest.pop(0)
    return rest[1:] if program == "timeout" else rest  # its duration


def _interpreted(kind: str, args: Sequence[str]) -> str:
    """Return the title of what an interpreter is given, empty if that is nothing."""
    at = 0
    wants_code = False
    while at < len(args) and args[at][:1] in ("-", "+") and args[at] not in ("-", "--"):
        option = args[at]
        at += 1
        if kind == "python" and option.startswith("-m"):
            module = option[2:] or (args[at] if at < len(args) else "")
            return _shortened(module)
        if option in _CODE.get(kind, ()) or (kind == "shell" and _has_c(option)):
            wants_code = True
            if kind != "shell":  # a shell's further options come before its script
                break
        elif option in _VALUED[kind]:
            at += 1
    if at < len(args) and args[at] == "--":
        at += 1
    if at >= len(args) or args[at] == "-":
        return ""
    return _first_words(args[at]) if wants_code else _shortened(_base(args[at]))


def _has_c(option: str) -> bool:
    """Tell whether a shell's cluster of options, such as ``-lc``, has that of a script."""
    return option.startswith("-") and not option.startswith("--") and "c" in option


def _first_plain(args: Sequence[str], valued: set[str]) -> int:
    """Return where the options end."""
    at = 0
    while at < len(args) and args[at].startswith("-"):
        if args[at] == "--":
            return at + 1
        at += 2 if args[at] in valued else 1
    return at


def _first_words(script: str) -> str:
    """Return the first line that does something, without what is set before it."""
    lines = [" ".join(line.split()) for line in script[:_READ].splitlines()]
    said = [line for line in lines if line and not _COMMENT.match(line)]
    doing = [line for line in said if not _PREAMBLE.match(line)] or said
    for line in doing:
        words = line.split(" ")
        while len(words) > 1 and _ASSIGNMENT.fullmatch(words[0]):
            words.pop(0)
        return _shortened(" ".join(words))
    return ""


def _base(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


def _shortened(text: str) -> str:
    """Return a text on one line, cut between words where that leaves most of it."""
    text = "".join(each if each.isprintable() else " " for each in text[:_READ])
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    cut = text[: LONGEST - 1]
    at_word = cut[: cut.rfind(" ")] if " " in cut[LONGEST // 2 :] else cut
    return f"{at_word.rstrip(' ;,|&')}…"
