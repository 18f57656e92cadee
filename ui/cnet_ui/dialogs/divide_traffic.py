"""How the requests to a model are divided between two of its versions."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QVBoxLayout, QWidget

from cnet_agent.wire.models import ModelView
from cnet_ui.widgets.buttons import Button
from cnet_ui.widgets.drop_down import DropDown
from cnet_ui.widgets.labels import label
from cnet_ui.widgets.sheet import Sheet
from cnet_ui.widgets.sheet_foot import SheetFoot
from cnet_ui.widgets.sheet_head import SheetHead

SIZE = QSize(520, 0)
STEP = 5  # percent
_CANARY = 10  # percent that a second version gets at first


class DivideTraffic(Sheet):
    """Two versions and a slider between them; ``divided`` carries percent by version.

    Args:
        window: what it lies over.
        model: whose requests they are.
        versions: their names, the newest first; two at least.
    """

    divided = Signal(object)

    def __init__(self, window: QWidget, model: ModelView, versions: Sequence[str]) -> None:
        super().__init__(window, SIZE, self.tr("Divide traffic"))
        self.body.addWidget(SheetHead(self, self.tr("Divide traffic"), model.name))
        first = max(model.wanted, key=model.wanted.__getitem__)
        second = next(
            (name for name in model.wanted if name != first),
            next(name for name in versions if name != first),
        )
        self.first_version = self._chooser(versions, first, self.tr("One version"))
        self.second_version = self._chooser(versions, second, self.tr("The other version"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("share")
        self.slider.setAccessibleName(self.tr("Percent of the other version"))
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(STEP * 2)
        self.slider.setValue(model.wanted.get(second, _CANARY))
        self._shares = label("", "figure"), label("", "figure")
        self._problem = label("", "small", "bad", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.first_version, 0, 0)
        grid.addWidget(self.second_version, 0, 1)
        grid.addWidget(self._shares[0], 1, 0)
        grid.addWidget(self._shares[1], 1, 1, right)
        grid.addWidget(self.slider, 2, 0, 1, 2)
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self._problem)
        self.body.addLayout(column)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.apply_button = Button(self.tr("Divide"), kind="primary")
        self.apply_button.setObjectName("apply-division")
        self.apply_button.clicked.connect(self._apply)
        said = label(self.tr("A version that is not loaded is loaded first."), tone="muted")
        self.body.addWidget(SheetFoot(cancel, self.apply_button, said=said))
        self.slider.valueChanged.connect(self._show)
        for chooser in (self.first_version, self.second_version):
            chooser.currentIndexChanged.connect(self._show)
        self.first = self.slider
        self._show()

    @property
    def traffic(self) -> dict[str, int]:
        """Percent by version."""
        other = self.slider.value()
        shares = {
            self.first_version.currentText(): 100 - other,
            self.second_version.currentText(): other,
        }
        return {name: percent for name, percent in shares.items() if percent}

    def _chooser(self, versions: Sequence[str], chosen: str, name: str) -> DropDown:
        made = DropDown()
        made.setAccessibleName(name)
        made.addItems(list(versions))
        made.setCurrentText(chosen)
        return made

    def _show(self) -> None:
        other = self.slider.value()
        for shown, percent in zip(self._shares, (100 - other, other), strict=True):
            shown.setText(f"{percent} %")
        same = self.first_version.currentText() == self.second_version.currentText()
        self._problem.setText(self.tr("Choose two versions.") if same else "")
        self._problem.setVisible(same)
        self.apply_button.setEnabled(not same)

    def _apply(self) -> None:
        self.divided.emit(self.traffic)
        self.accept()
