"""A person's settings of pip, in the words of uv: where packages come from must not differ."""

import configparser
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

_SECTIONS = ("global", "install")

# pip's option, uv's variable, and what stands between several values
_WORDS = {
    "index-url": ("UV_DEFAULT_INDEX", None),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "no-index": ("UV_NO_INDEX", None),
    "cert": ("SSL_CERT_FILE", None),
    "default-timeout": ("UV_HTTP_TIMEOUT", None),
    "timeout": ("UV_HTTP_TIMEOUT", None),
    "proxy": ("ALL_PROXY", None),
}


def uv_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for uv: the given ones, and pip's settings where uv has none.

    Somebody who has set up uv, by variables or by a file, is left to it.
    """
    made = {name: value for name, value in environment.items() if name != "VIRTUAL_ENV"}
    if not any(file.is_file() for file in _uv_files(environment)):
        settings = _pip_files(environment) | _pip_variables(environment)
        for option, value in settings.items():
            variable, separator = _WORDS[option]
            values = value.split()
            text = separator.join(values) if separator else " ".join(values)
            if variable not in made and text:
                made[variable] = text
        if "extra-index-url" in settings and "UV_INDEX_STRATEGY" not in made:
            made["UV_INDEX_STRATEGY"] = "unsafe-best-match"  # as pip does it
    return made | {"UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1", "NO_COLOR": "1"}


def index_url(environment: Mapping[str, str]) -> str:
    """Return where pip gets packages from, empty if from its usual place. Blocking."""
    settings = _pip_files(environment) | _pip_variables(environment)
    return settings.get("index-url", "").strip()


def _pip_variables(environment: Mapping[str, str]) -> dict[str, str]:
    names = {option: "PIP_" + option.upper().replace("-", "_") for option in _WORDS}
    return {option: environment[name] for option, name in names.items() if environment.get(name)}


def _pip_files(environment: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in _files(environment):
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue  # pip itself will tell its user
        for section in _SECTIONS:
            if parser.has_section(section):
                options = {name.replace("_", "-"): text for name, text in parser.items(section)}
                found |= {name: text for name, text in options.items() if name in _WORDS}
    return found


def _files(environment: Mapping[str, str]) -> list[Path]:
    """Return where pip looks, the most general first."""
    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return []
    home = Path(environment.get("HOME") or Path.home())
    name = "pip.ini" if sys.platform == "win32" else "pip.conf"
    return [
        *(Path(folder, "pip", name) for folder in platformdirs.site_config_dir().split(os.pathsep)),
        Path("/etc/pip.conf"),
        home / ".pip" / name,
        platformdirs.user_config_path("pip", appauthor=False, roaming=True) / name,
        Path(sys.prefix) / name,
        *([Path(named)] if named else []),
    ]


def _uv_files(environment: Mapping[str, str]) -> list[Path]:
    named = environment.get("UV_CONFIG_FILE")
    return [
        platformdirs.user_config_path("uv", appauthor=False, roaming=True) / "uv.toml",
        Path("/etc/uv/uv.toml"),
        *([Path(named)] if named else []),
    ]
