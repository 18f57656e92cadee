"""Training images and their builds as rows of tables. Pure but for the language."""

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.quantities import format_duration
from cnet_agent.wire.images import BuildView
from cnet_ui.agent_words import worded
from cnet_ui.models.record_table import RecordColumn
from cnet_ui.words import NONE, Look, full_moment, moment, size_text

translate = QCoreApplication.translate


def image_columns() -> list[RecordColumn]:
    """Return the columns of the images, in the language of the moment."""
    return [
        RecordColumn(
            translate("images", "Name"),
            lambda image: ", ".join(image.tags) or NONE,
            icon=lambda _: "box",
        ),
        RecordColumn(
            translate("images", "For"),
            lambda image: translate("images", "jobs that name none") if image.is_default else NONE,
            width=170,
        ),
        RecordColumn(
            translate("images", "Built on"), lambda image: image.base_image or NONE, width=180
        ),
        RecordColumn(translate("images", "Id"), lambda image: image.id, width=120),
        RecordColumn(
            translate("images", "Size"),
            lambda image: size_text(image.size),
            lambda image: image.size,
            width=90,
            is_number=True,
        ),
        RecordColumn(
            translate("images", "Created"),
            lambda image: moment(image.created_at),
            lambda image: image.created_at,
            tip=lambda image: full_moment(image.created_at),
            width=100,
            is_number=True,
        ),
    ]


def build_columns() -> list[RecordColumn]:
    """Return the columns of the builds."""
    return [
        RecordColumn(translate("images", "Build"), lambda build: build.tag, width=170),
        RecordColumn(
            translate("images", "State"),
            lambda build: build_look(build).label,
            width=116,
            look=build_look,
        ),
        RecordColumn(
            translate("images", "Took"),
            lambda build: format_duration(build.seconds),
            lambda build: build.seconds,
            width=90,
            is_number=True,
        ),
        RecordColumn(
            translate("images", "From cache"),
            lambda build: f"{build.cached}/{build.steps}",
            lambda build: build.cached,
            width=96,
            is_number=True,
        ),
        RecordColumn(translate("images", "What became of it"), lambda b: worded(b.message)),
    ]


def build_look(build: BuildView) -> Look:
    """Return how the state of a build looks."""
    match build.status:
        case "running":
            return Look(translate("images", "Running"), "loader-circle", "running")
        case "succeeded":
            return Look(translate("images", "Built"), "check", "good")
        case "failed":
            return Look(translate("images", "Failed"), "x", "bad")
        case _:
            return Look(translate("images", "Cancelled"), "square", "neutral")
