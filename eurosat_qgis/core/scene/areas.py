"""Areas in m² of pixels, cells and polygons, from the scene's own grid."""

from __future__ import annotations

import numpy as np
from affine import Affine
from rasterio.crs import CRS

# WGS 84 (EPSG:7030): semi-major axis in m and flattening.
SEMI_MAJOR = 6378137.0
FLATTENING = 1 / 298.257223563


def pixel_row_areas(crs: CRS, transform: Affine, height: int, width: int) -> np.ndarray:
    """Area in m² of one pixel of each row, `(height,) float64`.

    In a projected CRS it is the plane area in the CRS's own unit brought to metres; in a
    geographic one the area on the WGS 84 ellipsoid between the row's parallels.
    """
    if not crs.is_geographic:
        metres = float(crs.linear_units_factor[1])
        return np.full(height, abs(transform.determinant) * metres**2)
    edges = np.array([(transform @ (width / 2, row))[1] for row in range(height + 1)])
    return np.abs(np.diff(_area_to_parallel(edges))) * np.radians(abs(transform.a))


def areas_where_placed(
    crs: CRS | None, transform: Affine, height: int, width: int
) -> np.ndarray | None:
    """The same for pixels that may have no place on the map: then None."""
    placed = crs and (crs.is_projected or crs.is_geographic)
    if not placed or transform == Affine.identity():
        return None
    return pixel_row_areas(crs, transform, height, width)


def _area_to_parallel(latitude: np.ndarray) -> np.ndarray:
    """Area in m² per radian of longitude between the equator and parallels given in degrees.

    Snyder, Map Projections: A Working Manual (USGS PP 1395), eq. 3-12, times a²/2.
    """
    e2 = FLATTENING * (2 - FLATTENING)
    e = np.sqrt(e2)
    sine = np.sin(np.radians(latitude))
    q = (1 - e2) * (sine / (1 - e2 * sine**2) + np.arctanh(e * sine) / e)
    return SEMI_MAJOR**2 / 2 * q
