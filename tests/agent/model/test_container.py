"""Ports and volumes as people write them."""

import pytest

from cnet_agent.model.container import Port, Volume, parse_port, parse_volume


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("80", Port(80, "tcp", None, "127.0.0.1")),
        ("8080:80", Port(80, "tcp", 8080, "127.0.0.1")),
        ("0.0.0.0:8080:80/udp", Port(80, "udp", 8080, "0.0.0.0")),
        ("127.0.0.1::80", Port(80, "tcp", None, "127.0.0.1")),
        ("[::1]:8080:80", Port(80, "tcp", 8080, "::1")),
    ],
)
def test_a_port_is_reached_from_this_machine_unless_an_address_is_named(
    text: str, port: Port
) -> None:
    assert parse_port(text) == port


@pytest.mark.parametrize("text", ["", "x", "80/sctp", "70000", "0:80", "1:2:3:4", "999.1.1.1:1:2"])
def test_what_is_no_port_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_port(text)


def test_a_volume_is_a_folder_and_its_place() -> None:
    assert parse_volume("data:/data") == Volume("data", "/data", read_only=False)
    assert parse_volume("/srv/x:/data/:ro") == Volume("/srv/x", "/data", read_only=True)


@pytest.mark.parametrize(
    "text", ["", "data", "data:", ":/x", "data:x", "a:/", "a:/../x", "a:/x:no"]
)
def test_what_is_no_volume_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_volume(text)
