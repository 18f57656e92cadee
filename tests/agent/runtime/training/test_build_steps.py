"""What Docker says while it builds."""

import pytest

from cnet_agent.runtime.training.build_steps import (
    Lines,
    Steps,
    explain,
    has_password,
    without_password,
)


def test_steps_are_counted_as_docker_tells_them() -> None:
    steps = Steps()
    for message in (
        {"stream": "Step 1/3 : FROM python\n"},
        {"status": "Pulling", "id": "abc"},
        {"stream": " ---> 0123\n"},
        {"stream": "Step 2/3 : RUN pip install x\n"},
        {"stream": " ---> Using cache\n"},
        {"stream": " ---> 4567\n"},
        {"aux": {"ID": "sha256:89ab"}},
    ):
        steps = steps.after(message)
    assert steps == Steps(step=2, steps=3, cached=1, image="sha256:89ab")


def test_lines_are_told_and_figures_of_a_pull_are_not() -> None:
    lines = Lines()
    assert lines.of({"stream": "one\ntwo\n\n"}) == ["one", "two"]
    assert lines.of({"id": "abc", "status": "Downloading"}) == ["abc: Downloading"]
    assert lines.of({"id": "abc", "status": "Downloading", "progress": "[=> ]"}) == []
    assert lines.of({"id": "abc", "status": "Pull complete"}) == ["abc: Pull complete"]
    assert lines.of({"aux": {}}) == []


def test_no_password_is_told() -> None:
    assert without_password("from https://me:secret@host/simple") == "from https://host/simple"
    assert Lines().of({"stream": "Looking in http://u:p@host/"}) == ["Looking in http://host/"]
    assert has_password("https://me:secret@host/")
    assert not has_password("https://host/a@b")


@pytest.mark.parametrize(
    ("why", "step", "lines", "sentence"),
    [
        (
            "dial tcp: lookup registry: no such host",
            1,
            [],
            (
                "No registry was reached for base:1: dial tcp: lookup registry: no such host. "
                "Name a base image that is on this node."
            ),
        ),
        (
            "manifest unknown",
            1,
            [],
            "There is no base image base:1: manifest unknown.",
        ),
        (
            "write /x: no space left on device",
            5,
            [],
            "Docker's disk is full. Remove what nobody needs, with docker system prune.",
        ),
        (
            "dockerfile parse error line 3",
            0,
            [],
            "The Dockerfile cannot be read: dockerfile parse error line 3.",
        ),
        (
            "The command returned a non-zero code: 1",
            8,
            ["ERROR: No matching distribution found for nope", "---"],
            (
                "A package was not found: ERROR: No matching distribution found for nope. Mend "
                "requirements-training.txt."
            ),
        ),
        (
            "The command returned a non-zero code: 1",
            8,
            ["WARNING: Failed to establish a new connection: timed out"],
            (
                "No package index was reached: WARNING: Failed to establish a new connection: "
                "timed out. Look at the network, or at pip's settings."
            ),
        ),
        (
            "The command returned a non-zero code: 1",
            8,
            ["something else"],
            "The build failed: The command returned a non-zero code: 1. Its lines say more.",
        ),
    ],
)
def test_a_failure_says_what_to_do(why: str, step: int, lines: list[str], sentence: str) -> None:
    assert explain(why, "base:1", step, lines) == sentence


def test_the_base_image_of_the_dockerfile_has_no_name() -> None:
    assert "the Dockerfile's own base image" in explain("manifest unknown", "", 1, [])
