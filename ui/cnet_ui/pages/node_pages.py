"""All pages of one agent; what is chosen and scrolled to on them stays while another is shown."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cnet_agent.client.stream import Connecting, Refused
from cnet_agent.wire.models import ModelView
from cnet_ui.background import spawn
from cnet_ui.connection_words import trouble_text
from cnet_ui.dispose import dispose
from cnet_ui.models.job_form import values_of
from cnet_ui.models.model_form import TASK, model_name, task_label
from cnet_ui.next_steps import NextStep
from cnet_ui.pages import places
from cnet_ui.pages.dashboard import DashboardPage
from cnet_ui.pages.logs import LogsPage
from cnet_ui.pages.models import ModelsPage
from cnet_ui.pages.places import DASHBOARD, LOGS, MODELS, SETTINGS, TASKS, TRAINING
from cnet_ui.pages.settings.page import SettingsPage
from cnet_ui.pages.tasks import TasksPage
from cnet_ui.pages.training import TrainingPage
from cnet_ui.preferences import Preferences
from cnet_ui.session import AgentSession
from cnet_ui.theme import Theme, ThemeChoice
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.empty_state import EmptyState
from cnet_ui.widgets.first_steps import FirstSteps

LAST_SECTION = "section"  # of the settings; remembered under this name


class NodePages(QStackedWidget):
    """The pages of a session, each made when it is first asked for, and in its place.

    Whatever is put elsewhere when it is finished is styled anew to its last button.

    ``went`` carries the key of a page that one was led to from another, ``open_preset`` the id of
    a preset to fill in, ``duplicate`` and ``save_as_preset`` that of a task to make a form of;
    ``connect_again`` and ``disconnect_it`` are for an agent that was not
    reached yet.

    Args:
        session: whose pages these are.
        theme: how everything looks; the settings change it.
        preferences: where the sizes of parts are kept.
        waits: whether nothing is shown before the agent was heard once.
    """

    went = Signal(str)
    open_preset = Signal(str)
    duplicate = Signal(str)
    save_as_preset = Signal(str)
    language_chosen = Signal(str)
    connect_again = Signal()
    disconnect_it = Signal()

    def __init__(
        self, session: AgentSession, theme: Theme, preferences: Preferences, *, waits: bool
    ) -> None:
        super().__init__()
        self.session = session
        self.key = DASHBOARD
        self._theme = theme
        self._preferences = preferences
        self._is_home = not waits
        self._made: dict[str, QWidget] = {}
        self._unreached: EmptyState | None = self._make_unreached() if waits else None
        theme.changed.connect(self._show_theme)

    # -- what others do with it ---------------------------------------------------------------

    def show_page(self, key: str) -> None:
        """Show a page, now or as soon as there is something to show."""
        self.key = key
        self.setCurrentWidget(self._unreached or self.page(key))

    def page(self, key: str) -> QWidget:
        """Return a page, and make it if nobody asked for it before."""
        if key not in self._made:
            self._made[key] = self._make(key)
            self.addWidget(self._made[key])
            self._preferences.restore_parts(self._made[key])
        return self._made[key]

    def show_task(self, task_id: str) -> None:
        """Show a task on its page, now or as soon as it is known, and let keys act on it."""
        self.went.emit(TASKS)
        self.tasks.choose(task_id)
        self.tasks.view.setFocus()

    def take_over(self, before: "NodePages") -> None:
        """Show what other pages of the same node showed."""
        made = before._made  # noqa: SLF001 - pages as these
        if TASKS in made:
            self.tasks.take_over(before.tasks)
        if LOGS in made:
            self.logs.take_over(before.logs)
        if SETTINGS in made:
            self.settings.show_section(before.settings.contents.current)
        self.show_page(before.key)

    def run_preset(self, preset_id: str) -> None:
        """Run a preset as it is, and show its task."""
        self.take_step(NextStep("", preset_id, {}))

    def take_step(self, step: NextStep) -> None:
        """Run a preset with what is filled in, and show its task."""
        spawn(self._run(step), self)

    def new_job(self, values: Mapping[str, Any] | None = None) -> None:
        """Open the form for a training job, filled in where there are values."""
        from cnet_ui.dialogs.new_job import NewJobDialog

        form = NewJobDialog(self.window(), self.session, self._preferences, values)
        form.started.connect(self.show_job)
        form.finished.connect(lambda _: dispose(form))
        form.open()

    def show_job(self, job_id: str) -> None:
        """Show a training job on its page, now or as soon as it is known."""
        self.went.emit(TRAINING)
        self.training.choose(job_id)

    def build_image(self) -> None:
        """Build the standard training image, in sight."""
        self.went.emit(TRAINING)
        self.training.build_image()

    def load_model(self, values: Mapping[str, Any] | None = None) -> None:
        """Open the form for a model, filled in where there are values."""
        self._open_model_form(None, values)

    def serve_task(self, task_id: str, name: str) -> None:
        """Open the form for a model that a finished task made."""
        task = self.session.tasks.get(task_id)
        called = task_id if task is None else task_label(task)
        self.load_model({"source": TASK, "task_id": called, "name": model_name(name)})

    def add_version(self, model_id: str) -> None:
        """Open the form for a version of a model."""
        model = self.models.list.models.get(model_id)
        if model is not None:
            self._open_model_form(model, None)

    def show_model(self, model_id: str) -> None:
        """Show a model on its page, now or as soon as it is known."""
        self.went.emit(MODELS)
        self.models.choose(model_id)

    @property
    def dashboard(self) -> DashboardPage:
        """The node at a glance."""
        page = self.page(DASHBOARD)
        assert isinstance(page, DashboardPage)
        return page

    @property
    def tasks(self) -> TasksPage:
        """The node's tasks."""
        page = self.page(TASKS)
        assert isinstance(page, TasksPage)
        return page

    @property
    def training(self) -> TrainingPage:
        """The node's training jobs."""
        page = self.page(TRAINING)
        assert isinstance(page, TrainingPage)
        return page

    @property
    def models(self) -> ModelsPage:
        """The node's models."""
        page = self.page(MODELS)
        assert isinstance(page, ModelsPage)
        return page

    @property
    def logs(self) -> LogsPage:
        """The node's logs."""
        page = self.page(LOGS)
        assert isinstance(page, LogsPage)
        return page

    @property
    def settings(self) -> SettingsPage:
        """The console's settings, and the agent's."""
        page = self.page(SETTINGS)
        assert isinstance(page, SettingsPage)
        return page

    # -- pages --------------------------------------------------------------------------------

    def _make(self, key: str) -> QWidget:
        match key:
            case places.DASHBOARD:
                return self._make_dashboard()
            case places.TASKS:
                return self._make_tasks()
            case places.TRAINING:
                return self._make_training()
            case places.MODELS:
                return self._make_models()
            case places.LOGS:
                return self._make_logs()
            case places.SETTINGS:
                return self._make_settings()
        raise KeyError(key)

    def _make_dashboard(self) -> DashboardPage:
        page = DashboardPage(self.session, self)
        page.run_preset.connect(self.run_preset)
        page.open_preset.connect(self.open_preset)
        page.open_task.connect(self.show_task)
        page.open_tasks.connect(lambda: self.went.emit(TASKS))
        page.take_step.connect(self.take_step)
        column = page.layout()
        if self._is_home and isinstance(column, QVBoxLayout):
            column.insertWidget(0, self._make_first_steps())
        return page

    def _make_first_steps(self) -> FirstSteps:
        steps = FirstSteps(self.session, self._preferences)
        steps.task_wanted.connect(lambda: self.open_preset.emit(""))
        steps.settings_wanted.connect(lambda: self.went.emit(SETTINGS))
        return steps

    def _make_tasks(self) -> TasksPage:
        page = TasksPage(self.session, self)
        page.run_preset.connect(self.run_preset)
        page.open_preset.connect(self.open_preset)
        page.duplicate.connect(lambda task_id: spawn(self._duplicate(task_id), self))
        page.save_as_preset.connect(self.save_as_preset)
        page.serve.connect(self.serve_task)
        return page

    def _make_training(self) -> TrainingPage:
        page = TrainingPage(self.session, self)
        page.submit.connect(self.new_job)
        page.duplicate.connect(lambda job_id: spawn(self._duplicate(job_id), self))
        page.open_task.connect(self.show_task)
        page.serve.connect(self.serve_task)
        return page

    def _make_models(self) -> ModelsPage:
        page = ModelsPage(self.session, self)
        page.load.connect(self.load_model)
        page.add_version.connect(self.add_version)
        page.open_task.connect(self.show_task)
        return page

    def _open_model_form(self, model: ModelView | None, values: Mapping[str, Any] | None) -> None:
        from cnet_ui.dialogs.load_model import LoadModelDialog

        form = LoadModelDialog(self.window(), self.session, model, values)
        form.loaded.connect(self.show_model)
        form.finished.connect(lambda _: dispose(form))
        form.open()

    def _make_logs(self) -> LogsPage:
        page = LogsPage(self.session, self)
        page.open_task.connect(self.show_task)
        return page

    def _make_settings(self) -> SettingsPage:
        page = SettingsPage(self.session, self._preferences, self)
        page.theme_chosen.connect(self._choose_theme)
        page.language_chosen.connect(self.language_chosen)
        page.show_section(self._preferences.recall(LAST_SECTION))
        page.contents.chosen.connect(lambda key: self._preferences.remember(LAST_SECTION, key))
        return page

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._theme.use(choice)
        self._preferences.theme = choice

    def _show_theme(self) -> None:
        if SETTINGS in self._made:
            self.settings.show_theme(self._theme.choice)

    async def _duplicate(self, task_id: str) -> None:
        task = await self.session.task(task_id)
        if task.training is not None:
            self.new_job(values_of(task))
        else:
            self.duplicate.emit(task_id)

    async def _run(self, step: NextStep) -> None:
        task = await self.session.run_preset(step.preset_id, step.params)
        self.show_task(task.id)

    # -- before the first word ----------------------------------------------------------------

    def _make_unreached(self) -> EmptyState:
        again = Button(self.tr("Change address or token…"), icon_name="plug")
        again.clicked.connect(lambda _: self.connect_again.emit())
        away = Button(self.tr("Disconnect"))
        away.clicked.connect(lambda _: self.disconnect_it.emit())
        made = EmptyState("server", [again, away])
        self.addWidget(made)
        self.session.connection_changed.connect(self._reach)
        self.session.node_changed.connect(self._reach)
        self._say_unreached(made)
        return made

    def _reach(self) -> None:
        if self._unreached is None:
            return
        if self.session.node is None:
            self._say_unreached(self._unreached)
            return
        reached, self._unreached = self._unreached, None
        self.removeWidget(reached)
        reached.hide()
        dispose(reached)
        self.show_page(self.key)

    def _say_unreached(self, shown: EmptyState) -> None:
        address = self.session.address
        match self.session.connection:
            case Connecting():
                shown.say(self.tr("Connecting to {address}…").format(address=address), "")
            case Refused():
                heading = self.tr("{address} does not let you in").format(address=address)
                shown.say(heading, trouble_text(self.session)[0])
            case _:
                heading = self.tr("{address} does not answer").format(address=address)
                sentence = self.tr("It is asked again until it does, or until you disconnect.")
                shown.say(heading, sentence)
