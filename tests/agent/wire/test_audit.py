"""Entries of the audit log as lines."""

import json

from cnet_agent.wire.audit import LONGEST, AuditEntry, clean, line_of
from helpers.factories import EPOCH


def test_a_line_says_what_is_known_and_nothing_else() -> None:
    entry = AuditEntry(at=EPOCH, action="request", who="local", method="POST", status=201)
    line = json.loads(line_of(entry))
    assert line == {
        "at": "2026-09-21T14:13:20.000Z",
        "action": "request",
        "who": "local",
        "method": "POST",
        "status": 201,
    }
    assert AuditEntry.model_validate(line) == entry


def test_whatever_somebody_sends_is_one_line() -> None:
    nasty = "a\nb\r\u2028\ud800\x00\U0001f600"
    entry = AuditEntry(at=EPOCH, action="request", who="unknown", path={"id": nasty})
    line = line_of(entry)
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["path"]["id"] == nasty


def test_what_others_chose_is_short_and_without_tokens() -> None:
    assert len(clean("x" * 100_000)) == LONGEST
    assert clean("a\udcff") == "a?"
    assert clean("/api/tasks/cnet_AbC-_1?x") == "/api/tasks/cnet_…?x"
