"""The models that the user has: their cards, importing and removing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsFileDownloader
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.gui.widgets import name_file_widget, plain_label, push_button
from eurosat_qgis.runtime.models import Model, import_model, listed_models, remove_model

ADDRESSES = ("https://", "http://")


class ModelsBox(QGroupBox):
    """Lists the cards of the models in `folder()`; `changed` when one has come or gone."""

    changed = pyqtSignal()

    def __init__(self, folder: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__("Models", parent)
        self._folder = folder
        self._models: list[Model] = []
        # Python must not drop it while it loads.
        self._loader: QgsFileDownloader | None = None
        self._downloads: tempfile.TemporaryDirectory[str] | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("Models")
        self.list.setMaximumHeight(90)
        self.card = plain_label("Card of the model")
        self.card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.source = QgsFileWidget()
        self.source.setFilter("Bundles (*.keras)")
        name_file_widget(self.source, "File or address of a model")
        self.source.lineEdit().setPlaceholderText("NAME.keras, or https://… of it")
        self.checksum = QLineEdit()
        self.checksum.setAccessibleName("SHA-256 of the model")
        self.checksum.setPlaceholderText("SHA-256 that you were told (may be left empty)")
        self.import_button = push_button("Import", self.import_given, "Import the model")
        self.remove_button = push_button("Remove", self.remove_chosen, "Remove the model")
        self.note = plain_label("Result of the import")
        form = QFormLayout()
        form.addRow("File or address", self.source)
        form.addRow("Checksum", self.checksum)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        buttons.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(self.card)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addWidget(self.note)
        column.addStretch()
        self.list.currentRowChanged.connect(lambda _row: self._show_card())
        self.refresh()

    def refresh(self) -> None:
        """List anew."""
        self._models = listed_models(self._folder())
        self.list.clear()
        for model in self._models:
            self.list.addItem(f"{model.title} (built in)" if model.built_in else model.title)
        self.list.setCurrentRow(0 if self._models else -1)

    def import_given(self) -> None:
        """Import the file that is named, or fetch the address and import what came."""
        given = self.source.filePath().strip()
        if given.startswith(ADDRESSES):
            self._fetch(given)
        elif given:
            self._import(Path(given).expanduser())

    def remove_chosen(self) -> None:
        """Remove the model whose card is shown."""
        model = self._chosen()
        if model is None:
            return
        try:
            remove_model(model)
        except LandCoverError as error:
            self.note.setText(str(error))
            return
        self.note.setText(f"{model.title} is removed.")
        self.refresh()
        self.changed.emit()

    def _import(self, keras: Path) -> None:
        try:
            model = import_model(keras, self._folder(), self.checksum.text())
        except LandCoverError as error:
            self.note.setText(str(error))
            return
        self.note.setText(f"{model.title} is imported.")
        self.refresh()
        self.changed.emit()

    def _fetch(self, address: str) -> None:
        """Fetch the card, then the weights, into a folder that goes afterwards."""
        url = QUrl(address)
        name = Path(url.path()).name
        if not name.endswith(".keras"):
            self.note.setText("The address must be of a .keras file, its card (.json) beside it.")
            return
        self._downloads = tempfile.TemporaryDirectory(prefix="eurosat-model-")
        self.import_button.setEnabled(False)
        keras = Path(self._downloads.name, name)
        card = QUrl(url)
        card.setPath(url.path().removesuffix(".keras") + ".json")
        self.note.setText("Fetching the card…")
        self._download(card, keras.with_suffix(".json"), lambda: self._fetch_weights(url, keras))

    def _fetch_weights(self, url: QUrl, keras: Path) -> None:
        self.note.setText("Fetching the weights…")
        self._download(url, keras, lambda: self._import(keras))

    def _download(self, url: QUrl, target: Path, then: Callable[[], None]) -> None:
        loader = QgsFileDownloader(url, str(target))
        self._loader = loader
        loader.downloadCompleted.connect(lambda _url: self._on_fetched(then))
        loader.downloadError.connect(
            lambda messages: self._on_not_fetched(url, "; ".join(messages))
        )

    def _on_fetched(self, then: Callable[[], None]) -> None:
        self.import_button.setEnabled(True)
        then()

    def _on_not_fetched(self, url: QUrl, why: str) -> None:
        self.import_button.setEnabled(True)
        shown = " ".join(why.split())
        self.note.setText(f"{url.toDisplayString()} cannot be fetched ({shown}).")

    def _chosen(self) -> Model | None:
        row = self.list.currentRow()
        return self._models[row] if 0 <= row < len(self._models) else None

    def _show_card(self) -> None:
        model = self._chosen()
        self.card.setText(model.describe() if model is not None else "")
        self.remove_button.setEnabled(model is not None and not model.built_in)
