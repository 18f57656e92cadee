"""Ports for servers that cannot choose one of their own."""

import socket


def free_port() -> int:
    """Return a port of loopback that nobody had a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
