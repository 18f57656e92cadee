"""The tests of limits once more, where most users are: on control groups of version 2.

Two guests run ``test_limit_mechanisms`` on Debian's user-mode kernel. In one there is nothing but
the tests, as root and as a plain user in a group that was handed over; the other is run by systemd,
with a user who has logged in, and the unit of the manual. Each result in a guest is a result here,
with its text.
"""

import re

import pytest

from helpers.guest.run import GUESTS, Guests, names_in

pytestmark = [pytest.mark.integration, pytest.mark.service("guest"), pytest.mark.timeout(900)]

NAMES = names_in(GUESTS["plain"].tests)
AS_ROOT = [name for name in NAMES if re.search("_say_|_memory_|_stubborn_", name)]
OF_UNIT = names_in("tests/helpers/guest/systemd_unit.py")


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
