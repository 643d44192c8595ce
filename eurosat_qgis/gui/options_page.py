"""The plugin's page in QGIS' options dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.core.classification.request import CELL_SIZES, LEAST_MEMORY_MIB
from eurosat_qgis.gui.expectation import detail_label
from eurosat_qgis.gui.help_button import help_button
from eurosat_qgis.gui.models_box import ModelsBox
from eurosat_qgis.gui.widgets import name_file_widget, name_spin_box, plain_label
from eurosat_qgis.paths import resource
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.models import listed_models
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings, save_settings
from eurosat_qgis.runtime.translation import PLUGIN_NAME, tr

TITLE = PLUGIN_NAME
# The one below the least is shown as no limit at all.
_MEMORY_STEP_MIB = 256


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time the dialog opens; `on_changed` hears when it is applied."""

    def __init__(self, session: Session, on_changed: Callable[[], None]) -> None:
        super().__init__()
        self._session, self._on_changed = session, on_changed
        self.setTitle(TITLE)

    def icon(self) -> QIcon:
        return QIcon(str(resource("icon.svg")))

    def createWidget(self, parent: QWidget | None) -> QgsOptionsPageWidget:
        return OptionsPage(self._session, self._on_changed, parent)


class OptionsPage(QgsOptionsPageWidget):
    """Everything that the plugin remembers of a user's choices."""

    def __init__(
        self, session: Session, on_changed: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("eurosat_options_page")
        self._session, self._on_changed = session, on_changed
        settings = load_settings()
        self.interpreter = QgsFileWidget()
        name_file_widget(self.interpreter, tr("Python of the worker"))
        self.interpreter.setFilePath(settings.interpreter)
        self.interpreter.lineEdit().setPlaceholderText(tr("the plugin's own environment"))
        self.idle_minutes = QSpinBox()
        name_spin_box(self.idle_minutes, tr("Idle minutes"))
        self.idle_minutes.setRange(1, 240)
        self.idle_minutes.setSuffix(tr(" min"))
        self.idle_minutes.setValue(settings.idle_minutes)
        self.idle_minutes.setToolTip(
            tr("So long the worker keeps the network loaded, some 600 MB.")
        )
        self.threads = QSpinBox()
        name_spin_box(self.threads, tr("Threads"))
        self.threads.setRange(0, 1024)
        self.threads.setSpecialValueText(tr("all there are"))
        self.threads.setValue(settings.threads)
        self.threads.setToolTip(tr("What a run takes at most, so that QGIS has the rest."))
        self.memory = QSpinBox()
        name_spin_box(self.memory, tr("Memory"))
        self.memory.setRange(LEAST_MEMORY_MIB - _MEMORY_STEP_MIB, 1 << 20)
        self.memory.setSingleStep(_MEMORY_STEP_MIB)
        self.memory.setSuffix(tr(" MiB"))
        self.memory.setSpecialValueText(tr("as needed"))
        self.memory.setValue(settings.memory)
        self.faster = QCheckBox(tr("bfloat16 where the processor has it"))
        self.faster.setChecked(settings.faster)
        self.faster.setToolTip(
            tr("Cells of 640 m take three quarters of the time; one class in 10,000 differs.")
        )
        self.cell = QComboBox()
        self.cell.setAccessibleName(tr("Cell size offered first"))
        for cell in CELL_SIZES:
            text = tr("{size} ({count} pixels of 10 m)")
            self.cell.addItem(text.format(size=detail_label(cell, 10.0), count=cell), cell)
        self.cell.setCurrentIndex(max(0, self.cell.findData(settings.cell)))
        self.model = QComboBox()
        self.model.setAccessibleName(tr("Model offered first"))
        self.models_folder = QgsFileWidget()
        name_file_widget(self.models_folder, tr("Folder of models"))
        self.models_folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.models_folder.setFilePath(settings.models_folder)
        self.models_folder.lineEdit().setPlaceholderText(str(session.models_folder()))
        self.models = ModelsBox(session.models_folder)
        self.models.changed.connect(self._list_models)
        self._list_models(settings.model)
        self._lay_out()

    def _lay_out(self) -> None:
        worker = QGroupBox(tr("Worker"))
        form = QFormLayout(worker)
        form.addRow(tr("Python"), self.interpreter)
        form.addRow(tr("Leaves after"), self.idle_minutes)
        form.addRow(tr("Threads"), self.threads)
        form.addRow(tr("Memory"), self.memory)
        form.addRow(tr("Faster"), self.faster)
        note = tr("Raster > EuroSAT Land Cover > Set up… checks a Python before it is taken.")
        form.addRow(plain_label(tr("Note on the worker"), note))
        row = QHBoxLayout()
        row.addStretch()
        # The dialog's own Help is QGIS' and knows nothing of this page.
        row.addWidget(help_button(HelpPage.SETTINGS, tr("Help on this page")))
        form.addRow(row)
        first = QGroupBox(tr("Offered first"))
        form = QFormLayout(first)
        form.addRow(tr("Model"), self.model)
        form.addRow(tr("Cell"), self.cell)
        form.addRow(tr("Folder of models"), self.models_folder)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(worker)
        column.addWidget(first)
        column.addWidget(self.models, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def apply(self) -> None:
        """QGIS calls it when the dialog is accepted."""
        save_settings(
            replace(
                load_settings(),
                interpreter=self.interpreter.filePath().strip(),
                idle_minutes=self.idle_minutes.value(),
                threads=self.threads.value(),
                memory=self.memory.value() if self.memory.value() >= LEAST_MEMORY_MIB else 0,
                faster=self.faster.isChecked(),
                cell=int(self.cell.currentData()),
                model=str(self.model.currentData() or ""),
                models_folder=self.models_folder.filePath().strip(),
            )
        )
        self._on_changed()

    def _list_models(self, chosen: str | None = None) -> None:
        if chosen is None:
            chosen = str(self.model.currentData() or "")
        if chosen and not Path(chosen).is_file():
            # It has just been removed.
            chosen = ""
        self.model.clear()
        for model in listed_models(self._session.models_folder(), chosen):
            self.model.addItem(model.title, "" if model.built_in else str(model.path))
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))
