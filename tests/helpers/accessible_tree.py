"""Prints what assistive technology sees of an application: a program for Debian's own Python.

    /usr/bin/python3 accessible_tree.py APPLICATION

It prints a JSON list of the application's objects, empty while it is not there: role, name,
description, text, and whether it shows and takes the focus. pyatspi is a part of Debian, not of
PyPI.
"""

import json
import sys

import pyatspi
from gi.repository import GLib

_LONGEST = 20_000  # characters of a text


def _objects(name: str) -> "list[dict[str, object]]":
    for found in pyatspi.Registry.getDesktop(0):
        if found is not None and found.name == name and found.childCount:
            return _walk(found)
    return []


def _text(node: "pyatspi.Accessible") -> str:
    if "Text" not in pyatspi.listInterfaces(node):
        return ""
    text = node.queryText()
    return str(text.getText(0, min(text.characterCount, _LONGEST)))


def _walk(node: "pyatspi.Accessible") -> "list[dict[str, object]]":
    try:
        found = [_told(node)]
        children = [node.getChildAtIndex(number) for number in range(node.childCount)]
    except (LookupError, GLib.Error):  # it has gone meanwhile
        return []
    for child in children:
        if child is not None:
            found += _walk(child)
    return found


def _told(node: "pyatspi.Accessible") -> "dict[str, object]":
    states = node.getState()
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "shows": states.contains(pyatspi.STATE_SHOWING),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "text": _text(node),
    }


if __name__ == "__main__":
    print(json.dumps(_objects(sys.argv[1])))
