"""What a reference says of a map's cells: which classes meet, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from eurosat_qgis.core.accuracy.class_table import LEFT_OUT, UNMATCHED
from eurosat_qgis.core.accuracy.left_out import GROUPED_OUT, MAP_NODATA, MAP_UNCERTAIN, NOT_MATCHED
from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN_CODE

POINTS, POLYGONS, RASTER = "points", "polygons", "raster"


@dataclass
class Observations:
    """Pairs of classes on map and reference, `counts` and `areas_m2` `(256, 256)`, map by rows.

    A point counts for itself, a cell of a polygon or raster reference once and with its area (in
    pixels where the map has no place). `left_out` counts points or cells that are in no pair, by
    reason (see the module left_out); `values` counts reference values that were left out or not
    matched, by reason.
    """

    kind: str
    name: str
    counts: np.ndarray
    areas: np.ndarray
    left_out: Counter[str]
    values: Mapping[str, Counter[str]]
    notes: list[str] = field(default_factory=list)
    in_shared_cells: int = 0


def reason_of_reference(code: int) -> str:
    """Why a value with this code of a class table is in no pair; empty when it is."""
    return {UNMATCHED: NOT_MATCHED, LEFT_OUT: GROUPED_OUT}.get(code, "")


def reason_of_map(code: int) -> str:
    """Why a cell with this code of the map is in no pair; empty when it is."""
    return {NODATA_CODE: MAP_NODATA, UNCERTAIN_CODE: MAP_UNCERTAIN}.get(code, "")
