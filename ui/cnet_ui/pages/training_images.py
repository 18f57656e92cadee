"""The images that training jobs run in: which there are, and building the standard one."""

import json
import time
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cnet_agent.model.errors import AgentError
from cnet_agent.wire.images import BuildView, ImagesView
from cnet_agent.wire.task import LogRecord
from cnet_agent.wire.times import to_text
from cnet_ui.agent_words import error_text, worded
from cnet_ui.background import Latest, spawn
from cnet_ui.models.image_rows import build_columns, image_columns
from cnet_ui.models.record_table import RecordTable
from cnet_ui.session import AgentSession
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.card import Card
from cnet_ui.widgets.form_rows import form_row
from cnet_ui.widgets.labels import IconLabel, label
from cnet_ui.widgets.log_view import LogView
from cnet_ui.widgets.meter import Meter
from cnet_ui.widgets.record_view import RecordView
from cnet_ui.words import run_time


class TrainingImages(QWidget):
    """A table of images, what is wrong with Docker where something is, and a build with its log."""

    def __init__(self, session: AgentSession) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._session = session
        self._build: BuildView | None = None
        self._following = Latest(self)
        self._count = 0  # of the lines of the build
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._make_trouble())
        column.addWidget(self._make_images())
        column.addWidget(self._make_build(), 1)
        session.connection_changed.connect(self.look)

    # -- what there is ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look each time that somebody does."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Ask for the images and the builds."""
        if self.isVisible() and self._session.is_live:
            spawn(self._look(), self)

    async def _look(self) -> None:
        found = await self._session.client.training.images()
        self._show(found)
        running = next((each for each in found.builds if each.status == "running"), None)
        if running is not None and (self._build is None or self._build.id != running.id):
            self._follow(running)

    def _show(self, found: ImagesView) -> None:
        self._trouble.setVisible(not found.available)
        self._why.setText(worded(found.detail))
        self._mend.setText(worded(found.mend))
        self._mend.setVisible(bool(found.mend))
        self._command = found.command
        self._copy.setVisible(bool(found.command))
        self._copy.set_text(self.tr("Copy command"))
        self.images.set_empty(
            self.tr("There is no image yet. Build the standard one: {name}.").format(
                name=found.default_image
            )
        )
        self.image_table.show_records(found.images)
        self.build_table.show_records(found.builds)
        self.tag.setPlaceholderText(found.default_image)
        self._is_available = found.available
        self._refresh()

    # -- building -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Build what the form says."""
        spawn(self._begin(), self)

    async def _begin(self) -> None:
        wanted = {
            "tag": self.tag.text().strip(),
            "base_image": self.base.text().strip(),
            "no_cache": self.anew.isChecked(),
        }
        self._problem.setText("")
        try:
            build = await self._session.client.training.build(wanted)
        except AgentError as error:
            self._problem.setText(error_text(error))
            return
        self._follow(build)

    def cancel(self) -> None:
        """End the build that runs."""
        if self._build is not None:
            spawn(self._session.client.training.cancel_build(self._build.id), self)

    def _follow(self, build: BuildView) -> None:
        self._build, self._count = build, 0
        self.log.clear()
        self.log.set_live(True)
        self._refresh()
        self._following.begin(self._read(build.id))

    async def _read(self, build_id: str) -> None:
        with suppress(AgentError):  # the agent went away; what was built so far is in its cache
            async with self._session.client.training.build_frames(build_id) as frames:
                async for frame in frames:
                    if frame.event == "build":
                        self._build = BuildView.model_validate_json(frame.data)
                        self._refresh()
                    elif frame.event == "lines":
                        self._add(json.loads(frame.data))
        self.log.set_live(False)
        self.look()

    def _add(self, lines: list[str]) -> None:
        now = to_text(time.time())
        records = [
            LogRecord(cursor=f"1:0:{self._count + n}", time=now, stream="stdout", line=line)
            for n, line in enumerate(lines, start=1)
        ]
        self._count += len(lines)
        self.log.add(records)

    def _refresh(self) -> None:
        build = self._build
        runs = build is not None and build.status == "running"
        can = self._is_available and self._session.is_live
        self.build_button.setEnabled(can and not runs)
        self.build_button.setToolTip("" if can else self._why.text())
        self.cancel_button.setVisible(runs)
        self._progress.setVisible(build is not None)
        if build is None:
            return
        self._meter.show_share(0.89 * build.step / build.steps if build.steps and runs else 0.0)
        self._meter.setVisible(runs)
        icon, token, words = _state(build)
        self._sign.show_icon(icon, token)
        if runs:
            words = self.tr("Step {step} of {steps} · {time}").format(
                step=build.step, steps=build.steps, time=run_time(build.seconds)
            )
        self._said.setText(words)

    # -- parts --------------------------------------------------------------------------------

    def _make_trouble(self) -> Card:
        self._trouble = Card(ground="waiting")
        self._why = label("", "strong", wrap=True)
        self._mend = label("", tone="secondary", wrap=True)
        self._command = ""
        self._copy = Button("", icon_name="copy", kind="small")
        self._copy.clicked.connect(self._take_command)
        again = Button(self.tr("Check again"), icon_name="refresh-cw", kind="small")
        again.clicked.connect(lambda: spawn(self._check_again(), self))
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addWidget(again)
        row.addStretch(1)
        for each in (self._why, self._mend):
            self._trouble.body.addWidget(each)
        self._trouble.body.addLayout(row)
        self._trouble.hide()
        self._is_available = False
        return self._trouble

    async def _check_again(self) -> None:
        await self._session.client.node(look=True)
        await self._look()

    def _take_command(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self._copy.set_text(self.tr("Copied"))

    def _make_images(self) -> Card:
        card = Card(self.tr("Images"))
        self.image_table = RecordTable(image_columns(), lambda image: image.id, self)
        self.images = RecordView(self.image_table, self.tr("Images"), self.tr("Loading…"), most=4)
        card.body.addWidget(self.images)
        return card

    def _make_build(self) -> Card:
        card = Card(self.tr("Build the training image"))
        self.base, self.tag = QLineEdit(), QLineEdit()
        self.base.setObjectName("base-image")
        self.base.setPlaceholderText(self.tr("that of the Dockerfile"))
        self.base.setAccessibleName(self.tr("Base image"))
        self.tag.setObjectName("image-tag")
        self.tag.setAccessibleName(self.tr("Name"))
        self.anew = QCheckBox(self.tr("Build every layer anew"))
        self.build_button = Button(self.tr("Build"), icon_name="package", kind="primary")
        self.build_button.setObjectName("build-image")
        self.build_button.clicked.connect(self.begin)
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        self._problem = label("", "small", "bad", wrap=True)
        fields = QHBoxLayout()
        fields.setSpacing(14)
        fields.addWidget(form_row(self.tr("Base image"), self.base), 1)
        fields.addWidget(form_row(self.tr("Name"), self.tag), 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.anew)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.build_button)
        card.body.addLayout(fields)
        card.body.addLayout(row)
        card.body.addWidget(self._problem)
        card.body.addWidget(self._make_progress())
        self.log = LogView(filters=False)
        self.log.setMinimumHeight(90)
        self.log.bar.hide()
        self.log.foot.hide()
        self.log.show_empty(self.tr("What the build prints stands here."))
        self.log.set_live(False)
        card.body.addWidget(self.log, 1)
        self.build_table = RecordTable(build_columns(), lambda build: build.id, self)
        self.builds = RecordView(
            self.build_table,
            self.tr("Builds"),
            self.tr("Nothing was built since the agent started."),
            most=3,
        )
        card.body.addWidget(self.builds)
        return card

    def _make_progress(self) -> QWidget:
        self._progress = QWidget()
        self._progress.setProperty("plain", True)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._sign = IconLabel("info", "text_muted")
        self._said = label("", wrap=True)
        self._meter = Meter()
        self._meter.setFixedWidth(180)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        row.addWidget(self._meter)
        self._progress.hide()
        return self._progress


def _state(build: BuildView) -> tuple[str, str, str]:
    """Return the icon, its colour's token and the sentence of a build."""
    looks = {
        "running": ("loader-circle", "running"),
        "succeeded": ("circle-check", "good"),
        "failed": ("circle-x", "bad"),
        "cancelled": ("square", "neutral"),
    }
    return *looks[build.status], worded(build.message)
