"""The row on which the scene is chosen: a layer of the project, a file, a product or an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsFilterLineEdit, QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eurosat_qgis.gui.widgets import SPACING, narrow, tool_button
from eurosat_qgis.runtime.map_record import MADE_PROPERTY, RECORD_PROPERTY
from eurosat_qgis.runtime.scene_layer import scene_of_layer, why_no_scene
from eurosat_qgis.runtime.translation import later, tr

FILES = later(
    "Scenes and products (*.tif *.tiff *.jp2 *.vrt *.nc *.zip *.xml *.json *.geojson)"
    ";;All files (*.*)"
)


@dataclass(frozen=True)
class SceneChoice:
    """A scene as the worker opens it, its name for people, and its layer where it is one."""

    source: str = ""
    name: str = ""
    layer_id: str = ""
    problem: str = ""


class SceneRow(QWidget):
    """Layers of the project first; what is no layer joins the same list."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._products: list[str] = []
        self._chosen = SceneChoice()
        self._box = QgsMapLayerComboBox()
        self._box.setAccessibleName(tr("Scene"))
        self._box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self._box.setAllowEmptyLayer(True, tr("Choose a Sentinel-2 scene"))
        narrow(self._box)
        self._more = tool_button(tr("Other scene"), tr("A file, a product or an address"), text="…")
        self._more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addAction(tr("File, zip or STAC item…"), self.choose_file)
        menu.addAction(tr("SAFE folder…"), self.choose_folder)
        menu.addAction(tr("Address…"), self.ask_address)
        self._more.setMenu(menu)
        self._address = QgsFilterLineEdit()
        self._address.setAccessibleName(tr("Address of a scene"))
        self._address.setPlaceholderText(tr("https://… of a raster or STAC item, then Enter"))
        self._address.returnPressed.connect(self._take_address)
        self._address.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._box, 1)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(row)
        column.addWidget(self._address)
        self._leave_out_maps()
        # Not layerChanged: it is silent about products, which are no layers.
        self._box.currentIndexChanged.connect(self._on_index)
        QgsProject.instance().layersAdded.connect(self._leave_out_maps)
        QgsProject.instance().layersRemoved.connect(self._leave_out_maps)

    def choice(self) -> SceneChoice:
        """What is chosen now; without a source there is none, or a problem says why."""
        layer = self._box.currentLayer()
        if layer is not None:
            problem = why_no_scene(layer)
            source = "" if problem else scene_of_layer(layer)
            return SceneChoice(source, layer.name(), layer.id(), problem)
        product = self._product_at(self._box.currentIndex())
        return SceneChoice(product, Path(product).name or product) if product else SceneChoice()

    def take_layer(self, layer: QgsRasterLayer) -> None:
        """Choose a layer of the project."""
        self._box.setLayer(layer)

    def take_product(self, source: str) -> None:
        """Choose a file, folder or address that is no layer."""
        if source not in self._products:
            self._products.append(source)
            self._box.setAdditionalItems([Path(p).name or p for p in self._products])
        self._box.setCurrentIndex(self._index_of(source))

    def choose_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, tr("Sentinel-2 scene"), "", tr(FILES))
        if path:
            self.take_product(path)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("SAFE folder"))
        if path:
            self.take_product(path)

    def ask_address(self) -> None:
        self._address.show()
        self._address.setFocus()

    def has_address_focus(self) -> bool:
        """Whether Enter belongs to the address that is being written."""
        return bool(self._address.hasFocus())

    def _on_index(self, _index: int) -> None:
        # Layers that come and go move the place of the one that stays chosen.
        choice = self.choice()
        if choice != self._chosen:
            self._chosen = choice
            self.changed.emit()

    def _take_address(self) -> None:
        text = self._address.text().strip()
        if text:
            self.take_product(text)
            self._address.hide()

    def _leave_out_maps(self, *_layers: object) -> None:
        """Maps that the plugin made are no scenes to classify."""
        made = [
            layer
            for layer in QgsProject.instance().mapLayers().values()
            if any(layer.customProperty(p) is not None for p in (MADE_PROPERTY, RECORD_PROPERTY))
        ]
        self._box.setExceptedLayerList(made)

    def _index_of(self, source: str) -> int:
        # Additional items stand after all layers.
        return int(self._box.count()) - len(self._products) + self._products.index(source)

    def _product_at(self, index: int) -> str:
        place = index - (int(self._box.count()) - len(self._products))
        return self._products[place] if 0 <= place < len(self._products) else ""
