"""From a raster layer to the scene that the worker opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eurosat_qgis.runtime.translation import tr

if TYPE_CHECKING:
    from qgis.core import QgsRasterLayer

# What the worker opens and QGIS does not load as one layer.
_PRODUCT_ENDINGS = (".zip", ".xml", ".json", ".geojson", ".safe")
_ADDRESSES = ("http://", "https://", "SENTINEL2_L")
# QGIS adds these to GDAL's name of a raster: `path|option:NAME=VALUE`.
_SEPARATOR = "|"


def scene_in_text(value: object) -> str:
    """A product's path or address given where a layer is asked for; empty when it is none."""
    if not isinstance(value, str):
        return ""
    text = value.strip()
    if text.startswith(_ADDRESSES):
        return text
    path = Path(text)
    try:
        is_product = path.is_dir() or (path.is_file() and path.suffix.lower() in _PRODUCT_ENDINGS)
    except (OSError, ValueError):
        return ""
    return text if is_product else ""


def why_no_scene(layer: QgsRasterLayer | None) -> str:
    """Why a layer cannot be classified and what to do, empty when it can."""
    if layer is None or not layer.isValid():
        return tr("The scene cannot be opened: choose a raster layer, a raster file or a product.")
    kind = layer.dataProvider().name()
    if kind != "gdal":
        text = tr(
            "{layer} is a layer of the kind {kind}, which shows pictures and not a scene's "
            "numbers: save it as GeoTIFF, or choose a raster from a file."
        )
        return text.format(layer=layer.name(), kind=kind)
    return ""


def scene_of_layer(layer: QgsRasterLayer) -> str:
    """The name by which GDAL opens the layer's raster."""
    source = str(layer.dataProvider().dataSourceUri())
    return source.partition(_SEPARATOR)[0]
