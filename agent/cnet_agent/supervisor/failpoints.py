"""Named points at which a test kills the process: ``CNET_FAILPOINT=name`` or ``name@file``.

With a file, the process dies only if it could remove that file, so that the point fires once.
"""

import os
import signal

_name, _, _ticket = os.environ.get("CNET_FAILPOINT", "").partition("@")


def reach(name: str) -> None:
    """Die here by SIGKILL if ``name`` is the wanted point."""
    if name == _name:
        _die()


def _die() -> None:
    if _ticket:
        try:
            os.unlink(_ticket)
        except FileNotFoundError:
            return
    os.kill(os.getpid(), signal.SIGKILL)
