"""Polygons in degrees that cross the antimeridian."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely


def unrolled(polygons: np.ndarray) -> np.ndarray:
    """Polygons in degrees, those whose rings jump from 179° to -179° going on to 181° instead.

    An edge of more than 180° is taken for such a jump, as nobody draws one; those of exactly 360°
    stay, as of a rectangle around the world. The others come back as they are.
    """
    start, stop = edges(polygons)
    if not (np.abs(stop[:, 0] - start[:, 0]) > 180).any():
        return polygons
    return np.array([_unrolled(polygon) for polygon in polygons], object)


def _unrolled(polygon: Any) -> Any:
    rings = [np.asarray(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
    turns = [_turns(ring) for ring in rings]
    if not any(turn.any() for turn in turns):
        return polygon
    shell, *holes = [
        ring + np.outer(360 * turn, (1, 0)) for ring, turn in zip(rings, turns, strict=True)
    ]
    middle = _middle(shell)
    around = [np.add(hole, (360 * np.round((middle - _middle(hole)) / 360), 0)) for hole in holes]
    return shapely.Polygon(shell, around)


def _middle(ring: np.ndarray) -> float:
    return float(ring[:, 0].min() + ring[:, 0].max()) / 2


def _turns(ring: np.ndarray) -> np.ndarray:
    """By how many turns around the earth each point of a ring in degrees is to be moved on."""
    steps = np.diff(ring[:, 0])
    # An edge of 360° is that of a rectangle around the world.
    jumps = (np.abs(steps) > 180) & (np.abs(steps) < 360 - 1e-9)
    turns = np.concatenate([[0.0], np.cumsum(np.where(jumps, -np.sign(steps), 0.0))])
    # A ring around a pole does not close; it stays as it is.
    return turns if turns[-1] == 0 else np.zeros(len(ring))


def edges(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the edges of polygons start and stop, `(N, 2)` each."""
    points, ring = shapely.get_coordinates(shapely.get_rings(polygons), return_index=True)
    same = ring[1:] == ring[:-1]
    return points[:-1][same], points[1:][same]
