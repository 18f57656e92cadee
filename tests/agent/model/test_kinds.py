"""What goes with which kind of task."""

import pytest
from pydantic import ValidationError

from cnet_agent.model.kinds import misfits
from cnet_agent.model.spec import TaskSpec


def places(**body: object) -> list[str]:
    spec = TaskSpec.model_validate({"command": "true", **body})
    return [str(error.loc[0]) for error in misfits(spec)]


def test_a_process_has_nothing_of_a_container() -> None:
    assert places() == []
    assert places(image="x", ports=["80"], privileged=True) == ["image", "ports", "privileged"]


def test_a_container_has_an_image_and_its_packages_in_it() -> None:
    assert places(type="container", image="x", working_dir="/app") == []
    wrong = places(type="container", requirements=["numpy"], working_dir="app")
    assert wrong == ["image", "requirements", "working_dir"]


def test_a_container_may_leave_its_command_to_its_image() -> None:
    assert TaskSpec.model_validate({"type": "container", "image": "redis:7"}).title == "redis:7"


def test_ports_and_volumes_are_read_where_they_are_given() -> None:
    given = {"type": "container", "image": "x", "ports": ["8080:80"], "volumes": ["a:/b"]}
    spec = TaskSpec.model_validate(given)
    assert (spec.ports, spec.volumes) == (("8080:80",), ("a:/b",))
    with pytest.raises(ValidationError, match="is no volume"):
        TaskSpec.model_validate({**given, "volumes": ["a"]})


@pytest.mark.parametrize(
    "image", ["busybox", "ghcr.io/a/b_c:1.2-x", "host:5000/x@sha256:0f", "ai-training:latest"]
)
def test_an_image_has_a_name(image: str) -> None:
    assert TaskSpec.model_validate({"type": "container", "image": image}).image == image


@pytest.mark.parametrize(
    "image", ["../containers/json", "a/../../b", "a//b", "-x", "a b", "a:", "a?x=1", "x\n"]
)
def test_what_would_be_a_path_for_docker_is_no_image(image: str) -> None:
    with pytest.raises(ValueError, match="name of an image"):
        TaskSpec.model_validate({"type": "container", "image": image})
