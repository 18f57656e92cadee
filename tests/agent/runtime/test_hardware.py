"""The inventory."""

import socket

import psutil
import pytest

from cnet_agent.runtime.hardware import cpu_model, read_hardware


def test_the_inventory_of_this_machine_is_plausible() -> None:
    hardware = read_hardware()
    assert hardware.hostname == socket.gethostname()
    assert hardware.os
    assert hardware.kernel
    assert hardware.cpu.model
    assert hardware.cpu.threads == psutil.cpu_count()
    assert 1 <= hardware.cpu.cores <= hardware.cpu.threads
    assert hardware.memory == psutil.virtual_memory().total
    assert hardware.disks
    assert any("127.0.0.1" in interface.addresses for interface in hardware.network)


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("processor\t: 0\nmodel\t\t: 1\nmodel name\t: AMD EPYC\n", "AMD EPYC"),
        ("processor\t: 0\nBogoMIPS\t: 108.00\n\nModel\t\t: Raspberry Pi 5\n", "Raspberry Pi 5"),
        ("processor\t: 0\ncpu\t\t: POWER9\n", "POWER9"),
        ("processor\t: 0\nCPU part\t: 0xd0c\n", ""),
        ("", ""),
    ],
)
def test_the_processor_is_named_as_each_architecture_writes_it(text: str, model: str) -> None:
    assert cpu_model(text) == model
