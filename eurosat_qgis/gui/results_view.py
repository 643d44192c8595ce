"""What a map says, beside the map: areas as bars, and what can be done with it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.gui.area_bars import area_bars, summary
from eurosat_qgis.gui.bar import Bar
from eurosat_qgis.gui.widgets import SPACING, number, plain_label, tool_button
from eurosat_qgis.runtime.map_record import RECORD_PROPERTY, MapRecord
from eurosat_qgis.runtime.scene_layer import scene_of_layer, why_no_scene
from eurosat_qgis.runtime.translation import tr

REPORT, PRINT = "eurosat:report", "eurosat:map"


class ResultsView(QWidget):
    """Shows the record of one land-cover layer; hidden while there is none."""

    class_pressed = pyqtSignal(object, int)
    inspect_wanted = pyqtSignal(bool)
    algorithm_wanted = pyqtSignal(str)
    copy_wanted = pyqtSignal()
    told = pyqtSignal(str)
    shown = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer: QgsRasterLayer | None = None
        self.record: MapRecord | None = None
        self._title = plain_label(tr("Map shown"), wrap=False)
        self._title.setMinimumWidth(60)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setAccessibleName(tr("Opacity of the land cover"))
        self._opacity.setToolTip(tr("Left: the scene. Right: the land cover."))
        self._opacity.setRange(0, 100)
        self._opacity.valueChanged.connect(self._set_opacity)
        over = QHBoxLayout()
        over.setSpacing(SPACING)
        over.addWidget(plain_label(tr("Scene"), tr("Scene"), wrap=False))
        over.addWidget(self._opacity, 1)
        over.addWidget(plain_label(tr("Land cover"), tr("Land cover"), wrap=False))
        self.inspect = _action(
            tr("Inspect"),
            tr("See what the network sees of a cell, and how sure it is"),
            "/mActionIdentify.svg",
        )
        self.inspect.setCheckable(True)
        self.inspect.toggled.connect(self.inspect_wanted.emit)
        self._report = _action(
            tr("Report"), tr("All of it in one HTML file"), "/mActionHtmlAnnotation.svg"
        )
        self._report.clicked.connect(lambda _checked=False: self.algorithm_wanted.emit(REPORT))
        self._print = _action(
            tr("Print"), tr("Map to print: PDF, PNG or SVG"), "/mActionFilePrint.svg"
        )
        self._print.setAccessibleName(tr("Map to print"))
        self._print.clicked.connect(lambda _checked=False: self.algorithm_wanted.emit(PRINT))
        self._export = _action(
            tr("Export"), tr("Save the areas or the map"), "/mActionFileSave.svg"
        )
        self._export.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._export)
        menu.addAction(tr("Areas as CSV…"), self._save_areas)
        menu.addAction(tr("Copy areas"), self._copy_areas)
        menu.addAction(tr("Land cover as GeoTIFF…"), self._save_map)
        self._export.setMenu(menu)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.inspect, self._report, self._print, self._export):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._title)
        column.addLayout(self._bars)
        column.addLayout(over)
        column.addLayout(buttons)
        self.show_layer(None)

    def show_layer(self, layer: QgsRasterLayer | None) -> None:
        """Show a land-cover layer's record; None, or a layer without one: nothing."""
        text = None if layer is None else layer.customProperty(RECORD_PROPERTY)
        self.record = MapRecord.from_text(text)
        self.layer = layer if self.record is not None else None
        while self._bars.count():
            old = self._bars.takeAt(0).widget()
            old.setParent(None)
            old.deleteLater()
        if self.layer is None or self.record is None:
            self.inspect.setChecked(False)
            self.hide()
            self.shown.emit()
            return
        group = Path(str(self.record.request["scene"])).name
        text = tr("{title}: {text}").format(title=group, text=summary(self.record.result, number))
        self._title.setText(text)
        self._title.setToolTip(self._title.text())
        bars = area_bars(self.record.result, number)
        longest = max((bar.length for bar in bars), default=1.0)
        for bar in bars:
            pressed = (
                tr("They have no class.") if bar.code is None else tr("Click to see where it is.")
            )
            row = Bar(bar, longest, pressed)
            row.clicked.connect(lambda _checked=False, code=bar.code: self._press(code))
            self._bars.addWidget(row)
        self._opacity.setValue(round(100 * self.layer.renderer().opacity()))
        self.refresh_buttons()
        self.show()
        self.shown.emit()

    def shown_map(self) -> tuple[QgsRasterLayer | None, MapRecord | None]:
        """The layer that is shown and its record."""
        return self.layer, self.record

    @staticmethod
    def shows(layer: QgsRasterLayer) -> bool:
        """Whether a layer has a record to show."""
        return layer.customProperty(RECORD_PROPERTY) is not None

    def refresh_buttons(self) -> None:
        """Offer what the algorithms that are there can do."""
        registry = QgsApplication.processingRegistry()
        self._report.setVisible(registry.algorithmById(REPORT) is not None)
        self._print.setVisible(registry.algorithmById(PRINT) is not None)

    def for_algorithms(self) -> dict[str, str]:
        """The map, its confidence and its scene, as parameters of algorithms call them.

        The scene only where it is a layer of the project: a product is none.
        """
        if self.layer is None or self.record is None:
            return {}
        given = {"INPUT": self.layer.id()}
        if confidence := self.record.request.get("confidence"):
            given["CONFIDENCE"] = str(confidence)
        rasters = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if isinstance(layer, QgsRasterLayer) and not why_no_scene(layer)
        ]
        for layer in rasters:
            if scene_of_layer(layer) == self.record.request["scene"]:
                given["SCENE"] = layer.id()
        return given

    def areas_table(self) -> list[list[str]]:
        """Code, class, cells, area and share of every class, with a line of titles."""
        rows = [["code", "class", "cells", "area_m2", "share"]]
        for entry in self.record.result["classes"] if self.record else []:
            area = "" if entry["area_m2"] is None else f"{entry['area_m2']:.2f}"
            share = f"{entry['share']:.6f}"
            rows.append([str(entry["code"]), entry["title"], str(entry["cells"]), area, share])
        return rows

    def _press(self, code: int | None) -> None:
        if code is not None and self.layer is not None:
            self.class_pressed.emit(self.layer, code)

    def set_opacity(self, percent: int) -> None:
        """Let the scene be seen through the map: 0 only the scene, 100 only the map."""
        self._opacity.setValue(percent)

    def _set_opacity(self, percent: int) -> None:
        if self.layer is not None and self.layer.renderer() is not None:
            self.layer.renderer().setOpacity(percent / 100)
            self.layer.triggerRepaint()

    def _copy_areas(self) -> None:
        text = "\n".join("\t".join(row) for row in self.areas_table())
        QgsApplication.clipboard().setText(text)
        self.told.emit(tr("The areas are in the clipboard: paste them into a table."))

    def _save_map(self) -> None:
        if self.layer is None:
            return
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("Land cover"), "landcover.tif", tr("GeoTIFF (*.tif)")
        )
        if path:
            self.told.emit(copy_map(Path(self.layer.source()), Path(path)))

    def _save_areas(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("Areas"), "areas.csv", tr("Tables (*.csv)")
        )
        if not path:
            return
        try:
            with Path(path).open("w", newline="", encoding="utf-8") as file:
                csv.writer(file, lineterminator="\n").writerows(self.areas_table())
        except OSError as error:
            self.told.emit(_unwritable(Path(path), error))
            return
        self.told.emit(tr("The areas are in {path}.").format(path=path))


def copy_map(source: Path, target: Path) -> str:
    """Copy a map with its style and the names of its classes; gives a line on how it went."""
    if target.suffix.lower() not in (".tif", ".tiff"):
        target = target.with_name(f"{target.name}.tif")
    if target == source:
        return tr("The land cover is in {path} already.").format(path=target)
    beside = {
        source.with_suffix(".qml"): target.with_suffix(".qml"),
        source.with_name(f"{source.name}.aux.xml"): target.with_name(f"{target.name}.aux.xml"),
    }
    try:
        for old, new in {source: target, **beside}.items():
            if old.is_file():
                shutil.copyfile(old, new)
    except OSError as error:
        return _unwritable(target, error)
    return tr("The land cover is in {path}.").format(path=target)


def _unwritable(path: Path, error: OSError) -> str:
    text = tr("{path} cannot be written ({why}): choose another place.")
    return text.format(path=path, why=error.strerror)


def _action(text: str, tip: str, icon: str) -> QToolButton:
    button = tool_button(text, tip)
    button.setText(text)
    button.setIcon(QIcon(QgsApplication.getThemeIcon(icon)))
    button.setIconSize(QSize(18, 18))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setAutoRaise(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
