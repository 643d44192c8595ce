"""Polygons of any CRS in the pixels of a scene."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import rasterio.warp
import shapely
from affine import Affine

# What PROJ's refusals are raised as; it has no public name.
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.raster_view import PlacedPixels
from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.vectors.antimeridian import edges
from eurosat_qgis.core.vectors.vector_layer import polygons_in, read_layer, repaired

# Edges are split until no point of them falls further than this, in pixels, from the straight line
# that stands for them.
_TOLERANCE = 0.05
_MOST_ROUNDS = 20
# Points along each side of the scene that tell where it lies in another CRS, and the share by
# which that place is widened.
_POINTS_A_SIDE = 65
_MARGIN = 0.05

Move = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class ScenePolygons:
    """The parts of a layer's polygons that lie in a scene, in its pixels: x columns, y rows.

    They may overlap. `beyond` tells whether there is more of them outside the scene, `is_empty`
    whether the layer holds none at all; `notes` tell in a line each what was done to them.
    """

    name: str
    polygons: np.ndarray
    beyond: bool
    is_empty: bool
    notes: tuple[str, ...]


def open_polygons(source: str, scene: Scene) -> ScenePolygons:
    """Read the polygons of `FILE` or `FILE|layer` and bring them to the scene.

    A layer that states no CRS is taken to be in the scene's. Edges are straight in the layer's own
    CRS. Raises InputError when that cannot be done.
    """
    layer = read_layer(source)
    name, crs, notes = layer.name, layer.crs, list(layer.notes)
    polygons = layer.polygons
    if not len(polygons):
        return ScenePolygons(name, polygons, False, True, layer.notes)
    if crs is None and scene.crs is not None:
        notes.append(f"{name} states no CRS: its coordinates are taken for the scene's.")
    elif crs is not None and scene.crs is None:
        raise InputError(
            f"{name} has a CRS and the scene has none: give the scene its place on the map."
        )
    try:
        inside, beyond = polygons_in_pixels(polygons, crs, scene)
    except CPLE_BaseError as error:
        raise InputError(
            f"{name} cannot be brought to the scene's CRS ({error}): check the CRS of both."
        ) from error
    return ScenePolygons(name, inside, beyond, False, tuple(notes))


def polygons_in_pixels(
    polygons: np.ndarray, crs: CRS | None, scene: PlacedPixels
) -> tuple[np.ndarray, bool]:
    """The parts of polygons that lie in a scene, in its pixels; whether there is more of them.

    Raises InputError, or what PROJ raises.
    """
    beyond = False
    move = _through(~scene.transform)
    if crs is not None and crs != scene.crs:
        near = _near_the_scene(polygons, crs, scene)
        beyond = _is_less(near, polygons)
        move = _between(crs, scene.crs, ~scene.transform)
        polygons = _with_straightedges(near, move)
    moved = shapely.transform(polygons, move)
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        raise InputError("The polygons reach beyond what the scene's CRS can show: cut them first.")
    placed = repaired(moved)
    cut = shapely.intersection(placed, shapely.box(0, 0, scene.width, scene.height))
    inside = polygons_in(cut)
    return inside, beyond or _is_less(inside, placed)


def _is_less(part: np.ndarray, whole: np.ndarray) -> bool:
    return float(shapely.area(part).sum()) < float(shapely.area(whole).sum()) * (1 - 1e-9)


def _through(affine: Affine) -> Move:
    linear = np.array([[affine.a, affine.d], [affine.b, affine.e]])
    return lambda xy: xy @ linear + (affine.c, affine.f)


def _between(source: CRS, target: CRS | None, then: Affine) -> Move:
    finish = _through(then)

    def move(xy: np.ndarray) -> np.ndarray:
        if not len(xy):
            return xy
        x, y = rasterio.warp.transform(source, target, xy[:, 0], xy[:, 1])
        return finish(np.column_stack([x, y]))

    return move


def _near_the_scene(polygons: np.ndarray, crs: CRS, scene: PlacedPixels) -> np.ndarray:
    """What of `polygons` lies around the scene: elsewhere projections may not reach."""
    cols = np.linspace(0, scene.width, _POINTS_A_SIDE)
    rows = np.linspace(0, scene.height, _POINTS_A_SIDE)
    pixels = np.stack(np.meshgrid(cols, rows), axis=-1).reshape(-1, 2)
    places = _through(scene.transform)(pixels)
    x, y = map(np.asarray, rasterio.warp.transform(scene.crs, crs, places[:, 0], places[:, 1]))
    turns = [0.0]
    if crs.is_geographic:
        # Longitudes count from the scene's middle, so that the antimeridian is no edge to it.
        middle = x[len(x) // 2]
        x = (x - middle + 180) % 360 - 180 + middle
        turns = [-360.0, 0.0, 360.0]
    left, right = x.min(), x.max()
    bottom, top = y.min(), y.max()
    wide, high = _MARGIN * (right - left), _MARGIN * (top - bottom)
    around = shapely.box(left - wide, bottom - high, right + wide, top + high)
    shapely.prepare(around)
    copies = [shapely.transform(polygons, _through(Affine.translation(t, 0))) for t in turns]
    return polygons_in(shapely.intersection(np.concatenate(copies), around))


def _with_straightedges(polygons: np.ndarray, move: Move) -> np.ndarray:
    """`polygons` with more points, so that edges stay in their place when their ends are moved."""
    for _ in range(_MOST_ROUNDS):
        start, stop = edges(polygons)
        if not len(start):
            break
        bent = max(
            np.abs(
                move(start + t * (stop - start)) - _between_ends(move(start), move(stop), t)
            ).max()
            for t in (1 / 3, 2 / 3)
        )
        if bent <= _TOLERANCE:
            break
        longest = np.hypot(*(stop - start).T).max()
        # The bend of an edge grows with the square of its length.
        share = np.sqrt(_TOLERANCE / bent) if np.isfinite(bent) else 0.0
        polygons = shapely.segmentize(polygons, longest * np.clip(share, 0.1, 0.9))
    return polygons


def _between_ends(start: np.ndarray, stop: np.ndarray, share: float) -> np.ndarray:
    return start + share * (stop - start)
