"""What the application ships beside its code; each function returns a folder or a file."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def presets() -> Path:
    """Return the built-in presets, a YAML file each."""
    return _HERE / "presets"


def examples() -> Path:
    """Return the examples: in the package where it is installed, else at the checkout's top."""
    installed = _HERE / "examples"
    return installed if installed.is_dir() else _HERE.parents[1] / "examples"


def icons() -> Path:
    """Return the icons, SVG files of 24 by 24 that draw with ``currentColor``."""
    return _HERE / "icons"


def app_icon(size: int | None = None) -> Path:
    """Return the application's icon: SVG, or PNG of 16, 32, 48, 64, 128, 256 or 512 pixels."""
    return _HERE / "app_icon" / f"cnet-{size}.png" if size else icons() / "cnet-console.svg"


def fonts() -> Path:
    """Return the fonts Inter and JetBrains Mono, TrueType or OpenType files."""
    return _HERE / "fonts"


def swagger_ui() -> Path:
    """Return the parts of Swagger UI that the agent's own page loads."""
    return _HERE / "swagger_ui"


def translations() -> Path:
    """Return the console's translations."""
    return _HERE / "translations"
