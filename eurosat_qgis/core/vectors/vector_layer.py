"""Polygons from a file that the user names, made valid."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, GeometryError
from rasterio.crs import CRS
from rasterio.errors import CRSError

from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.scene.source_names import is_there, may_be_opened
from eurosat_qgis.core.vectors.antimeridian import unrolled

# GDAL's names of geometry types that are, or may hold, polygons.
_POLYGON_KINDS = ("Polygon", "Surface", "Collection", "Unknown")
_LISTED_LAYERS = 5
# Without them GDAL fetches a GML's schema and leaves a .gfs file beside it.
GML_OPTIONS = {"DOWNLOAD_SCHEMA": "NO", "WRITE_GFS": "NO"}


@dataclass(frozen=True)
class VectorLayer:
    """Valid polygons of one layer in its own CRS, None where it states none.

    `notes` tell in a line each what was done to them.
    """

    name: str
    polygons: np.ndarray
    crs: CRS | None
    notes: tuple[str, ...]


def read_layer(source: str) -> VectorLayer:
    """Read the polygons of `FILE`, `FILE|layer` or, as QGIS writes it, `FILE|layername=layer`.

    Polygons that cross or overlap themselves are repaired, other shapes left out. A file without
    shapes, as the cloud mask of a clear product, gives no polygons.

    Raises InputError when the source cannot be read as polygons or leaves its layer open.
    """
    path, layer = file_and_layer(source)
    name = Path(path).name
    read = _read_gml if is_gml(path) else _read
    try:
        meta, wkb = read(path, layer)
        crs = CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    except (DataSourceError, DataLayerError, GeometryError, CRSError, RuntimeError) as error:
        raise InputError(
            f"{name} cannot be read as polygons ({first_line(error)}): give a GeoPackage, "
            "GeoJSON, Shapefile or another vector file."
        ) from error
    polygons, notes = valid_polygons(wkb, crs is not None and crs.is_geographic)
    return VectorLayer(name, polygons, crs, tuple(f"{name}: {note}" for note in notes))


def is_gml(path: str) -> bool:
    """Whether a file is to be read with GML_OPTIONS."""
    return Path(path).suffix.lower() in (".gml", ".xml")


def repaired(polygons: np.ndarray) -> np.ndarray:
    """Valid polygons that cover what `polygons` enclose; what has no area is gone."""
    broken = ~shapely.is_valid(polygons)
    if not broken.any():
        return polygons
    return np.concatenate([polygons[~broken], polygons_in(shapely.make_valid(polygons[broken]))])


def polygons_in(shapes: np.ndarray) -> np.ndarray:
    """The polygons in an array of shapes and collections, those with an area."""
    parts = _parts(shapes)
    polygons = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return polygons[shapely.area(polygons) > 0]


def _parts(shapes: np.ndarray) -> np.ndarray:
    # Collections may hold collections.
    while (shapely.get_type_id(shapes) > shapely.GeometryType.POLYGON).any():
        shapes = shapely.get_parts(shapes)
    return shapes


def file_and_layer(source: str) -> tuple[str, str | int | None]:
    """A file that is there, or GDAL's name of one, and its layer where one is named.

    Raises InputError.
    """
    path, _, options = (source, "", "") if is_there(source) else source.partition("|")
    if not may_be_opened(path):
        raise InputError(f"{path} does not exist: check the path of the vector file.")
    layer: str | int | None = None
    for option in filter(None, options.split("|")):
        # QGIS writes `layername=roads|geometrytype=Polygon|subset=...`.
        key, is_given, value = option.partition("=")
        if not is_given:
            layer = option
        elif key == "layername":
            layer = value
        elif key == "layerid" and value.isdigit():
            layer = int(value)
        elif key == "subset":
            raise InputError(
                f"{Path(path).name} comes with a filter ({value}): save what it leaves as a file."
            )
    return path, layer


def _read(path: str, layer: str | int | None) -> tuple[dict[str, Any], Sequence[bytes | None]]:
    """What is known of a layer, and its shapes as well-known binary."""
    if layer is None:
        layers = pyogrio.list_layers(path)
        if not len(layers):
            return {}, []
        layer = _only_polygon_layer(layers, Path(path).name)
    meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[], force_2d=True)
    return meta, [] if wkb is None else wkb


def _read_gml(path: str, layer: str | int | None) -> tuple[dict[str, Any], Sequence[bytes | None]]:
    """As `_read`, without listing layers, which has no room for GML_OPTIONS."""
    with warnings.catch_warnings():
        warnings.filterwarnings("error", "More than one layer")
        try:
            meta, _, wkb, _ = pyogrio.raw.read(
                path, layer=layer, columns=[], force_2d=True, **GML_OPTIONS
            )
        except UserWarning as several:
            raise InputError(
                f'{Path(path).name} has several layers: name one, as in "{Path(path).name}|LAYER".'
            ) from several
        except IndexError:
            # pyogrio looks for the first of no layers.
            return {}, []
    return meta, [] if wkb is None else wkb


def _only_polygon_layer(layers: Iterable[tuple[str, str | None]], name: str) -> str:
    fitting = [
        str(layer) for layer, kind in layers if kind and any(k in kind for k in _POLYGON_KINDS)
    ]
    if not fitting:
        raise InputError(f"{name} holds no polygons: give a file with polygons.")
    if len(fitting) > 1:
        shown = ", ".join(fitting[:_LISTED_LAYERS])
        more = ", …" if len(fitting) > _LISTED_LAYERS else ""
        raise InputError(
            f"{name} has several layers with polygons ({shown}{more}): name one, as in "
            f'"{name}|{fitting[0]}".'
        )
    return fitting[0]


def valid_polygons(wkb: Sequence[bytes | None], in_degrees: bool) -> tuple[np.ndarray, list[str]]:
    """The polygons in shapes of well-known binary, made valid, and what was done to them."""
    # Coordinates that are no numbers are looked for below.
    with np.errstate(invalid="ignore"):
        shapes = shapely.from_wkb(np.asarray(wkb, object), on_invalid="fix")
    shapes = shapes[~shapely.is_missing(shapes)]
    parts = _parts(shapes[~shapely.is_empty(shapes)])
    polygons = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    notes = []
    if others := len(parts) - len(polygons):
        notes.append(f"{others} of {len(parts)} shapes are points or lines: left out.")
    coordinates, owners = shapely.get_coordinates(polygons, return_index=True)
    sound = np.ones(len(polygons), bool)
    sound[owners[~np.isfinite(coordinates).all(axis=1)]] = False
    if not sound.all():
        notes.append(f"{(~sound).sum()} polygons have coordinates that are no numbers: left out.")
    polygons = polygons[sound]
    if in_degrees:
        # First of all: what jumps over the antimeridian may look invalid.
        as_drawn, polygons = polygons, unrolled(polygons)
        if any(new is not old for new, old in zip(polygons, as_drawn, strict=True)):
            notes.append("edges over 180° long are read as crossing the antimeridian.")
    if broken := int((~shapely.is_valid(polygons)).sum()):
        notes.append(f"{broken} of {len(polygons)} polygons were invalid and have been repaired.")
    return repaired(polygons), notes
