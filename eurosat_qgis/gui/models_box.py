"""The models that the user has: their cards, importing and removing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsApplication, QgsBlockingNetworkRequest
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.core.errors import BundleError, LandCoverError
from eurosat_qgis.gui.background_task import BackgroundTask, Work
from eurosat_qgis.gui.widgets import name_file_widget, plain_label, push_button, selectable_label
from eurosat_qgis.runtime.models import Model, import_model, listed_models, remove_model
from eurosat_qgis.runtime.translation import tr

ADDRESSES = ("https://", "http://")


class ModelsBox(QGroupBox):
    """Lists the cards of the models in `folder()`; `changed` when one has come or gone."""

    changed = pyqtSignal()

    def __init__(self, folder: Callable[[], Path], parent: QWidget | None = None) -> None:
        super().__init__(tr("Models"), parent)
        self._folder = folder
        self._models: list[Model] = []
        self._task: BackgroundTask | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Models"))
        self.list.setMaximumHeight(90)
        self.card = selectable_label(tr("Card of the model"))
        self.source = QgsFileWidget()
        self.source.setFilter(tr("Bundles (*.keras)"))
        name_file_widget(self.source, tr("File or address of a model"))
        self.source.lineEdit().setPlaceholderText(tr("NAME.keras, or https://… of it"))
        self.checksum = QLineEdit()
        self.checksum.setAccessibleName(tr("SHA-256 of the model"))
        self.checksum.setPlaceholderText(tr("SHA-256 that you were told (may be left empty)"))
        self.import_button = push_button(tr("Import"), self.import_given, tr("Import the model"))
        self.remove_button = push_button(tr("Remove"), self.remove_chosen, tr("Remove the model"))
        self.note = plain_label(tr("Result of the import"))
        form = QFormLayout()
        form.addRow(tr("File or address"), self.source)
        form.addRow(tr("Checksum"), self.checksum)
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
            title = tr("{model} (built in)") if model.built_in else "{model}"
            self.list.addItem(title.format(model=model.title))
        self.list.setCurrentRow(0 if self._models else -1)

    def import_given(self) -> None:
        """Import the file that is named, or fetch the address and import what came."""
        given, checksum = self.source.filePath().strip(), self.checksum.text()
        folder = self._folder()
        if not given or self._task is not None:
            return
        if given.startswith(ADDRESSES):
            self._start(lambda _line, _stopped: import_from(given, folder, checksum))
        else:
            keras = Path(given).expanduser()
            self._start(lambda _line, _stopped: import_model(keras, folder, checksum))

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
        self.note.setText(tr("{model} is removed.").format(model=model.title))
        self.refresh()
        self.changed.emit()

    def _start(self, work: Work) -> None:
        self.import_button.setEnabled(False)
        self.note.setText(tr("Fetching and checking…"))
        task = BackgroundTask(tr("Importing a model"), work)
        task.done.connect(self._on_imported)
        task.failed.connect(self._on_not_imported)
        self._task = task
        QgsApplication.taskManager().addTask(task)

    def _on_imported(self, model: Model) -> None:
        self._task = None
        self.import_button.setEnabled(True)
        self.note.setText(tr("{model} is imported.").format(model=model.title))
        self.refresh()
        self.changed.emit()

    def _on_not_imported(self, why: str) -> None:
        self._task = None
        self.import_button.setEnabled(True)
        self.note.setText(why)

    def _chosen(self) -> Model | None:
        row = self.list.currentRow()
        return self._models[row] if 0 <= row < len(self._models) else None

    def _show_card(self) -> None:
        model = self._chosen()
        self.card.setText(model.describe() if model is not None else "")
        self.remove_button.setEnabled(model is not None and not model.built_in)


def import_from(address: str, folder: Path, sha256: str) -> Model:
    """Fetch a bundle's two files from where its `.keras` file lies, and import them.

    Through QGIS' own network settings; for a thread beside the window. Raises BundleError.
    """
    url = QUrl(address)
    name = Path(url.path()).name
    if not name.endswith(".keras"):
        raise BundleError(tr("The address must be of a .keras file, its card (.json) beside it."))
    card = QUrl(url)
    card.setPath(f"{url.path().removesuffix('.keras')}.json")
    with tempfile.TemporaryDirectory(prefix="eurosat-model-") as downloads:
        keras = Path(downloads, name)
        for part, target in ((card, keras.with_suffix(".json")), (url, keras)):
            request = QgsBlockingNetworkRequest()
            if request.get(QNetworkRequest(part)) != QgsBlockingNetworkRequest.ErrorCode.NoError:
                why = " ".join(request.errorMessage().split())
                raise BundleError(
                    tr("{address} cannot be fetched ({why}).").format(
                        address=part.toDisplayString(), why=why
                    )
                )
            target.write_bytes(bytes(request.reply().content()))
        return import_model(keras, folder, sha256)
