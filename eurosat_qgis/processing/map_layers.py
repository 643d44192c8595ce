"""Maps and references that the user chooses as layers, as the worker opens them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from eurosat_qgis.core.accuracy.map_requests import MAP_FIELD, REFERENCE_FIELD
from eurosat_qgis.processing.layer_file import written
from eurosat_qgis.runtime.scene_layer import scene_of_layer
from eurosat_qgis.runtime.translation import tr


def model_parameter() -> QgsProcessingParameterDefinition:
    """A bundle that names the classes of maps that do not say so themselves; advanced."""
    parameter = QgsProcessingParameterFile(
        "MODEL",
        tr("Model that names the classes (the map itself)"),
        optional=True,
        fileFilter=tr("Model bundles (*.keras)"),
    )
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def model_field(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """The same as a field of the worker's request."""
    model = algorithm.parameterAsFile(parameters, "MODEL", context)
    return {"model": model} if model else {}


def why_no_map(layer: QgsMapLayer | None, title: str) -> str:
    """Why a layer is no land-cover map that can be read and what to do, empty when it is."""
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
        text = tr("{title} cannot be opened: choose a raster layer or file of classes.")
        return text.format(title=title)
    if layer.dataProvider().name() != "gdal":
        text = tr("{layer} is no raster from a file: choose the GeoTIFF of a land-cover map.")
        return text.format(layer=layer.name())
    return ""


def map_of(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
) -> str:
    """The name by which GDAL opens the map chosen as parameter `name`."""
    return scene_of_layer(algorithm.parameterAsRasterLayer(parameters, name, context))


def why_no_reference(layer: QgsMapLayer | None, field: str) -> str:
    """Why a layer cannot serve as reference and what to do, empty when it can.

    `field` empty means `reference`, or the only one.
    """
    if isinstance(layer, QgsRasterLayer) and layer.isValid():
        if layer.dataProvider().name() == "gdal":
            return ""
        text = tr("{layer} is no raster from a file: save it as GeoTIFF first.")
        return text.format(layer=layer.name())
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return tr(
            "The reference cannot be opened: choose a layer of points or polygons, or a raster."
        )
    names = _fields(layer)
    listed = ", ".join(names) or tr("(none)")
    if field and field not in names:
        text = tr("{layer} has no field {field}: choose of {fields}.")
        return text.format(layer=layer.name(), field=field, fields=listed)
    if not (field or _usual_field(layer)):
        text = tr("Choose the field of {layer} that holds the class: it has {fields}.")
        return text.format(layer=layer.name(), fields=listed)
    return ""


def reference_of(layer: QgsMapLayer, field: str) -> dict[str, str]:
    """A reference layer as fields of the worker's request: a raster, or a file of its features.

    Layers belong to the main thread: call it from `prepareAlgorithm`.
    """
    if isinstance(layer, QgsRasterLayer):
        return {"reference": scene_of_layer(layer)}
    chosen = field or _usual_field(layer)
    # The map's class, where the points were drawn from a map.
    names = [chosen, *(name for name in (MAP_FIELD,) if name in _fields(layer) and name != chosen)]
    kept = [layer.fields().field(name) for name in names]
    kind = QgsWkbTypes.multiType(QgsWkbTypes.flatType(layer.wkbType()))
    path = written(layer.getFeatures(), layer.crs(), layer.name(), kind, kept)
    return {"reference": path, "field": chosen}


def _fields(layer: QgsVectorLayer) -> list[str]:
    return [name for name in layer.fields().names() if name != "fid"]


def _usual_field(layer: QgsVectorLayer) -> str:
    names = _fields(layer)
    if REFERENCE_FIELD in names:
        return REFERENCE_FIELD
    return names[0] if len(names) == 1 else ""
