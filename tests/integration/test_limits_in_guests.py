"""The tests of limits once more, where most users are: on control groups of version 2.

A guest runs ``test_limit_mechanisms`` on Debian's kernel, once as root and once as a plain user in
a group that was handed to them. Each result in the guest is a result here, with its text.
"""

import re

import pytest

from helpers.guest.image import ROOT
from helpers.guest.run import Report, boot

pytestmark = [pytest.mark.integration, pytest.mark.service("qemu"), pytest.mark.timeout(600)]

TESTS = "tests/integration/test_limit_mechanisms.py"
NAMES = re.findall(r"^def (test_\w+)", (ROOT / TESTS).read_text(), re.MULTILINE)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Report:
    init = "rdinit=/bin/sh -- /checkout/tests/helpers/guest/init.sh"
    return boot(tmp_path_factory.mktemp("guest"), init, [TESTS])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("run", ["root", "user"])
def test_it_holds_on_version_2(plain: Report, run: str, name: str) -> None:
    result = plain.of(run, name)
    assert result.outcome == "passed", result.text
