"""Images and builds as rows."""

import pytest

from cnet_agent.wire.images import BuildStatus
from cnet_ui.models.image_rows import build_columns, build_look, image_columns
from helpers.fake_training import BUILD, IMAGE

pytestmark = pytest.mark.gui


def test_an_image_says_what_it_is_for() -> None:
    texts = [column.text(IMAGE) for column in image_columns()]
    assert texts[:5] == [
        "ai-training:latest",
        "jobs that name none",
        "python:3.12-slim",
        "0123456789ab",
        "358 MB",
    ]
    bare = IMAGE.model_copy(update={"tags": [], "is_default": False, "base_image": ""})
    assert [column.text(bare) for column in image_columns()][:3] == ["—", "—", "—"]


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("running", "Running"),
        ("succeeded", "Built"),
        ("failed", "Failed"),
        ("cancelled", "Cancelled"),
    ],
)
def test_a_build_says_how_it_went(status: BuildStatus, word: str) -> None:
    build = BUILD.model_copy(update={"status": status, "seconds": 10.4, "cached": 9, "steps": 11})
    assert build_look(build).label == word
    assert [column.text(build) for column in build_columns()][1:4] == [word, "10 s", "9/11"]
