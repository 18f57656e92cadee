"""The tests of limits once more, where most users are: on control groups of version 2.

Two guests run ``test_limit_mechanisms`` on Debian's kernel. In one there is nothing but the tests,
as root and as a plain user in a group that was handed over; the other is run by systemd, with a
user who has logged in, and the unit of the manual. Each result in a guest is a result here, with
its text.
"""

import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from helpers.guest.run import Report, boot, names_in, require_guest

pytestmark = [pytest.mark.integration, pytest.mark.service("qemu"), pytest.mark.timeout(600)]

TESTS = "tests/integration/test_limit_mechanisms.py"
FIRST_PROCESSES = {"plain": "init.sh", "systemd": "systemd.sh"}

Guests = dict[str, Future[Report]]


NAMES = names_in(TESTS)
AS_ROOT = [name for name in NAMES if re.search("_say_|_memory_|_stubborn_", name)]
OF_UNIT = names_in("tests/helpers/guest/systemd_unit.py")


@pytest.fixture(scope="module")
def guests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guests]:
    """Boot the guests beside each other: each of them mostly keeps one processor busy."""
    require_guest()
    with ThreadPoolExecutor(len(FIRST_PROCESSES)) as pool:
        yield {
            name: pool.submit(boot, tmp_path_factory.mktemp(name), script, [TESTS])
            for name, script in FIRST_PROCESSES.items()
        }


@pytest.mark.parametrize("name", AS_ROOT)
def test_it_holds_as_root_on_version_2(guests: Guests, name: str) -> None:
    guests["plain"].result().check("root", name)


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_for_a_user_in_a_group_that_was_handed_over(guests: Guests, name: str) -> None:
    guests["plain"].result().check("user", name)


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_for_a_user_who_logged_in_where_systemd_runs(guests: Guests, name: str) -> None:
    guests["systemd"].result().check("session", name)


@pytest.mark.parametrize("name", OF_UNIT)
def test_it_holds_for_the_unit_of_the_manual(guests: Guests, name: str) -> None:
    guests["systemd"].result().check("unit", name)
