"""What uv says becomes a sentence with the next step."""

import pytest

from cnet_agent.runtime.environments.builder import Order, explain, packages_in

ORDER = Order("/usr/bin/python3", ("numpy>=2", "rich"), allow_build=False)


@pytest.mark.parametrize(
    ("said", "sentence", "temporary"),
    [
        (
            "Because nunpy was not found in the package registry and you require nunpy",
            "there is no package nunpy",
            False,
        ),
        (
            "Because only numpy<=2.4 is available and you require numpy>=99",
            "there is no version of numpy that fits",
            False,
        ),
        (
            "Because docopt==0.6.2 has no usable wheels and you require docopt==0.6.2",
            "the package docopt is there as source only",
            False,
        ),
        (
            "error: Failed to fetch: https://index.example/simple/rich/ cause: dns error",
            "the package rich is missing here and could not be downloaded",
            True,
        ),
        (
            "Failed to fetch: `https://files.example/ab/scikit_learn-1.9-cp311.whl` timed out",
            "the package scikit_learn is missing here",
            True,
        ),
        (
            "error: failed to write `sympy/x.py`: No space left on device (os error 28)",
            "there is no room on the disk for numpy>=2, rich; free some space",
            False,
        ),
        ("something else", "numpy>=2, rich could not be installed: something else", False),
        ("", "uv said nothing", False),
    ],
)
def test_a_failure_names_the_package_and_what_to_do(
    said: str, sentence: str, temporary: bool
) -> None:
    failure = explain(said.split(" and "), ORDER)
    assert sentence in str(failure)
    assert failure.temporary == temporary


def test_a_password_in_an_address_is_not_repeated() -> None:
    assert "secret" not in str(explain(["at https://me:secret@index.example/x"], ORDER))


def test_the_packages_are_read_from_the_lock() -> None:
    lock = "# made\n--index-url x\nnumpy==2.4\n    # via -r in\nrich @ https://e.org/r.whl\n"
    assert packages_in(lock) == ("numpy==2.4", "rich @ https://e.org/r.whl")
