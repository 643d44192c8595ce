"""Maps and references as files, for the tests on finished maps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.outputs.rasters import write_land_cover

UTM = "EPSG:32631"
# Cells of 100 m.
CELLS = Affine(100, 0, 600_000, 0, -100, 5_600_000)
CLASSES = (
    CardClass(1, "Field", "Annual crop", "#ffff00"),
    CardClass(2, "Forest", "Forest & <wood>", "#00aa00"),
    CardClass(7, "Water", "Sea and lake", "#0000ff"),
)


def write_map(
    path: Path,
    codes: Sequence[Sequence[int]] | np.ndarray,
    transform: Affine = CELLS,
    crs: str | None = UTM,
    classes: Sequence[CardClass] = CLASSES,
    **tags: str,
) -> str:
    """A land-cover map of `codes` that names its classes."""
    named = {"CLASSES": json.dumps([asdict(c) for c in classes]), **tags}
    place = None if crs is None else CRS.from_user_input(crs)
    write_land_cover(path, np.array(codes, np.uint8), classes, transform, place, named)
    return str(path)


def write_labelled(
    path: Path,
    shapes: Sequence[shapely.Geometry],
    labels: Sequence[object],
    crs: str | None = UTM,
    **more: Sequence[object],
) -> str:
    """Shapes with their labels in the field `reference`, and further fields."""
    kind = shapes[0].geom_type
    fields = {"reference": labels, **more}
    pyogrio.raw.write(
        path,
        geometry=np.array([shape.wkb for shape in shapes], object),
        field_data=[np.array(values) for values in fields.values()],
        fields=list(fields),
        geometry_type=kind,
        crs=crs,
        layer="reference",
    )
    return str(path)


def write_raster(
    path: Path, values: np.ndarray, transform: Affine, crs: str | None = UTM, **profile: object
) -> str:
    """One band of `values`."""
    rows, cols = values.shape
    with rasterio.open(
        path, "w", driver="GTiff", dtype=values.dtype, count=1, height=rows, width=cols,
        transform=transform, crs=crs, **profile,
    ) as raster:  # fmt: skip
        raster.write(values, 1)
    return str(path)


def at(col: float, row: float) -> shapely.Point:
    """A place in cells, columns and rows from the first corner, as a point on the map."""
    return shapely.Point(*(CELLS @ (col, row)))


def block(col: float, row: float, to_col: float, to_row: float) -> shapely.Polygon:
    """A rectangle in cells as a polygon on the map."""
    left, top = CELLS @ (col, row)
    right, bottom = CELLS @ (to_col, to_row)
    return shapely.box(left, bottom, right, top)
