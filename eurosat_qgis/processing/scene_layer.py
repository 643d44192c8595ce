"""From a raster layer to the scene that the worker opens."""

from __future__ import annotations

from qgis.core import QgsRasterLayer

# QGIS adds these to GDAL's name of a raster: `path|option:NAME=VALUE`.
_SEPARATOR = "|"


def why_no_scene(layer: QgsRasterLayer | None) -> str:
    """Why a layer cannot be classified and what to do, empty when it can."""
    if layer is None or not layer.isValid():
        return "The scene cannot be opened: choose a raster layer or a raster file."
    kind = layer.dataProvider().name()
    if kind != "gdal":
        return (
            f"{layer.name()} is a layer of the kind {kind}, which shows pictures and not a "
            "scene's numbers: save it as GeoTIFF, or choose a raster from a file."
        )
    return ""


def scene_of_layer(layer: QgsRasterLayer) -> str:
    """The name by which GDAL opens the layer's raster."""
    source = str(layer.dataProvider().dataSourceUri())
    return source.partition(_SEPARATOR)[0]
