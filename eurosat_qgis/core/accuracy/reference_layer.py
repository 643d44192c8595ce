"""Points and polygons with labels, from a vector file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FieldError, GeometryError
from rasterio.crs import CRS
from rasterio.errors import CRSError

from eurosat_qgis.core.accuracy.map_requests import MAP_FIELD, REFERENCE_FIELD
from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.vectors.vector_layer import GML_OPTIONS, file_and_layer, is_gml

_LISTED = 8


@dataclass(frozen=True)
class ReferenceLayer:
    """Labelled shapes of one layer in its own CRS (None where it states none).

    `shapes` are shapely geometries, `labels` their values of `field`, None where there is none.
    `map_labels` is what `sample` wrote of the map's class, None where it did not.
    """

    name: str
    field: str
    shapes: np.ndarray
    labels: tuple[object, ...]
    map_labels: tuple[object, ...] | None
    crs: CRS | None
    has_points: bool


def read_reference(source: str, field: str | None) -> ReferenceLayer:
    """Read the labelled shapes of `FILE` or `FILE|layer`.

    `field` None means `reference`, or the layer's only field.

    Raises InputError when it cannot be read, or has no such field or no shapes.
    """
    path, layer = file_and_layer(source)
    name = Path(path).name
    try:
        # Listing layers has no options to forbid what GDAL does to a GML (see `vector_layer`).
        options = GML_OPTIONS if is_gml(path) else {}
        if layer is None and not options:
            layer = _only_layer(path, name)
        found = pyogrio.read_info(path, layer=layer, **options)
        field = _field(name, [str(f) for f in found["fields"]], field)
        columns = [f for f in (field, MAP_FIELD) if f in found["fields"]]
        meta, _, wkb, values = pyogrio.raw.read(
            path, layer=layer, columns=columns, force_2d=True, **options
        )
        crs = CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    except (
        DataSourceError, DataLayerError, FieldError, GeometryError, CRSError, RuntimeError,
    ) as error:  # fmt: skip
        raise InputError(
            f"{name} cannot be read as points or polygons ({first_line(error)}): give a "
            "GeoPackage, GeoJSON, Shapefile or another vector file, or a raster."
        ) from error
    table = dict(zip(map(str, meta["fields"]), values, strict=True))
    with np.errstate(invalid="ignore"):
        shapes = shapely.from_wkb(np.asarray([] if wkb is None else wkb, object), on_invalid="fix")
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not there.any():
        raise InputError(f"{name} holds no shapes: give a file with points or polygons.")
    shapes = shapes[there]
    return ReferenceLayer(
        name,
        field,
        shapes,
        _labels(table, field, there),
        _labels(table, MAP_FIELD, there) if MAP_FIELD in table and field != MAP_FIELD else None,
        crs,
        bool((shapely.get_dimensions(shapes) == 0).any()),
    )


def _labels(table: Mapping[str, np.ndarray], field: str, there: np.ndarray) -> tuple[object, ...]:
    return tuple(_label(value) for value in table[field][there])


def _label(value: Any) -> object:
    plain = value.item() if isinstance(value, np.generic) else value
    is_missing = plain is None or (isinstance(plain, float) and np.isnan(plain))
    return None if is_missing or not str(plain).strip() else plain


def _only_layer(path: str, name: str) -> str:
    layers = [str(layer) for layer, kind in pyogrio.list_layers(path) if kind is not None]
    if len(layers) != 1:
        listed = ", ".join(layers[:_LISTED]) or "none"
        raise InputError(
            f'{name} needs one layer of shapes (it has {listed}): name it, as in "{name}|LAYER".'
        )
    return layers[0]


def _field(name: str, fields: list[str], wanted: str | None) -> str:
    listed = ", ".join(fields[:_LISTED]) or "none"
    if wanted is not None:
        if wanted not in fields:
            raise InputError(f"{name} has no field {wanted}: choose of {listed}.")
        return wanted
    if REFERENCE_FIELD in fields:
        return REFERENCE_FIELD
    others = [field for field in fields if field != "fid"]
    if len(others) != 1:
        raise InputError(f"Say which field of {name} holds the class: it has {listed}.")
    return others[0]
