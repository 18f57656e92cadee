"""A user's own script with ``load`` and ``predict``."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from cnet_worker.refused import CannotLoad


class Script(NamedTuple):
    """What a script offers.

    Attributes:
        load: returns a model, given the path of its file.
        predict: returns a value for each of some rows, given the model and the rows.
    """

    load: Callable[[str], Any]
    predict: Callable[[Any, Any], Any]


def read(path: str) -> Script | None:
    """Import a script and return what it offers; None if it offers neither function.

    Raises:
        CannotLoad: it is not there, cannot be imported, or offers only one of the two.
        ImportError: a library that it imports is missing.
    """
    module = _imported(Path(path))
    load, predict = (getattr(module, name, None) for name in ("load", "predict"))
    if callable(load) and callable(predict):
        return Script(load, predict)
    if callable(load) or callable(predict):
        there, missing = ("load", "predict") if callable(load) else ("predict", "load")
        raise CannotLoad(f"{path} has {there} but no {missing}; a script must have both.")
    return None


def _imported(path: Path) -> ModuleType:
    if not path.is_file():
        raise CannotLoad(f"The script {path} is not there.")
    sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location("cnet_model_script", path)
    if spec is None or spec.loader is None:
        raise CannotLoad(f"{path} is no Python script.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except ImportError:
        raise
    except SyntaxError as error:
        raise CannotLoad(f"{path}, line {error.lineno}: {error.msg}.") from error
    except Exception as error:
        raise CannotLoad(f"{path} cannot be imported: {type(error).__name__}: {error}.") from error
    return module
