"""Addresses of agents as people type them, as URLs. Pure but for the language."""

import ipaddress
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

PORT = 8080
_LOOPBACK = ("localhost", "127.0.0.1", "::1")

translate = QCoreApplication.translate


class BadAddress(ValueError):
    """It cannot be an agent's address; ``str`` is a sentence for a person."""


def agent_url(text: str) -> str:
    """Return the URL for a host, ``host:port`` or an http(s) URL.

    Without a scheme it is plain HTTP on this machine and TLS beyond it, as agents serve it.

    Raises:
        BadAddress: nothing can be made of it.
    """
    typed = text.strip()
    if not typed:
        raise BadAddress(translate("addresses", "Needed: a name or an address, such as node-7."))
    scheme, found, rest = typed.partition("://")
    if not found:
        scheme, rest = "", typed
    if rest.count(":") > 1 and not rest.startswith("["):
        rest = f"[{rest}]"
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddress(
            translate("addresses", "This is not an address; a port lies between 1 and 65535.")
        ) from None
    if scheme.lower() not in ("", "http", "https"):
        raise BadAddress(translate("addresses", "Agents are reached by http or https only."))
    if parts.username is not None:
        raise BadAddress(translate("addresses", "A token has a field of its own, below."))
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise BadAddress(translate("addresses", "The address ends with the port: host:8080."))
    if not _is_host(host) or port == 0:
        raise BadAddress(translate("addresses", "This is no name of a machine, and no address."))
    scheme = scheme.lower() or ("http" if host in _LOOPBACK else "https")
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}:{port or PORT}"


def short(url: str) -> str:
    """Return host and port of a URL, for people: ``10.0.0.31:8080``."""
    return urlsplit(url).netloc


def is_same(url: str, other: str) -> bool:
    """Return whether two URLs lead to the same agent; this machine has several names."""
    one, two = urlsplit(url), urlsplit(other)
    hosts = {"" if each.hostname in _LOOPBACK else each.hostname for each in (one, two)}
    return len(hosts) == 1 and (one.scheme, one.port) == (two.scheme, two.port)


def is_plain_beyond(url: str) -> bool:
    """Return whether what is sent there leaves this machine unencrypted."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname not in _LOOPBACK


def _is_host(host: str) -> bool:
    if ":" in host:
        try:
            ipaddress.IPv6Address(host.partition("%")[0])
        except ValueError:
            return False
        return True
    return bool(host) and all(letter.isalnum() or letter in "-._" for letter in host)
