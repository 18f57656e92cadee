"""The command line, the same for the console and for the agent alone."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cnet_agent import __version__
from cnet_agent.config.load import FLAGS, LoadedSettings, load


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says."""

    config: Path | None
    flags: dict[str, str]  # as ``load`` takes them
    agent_only: bool

    def settings(self) -> LoadedSettings:
        """Bring the settings together.

        Raises:
            BadConfiguration: they cannot be used.
        """
        return load(self.config, os.environ, self.flags)


def parse(program: str, arguments: Sequence[str] | None = None) -> Options:
    """Read the command line; ``--help``, ``--version`` and mistakes end the program.

    Raises:
        SystemExit: with status 0 after an answer, 2 after a mistake.
    """
    parser = argparse.ArgumentParser(
        prog=program,
        description="Run and watch work on your own machines.",
        epilog="Exit codes: 2 bad configuration, 3 port in use, 4 data directory in use.",
        allow_abbrev=False,
    )
    parser.add_argument("--config", metavar="FILE", type=Path, help="settings, as YAML")
    parser.add_argument("--data-dir", metavar="DIR", help="where the agent keeps its state")
    parser.add_argument("--workspace", metavar="DIR", help="where relative paths of tasks start")
    parser.add_argument("--address", help="where to listen; beyond loopback with TLS and tokens")
    parser.add_argument("--port", help="8080 unless told otherwise; 0 takes a free one")
    parser.add_argument(
        "--log-level", metavar="LEVEL", type=str.upper, help="DEBUG, INFO, WARNING or ERROR"
    )
    parser.add_argument("--agent-only", action="store_true", help="run the agent without a window")
    parser.add_argument("--version", action="version", version=f"{program} {__version__}")
    found = parser.parse_args(arguments)
    given = {flag: getattr(found, flag[2:].replace("-", "_")) for flag in FLAGS}
    flags = {flag: text for flag, text in given.items() if text is not None}
    return Options(found.config, flags, found.agent_only)
