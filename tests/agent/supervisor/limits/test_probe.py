"""What the table of mounts tells."""

from cnet_agent.supervisor.limits.probe import Mount, parse_mounts, probe

MOUNTS = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
34 31 0:31 / /sys/fs/cgroup/memory rw shared:9 master:2 - cgroup cgroup rw,memory
35 31 0:32 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
"""


def test_hierarchies_are_found_by_kind_whatever_optional_fields_there_are() -> None:
    memory, cpu, unified = parse_mounts(MOUNTS)
    assert (memory.path, memory.version) == ("/sys/fs/cgroup/memory", 1)
    assert {"cpu", "cpuacct"} <= cpu.controllers
    assert unified == Mount("/sys/fs/cgroup/unified", 2, frozenset())


def test_probing_tells_modes_that_fit_its_parents() -> None:
    found = probe()
    assert found.detail
    for resource in ("cpu", "memory", "pids"):
        assert found.mode(resource) == ("hard" if resource in found.parents else "soft")
