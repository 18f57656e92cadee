"""What can be done with the tasks that are chosen, and why something cannot. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cnet_agent.model.phase import Phase
from cnet_agent.wire.task import TaskView

STOP, KILL, AGAIN, DUPLICATE, PRESET = "stop", "kill", "again", "duplicate", "preset"
EDIT, REMOVE, FOLDER, SERVE = "edit", "remove", "folder", "serve"
COPY_IDS, COPY_COMMAND, COPY_CURL, COPY_ROWS = "copy-ids", "copy-command", "copy-curl", "copy-rows"
SIGNAL = "signal"
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGKILL")

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand: whether the agent answers, runs here, and what is being stopped."""

    is_live: bool
    is_local: bool
    stopping: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to do with tasks; ``why_not`` is empty where it can be done."""

    key: str
    text: str
    icon: str
    why_not: str = ""
    dangerous: bool = False


def offers(tasks: Sequence[TaskView], standing: Standing) -> list[Offer]:
    """Return everything that may be done with ``tasks``, in the order of a menu."""
    return [offer(key, tasks, standing) for key in _ORDER]


def offer(key: str, tasks: Sequence[TaskView], standing: Standing) -> Offer:
    """Return one of the offers."""
    match key:
        case "copy-ids":
            return Offer(COPY_IDS, _copy_ids_text(several=len(tasks) > 1), "copy")
        case "copy-command":
            return Offer(COPY_COMMAND, translate("task_offers", "Copy command"), "terminal")
        case "copy-rows":
            return Offer(COPY_ROWS, _copy_rows_text(several=len(tasks) > 1), "columns-3")
        case _:
            why_not = _why_not(key, tasks, standing)
            dangerous = key in (STOP, KILL, REMOVE)
            return Offer(key, _text(key), _LOOKS[key], why_not, dangerous)


def can_stop(task: TaskView, standing: Standing) -> bool:
    """Return whether a stop would do something to a task."""
    is_open = not task.phase.is_final and task.phase is not Phase.STOPPING
    return is_open and task.id not in standing.stopping


def stoppable(tasks: Sequence[TaskView], standing: Standing) -> list[TaskView]:
    """Return the tasks that a stop would do something to."""
    return [task for task in tasks if can_stop(task, standing)]


def killable(tasks: Sequence[TaskView]) -> list[TaskView]:
    """Return the tasks that were asked to end and have not."""
    return [task for task in tasks if task.phase is Phase.STOPPING]


def removable(tasks: Sequence[TaskView]) -> list[TaskView]:
    """Return the tasks that have ended."""
    return [task for task in tasks if task.phase.is_final]


_LOOKS = {
    STOP: "circle-stop",
    KILL: "zap",
    SIGNAL: "bell",
    AGAIN: "rotate-cw",
    DUPLICATE: "copy",
    PRESET: "bookmark",
    SERVE: "boxes",
    EDIT: "tag",
    REMOVE: "trash-2",
    COPY_CURL: "link",
    FOLDER: "folder-open",
}
_ORDER = (
    *(STOP, KILL, SIGNAL, AGAIN, DUPLICATE, PRESET, SERVE, EDIT, REMOVE),
    *(COPY_IDS, COPY_COMMAND, COPY_CURL, COPY_ROWS, FOLDER),
)
_FOR_ONE = frozenset({SIGNAL, DUPLICATE, PRESET, SERVE, EDIT, COPY_CURL, FOLDER})
_WITHOUT_AGENT = frozenset({COPY_CURL, FOLDER})


def _text(key: str) -> str:
    texts = {
        STOP: translate("task_offers", "Stop"),
        KILL: translate("task_offers", "Kill now"),
        SIGNAL: translate("task_offers", "Send a signal"),
        AGAIN: translate("task_offers", "Run again"),
        DUPLICATE: translate("task_offers", "Duplicate…"),
        PRESET: translate("task_offers", "Save as preset…"),
        SERVE: translate("task_offers", "Serve model…"),
        EDIT: translate("task_offers", "Labels and priority…"),
        REMOVE: translate("task_offers", "Remove"),
        COPY_CURL: translate("task_offers", "Copy as curl"),
        FOLDER: translate("task_offers", "Open folder"),
    }
    return texts[key]


def _copy_ids_text(*, several: bool) -> str:
    if several:
        return translate("task_offers", "Copy ids")
    return translate("task_offers", "Copy id")


def _copy_rows_text(*, several: bool) -> str:
    if several:
        return translate("task_offers", "Copy rows")
    return translate("task_offers", "Copy row")


def _why_not(key: str, tasks: Sequence[TaskView], standing: Standing) -> str:
    if not tasks:
        return translate("task_offers", "No task is chosen.")
    if not standing.is_live and key not in _WITHOUT_AGENT:
        return translate("task_offers", "The agent does not answer; this works when it is back.")
    if key in _FOR_ONE and len(tasks) > 1:
        return translate("task_offers", "This is for one task; choose one.")
    if key == FOLDER and not standing.is_local:
        return translate(
            "task_offers", "The folder lies on another machine; Files has what is in it to save."
        )
    if key == SERVE:
        return _why_not_serve(tasks[0])
    return _why_not_in_phase(key, tasks, standing)


def _why_not_serve(task: TaskView) -> str:
    if task.model is not None:
        return translate("task_offers", "It serves a model already.")
    if task.phase is not Phase.SUCCEEDED:
        return translate("task_offers", "This is for a task that succeeded and left a model.")
    return ""


def _why_not_in_phase(key: str, tasks: Sequence[TaskView], standing: Standing) -> str:
    ended = all(task.phase.is_final for task in tasks)
    match key:
        case "stop" if not any(can_stop(task, standing) for task in tasks):
            if ended:
                return translate("task_offers", "It has ended already.")
            return translate("task_offers", "It is stopping already.")
        case "kill" if not any(task.phase is Phase.STOPPING for task in tasks):
            return translate("task_offers", "This is for a task that was stopped and still runs.")
        case "signal" if tasks[0].phase not in (Phase.RUNNING, Phase.STOPPING):
            return translate("task_offers", "It does not run.")
        case "duplicate" | "preset" if tasks[0].model is not None:
            return translate("task_offers", "It serves a model, which has one server.")
        case "preset" if tasks[0].training is not None:
            return translate(
                "task_offers", "Presets make tasks; another training job is made by Duplicate."
            )
        case "edit" if ended:
            return translate("task_offers", "It has ended; its labels and priority are history.")
        case "remove" if not any(task.phase.is_final for task in tasks):
            return translate("task_offers", "It has not ended; stop it first.")
        case _:
            return ""
