"""The pages of a node in the order of the rail; a page more is a line here and one in NodePages."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

DASHBOARD, TASKS, TRAINING, MODELS = "dashboard", "tasks", "training", "models"
LOGS, SETTINGS = "logs", "settings"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the rail leads to.

    Args:
        section: the heading it stands under; empty for one that stands alone, at the bottom.
    """

    key: str
    word: str
    icon_name: str
    section: str = ""


def places() -> list[Place]:
    """Return the pages, in the language of the moment."""
    work = translate("places", "Workspace")
    return [
        Place(DASHBOARD, translate("places", "Dashboard"), "layout-dashboard", work),
        Place(TASKS, translate("places", "Tasks"), "list-checks", work),
        Place(TRAINING, translate("places", "Training"), "graduation-cap", work),
        Place(MODELS, translate("places", "Models"), "boxes", work),
        Place(LOGS, translate("places", "Logs"), "scroll-text", translate("places", "System")),
        Place(SETTINGS, translate("places", "Settings"), "settings"),
    ]
