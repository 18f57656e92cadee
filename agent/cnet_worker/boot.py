"""Starts a worker: makes this package known, and nothing else that lies beside it.

The folder that holds the package may be the agent's own site-packages, whose libraries must not
be found by a model that has its own.
"""

import importlib.util
import os
import sys


def _known(folder: str) -> None:
    """Make the package importable without its neighbours."""
    spec = importlib.util.spec_from_file_location(
        "cnet_worker",
        os.path.join(folder, "__init__.py"),  # noqa: PTH118 - as early as it gets
        submodule_search_locations=[folder],
    )
    assert spec is not None
    assert spec.loader is not None
    package = importlib.util.module_from_spec(spec)
    sys.modules["cnet_worker"] = package
    spec.loader.exec_module(package)


if __name__ == "__main__":
    here = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120 - as early as it gets
    # Python has put it there, unless it is told to be safe.
    sys.path[:] = [folder for folder in sys.path if os.path.realpath(folder) != here]
    _known(here)
    from cnet_worker.main import main

    sys.exit(main(sys.argv[1], int(sys.argv[2])))
