"""An attempt's descriptors on their way from one process to another."""

import os
import socket
from collections.abc import Iterator

import pytest

from cnet_agent.supervisor import handover

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    first, second = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with first, second:
        yield first, second


def test_both_descriptors_arrive_as_others_of_the_same_files(pair: Pair) -> None:
    read, write = os.pipe()
    handover.send(pair[0], read, write)
    os.close(read)
    os.close(write)
    received = handover.receive(pair[1])
    assert received is not None
    os.write(received[1], b"x")
    assert os.read(received[0], 1) == b"x"
    assert not any(map(os.get_inheritable, received))
    for descriptor in received:
        os.close(descriptor)


def test_a_request_of_another_release_is_passed_over_and_its_descriptors_closed(pair: Pair) -> None:
    read, write = os.pipe()
    socket.send_fds(pair[0], [b"launch 99"], [write, write])
    os.close(write)
    handover.send(pair[0], read, read)
    received = handover.receive(pair[1])
    assert received is not None
    assert os.read(received[0], 1) == b""  # nobody holds the other end any more
    for descriptor in (read, *received):
        os.close(descriptor)


def test_a_closed_end_is_the_end(pair: Pair) -> None:
    pair[0].close()
    assert handover.receive(pair[1]) is None
    assert handover.heard(pair[1]) == b""
    with pytest.raises(OSError):
        handover.send(pair[1], 0, 0)
