"""Where the centres of a raster's pixels lie on another grid."""

from __future__ import annotations

import numpy as np
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.scene.scene_grid import placed, to_crs

# Between points so many pixels apart centres are interpolated: over 320 m projections bend by some
# thousandth of a pixel, and PROJ is asked for a thousandth of the points.
_APART = 32


def centres_on(
    crs: CRS,
    transform: Affine,
    rows: range,
    cols: range,
    target: CRS,
    place: Affine,
    pieces: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Columns and rows, `(rows, cols) float`, on the grid of CRS `target` and geotransform `place`
    of the centres of some of a raster's pixels; whole numbers are the corners of that grid's.

    With `pieces`, `(N, 2) int`, the first and the last column of parts of a row, the way is exact
    at both and straight between them. NaN or inf where the way is not known.
    """
    at_rows = np.arange(rows.start, rows.stop + _APART, _APART, dtype=float)
    if pieces is None:
        at_cols = np.arange(cols.start, cols.stop + _APART, _APART, dtype=float)
    else:
        met = pieces[(pieces[:, 1] >= cols.start) & (pieces[:, 0] < cols.stop)]
        at_cols = np.unique(met).astype(float)
    across, down = np.meshgrid(at_cols + 0.5, at_rows + 0.5)
    x, y = to_crs(crs, target, *placed(transform, across.ravel(), down.ravel()))
    of_rows, of_cols = _weights(rows, at_rows), _weights(cols, at_cols)
    found_cols, found_rows = (
        of_rows @ axis.reshape(across.shape) @ of_cols.T for axis in placed(~place, x, y)
    )
    return found_cols, found_rows


def straightened_pieces(width: int, halvings: int) -> np.ndarray:
    """First and last columns, `(N, 2) int`, of a row of pixels halved so many times.

    GDAL's approximating transformer goes straight from the first to the last pixel of a row, and
    where that is more than its tolerance off, of each half of it, and so on (gdaltransformer.cpp,
    GDALApproxTransform).
    """
    pieces = [(0, width - 1)]
    for _ in range(halvings):
        pieces = [half for piece in pieces for half in _halves(*piece)]
    return np.array(pieces)


def _halves(first: int, last: int) -> list[tuple[int, int]]:
    if last - first < 2:
        return [(first, last)]
    middle = first + (last - first) // 2
    return [(first, middle - 1), (middle, last)]


def _weights(places: range, points: np.ndarray) -> np.ndarray:
    """What each of the points, in order, lends to each place between them, `(places, points)`."""
    if len(points) == 1:
        return np.ones((len(places), 1))
    at = np.arange(places.start, places.stop, dtype=float)
    after = np.clip(np.searchsorted(points, at, side="right"), 1, len(points) - 1)
    share = (at - points[after - 1]) / (points[after] - points[after - 1])
    weights = np.zeros((len(places), len(points)))
    which = np.arange(len(places))
    weights[which, after - 1] = 1 - share
    weights[which, after] = share
    return weights
