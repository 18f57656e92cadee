"""The commands of the console: its pages, presets, tasks and what else it can do."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from cnet_agent.model.preset import Preset
from cnet_agent.wire.task import TaskView
from cnet_ui.background import spawn
from cnet_ui.commands import Command, Kind
from cnet_ui.dialogs.preset_gallery import BY_HAND, CONTAINER
from cnet_ui.icons import FALLBACK, exists
from cnet_ui.language import NAMES, Language
from cnet_ui.models.model_rows import engine_text, status_look
from cnet_ui.pages.stop_task import stop_task
from cnet_ui.session import AgentSession
from cnet_ui.theme import ThemeChoice
from cnet_ui.widgets.preset_cards import runs_as_it_is
from cnet_ui.words import KIND_ICONS, Look, kind_word, look, moment, task_run_time

AGAIN = 20  # finished tasks that can be run again by name; the others by Tab

translate = QCoreApplication.translate


class Place(Protocol):
    """A page, as the rail has it: its key, what it is called, and its icon."""

    @property
    def key(self) -> str: ...  # noqa: D102

    @property
    def word(self) -> str: ...  # noqa: D102

    @property
    def icon_name(self) -> str: ...  # noqa: D102


def page_commands(
    places: Sequence[Place], keys: Mapping[str, str], go: Callable[[str], object]
) -> Iterator[Command]:
    """Go to each of the pages; ``keys`` has the shortcut of each."""
    for place in places:
        yield Command(
            f"page:{place.key}",
            place.word,
            Kind.PAGE,
            partial(go, place.key),
            icon=place.icon_name,
            shortcut=keys[place.key],
        )


def preset_commands(
    session: AgentSession, open_form: Callable[[str], object], run: Callable[[str], object]
) -> Iterator[Command]:
    """Open the form of each preset, or run it as it is; and the form without one."""
    why = why_not(session)
    for preset in session.presets:
        yield Command(
            f"preset:{preset.id}",
            preset.name,
            Kind.PRESET,
            partial(open_form, preset.id),
            hint=preset.summary,
            keywords=" ".join((preset.category, preset.description, *_choices(preset))),
            icon=preset.icon if exists(preset.icon) else FALLBACK,
            at_once=partial(run, preset.id) if runs_as_it_is(preset) else None,
            disabled=why,
        )
    by_hand = translate("PresetGallery", "By hand")
    for hand, hint, shown in (
        (BY_HAND, translate("PresetGallery", "a command, with every setting"), "square-terminal"),
        (CONTAINER, translate("PresetGallery", "an image, in Docker"), "box"),
    ):
        yield Command(
            f"preset:{hand}",
            by_hand if hand == BY_HAND else translate("PresetGallery", "Container"),
            Kind.PRESET,
            partial(open_form, hand),
            hint=hint,
            icon=shown,
            disabled=why,
        )


class TaskCommands:
    """What can be done with the tasks of a session.

    Args:
        session: whose tasks.
        show: goes to a task, whose id it is given.
        window: asks before a task is stopped.
    """

    def __init__(
        self, session: AgentSession, show: Callable[[str], object], window: QWidget
    ) -> None:
        self._session = session
        self._show = show
        self._window = window

    def all(self) -> Iterator[Command]:
        """Go to a task, the newest first; Tab has the rest."""
        tasks = self._session.tasks
        for task_id in sorted(tasks, reverse=True):  # ids grow with time
            task = tasks.get(task_id)
            if task is not None:  # the rest of the list is read a moment later
                yield Command(
                    f"task:{task_id}",
                    task.name,
                    Kind.TASK,
                    partial(self._show, task_id),
                    hint=partial(_task_hint, task),
                    keywords=f"{task.type} {task.command} {' '.join(task.labels.values())}",
                    icon=KIND_ICONS.get(task.type, "terminal"),
                    look=partial(self._look, task_id, task),
                    more=partial(self._more, task_id),
                )

    def actions(self) -> Iterator[Command]:
        """Stop each task that has not ended, and run the last ones again."""
        tasks = self._session.tasks
        left = AGAIN
        for task_id in sorted(tasks, reverse=True):
            if not tasks[task_id].phase.is_final:
                yield self._stop(tasks[task_id])
            elif left:
                left -= 1
                yield self._again(tasks[task_id])

    def _more(self, task_id: str) -> list[Command]:
        task = self._session.tasks.get(task_id)
        if task is None:
            return []
        show = Command(
            f"task:{task_id}",
            translate("commands", "Show {name}").format(name=task.name),
            Kind.TASK,
            partial(self._show, task_id),
            hint=partial(_task_hint, task),
            icon=KIND_ICONS.get(task.type, "terminal"),
            look=partial(self._look, task_id, task),
        )
        copy = Command(
            f"copy-id:{task_id}",
            translate("commands", "Copy the id"),
            Kind.ACTION,
            partial(_copy, task_id),
            hint=task_id,
            icon="copy",
        )
        return [show, self._again(task) if task.phase.is_final else self._stop(task), copy]

    def _stop(self, task: TaskView) -> Command:
        stopping = translate("commands", "It is being stopped already.")
        return Command(
            f"stop:{task.id}",
            translate("commands", "Stop {name}").format(name=task.name),
            Kind.ACTION,
            lambda: spawn(stop_task(self._session, task, self._window), self._window),
            hint=partial(_task_hint, task),
            icon="circle-stop",
            disabled=stopping if self._session.is_stopping(task.id) else why_not(self._session),
        )

    def _again(self, task: TaskView) -> Command:
        return Command(
            f"again:{task.id}",
            translate("commands", "Run {name} again").format(name=task.name),
            Kind.ACTION,
            lambda: spawn(self._run_again(task.id), self._window),
            hint=partial(_task_hint, task),
            icon="rotate-cw",
            disabled=why_not(self._session),
        )

    async def _run_again(self, task_id: str) -> None:
        task = await self._session.rerun(task_id)
        self._show(task.id)

    def _look(self, task_id: str, task: TaskView) -> Look:
        now = self._session.tasks.get(task_id, task)
        return look(now, stopping=self._session.is_stopping(task_id))


def theme_commands(choose: Callable[[ThemeChoice], object]) -> Iterator[Command]:
    """Choose each of the themes."""
    keywords = translate("commands", "appearance colours theme")
    for choice, word, icon_name in (
        (ThemeChoice.SYSTEM, translate("commands", "Theme: as the system has it"), "sun-moon"),
        (ThemeChoice.LIGHT, translate("commands", "Theme: light"), "sun"),
        (ThemeChoice.DARK, translate("commands", "Theme: dark"), "moon"),
    ):
        run = partial(choose, choice)
        yield Command(f"theme:{choice}", word, Kind.ACTION, run, "", keywords, icon=icon_name)


def language_commands(choose: Callable[[Language], object]) -> Iterator[Command]:
    """Choose each of the languages, by the name that it has for itself."""
    keywords = "language english chinese 中文 语言 語言"
    system = translate("commands", "as the system has it")
    for choice in Language:
        word = translate("commands", "Language: {name}").format(name=NAMES.get(choice, system))
        run = partial(choose, choice)
        yield Command(f"language:{choice}", word, Kind.ACTION, run, "", keywords, icon="languages")


def agent_commands(session: AgentSession) -> Iterator[Command]:
    """Copy the agent's address, and open its folders where they are on this machine."""
    address = session.address
    yield Command(
        "copy-address",
        translate("commands", "Copy the agent's address"),
        Kind.ACTION,
        lambda: _copy(session.client.url),
        hint=address,
        icon="copy",
        disabled="" if address else translate("commands", "There is no agent yet."),
    )
    for key, word, part in (
        ("open-data", translate("commands", "Open the data directory"), ""),
        ("open-logs", translate("commands", "Open the folder of the agent's logs"), "logs"),
    ):
        why = ""
        if session.node is None:
            why = translate("commands", "There is no agent yet.")
        elif not session.is_local:
            why = translate("commands", "It is on another machine.")
        folder = str(Path(session.node.data_dir, part)) if session.node and not why else ""
        run = partial(_open_folder, folder)
        yield Command(key, word, Kind.ACTION, run, folder, icon="folder-open", disabled=why)


def training_commands(
    session: AgentSession, new_job: Callable[[], object], build_image: Callable[[], object]
) -> Iterator[Command]:
    """Submit a training job, and build the image that jobs run in."""
    yield Command(
        "new-job",
        translate("commands", "New training job"),
        Kind.ACTION,
        new_job,
        keywords=translate("commands", "train model epochs"),
        icon="graduation-cap",
        disabled=why_not(session),
    )
    yield Command(
        "build-image",
        translate("commands", "Build the training image"),
        Kind.ACTION,
        build_image,
        keywords="docker",
        icon="package",
        disabled=why_not(session),
    )


def model_commands(
    session: AgentSession, load: Callable[[], object], show: Callable[[str], object]
) -> Iterator[Command]:
    """Load a model, and go to each of those that there are."""
    yield Command(
        "load-model",
        translate("commands", "Load model…"),
        Kind.ACTION,
        load,
        keywords=translate("commands", "serve inference deploy"),
        icon="boxes",
        disabled=why_not(session),
    )
    for model in session.models.values():
        yield Command(
            f"model:{model.id}",
            model.name,
            Kind.MODEL,
            partial(show, model.id),
            hint=engine_text(model.engine),
            icon="box",
            look=partial(status_look, model.status),
        )


def why_not(session: AgentSession) -> str:
    """Return why the agent cannot be asked now, empty if it can."""
    if session.is_live:
        return ""
    return translate("commands", "The agent does not answer.")


def _choices(preset: Preset) -> list[str]:
    return [choice for field in preset.fields for choice in field.choices]


def _task_hint(task: TaskView) -> str:
    now = time.time()
    at = task.started_at if task_run_time(task, now) is not None else None
    return f"{kind_word(task.type)} · {moment(at or task.created_at, now)}"


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _open_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
