"""The row on which the model is chosen; its tooltip is the card."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from eurosat_qgis.gui.widgets import SPACING, narrow, tool_button
from eurosat_qgis.runtime.models import Model, listed_models, read_model
from eurosat_qgis.runtime.translation import tr


class ModelRow(QWidget):
    """Lists the built-in model and the user's."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[Model] = []
        self._box = QComboBox()
        self._box.setAccessibleName(tr("Model"))
        narrow(self._box)
        more = tool_button(tr("Other model"), tr("A bundle from a file (NAME.keras)"), text="…")
        more.clicked.connect(lambda _checked=False: self.choose_file())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._box, 1)
        row.addWidget(more)
        self._box.currentIndexChanged.connect(self._on_chosen)

    def list_models(self, folder: Path, default: str) -> None:
        """List the models anew, and keep the one that is chosen where it is still there."""
        before = self.choice()
        chosen = str(before.path) if before is not None else default
        self._box.blockSignals(True)
        self._models = listed_models(folder, default)
        self._box.clear()
        for model in self._models:
            self._add(model)
        self._box.setCurrentIndex(max(0, self._place_of(chosen)))
        self._box.blockSignals(False)
        self._on_chosen()

    def choice(self) -> Model | None:
        """The model chosen now, None while none is listed."""
        index = self._box.currentIndex()
        return self._models[index] if 0 <= index < len(self._models) else None

    def choose_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, tr("Model"), "", tr("Bundles (*.keras)"))
        if path:
            self.take(Path(path))

    def take(self, path: Path) -> None:
        """Choose the bundle at `path`, listed or not."""
        if self._place_of(str(path)) < 0:
            self._models.append(read_model(path))
            self._add(self._models[-1])
        self._box.setCurrentIndex(self._place_of(str(path)))

    def _add(self, model: Model) -> None:
        self._box.addItem(model.title)
        role = Qt.ItemDataRole.ToolTipRole
        self._box.setItemData(self._box.count() - 1, model.describe(), role)

    def _place_of(self, path: str) -> int:
        paths = [str(model.path) for model in self._models]
        return paths.index(path) if path in paths else -1

    def _on_chosen(self, _index: int = 0) -> None:
        model = self.choice()
        self._box.setToolTip(model.describe() if model is not None else "")
        self.changed.emit()
