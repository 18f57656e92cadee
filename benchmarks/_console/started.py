"""The console as a person starts it; says when its window was painted, and when it was filled.

Given "empty" it is the limit: a window of Qt with nothing in it.
"""

import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Open a window until killed; times are on the system's monotonic clock."""
    if sys.argv[1] == "empty":
        _empty()
        return
    sys.path[:0] = [str(ROOT / part) for part in ("app", "agent", "ui", "resources")]
    # Where ``main`` would import it too, a moment later.
    from cnet_ui.main_window import MainWindow

    _say_once(MainWindow, "paintEvent", "painted")
    _say_once(MainWindow, "fill", "filled")
    from cnet_app.main import main as run

    run(sys.argv[1:])


def _say_once(kind: type, method: str, word: str) -> None:
    original = getattr(kind, method)
    said: list[bool] = []

    def saying(self: Any, *arguments: Any) -> None:
        original(self, *arguments)
        if not said:
            said.append(True)
            _say(word)

    setattr(kind, method, saying)


def _say(word: str) -> None:
    print(word, time.monotonic(), flush=True)


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])

    class Window(QWidget):
        """Nothing."""

        def paintEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            _say("painted")

    window = Window()
    window.show()
    getattr(application, "exec")()  # noqa: B009 - nothing else runs here


if __name__ == "__main__":
    main()
