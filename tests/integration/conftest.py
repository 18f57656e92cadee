"""The guests that several files of tests share."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from helpers.guest import image
from helpers.guest.run import GUESTS, Guests, boot


@pytest.fixture(scope="session")
def guests(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Guests]:
    """Boot, beside each other, the guests that the tests of this session want.

    Each of them waits half of the time. What they tell is waited for in files that follow each
    other, so that nothing else runs beside them.
    """
    image.system()  # once for all of them
    wanted = {each.nodeid for each in request.session.items}
    files = {each.partition("::")[0].rpartition("/")[2] for each in wanted}
    with ThreadPoolExecutor(len(GUESTS)) as pool:
        yield {
            name: pool.submit(boot, tmp_path_factory.mktemp(name), guest)
            for name, guest in GUESTS.items()
            if guest.wanted_by in files
        }
