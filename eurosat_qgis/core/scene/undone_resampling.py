"""Whether, and how, a product's pixels were brought to another grid, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from eurosat_qgis.core.scene.block_pixels import BlockPixels
from eurosat_qgis.core.scene.interpolated import (
    KERNELS,
    SMOOTHER,
    SolvedPixels,
    likeness_to_interpolated,
    roughness_halfway,
)
from eurosat_qgis.core.scene.nearest_neighbour import PutBackPixels, likeness_to_copies
from eurosat_qgis.core.scene.origin import (
    Origin,
    PlacedWindow,
    placed_at,
    possible_origins,
    sampled_windows,
)
from eurosat_qgis.core.scene.pixels import Pixels
from eurosat_qgis.core.scene.scene_grid import SceneGrid, called

# The windows of a scene, placed at an origin.
Placed = Callable[[Origin], list[PlacedWindow]]
# Places an eighth of a pixel off still look so much like those they are from.
_PROMISING = 0.3


@dataclass(frozen=True)
class _Found:
    """A way in which pixels at `origin` may have been resampled, and how much it looks like it."""

    by: str
    origin: Origin
    likeness: float
    pixels: Callable[[Pixels, SceneGrid], BlockPixels]


@dataclass(frozen=True)
class Resampled:
    """How a scene's pixels were made of those at `origin`; `reason` says so to the user.

    `undone` gives those, from the scene's own, on a grid of the origin.
    """

    reason: str
    origin: Origin
    undone: Callable[[Pixels, SceneGrid], BlockPixels]


def how_resampled(own: Pixels, grid: SceneGrid) -> Resampled | None:
    """How a scene's `own` pixels were made of a product's, None without a sign of it.

    `grid` is the one that the scene is to be brought to.
    """
    windows = sampled_windows(own)
    # Looked at by several ways each.
    placed = cache(lambda origin: placed_at(origin, windows, own))
    for ways in (_copied, _interpolated):
        for origins in possible_origins(grid):
            best = max(ways(placed, origins), key=lambda one: one.likeness, default=None)
            if best is not None and best.likeness >= 1:
                own_crs, crs = (called(c) for c in (own.grid.crs, best.origin.crs))
                reason = (
                    f"Pixels in {own_crs} were made by {best.by} of 10 m in {crs}: brought back to "
                    "those."
                )
                return Resampled(reason, best.origin, best.pixels)
    return None


def _copied(placed: Placed, origins: tuple[Origin, ...]) -> Iterator[_Found]:
    for origin, likeness in _promising(lambda o: likeness_to_copies(placed(o)), origins):
        yield _Found("nearest neighbour", origin, likeness, partial(PutBackPixels, origin=origin))


def _interpolated(placed: Placed, origins: tuple[Origin, ...]) -> Iterator[_Found]:
    # Looked at first, since solving for pixels takes longer.
    roughness = [roughness_halfway(placed(origin)) for origin in origins]
    if min(roughness) > SMOOTHER:
        return
    clearest = placed(origins[roughness.index(min(roughness))])
    kernel = max(KERNELS, key=lambda one: likeness_to_interpolated(one, clearest))
    pixels = partial(SolvedPixels, kernel=kernel)
    for origin, likeness in _promising(
        lambda o: likeness_to_interpolated(kernel, placed(o)), origins
    ):
        yield _Found(kernel.name, origin, likeness, partial(pixels, origin=origin))


def _promising(
    likeness_of: Callable[[Origin], float], origins: tuple[Origin, ...]
) -> Iterator[tuple[Origin, float]]:
    """Origins and their likeness: the exact one, and straightened ones where it shows any."""
    exact, *straightened = origins
    likeness = likeness_of(exact)
    yield exact, likeness
    if likeness >= _PROMISING:
        yield from ((origin, likeness_of(origin)) for origin in straightened)
