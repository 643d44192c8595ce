"""What most runs leave as it is: masks, confidence, outputs; folded, and it remembers."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from eurosat_qgis.gui.widgets import SPACING, name_file_widget, name_spin_box, narrow
from eurosat_qgis.runtime.translation import tr

GROUP = "eurosat_qgis/dock"


class OptionsBox(QgsCollapsibleGroupBox):
    """Gives its part of the parameters of `eurosat:classify`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Masks, confidence, outputs"), parent)
        self.setObjectName("eurosat_options")
        self.setAccessibleName(tr("Masks, confidence, outputs"))
        self.setSettingGroup(GROUP)
        self.setCollapsed(True)
        self.setSaveCollapsedState(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Show masks, confidence, outputs"))
        self._clouds = QCheckBox(tr("Leave out thick cloud"))
        self._clouds.setAccessibleName(tr("Leave out thick cloud"))
        self._clouds.setToolTip(
            tr(
                "A simple test for what is bright, white and wide. A scene classification (SCL) of "
                "the product is used by itself where it has one."
            )
        )
        self._mask = QgsMapLayerComboBox()
        self._mask.setAccessibleName(tr("Mask"))
        self._mask.setFilters(
            QgsMapLayerProxyModel.Filter.RasterLayer | QgsMapLayerProxyModel.Filter.PolygonLayer
        )
        self._mask.setAllowEmptyLayer(True, tr("none"))
        self._mask.setToolTip(tr("Polygons, or a raster of which all that is not 0 is masked."))
        self._mask.setLayer(None)
        narrow(self._mask)
        self._minimum = QSpinBox()
        name_spin_box(self._minimum, tr("Minimum confidence"))
        self._minimum.setRange(0, 99)
        self._minimum.setSuffix(" %")
        self._minimum.setSpecialValueText(tr("any confidence"))
        self._minimum.setToolTip(tr("Cells whose class is less probable become Uncertain."))
        self._confidence = QCheckBox(tr("Confidence as a second layer"))
        self._confidence.setAccessibleName(tr("Confidence as a second layer"))
        self._confidence.setChecked(True)
        self._polygons = QCheckBox(tr("Polygons as a layer"))
        self._polygons.setAccessibleName(tr("Polygons as a layer"))
        self._output = QgsFileWidget()
        name_file_widget(self._output, tr("Save the land cover as"))
        self._output.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._output.setFilter(tr("GeoTIFF (*.tif)"))
        self._output.lineEdit().setPlaceholderText(tr("temporary file"))
        narrow(self._output)
        form = QFormLayout()
        form.setSpacing(SPACING)
        form.addRow(tr("Mask"), self._mask)
        form.addRow(tr("Minimum"), self._minimum)
        form.addRow(tr("Save as"), self._output)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 6, 4)
        column.setSpacing(SPACING)
        column.addWidget(self._clouds)
        column.addLayout(form)
        column.addWidget(self._confidence)
        column.addWidget(self._polygons)

    def save_as(self, path: str) -> None:
        """Have the land cover written to `path`; empty: a temporary file."""
        self._output.setFilePath(path)

    def parameters(self) -> dict[str, Any]:
        """What is chosen, as `eurosat:classify` takes it."""
        path = self._output.filePath().strip()
        if path and not path.lower().endswith((".tif", ".tiff")):
            path += ".tif"
        parameters: dict[str, Any] = {
            "CLOUD_SCREEN": self._clouds.isChecked(),
            "MIN_CONFIDENCE": self._minimum.value() / 100,
            "OUTPUT": _loaded(path),
        }
        stem = path.rpartition(".")[0]
        if self._confidence.isChecked():
            parameters["CONFIDENCE"] = _loaded(f"{stem}_confidence.tif" if path else "")
        if self._polygons.isChecked():
            parameters["POLYGONS"] = _loaded(f"{stem}.gpkg" if path else "")
        if self._mask.currentLayer() is not None:
            parameters["MASK"] = self._mask.currentLayer().id()
        return parameters


def _loaded(path: str) -> QgsProcessingOutputLayerDefinition:
    """An output that is to be loaded into the project; a temporary file without a path."""
    return QgsProcessingOutputLayerDefinition(
        path or QgsProcessing.TEMPORARY_OUTPUT, QgsProject.instance()
    )
