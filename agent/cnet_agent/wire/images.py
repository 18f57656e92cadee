"""Training images, and what it takes to build them."""

from typing import Literal

from pydantic import Field, StrictBool

from cnet_agent.model.fields import ImageName, Strict
from cnet_agent.wire.answer import Answer
from cnet_agent.wire.sentence import Said, Telling, Text
from cnet_agent.wire.times import Timestamp

BuildStatus = Literal["running", "succeeded", "failed", "cancelled"]


class BuildBody(Strict):
    """What to build the standard training image from."""

    tag: ImageName = Field("", description="The node's `training.image` if left out.")
    base_image: ImageName = Field(
        "", description="`BASE_IMAGE` of the Dockerfile; its own if left out."
    )
    no_cache: StrictBool = Field(False, description="Build every layer anew.")


class ImageView(Answer):
    """An image of this node that training jobs can run in."""

    id: str = Field(description="As Docker shows it, 12 digits.")
    tags: list[str]
    size: int = Field(description="Bytes.")
    created_at: Timestamp
    standard: bool = Field(description="Whether it was made from the standard Dockerfile.")
    base_image: str = Field("", description="Of a standard one.")
    is_default: bool = Field(description="Whether jobs that name none run in it.")


class BuildView(Telling):
    """A build, as it stands."""

    id: str
    tag: str
    status: BuildStatus
    started_at: Timestamp
    ended_at: Timestamp | None = None
    seconds: float = Field(description="That it took so far.")
    step: int = Field(0, description="Of the Dockerfile, from 1.")
    steps: int = 0
    cached: int = Field(0, description="Steps that were taken from the cache.")
    image_id: str = ""
    message: Text = Field("", description="What it does, or why it failed and what to do.")
    said: Said = {}


class ImagesView(Telling):
    """The images of this node for training, and the latest builds."""

    available: bool = Field(description="Whether Docker answers.")
    detail: Text = Field(description="Which Docker, or why not.")
    mend: Text = Field("", description="What to do where it does not.")
    command: str = Field("", description="What does that, for a shell.")
    default_image: str
    images: list[ImageView] = []
    builds: list[BuildView] = Field([], description="Since the agent started, newest first.")
    said: Said = {}
