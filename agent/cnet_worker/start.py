"""How a worker is started."""

from __future__ import annotations

from pathlib import Path


def command(python: str, order: str, descriptor: int) -> list[str]:
    """Return the command of a worker.

    Args:
        python: the interpreter of the model.
        order: path of the JSON file that says what to load.
        descriptor: of its end of the socket, which it inherits.
    """
    return [python, str(Path(__file__).with_name("boot.py")), order, str(descriptor)]
