"""What supervisors and launchers say, as sentences that can be translated. Pure.

They need the standard library only and write English into records, perhaps as an earlier version
had it: known words are found again here, and what is not known stays as it is.
"""

import re

from cnet_agent.model.sentence import Sentence, template
from cnet_agent.model.system_words import system_sentence

_DEEPEST = 4  # parts of parts that are looked at

_TEMPLATES = (
    # What a command wants that cannot be run.
    template("that is its working directory (working_dir)"),
    template("that is a directory"),
    template("it is not executable; chmod +x makes it so"),
    template("it is no program of this system, and no script with a first line like #!/bin/sh"),
    template("args and env hold too much, or one of them more than 128 KiB; pass it in a file"),
    template("to run the one in the working directory, write ./{command}"),
    template("what follows the program goes into args, a piece each"),
    template(
        "{command} names an interpreter that is not there: its lines end as on Windows; "
        "dos2unix mends that"
    ),
    template("{command} names an interpreter that is not there"),
    # How it ended.
    template("Its supervisor was asked to end by something other than this agent."),
    template("Some of its processes could not be killed."),
    template("{what}, {size} in its directory in the end"),
    template("it failed when its directory was full"),
    template("a single file grew to it; it holds for each file and for its directory as a whole"),
    template("{size} in use, {over} over the limit"),
    template("{size} when it was stopped, {over} over"),
    template("{count} processes and threads"),
    # How the node limits.
    template("limits are watched, not enforced by the kernel: no control groups"),
    template("{how}, watched only: {what}"),
    template("{how}, in a scope of systemd"),
    template("cgroup v1 limits"),
    template("cgroup v2 limits"),
    template("tasks.limited_by is systemd, and {why}"),
    template("tasks.limited_by is cgroups, and this user was given none"),
    template("systemd does not run this system"),
    template("systemd-run ended with {status}"),
    template("systemd made no scope within {seconds} s"),
    template("its scopes have no control groups of version 2 that limit"),
    template("no process for it"),
)
_TOGETHER = (template("{what}; {more}"), template("{what}: {about}"))


def _pattern(known: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", known)
    named = (f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(named), re.DOTALL)


_KNOWN = [(known, _pattern(known)) for known in _TEMPLATES]
_JOINTS = [(known, _pattern(known)) for known in _TOGETHER]


def sentence_of(text: str, depth: int = 0) -> str:
    """Return what is said in ``text`` as a sentence where it is known, else ``text``."""
    if depth > _DEEPEST:
        return text
    for known, pattern in _KNOWN:
        if found := pattern.fullmatch(text):
            return Sentence.of(known, _parts(found, depth))
    for known, pattern in _JOINTS:
        if found := pattern.fullmatch(text):
            parts = _parts(found, depth)
            if any(isinstance(part, Sentence) for part in parts.values()):
                return Sentence.of(known, parts)
    return system_sentence(text)


def _parts(found: re.Match[str], depth: int) -> dict[str, str]:
    return {name: sentence_of(part, depth + 1) for name, part in found.groupdict().items()}
