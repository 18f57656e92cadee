"""The boot mark tells whether the system was started again."""

from pathlib import Path

from cnet_agent.runtime.boot_mark import BootMark


def test_a_directory_used_for_the_first_time_saw_no_reboot(tmp_path: Path) -> None:
    assert not BootMark(tmp_path / "mark").rebooted


def test_the_same_boot_is_no_reboot(tmp_path: Path) -> None:
    BootMark(tmp_path / "mark").write()
    assert not BootMark(tmp_path / "mark").rebooted


def test_another_boot_is_a_reboot_until_it_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "mark").write_text("the boot before")
    mark = BootMark(tmp_path / "mark")
    assert mark.rebooted
    mark.write()
    assert not BootMark(tmp_path / "mark").rebooted
