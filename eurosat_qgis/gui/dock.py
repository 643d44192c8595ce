"""The dock: scene, model, area, detail, one button, and what the map says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgisInterface, QgsDockWidget, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.gui.area_row import AreaRow
from eurosat_qgis.gui.classify_run import ALGORITHM, ClassifyRun
from eurosat_qgis.gui.detail_row import DetailRow
from eurosat_qgis.gui.expectation import CellGrid, Speeds, about, rate_of
from eurosat_qgis.gui.flash import flash_class
from eurosat_qgis.gui.inspect_tool import InspectTool
from eurosat_qgis.gui.latest_answer import LatestAnswer
from eurosat_qgis.gui.model_row import ModelRow
from eurosat_qgis.gui.no_environment_card import NoEnvironmentCard
from eurosat_qgis.gui.options_box import OptionsBox
from eurosat_qgis.gui.reading_line import ReadingLine
from eurosat_qgis.gui.results_view import ResultsView
from eurosat_qgis.gui.run_row import RunRow
from eurosat_qgis.gui.scene_row import SceneRow
from eurosat_qgis.gui.widgets import number
from eurosat_qgis.runtime.messages import Message
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings, save_settings

WIDTH = 320
# A cancelled run ends within two seconds.
LEAVING_S = 3.0
# Tells of a failure, or of what else the user should know: text, level, detail for the log.
Tell = Callable[[str, Qgis.MessageLevel, str], None]


class EurosatDock(QgsDockWidget):
    """Classifies beside whatever else the user does in QGIS."""

    set_up_wanted = pyqtSignal()
    existing_wanted = pyqtSignal()

    def __init__(self, iface: QgisInterface, session: Session, tell: Tell) -> None:
        super().__init__("EuroSAT Land Cover", iface.mainWindow())
        self.setObjectName("EurosatLandCover")
        self.setAccessibleName("EuroSAT Land Cover")
        self._iface, self._session, self._tell = iface, session, tell
        self._info: dict[str, Any] | None = None
        self.run: ClassifyRun | None = None
        settings = load_settings()
        self.scene = SceneRow()
        self.reading = ReadingLine()
        self.model = ModelRow()
        self.area = AreaRow(iface)
        self.detail = DetailRow(settings.cell)
        self.options = OptionsBox()
        self.run_row = RunRow()
        self.results = ResultsView()
        self._card = NoEnvironmentCard()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._card)
        self._pages.addWidget(self._form())
        self.setWidget(self._pages)
        self.setMinimumWidth(WIDTH)
        self._asker = LatestAnswer(session, self)
        self.inspect = InspectTool(iface.mapCanvas(), session)
        self._tool_before: QgsMapTool | None = None
        self._connect()
        self.refresh()
        self._on_layer(iface.activeLayer())

    def _form(self) -> QWidget:
        content = QWidget()
        form = QFormLayout()
        form.setSpacing(4)
        form.addRow("Scene", self.scene)
        form.addRow(self.reading)
        form.addRow("Model", self.model)
        form.addRow("Area", self.area)
        form.addRow("Detail", self.detail)
        form.addRow("", self.detail.cost)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        column = QVBoxLayout(content)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(form)
        column.addWidget(self.options)
        column.addWidget(self.run_row)
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
        self.scene.changed.connect(self._look)
        self.reading.overruled.connect(self._look)
        self.model.changed.connect(self._look)
        self.area.changed.connect(self._expect)
        self.detail.changed.connect(self._expect)
        self.run_row.started.connect(self.start)
        self.run_row.cancelled.connect(self.cancel)
        self._asker.answered.connect(self._on_info)
        self._asker.refused.connect(lambda _question, why: self._on_no_info(why))
        self.results.class_pressed.connect(self._flash)
        self.results.inspect_wanted.connect(self._inspect)
        self.results.shown.connect(lambda: self.inspect.look_at(*self.results.shown_map()))
        self.inspect.left.connect(lambda: self.results.inspect.setChecked(False))
        self.results.told.connect(lambda text: self._tell(text, Qgis.MessageLevel.Info, ""))
        self.results.algorithm_wanted.connect(self._open_algorithm)
        self._iface.currentLayerChanged.connect(self._on_layer)
        project = QgsProject.instance()
        project.layersWillBeRemoved.connect(self._on_layers_going)
        project.cleared.connect(self._on_project_closed)

    def refresh(self) -> None:
        """Look again at the environment, the settings and the models."""
        why = self._session.why_not_ready()
        self._card.say_why(why)
        self._pages.setCurrentIndex(0 if why else 1)
        settings = load_settings()
        self.model.list_models(self._session.models_folder(), settings.model)
        self.results.refresh_buttons()

    def release(self) -> None:
        """End what runs and take everything back from the map, before the dock goes."""
        self._asker.leave()
        if self.run is not None:
            self.run.cancel()
            self.run.wait(LEAVING_S)
        self.area.release()
        self.inspect.release()
        project = QgsProject.instance()
        project.layersWillBeRemoved.disconnect(self._on_layers_going)
        project.cleared.disconnect(self._on_project_closed)
        self._iface.currentLayerChanged.disconnect(self._on_layer)

    # What the scene is

    def _look(self) -> None:
        choice = self.scene.choice()
        self._info = None
        self._expect()
        if self._session.why_not_ready():
            return
        if choice.problem or not choice.source:
            self._asker.forget()
            self.reading.say(choice.problem or "Choose a scene to see what it is.")
            return
        self.reading.say("Looking at the scene…")
        self._asker.ask({"type": "info", "scene": choice.source, **self._reading_fields()})

    def _reading_fields(self) -> Message:
        fields: Message = dict(self.reading.overrules())
        model = self.model.choice()
        if model is not None and not model.built_in:
            fields["model"] = str(model.path)
        return fields

    def _on_info(self, _question: Message, info: dict[str, Any]) -> None:
        self._info = info
        model = self.model.choice()
        self.reading.show_info(info, model.bands if model is not None else ())
        # The map's cells are made of the grid's pixels, which are 10 m unless they are the scene's.
        grid = info.get("grid") or {}
        size = info["pixel_size_m"] if grid.get("own_pixels", True) else 10.0
        self.detail.take_pixel_size(size)
        self._expect()

    def _on_no_info(self, why: str) -> None:
        self.reading.say(f"⚠ {why}")

    # What a run would be

    def _expect(self) -> None:
        grid = CellGrid.of_info(self._info) if self._info else None
        if grid is None:
            self.detail.show_cost("")
            return
        cells = self._expected_cells(grid)
        if cells is None:
            self.detail.show_cost("")
            return
        model = self.model.choice()
        text = f"{number(cells)} cell{'' if cells == 1 else 's'}"
        speeds = Speeds.from_text(load_settings().speeds)
        seconds = speeds.seconds(model.name if model else "", self.detail.cell, cells)
        self.detail.show_cost(text if seconds is None else f"{text} · {about(seconds)}")

    def _expected_cells(self, grid: CellGrid) -> int | None:
        choice = self.area.choice()
        crs = QgsCoordinateReferenceSystem(grid.crs or "")
        if choice.problem:
            return None
        if choice.layer is not None:
            return grid.cells_of_area(choice.selected_area_in(crs), self.detail.cell)
        if choice.rectangle is not None:
            extent = choice.rectangle_in(crs)
            return None if extent is None else grid.cells(self.detail.cell, extent)
        return grid.cells(self.detail.cell)

    def parameters(self) -> dict[str, Any]:
        """What `eurosat:classify` is asked for."""
        scene, area = self.scene.choice(), self.area.choice()
        reading = self.reading.overrules()
        parameters: dict[str, Any] = {
            "CELL": self.detail.cell,
            "SCALING": reading["scaling"],
            "ATMOSPHERE": reading["atmosphere"],
            "BANDS": reading["bands"],
            **self.options.parameters(),
        }
        parameters["INPUT" if scene.layer_id else "PRODUCT"] = scene.layer_id or scene.source
        model = self.model.choice()
        if model is not None:
            parameters["MODEL"] = str(model.path)
        if area.layer is not None:
            parameters["AREA"] = QgsProcessingFeatureSourceDefinition(area.layer.id(), True)
        elif area.rectangle is not None:
            parameters["EXTENT"] = area.as_extent()
        return parameters

    # A run

    def start(self) -> None:
        """Classify what is chosen, or say why that cannot be."""
        if self.run is not None:
            return
        scene, area = self.scene.choice(), self.area.choice()
        if not scene.source:
            self._warn(scene.problem or "Choose a scene first.")
            return
        if area.problem:
            self._warn(area.problem)
            return
        algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
        if algorithm is None:
            self._warn("Its algorithms are switched off: switch the provider EuroSAT on again.")
            return
        parameters = self.parameters()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        right, why = algorithm.checkParameterValues(parameters, context)
        if not right:
            self._warn(why)
            return
        self.run = ClassifyRun(Path(scene.name).stem, parameters, self)
        self.run.done.connect(self._on_done)
        self.run.failed.connect(self._on_failed)
        self.run_row.follow(self.run)

    def cancel(self) -> None:
        """Stop what runs; nothing of it stays."""
        if self.run is not None:
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
            self._tell("Cancelled; nothing was written.", Qgis.MessageLevel.Info, "")

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
        self._expect()

    # What goes on around

    def _on_layer(self, layer: object) -> None:
        if not isinstance(layer, QgsRasterLayer):
            return
        if self.results.shows(layer):
            self.results.show_layer(layer)
        elif not self.scene.choice().source:
            self.scene.take_layer(layer)

    def _on_layers_going(self, layer_ids: list[str]) -> None:
        if self.results.layer is not None and self.results.layer.id() in layer_ids:
            self.results.show_layer(None)

    def _on_project_closed(self) -> None:
        self.results.show_layer(None)
        if self.run is not None:
            self.cancel()

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
            self._tell("The map shows no cell of it here: zoom out.", Qgis.MessageLevel.Info, "")

    def _open_algorithm(self, algorithm: str) -> None:
        # The Processing plugin may be loaded after this one.
        import processing

        layer = self.results.layer
        if layer is not None:
            dialog = processing.createAlgorithmDialog(algorithm, {"INPUT": layer.id()})
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show()

    def _warn(self, text: str) -> None:
        self._tell(text, Qgis.MessageLevel.Warning, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.scene.has_address_focus() and self._pages.currentIndex() == 1:
                self.start()
        elif event.key() == Qt.Key.Key_Escape and self.run is not None:
            self.cancel()
        else:
            super().keyPressEvent(event)
