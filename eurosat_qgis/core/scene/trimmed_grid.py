"""Takes the empty margins off a grid that a scene was brought to.

A scene that was turned or reprojected comes with corners of nodata; back in UTM they lie around the
rectangle that it was. Cells begin at the grid's corner, so without its margins the same ground is
cut into the same cells whatever CRS the scene comes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from affine import Affine
from rasterio.windows import Window

from eurosat_qgis.core.scene.pixels import Pixels
from eurosat_qgis.core.scene.scene_grid import SceneGrid

# Margins are looked for in pieces of so many pixels, the blocks of warped scenes.
_PIECE = 256


def trimmed(pixels: Pixels) -> SceneGrid:
    """The grid of `pixels` without the rows and columns at its edges that hold nothing valid.

    An edge that is ragged by a pixel, as resampling leaves it, is cut where it is more than half
    filled. The whole grid where nothing is valid.
    """
    grid = pixels.grid
    top, bottom = _edges(pixels, grid.height, by_rows=True)
    left, right = _edges(pixels, grid.width, by_rows=False)
    if bottom <= top or right <= left:
        return grid
    return replace(
        grid,
        transform=grid.transform @ Affine.translation(left, top),
        width=right - left,
        height=bottom - top,
    )


def _edges(pixels: Pixels, size: int, by_rows: bool) -> tuple[int, int]:
    """First and last (exclusive) row or column that hold valid pixels; (0, 0) when none does."""
    first = _first(pixels, size, by_rows, forward=True)
    if first is None:
        return 0, 0
    last = _first(pixels, size, by_rows, forward=False)
    return first, size if last is None else last + 1


def _first(pixels: Pixels, size: int, by_rows: bool, forward: bool) -> int | None:
    """The first row or column, from one side, that counts as filled."""
    before: list[tuple[int, int]] = []
    for line, count in _counts(pixels, size, by_rows, forward):
        if count:
            before.append((line, count))
        # Two more lines tell a ragged edge from one that is whole.
        if len(before) == 3:
            break
    if not before:
        return None
    return next(line for line, count in before if 2 * count >= before[-1][1])


def _counts(pixels: Pixels, size: int, by_rows: bool, forward: bool) -> Iterator[tuple[int, int]]:
    """`(line, valid pixels)` of rows or columns from one side of the grid."""
    starts = list(range(0, size, _PIECE))
    for start in starts if forward else reversed(starts):
        stop = min(start + _PIECE, size)
        counts = np.zeros(stop - start, int)
        across = pixels.grid.width if by_rows else pixels.grid.height
        for other in range(0, across, _PIECE):
            length = min(_PIECE, across - other)
            window = (
                Window(other, start, length, stop - start)
                if by_rows
                else Window(start, other, stop - start, length)
            )
            counts += pixels.read(window)[1].sum(axis=1 if by_rows else 0)
        lines = range(start, stop)
        for line in lines if forward else reversed(lines):
            yield line, int(counts[line - start])
