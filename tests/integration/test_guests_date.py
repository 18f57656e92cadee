"""The date is set while tasks run: in a guest, since no other machine's date may be touched."""

import pytest

from helpers.guest.run import GUESTS, Guests, names_in

pytestmark = [pytest.mark.integration, pytest.mark.service("guest"), pytest.mark.timeout(900)]


@pytest.mark.parametrize("name", names_in(GUESTS["date"].tests))
def test_it_holds_while_the_date_is_set(guests: Guests, name: str) -> None:
    guests["date"].result().check("date", name)
