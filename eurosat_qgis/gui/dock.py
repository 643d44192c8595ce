"""The dock: scene, model, area, detail, one button, and what the map says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgisInterface, QgsDockWidget, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.gui.classify_run import ALGORITHM, ClassifyRun
from eurosat_qgis.gui.expectation import Speeds, rate_of
from eurosat_qgis.gui.flash import flash_class
from eurosat_qgis.gui.help_button import help_button
from eurosat_qgis.gui.inspect_tool import InspectTool
from eurosat_qgis.gui.no_environment_card import NoEnvironmentCard
from eurosat_qgis.gui.request_form import RequestForm
from eurosat_qgis.gui.results_view import ResultsView
from eurosat_qgis.gui.run_row import RunRow
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings, save_settings
from eurosat_qgis.runtime.translation import PLUGIN_NAME, later, tr

WIDTH = 320
# A cancelled run ends within two seconds.
LEAVING_S = 3.0
CANCELLED = later("Cancelled; nothing was written.")
# Tells of a failure, or of what else the user should know: text, level, detail for the log.
Tell = Callable[[str, Qgis.MessageLevel, str], None]


class EurosatDock(QgsDockWidget):
    """Classifies beside whatever else the user does in QGIS."""

    set_up_wanted = pyqtSignal()
    existing_wanted = pyqtSignal()

    def __init__(self, iface: QgisInterface, session: Session, tell: Tell) -> None:
        super().__init__(PLUGIN_NAME, iface.mainWindow())
        self.setObjectName("EurosatLandCover")
        self.setAccessibleName(PLUGIN_NAME)
        self._iface, self._session, self._tell = iface, session, tell
        self.run: ClassifyRun | None = None
        self._why_cancelled = tr(CANCELLED)
        self._seen = False
        self.form = RequestForm(iface, session)
        self.run_row = RunRow()
        self.results = ResultsView()
        self._card = NoEnvironmentCard()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._card)
        self._pages.addWidget(self._page())
        self.setWidget(self._pages)
        self.setMinimumWidth(WIDTH)
        self.inspect = InspectTool(iface.mapCanvas(), session)
        self._tool_before: QgsMapTool | None = None
        self._connect()
        self.refresh()

    def _page(self) -> QWidget:
        content = QWidget()
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        column = QVBoxLayout(content)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.run_row, 1)
        row.addWidget(help_button(HelpPage.DOCK))
        column.addLayout(row)
        column.addWidget(line)
        column.addWidget(self.results)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        return scroll

    def _connect(self) -> None:
        self._card.set_up_wanted.connect(self.set_up_wanted.emit)
        self._card.existing_wanted.connect(self.existing_wanted.emit)
        self.run_row.started.connect(self.start)
        self.run_row.cancelled.connect(self.cancel)
        self.results.class_pressed.connect(self._flash)
        self.results.inspect_wanted.connect(self._inspect)
        self.results.shown.connect(lambda: self.inspect.look_at(*self.results.shown_map()))
        self.inspect.left.connect(lambda: self.results.inspect.setChecked(False))
        self.results.told.connect(lambda text: self._tell(text, Qgis.MessageLevel.Info, ""))
        self.results.algorithm_wanted.connect(self._open_algorithm)
        self._iface.currentLayerChanged.connect(self._on_layer)
        self.visibilityChanged.connect(self._on_visible)
        project = QgsProject.instance()
        project.layersWillBeRemoved.connect(self._on_layers_going)
        project.cleared.connect(self._on_project_closed)

    def refresh(self) -> None:
        """Look again at the environment, the settings and the models."""
        why = self._session.why_not_ready()
        self._card.say_why(why)
        self._pages.setCurrentIndex(0 if why else 1)
        self.form.refresh()
        self.results.refresh_buttons()

    def release(self) -> None:
        """End what runs and take everything back from the map, before the dock goes."""
        if self.run is not None:
            self.run.cancel()
            self.run.wait(LEAVING_S)
        self.form.release()
        self.inspect.release()
        project = QgsProject.instance()
        project.layersWillBeRemoved.disconnect(self._on_layers_going)
        project.cleared.disconnect(self._on_project_closed)
        self._iface.currentLayerChanged.disconnect(self._on_layer)

    # A run

    def start(self) -> None:
        """Classify what is chosen, or say why that cannot be."""
        if self.run is not None:
            return
        if problem := self.form.problem():
            self._warn(problem)
            return
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        if algorithm is None:
            self._warn(tr("Its algorithms are switched off: switch the provider EuroSAT on again."))
            return
        parameters = self.form.parameters()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        right, why = algorithm.checkParameterValues(parameters, context)
        if not right:
            self._warn(why)
            return
        scene = self.form.scene.choice()
        name = scene.name if scene.layer_id else Path(scene.name).stem
        self.run = ClassifyRun(name, parameters, self)
        self.run.done.connect(self._on_done)
        self.run.failed.connect(self._on_failed)
        self.run_row.follow(self.run)

    def cancel(self, why: str = "") -> None:
        """Stop what runs; nothing of it stays. `why`, where given, is told when it has ended."""
        if self.run is not None:
            self._why_cancelled = why or tr(CANCELLED)
            self.run_row.wait_for_cancel()
            self.run.cancel()

    def _on_done(self, _group: object) -> None:
        run = self._end_run()
        if run is None or run.land_cover is None:
            return
        for line in run.warnings:
            self._tell(line, Qgis.MessageLevel.Info, "")
        self.results.show_layer(run.land_cover)
        self._iface.setActiveLayer(run.land_cover)
        self._keep_speed(run)

    def _on_failed(self, reason: str, detail: str) -> None:
        self._end_run()
        if reason:
            self._tell(reason, Qgis.MessageLevel.Critical, detail)
        else:
            self._tell(self._why_cancelled, Qgis.MessageLevel.Info, "")

    def _end_run(self) -> ClassifyRun | None:
        run, self.run = self.run, None
        self.run_row.follow(None)
        if run is not None:
            run.deleteLater()
        return run

    def _keep_speed(self, run: ClassifyRun) -> None:
        record = self.results.record
        if record is None:
            return
        share, seconds = rate_of(run.progress)
        settings = load_settings()
        speeds = Speeds.from_text(settings.speeds)
        cells = share * record.result["cells"]
        speeds.note(str(record.result["model"]), record.cell, cells, seconds)
        save_settings(replace(settings, speeds=speeds.as_text()))
        self.form.expect()

    # What goes on around

    def _on_layer(self, layer: object) -> None:
        # Behind a closed dock no worker is started to look at scenes that nobody asked about.
        if not self._seen or not isinstance(layer, QgsRasterLayer):
            return
        if self.results.shows(layer):
            self.results.show_layer(layer)
        elif not self.form.scene.choice().source:
            self.form.scene.take_layer(layer)

    def _on_visible(self, visible: bool) -> None:
        self._seen = visible
        self._on_layer(self._iface.activeLayer())

    def _on_layers_going(self, layer_ids: list[str]) -> None:
        if self.results.layer is not None and self.results.layer.id() in layer_ids:
            self.results.show_layer(None)

    def _on_project_closed(self) -> None:
        self.results.show_layer(None)
        self.cancel(tr("The project was closed: its run was cancelled, nothing was written."))

    def _inspect(self, wanted: bool) -> None:
        canvas = self._iface.mapCanvas()
        if wanted:
            self._tool_before = canvas.mapTool()
            self.inspect.look_at(*self.results.shown_map())
            canvas.setMapTool(self.inspect)
            canvas.setFocus()
        elif canvas.mapTool() is self.inspect:
            canvas.unsetMapTool(self.inspect)
        if not wanted and self._tool_before is not None and canvas.mapTool() is None:
            canvas.setMapTool(self._tool_before)

    def _flash(self, layer: QgsRasterLayer, code: int) -> None:
        if not flash_class(self._iface.mapCanvas(), layer, code):
            self._tell(
                tr("The map shows no cell of it here: zoom out."), Qgis.MessageLevel.Info, ""
            )

    def _open_algorithm(self, algorithm: str) -> None:
        # The Processing plugin may be loaded after this one.
        import processing

        found = QgsApplication.processingRegistry().algorithmById(algorithm)
        known = {
            name: value
            for name, value in self.results.for_algorithms().items()
            if found is not None and found.parameterDefinition(name) is not None
        }
        dialog = processing.createAlgorithmDialog(algorithm, known)
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _warn(self, text: str) -> None:
        self._tell(text, Qgis.MessageLevel.Warning, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.form.scene.has_address_focus() and self._pages.currentIndex() == 1:
                self.start()
        elif event.key() == Qt.Key.Key_Escape and self.run is not None:
            self.cancel()
        else:
            super().keyPressEvent(event)
