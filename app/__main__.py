"""Starts the console from a checkout (``python app``) and from a bundle."""

import sys
from pathlib import Path

if not getattr(sys, "frozen", False):
    root = Path(__file__).resolve().parent.parent
    sys.path[:0] = [str(root / part) for part in ("app", "agent", "ui", "resources")]

from cnet_app.main import main

if __name__ == "__main__":
    sys.exit(main())
