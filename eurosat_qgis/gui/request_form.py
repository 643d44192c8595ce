"""What a run is asked for: scene, model, area, detail, options, and what that will take."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from eurosat_qgis.gui.area_bars import cells_text
from eurosat_qgis.gui.area_row import AreaRow
from eurosat_qgis.gui.detail_row import DetailRow
from eurosat_qgis.gui.expectation import CellGrid, Speeds, about
from eurosat_qgis.gui.latest_answer import LatestAnswer
from eurosat_qgis.gui.model_row import ModelRow
from eurosat_qgis.gui.options_box import OptionsBox
from eurosat_qgis.gui.reading_line import ReadingLine
from eurosat_qgis.gui.scene_row import SceneRow
from eurosat_qgis.gui.widgets import SPACING, number
from eurosat_qgis.runtime.messages import Message
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.settings import load_settings
from eurosat_qgis.runtime.translation import tr

# Pixels of other sizes are brought to this one.
GRID_PIXEL_M = 10.0


class RequestForm(QWidget):
    """The rows above the button. Looks at the scene by itself whenever one is chosen."""

    def __init__(self, iface: QgisInterface, session: Session) -> None:
        super().__init__()
        self._session = session
        self._info: dict[str, Any] | None = None
        self.scene = SceneRow()
        self.reading = ReadingLine()
        self.model = ModelRow()
        self.area = AreaRow(iface)
        self.detail = DetailRow(load_settings().cell)
        self.options = OptionsBox()
        form = QFormLayout()
        form.setSpacing(SPACING)
        form.addRow(tr("Scene"), self.scene)
        form.addRow(self.reading)
        form.addRow(tr("Model"), self.model)
        form.addRow(tr("Area"), self.area)
        form.addRow(tr("Detail"), self.detail)
        form.addRow("", self.detail.cost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addWidget(self.options)
        self._asker = LatestAnswer(session, self)
        self._asker.answered.connect(self._on_info)
        self._asker.refused.connect(self._on_no_info)
        self.scene.changed.connect(self._look)
        self.reading.overruled.connect(self._look)
        self.model.changed.connect(self._look)
        self.area.changed.connect(self.expect)
        self.detail.changed.connect(self.expect)

    def refresh(self) -> None:
        """List the models anew, and look at the scene when that has become possible."""
        self.model.list_models(self._session.models_folder(), load_settings().model)

    def release(self) -> None:
        """Ask nothing more, and take everything back from the map."""
        self._asker.leave()
        self.area.release()

    def problem(self) -> str:
        """Why nothing can be run yet, empty when something can."""
        scene = self.scene.choice()
        if not scene.source:
            return scene.problem or tr("Choose a scene first.")
        return self.area.choice().problem

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
            parameters["MODEL"] = model.choice
        if area.layer is not None:
            parameters["AREA"] = QgsProcessingFeatureSourceDefinition(area.layer.id(), True)
        elif area.rectangle is not None:
            parameters["EXTENT"] = area.as_extent()
        return parameters

    def _look(self) -> None:
        choice = self.scene.choice()
        self._info = None
        self.expect()
        if self._session.why_not_ready():
            return
        if choice.problem or not choice.source:
            self._asker.forget()
            self.reading.say(choice.problem or tr("Choose a scene to see what it is."))
            return
        self.reading.say(tr("Looking at the scene…"))
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
        size = info["pixel_size_m"] if grid.get("own_pixels", True) else GRID_PIXEL_M
        self.detail.take_pixel_size(size)
        self.expect()

    def _on_no_info(self, _question: Message, why: str) -> None:
        self.reading.say(f"⚠ {why}")

    def expect(self) -> None:
        """Tell how many cells there are, and the time where it was ever measured."""
        grid = CellGrid.of_info(self._info) if self._info else None
        if grid is None:
            self.detail.show_cost("")
            return
        cells = self._expected_cells(grid)
        if cells is None:
            self.detail.show_cost("")
            return
        model = self.model.choice()
        text = cells_text(cells, number(cells))
        if self.area.choice().layer is not None:
            text = tr("about {cells}").format(cells=text)
        speeds = Speeds.from_text(load_settings().speeds)
        seconds = speeds.seconds(model.name if model else "", self.detail.cell, cells)
        self.detail.show_cost(text if seconds is None else f"{text} · {about(seconds)}")

    def _expected_cells(self, grid: CellGrid) -> int | None:
        choice = self.area.choice()
        crs = QgsCoordinateReferenceSystem(grid.crs or "")
        if choice.problem:
            return None
        if choice.layer is not None:
            return grid.cells_of_polygons(choice.selected_sizes_in(crs), self.detail.cell)
        if choice.rectangle is not None:
            extent = choice.rectangle_in(crs)
            return None if extent is None else grid.cells(self.detail.cell, extent)
        return grid.cells(self.detail.cell)
