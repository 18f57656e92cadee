"""The console's entry point: a window, or with ``--agent-only`` the agent alone."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

_DESKTOP = ("PySide6", "pyqtgraph", "qasync", "numpy")  # what the extra brings
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["--launcher"]:  # how a bundle starts its launcher: nothing heavy is imported
        from cnet_agent.supervisor import launcher

        launcher.main(int(given[1]))
    if given[:1] == ["--serve"]:  # how a bundle starts the server of a model
        from cnet_agent.model_server.run import main as serve

        return serve(given[1])

    from cnet_app import flags

    options = flags.parse("cnet-console", given)
    if options.agent_only:
        from cnet_app import headless

        return headless.run(options)
    problem = no_desktop(os.environ, sys.platform)
    if problem:
        print(problem, file=sys.stderr)  # noqa: T201 - for the person at the terminal
        return 1

    from cnet_app.desktop import main as open_window

    return open_window(options)


def no_desktop(environment: Mapping[str, str], platform: str) -> str:
    """Return why there can be no window here, with the next step; empty if there can be one."""
    missing = [name for name in _DESKTOP if find_spec(name) is None]
    if missing:
        return (
            f"The window needs {', '.join(missing)}: pip install 'cnet-console[desktop]'. The"
            " agent alone runs without: cnet-console --agent-only."
        )
    has_screens = platform in ("darwin", "win32")
    if not has_screens and not any(environment.get(name) for name in _SCREENS):
        return (
            "There is no display to open a window on; run cnet-console --agent-only for the agent"
            " alone."
        )
    return ""
