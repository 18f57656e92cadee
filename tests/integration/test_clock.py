"""The date is set while tasks run: in a guest, since no other machine's date may be touched."""

import pytest

from helpers.guest.run import Report, boot, names_in, require_guest

pytestmark = [pytest.mark.integration, pytest.mark.service("qemu"), pytest.mark.timeout(600)]

TESTS = "tests/helpers/guest/set_date.py"


@pytest.fixture(scope="module")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Report:
    require_guest()
    return boot(tmp_path_factory.mktemp("date"), "date.sh", [TESTS])


@pytest.mark.parametrize("name", names_in(TESTS))
def test_it_holds_while_the_date_is_set(guest: Report, name: str) -> None:
    guest.check("date", name)
