"""How a model server is started."""

import os
import sys

ORDER = "served.json"
"""The file of the order in a server's folder."""


def command(folder: str) -> list[str]:
    """Return the command that serves what the order in a folder says.

    A frozen application must answer ``--serve FOLDER`` by calling ``run.main`` with the folder.
    What the model's own environment variables say about Python is not for the server.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, "--serve", folder]
    source_root = os.path.abspath(f"{os.path.dirname(__file__)}/../..")  # noqa: PTH100, PTH120
    code = (
        f"import sys; sys.path.insert(0, {source_root!r}); "
        f"from cnet_agent.model_server.run import main; sys.exit(main({folder!r}))"
    )
    return [sys.executable, "-I", "-c", code]
