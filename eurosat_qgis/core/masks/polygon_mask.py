"""A mask of polygons."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize

from eurosat_qgis.core.scene.scene import Scene
from eurosat_qgis.core.vectors.scene_polygons import open_polygons


@dataclass(frozen=True)
class PolygonMask:
    """Hides pixels whose centre lies in a polygon; `tree` holds polygons in the scene's pixels."""

    name: str
    tree: shapely.STRtree
    notes: tuple[str, ...] = ()
    halo: int = 0

    @property
    def description(self) -> str:
        return f"polygons of {self.name}"

    def hides(self, row: int, col: int, numbers: np.ndarray) -> np.ndarray:
        """Which pixels of a window lie in a polygon, `(height, width) bool`."""
        height, width = numbers.shape[:2]
        near = self.tree.query(shapely.box(col, row, col + width, row + height))
        if not len(near):
            return np.zeros((height, width), bool)
        return rasterize(
            ((polygon, 1) for polygon in self.tree.geometries[near]),
            out_shape=(height, width),
            transform=Affine.translation(col, row),
            dtype=np.uint8,
        ).astype(bool)


def open_polygon_mask(source: str, scene: Scene) -> PolygonMask:
    """Read the polygons of `FILE` or `FILE|layer` as a mask. Raises InputError."""
    found = open_polygons(source, scene)
    notes = found.notes
    if not len(found.polygons):
        notes += (f"{found.name} has no polygon in the scene: it masks nothing.",)
    return PolygonMask(found.name, shapely.STRtree(found.polygons), notes)
