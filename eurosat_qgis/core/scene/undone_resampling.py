"""Whether, and how, a product's pixels were brought to another grid, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eurosat_qgis.core.scene.bilinear import SolvedPixels, likeness_to_bilinear
from eurosat_qgis.core.scene.block_pixels import BlockPixels
from eurosat_qgis.core.scene.nearest_neighbour import PutBackPixels, likeness_to_copies
from eurosat_qgis.core.scene.origin import Origin, possible_origins, sampled_windows
from eurosat_qgis.core.scene.pixels import Pixels
from eurosat_qgis.core.scene.scene_grid import SceneGrid, called

# Places an eighth of a pixel off still look so much like those they are from.
_PROMISING = 0.3
_WAYS = (
    ("nearest neighbour", likeness_to_copies, PutBackPixels),
    ("bilinear interpolation", likeness_to_bilinear, SolvedPixels),
)


@dataclass(frozen=True)
class Resampled:
    """How a scene's pixels were made of those at `origin`; `reason` says so to the user."""

    reason: str
    origin: Origin
    _pixels: Callable[[Pixels, SceneGrid, Origin], BlockPixels]

    def undone(self, own: Pixels, grid: SceneGrid) -> BlockPixels:
        """The pixels at the origin, on a `grid` of its, from the scene's `own`."""
        return self._pixels(own, grid, self.origin)


def how_resampled(own: Pixels, grid: SceneGrid) -> Resampled | None:
    """How a scene's `own` pixels were made of a product's, None without a sign of it.

    `grid` is the one that the scene is to be brought to.
    """
    windows = sampled_windows(own)
    for by, likeness, undone in _WAYS:
        for exact, *straightened in possible_origins(grid):
            best = exact, likeness(windows, own, exact)
            if best[1] < _PROMISING:
                continue
            for origin in straightened:
                best = max(best, (origin, likeness(windows, own, origin)), key=lambda one: one[1])
            if best[1] >= 1:
                return Resampled(_reason(by, own, best[0]), best[0], undone)
    return None


def _reason(by: str, own: Pixels, origin: Origin) -> str:
    own_crs, crs = (called(c) for c in (own.grid.crs, origin.crs))
    return f"Pixels in {own_crs} were made by {by} of 10 m in {crs}: brought back to those."
