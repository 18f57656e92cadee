"""Prints what assistive technology sees of an application: a program for Debian's own Python.

    /usr/bin/python3 accessible_tree.py APPLICATION

It waits until the application is there, and prints a JSON list of its objects: role, name,
description, and whether it shows and takes the focus. pyatspi is a part of Debian, not of PyPI.
"""

import json
import sys
import time

import pyatspi

_PATIENCE = 20.0  # seconds


def _application(name: str) -> "pyatspi.Accessible":
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        for found in pyatspi.Registry.getDesktop(0):
            if found is not None and found.name == name and found.childCount:
                return found
        time.sleep(0.1)
    raise SystemExit(f"no application {name} within {_PATIENCE:.0f} s")


def _walk(node: "pyatspi.Accessible") -> "list[dict[str, object]]":
    states = node.getState()
    found: list[dict[str, object]] = [
        {
            "role": node.getRoleName(),
            "name": node.name,
            "description": node.description,
            "shows": states.contains(pyatspi.STATE_SHOWING),
            "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        }
    ]
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is not None:
            found += _walk(child)
    return found


if __name__ == "__main__":
    print(json.dumps(_walk(_application(sys.argv[1]))))
