"""Builds of the training image, and who follows them."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from cnet_agent.config.schema import TrainingSettings
from cnet_agent.executors.container_build import BadIgnoreFile, Image, TooLarge
from cnet_agent.executors.container_engine import Refused, Unreachable
from cnet_agent.executors.container_threads import Threads
from cnet_agent.model.errors import Conflict, ExecutorUnavailable, NotFound
from cnet_agent.runtime.training import builds as module
from cnet_agent.runtime.training.builds import AT_ONCE, Builds
from cnet_agent.runtime.training.kept_lines import LINES
from cnet_agent.wire.images import BuildBody, BuildView
from helpers.fake_docking import AWAY, HERE, FakeDocking
from helpers.waiting import until

STEPS: list[dict[str, Any]] = [
    {"stream": "Step 1/2 : FROM base\n"},
    {"stream": "Step 2/2 : COPY train.py .\n"},
    {"stream": " ---> Using cache\n"},
    {"aux": {"ID": "sha256:0123456789abcdef"}},
]


class Site:
    """Builds over a Docker that a test plays."""

    def __init__(self, folder: Path) -> None:
        self.docking = FakeDocking()
        self.docking.availability = HERE
        self.docking.images.messages = list(STEPS)
        self.workspace = folder / "work"
        bundled = folder / "bundled"
        bundled.mkdir()
        for name in ("Dockerfile", "train.py"):
            (bundled / name).write_text("bundled")
        self.builds = Builds(
            self.docking.images,
            Threads(),
            lambda: self.docking.availability,
            TrainingSettings,
            self.workspace,
            bundled,
            logging.getLogger("test"),
            lambda: 1_790_000_000.0,
        )

    async def end_of(self, build: BuildView) -> BuildView:
        await until(lambda: self.builds.view(build.id).status != "running")
        return self.builds.view(build.id)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    made = Site(tmp_path)
    yield made
    await made.builds.close()


async def test_a_build_is_followed_from_its_first_line_to_its_end(site: Site) -> None:
    build = site.builds.start(BuildBody(base_image="base:1"))
    assert (build.tag, build.status) == ("ai-training:latest", "running")
    told = [item async for item in site.builds.follow(build.id)]
    lines = [line for item in told if isinstance(item, list) for line in item]
    assert lines == ["Step 1/2 : FROM base", "Step 2/2 : COPY train.py .", " ---> Using cache"]
    last = told[-1]
    assert isinstance(last, BuildView)
    assert (last.status, last.step, last.steps, last.cached) == ("succeeded", 2, 2, 1)
    assert last.image_id == "0123456789ab"
    assert last.message.startswith("Built in")
    again = [item async for item in site.builds.follow(build.id)]
    assert again[0] == lines  # who comes later reads all of it
    ((tag, arguments, anew),) = site.docking.images.asked
    assert (tag, arguments["BASE_IMAGE"], anew) == ("ai-training:latest", "base:1", False)


async def test_what_is_missing_in_the_workspace_is_put_there_and_what_is_there_stays(
    site: Site,
) -> None:
    own = site.workspace / "examples" / "training"
    own.mkdir(parents=True)
    (own / "train.py").write_text("mine")
    await site.end_of(site.builds.start(BuildBody()))
    assert site.docking.images.files == ["Dockerfile", "train.py"]
    assert (own / "train.py").read_text() == "mine"


async def test_packages_come_from_where_pip_gets_them_but_no_password_goes_along(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://host/simple")
    await site.end_of(site.builds.start(BuildBody()))
    monkeypatch.setenv("PIP_INDEX_URL", "https://me:secret@host/simple")
    await site.end_of(site.builds.start(BuildBody()))
    first, second = (arguments for _, arguments, _ in site.docking.images.asked)
    assert first == {"PIP_INDEX_URL": "https://host/simple"}
    assert second == {}


async def test_an_image_is_built_once_at_a_time(site: Site) -> None:
    site.docking.images.hangs = True
    first = site.builds.start(BuildBody())
    assert site.builds.start(BuildBody()).id == first.id
    other = site.builds.start(BuildBody(tag="other:1"))
    assert other.id != first.id
    await until(lambda: len(site.docking.images.asked) == 2)


async def test_only_so_many_images_are_built_at_a_time(site: Site) -> None:
    site.docking.images.hangs = True
    for number in range(AT_ONCE):
        site.builds.start(BuildBody(tag=f"t:{number}"))
    with pytest.raises(Conflict, match="4 images are being built already"):
        site.builds.start(BuildBody(tag="t:more"))
    assert site.builds.start(BuildBody(tag="t:0")).tag == "t:0"


async def test_a_build_is_cancelled(site: Site) -> None:
    site.docking.images.hangs = True
    build = site.builds.start(BuildBody())
    await until(lambda: site.builds.view(build.id).step == 2)
    site.builds.cancel(build.id)
    ended = await site.end_of(build)
    assert (ended.status, ended.message) == ("cancelled", "The build was cancelled.")
    assert site.docking.images.last is not None
    assert site.docking.images.last.is_closed
    assert site.builds.cancel(build.id).status == "cancelled"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (Refused("manifest unknown", 404), "There is no base image nope:1"),
        (Unreachable("Docker is gone."), "Docker went away: Docker is gone."),
        (TooLarge(), "holds more than"),
        (PermissionError(13, "Permission denied"), "cannot be read"),
        (BadIgnoreFile("bad character range"), ".dockerignore cannot be understood: bad character"),
        (KeyError("whatever"), "mistake of the agent's"),
    ],
)
async def test_a_build_that_fails_says_why(site: Site, error: Exception, says: str) -> None:
    site.docking.images.messages = STEPS[:1]
    site.docking.images.error = error
    ended = await site.end_of(site.builds.start(BuildBody(base_image="nope:1")))
    assert ended.status == "failed"
    assert says in ended.message


async def test_without_docker_the_images_say_why_and_nothing_is_built(site: Site) -> None:
    site.docking.availability = AWAY
    found = await site.builds.images()
    assert (found.available, found.detail) == (False, "Docker is not running.")
    assert (found.mend, found.command) == ("Start it.", "start docker")
    with pytest.raises(ExecutorUnavailable, match="Docker is not running"):
        site.builds.start(BuildBody())
    with pytest.raises(NotFound, match="no build"):
        site.builds.view("none")


async def test_images_are_listed_with_what_they_were_built_on(site: Site) -> None:
    labels = {"cnet.image": "training", "cnet.base_image": "base:1"}
    site.docking.images.found = [
        Image("sha256:" + "a" * 64, ("ai-training:latest",), 1000, 5.0, labels),
        Image("sha256:" + "b" * 64, (), 2000, 4.0, {}),
    ]
    first, second = (await site.builds.images()).images
    assert (first.id, first.standard, first.base_image, first.is_default) == (
        "a" * 12,
        True,
        "base:1",
        True,
    )
    assert (second.standard, second.is_default) == (False, False)


async def test_few_builds_are_remembered(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 3)
    for number in range(6):
        await site.end_of(site.builds.start(BuildBody(tag=f"t:{number}")))
    tags = [build.tag for build in (await site.builds.images()).builds]
    assert tags == ["t:5", "t:4", "t:3"]


async def test_a_follower_of_many_lines_misses_only_those_that_are_not_kept(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"line {number}" for number in range(LINES + 100)]
    site.docking.images.messages = [{"stream": f"{line}\n"} for line in lines]
    build = site.builds.start(BuildBody())
    await site.end_of(build)
    told = [item async for item in site.builds.follow(build.id)]
    batches = [item for item in told if isinstance(item, list)]
    assert [line for batch in batches for line in batch] == lines[100:]
    assert max(map(len, batches)) == module.BATCH
