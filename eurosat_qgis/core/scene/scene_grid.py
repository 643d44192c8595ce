"""The grid on which a scene is read: its own where it fits, else 10 m in the local UTM zone."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from affine import Affine
from numpy.typing import ArrayLike
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.warp import transform as transform_points

from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.scene.areas import FLATTENING, SEMI_MAJOR

PIXEL_M = 10.0
# Pixels whose sides are within this share of 10 m on the ground are used as they are: a UTM zone's
# own scale differs by up to 1 %, that of national grids by more.
_AS_THEY_ARE = 0.05
# Enlarged by more than these, pixels are warned about or refused; a hair for a projection's scale.
_DOUBTFUL, _REFUSED, _HAIR = 2.0, 6.0, 1.01
_FINEST_M = 1.0
# A corner this near to a multiple of 10 m, in pixels, lies on it: coordinates come rounded.
_ON_GRID = 1e-3
# Degrees from the central meridian beyond which a UTM zone's metres are more than 2 % off.
_WIDEST = 11.0
# Points along each side of the outline that is brought to another CRS.
_ALONG = 21
_LARGEST = 500_000
WGS84 = CRS.from_epsg(4326)


@dataclass(frozen=True)
class SceneGrid:
    """A grid of `width` x `height` pixels. `as_it_is` means the scene's own, pixel for pixel.

    `exact`: every pixel is one of the scene's, only turned. `enlarged` is how many times wider the
    scene's pixels are than the grid's. `reason` says what is done and why.
    """

    crs: CRS | None
    transform: Affine
    width: int
    height: int
    reason: str
    as_it_is: bool = True
    exact: bool = True
    enlarged: float = 1.0
    warnings: tuple[str, ...] = ()


def grid_of(
    crs: CRS | None,
    transform: Affine,
    width: int,
    height: int,
    forced: bool = False,
    name: str = "the scene",
    before: CRS | None = None,
) -> SceneGrid:
    """Choose the grid for a scene of this CRS and geotransform; `forced` enlarges at any rate.

    `name` is what messages call it. `before` is the CRS that its pixels were in, where that is
    known.

    Raises InputError when the scene cannot be brought to 10 m: pixels too large, a place on no map.
    """
    if max(width, height) > _LARGEST:
        raise InputError(
            f"The scene has {width} x {height} pixels, more than any product: cut out a part."
        )
    own = SceneGrid(crs, transform, width, height, "Pixels as they are.")
    if not crs or transform == Affine.identity() or not (crs.is_projected or crs.is_geographic):
        return SceneGrid(crs, transform, width, height, "No place on the map: pixels as they are.")
    if not transform.determinant:
        raise InputError("The scene's geotransform has pixels without area: georeference it anew.")
    across, down, lon, lat = _ground_size(crs, transform, width, height)
    metric = crs.is_projected and math.isclose(crs.linear_units_factor[1], 1.0, rel_tol=1e-9)
    fits = all(abs(size / PIXEL_M - 1) <= _AS_THEY_ARE for size in (across, down))
    if metric and fits:
        if transform.b == transform.d == 0 and transform.a > 0 > transform.e:
            return own
        if turned := _turned(crs, transform, width, height):
            return turned
    largest, smallest = max(across, down), min(across, down)
    enlarged = largest / PIXEL_M
    shown = (
        f"{across:.4g} m"
        if math.isclose(across, down, rel_tol=0.01)
        else (f"{across:.4g} x {down:.4g} m")
    )
    if smallest < _FINEST_M and not forced:
        raise InputError(
            f"Pixels of {name} are {shown} wide, too fine for a Sentinel-2 scene: average "
            "them to 10 m first."
        )
    if enlarged > _REFUSED * _HAIR and not forced:
        raise InputError(
            f"Pixels of {name} are {shown} wide, {enlarged:.1f} times the 10 m that the network "
            "saw: give finer data, or force it with --force (FORCE in QGIS)."
        )
    target = before or _target(crs, lon, lat)
    left, bottom, right, top = _bounds(crs, transform, width, height, target, lon)
    cols, rows = _pixels(left, right), _pixels(bottom, top)
    place = Affine(PIXEL_M, 0, left, 0, -PIXEL_M, top)
    if max(cols, rows) > _LARGEST:
        raise InputError(f"At 10 m the scene has {cols} x {rows} pixels: cut out a part.")
    return SceneGrid(
        target,
        place,
        cols,
        rows,
        f"Pixels of {shown} in {called(crs)} are brought to 10 m in {called(target)}.",
        as_it_is=False,
        exact=_coincide(crs, transform, target, place, cols, rows),
        enlarged=enlarged,
        warnings=(_doubt(shown, enlarged),) if enlarged > _DOUBTFUL * _HAIR else (),
    )


def _doubt(shown: str, enlarged: float) -> str:
    return (
        f"Pixels are {shown} wide and were enlarged {enlarged:.1f} times: the network knows finer "
        "patterns; do not trust the map's detail."
    )


def _ground_size(
    crs: CRS, transform: Affine, width: int, height: int
) -> tuple[float, float, float, float]:
    """Sides in m of the pixel at the scene's centre on the WGS 84 ellipsoid, and its lon, lat.

    The radii of curvature are those of Snyder, Map Projections (USGS PP 1395), eq. 4-18, 4-20.
    """
    col, row = width / 2, height / 2
    points = [transform @ p for p in ((col, row), (col + 1, row), (col, row + 1))]
    lons, lats = to_crs(crs, WGS84, [p[0] for p in points], [p[1] for p in points])
    if not (np.isfinite(lons).all() and np.isfinite(lats).all() and (abs(lats) <= 90).all()):
        raise InputError(
            "The scene's coordinates lie outside its CRS: check the CRS and the geotransform."
        )
    e2 = FLATTENING * (2 - FLATTENING)
    lat = math.radians(lats[0])
    w = math.sqrt(1 - e2 * math.sin(lat) ** 2)
    north, east = SEMI_MAJOR * (1 - e2) / w**3, SEMI_MAJOR / w * math.cos(lat)
    steps = [
        math.hypot(
            math.radians((lons[i] - lons[0] + 180) % 360 - 180) * east,
            math.radians(lats[i] - lats[0]) * north,
        )
        for i in (1, 2)
    ]
    if not all(steps):
        raise InputError("The scene's pixels have no area on the ground: georeference it anew.")
    return steps[0], steps[1], float((lons[0] + 180) % 360 - 180), float(lats[0])


def _turned(crs: CRS, transform: Affine, width: int, height: int) -> SceneGrid | None:
    """The grid north up over a scene that is mirrored or turned by quarters; None when it is not.

    Its pixels are the scene's own, in another order.
    """
    straight = transform.b == transform.d == 0
    if not straight and not transform.a == transform.e == 0:
        return None
    corners = [transform @ corner for corner in ((0, 0), (width, height))]
    left, top = min(c[0] for c in corners), max(c[1] for c in corners)
    across, down = (
        (abs(transform.a), abs(transform.e)) if straight else (abs(transform.b), abs(transform.d))
    )
    cols, rows = (width, height) if straight else (height, width)
    return SceneGrid(
        crs,
        Affine(across, 0, left, 0, -down, top),
        cols,
        rows,
        "Rows or columns run another way than north up: turned, pixel for pixel.",
        as_it_is=False,
    )


def _target(crs: CRS, lon: float, lat: float) -> CRS:
    """WGS 84 / UTM of the zone at lon, lat, or the scene's own zone; UPS around the poles."""
    code = crs.to_epsg() if crs.is_projected else None
    if code and (32601 <= code <= 32660 or 32701 <= code <= 32760):
        return crs
    if not -80 <= lat <= 84:
        return CRS.from_epsg(5041 if lat > 0 else 5042)
    zone = min(60, int((lon + 180) // 6) + 1)
    return CRS.from_epsg((32600 if lat >= 0 else 32700) + zone)


def _bounds(
    crs: CRS, transform: Affine, width: int, height: int, target: CRS, lon: float
) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a scene in `target`, widened to multiples of 10 m."""
    steps = np.linspace(0, 1, _ALONG)
    cols = np.concatenate([steps, steps, 0 * steps, 0 * steps + 1]) * width
    rows = np.concatenate([0 * steps, 0 * steps + 1, steps, steps]) * height
    x, y = placed(transform, cols, rows)
    lons, _ = to_crs(crs, WGS84, x, y)
    too_wide = float(np.ptp((lons - lon + 180) % 360)) > 2 * _WIDEST
    if too_wide and target.to_epsg() not in (5041, 5042):
        raise InputError(
            "The scene is too wide for one UTM zone: cut out a part of at most 20 degrees, or "
            "reproject it to 10 m in a CRS of your own."
        )
    east, north = to_crs(crs, target, x, y)
    if not (np.isfinite(east).all() and np.isfinite(north).all()):
        raise InputError(
            f"The scene's outline cannot be brought to {called(target)}: check its CRS and "
            "geotransform, or cut out a part."
        )
    return (
        _down(east.min()) * PIXEL_M,
        _down(north.min()) * PIXEL_M,
        -_down(-east.max()) * PIXEL_M,
        -_down(-north.max()) * PIXEL_M,
    )


def _coincide(
    crs: CRS, transform: Affine, target: CRS, place: Affine, cols: int, rows: int
) -> bool:
    """Whether every pixel of the target grid is one of the scene's, but for rounding.

    So it is in CRS that differ by their unit alone.
    """
    steps = np.linspace(0, 1, 5)
    across, down = (
        axis.ravel()
        for axis in np.meshgrid(np.round(steps * (cols - 1)), np.round(steps * (rows - 1)))
    )
    x, y = to_crs(target, crs, *placed(place, across + 0.5, down + 0.5))
    col, row = placed(~transform, x, y)
    return bool(
        np.isfinite(col).all()
        and (abs(col - across - 0.5 - round(col[0] - across[0] - 0.5)) < _ON_GRID).all()
        and (abs(row - down - 0.5 - round(row[0] - down[0] - 0.5)) < _ON_GRID).all()
    )


def _down(metres: float) -> float:
    return math.floor(metres / PIXEL_M + _ON_GRID)


def _pixels(start: float, stop: float) -> int:
    return max(1, round((stop - start) / PIXEL_M))


def placed(transform: Affine, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points `(N,)` brought through a geotransform."""
    return (
        transform.a * x + transform.b * y + transform.c,
        transform.d * x + transform.e * y + transform.f,
    )


def to_crs(source: CRS, target: CRS, x: ArrayLike, y: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates brought to another CRS, inf where it has none. Raises InputError when no way."""
    try:
        found = transform_points(source, target, np.ravel(x).tolist(), np.ravel(y).tolist())
    # PROJ's own errors arrive as these.
    except (RasterioError, ValueError) as error:
        raise InputError(
            f"Coordinates in {called(source)} cannot be brought to {called(target)} "
            f"({first_line(error)}): check the scene's CRS."
        ) from error
    return np.asarray(found[0], float), np.asarray(found[1], float)


def called(crs: CRS | None) -> str:
    """What messages call a CRS."""
    code = crs.to_epsg() if crs else None
    return f"EPSG:{code}" if code else "its own CRS"
