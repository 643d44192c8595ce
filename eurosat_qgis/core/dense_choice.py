"""Whether a map is made from the dense form of its network or window by window."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.dense_form import CannotBeDense
from eurosat_qgis.core.dense_network import DenseNetwork
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks import Masks
from eurosat_qgis.core.predictor import Predictor, load_predictor
from eurosat_qgis.core.request import DENSE_NAMES, ClassifyRequest
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.core.tiles import read_tile

_AUTO, _ON, _OFF = DENSE_NAMES

# A dense network must give the class of the window alone for this share of the cells whose
# confidence is above the other number...
AGREEMENT, CONFIDENT = 0.995, 0.6
# Scenes of fewer cells are done sooner window by window than they are tried.
_LEAST_CELLS = 4096
# Where in a scene tiles are tried, as shares of its sides, the windows tried of each, and how many
# there must be to tell.
_PLACES = ((0.5, 0.5), (0.25, 0.25), (0.75, 0.75), (0.25, 0.75), (0.75, 0.25))
_WINDOWS_A_TILE, _LEAST_WINDOWS = 96, 64


@dataclass(frozen=True)
class DenseChoice:
    """The dense network to use, None for window by window, and what the user should know of it."""

    network: DenseNetwork | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """How a dense network's classes are those of windows alone, all shares 0..1.

    `confident` is of the windows above CONFIDENT, `shifted` of windows moved by one pixel.
    """

    windows: int
    all_cells: float
    confident: float
    shifted: float

    @property
    def is_enough(self) -> bool:
        """Whether the dense network may stand for windows.

        The cells that differ must be confident ones seldom, and no more than differ by themselves
        when windows are moved by one pixel.
        """
        tried = self.windows >= _LEAST_WINDOWS
        return tried and self.confident >= AGREEMENT and self.all_cells >= self.shifted


def choose_dense(request: ClassifyRequest, scene: Scene, grid: Grid, bundle: Bundle) -> DenseChoice:
    """Choose by the user's option, the network, and, with `auto`, by trying it on the scene.

    What is tried hangs on the whole scene alone, so a part of it gets the map that the whole gets.

    Raises InputError when the model cannot pool over the request's window average.
    """
    option, average = request.dense, min(request.window_average, grid.window)
    if grid.cell >= grid.window and average >= grid.window:
        return DenseChoice(None)
    try:
        predictor = load_predictor(bundle, average)
    except CannotBeDense as error:
        raise InputError(str(error)) from error
    if option == _OFF or grid.cell >= grid.window:
        return DenseChoice(None)
    whole = replace(
        grid,
        first_row=0,
        first_col=0,
        rows=math.ceil(grid.height / grid.cell),
        cols=math.ceil(grid.width / grid.cell),
    )
    if option == _AUTO and whole.rows * whole.cols < _LEAST_CELLS:
        return DenseChoice(None)
    try:
        network = predictor.dense(grid.cell)
    except CannotBeDense as error:
        return DenseChoice(None, (f"{error} Cells are classified window by window, more slowly.",))
    if option == _ON:
        return DenseChoice(network)
    found = likeness(scene, whole, bundle, predictor, network)
    if found.is_enough:
        return DenseChoice(network)
    note = (
        "Cells are classified window by window, more slowly: on this scene the dense form of "
        f"{bundle.card.name} gives the same class for {found.confident:.1%} of the confident "
        f"windows ({AGREEMENT:.1%} are needed)."
    )
    return DenseChoice(None, (note,))


def likeness(
    scene: Scene, grid: Grid, bundle: Bundle, predictor: Predictor, network: DenseNetwork
) -> Likeness:
    """Compare a dense network with windows alone on tiles spread over the whole scene's `grid`."""
    dense: list[np.ndarray] = []
    alone: list[np.ndarray] = []
    moved: list[np.ndarray] = []
    for row, col, cells in _spread_tiles(grid, network.plan.cells):
        piece = read_tile(
            scene, grid, cells, row, col, bundle.card.scaling, Masks(), 1.0, network.plan
        )
        if piece.tile is None:
            continue
        tried = _some_of(piece.tile.takes)
        dense.append(predictor.predict_tile(network, piece.tile.values)[tried[:, 0], tried[:, 1]])
        for offset, into in ((0, alone), (1, moved)):
            corners = tried * grid.cell - network.plan.first
            values = piece.tile.values
            into.append(
                predictor.predict(
                    np.stack(
                        [
                            values[r : r + grid.window, c + offset : c + offset + grid.window]
                            for r, c in corners
                        ]
                    )
                )
            )
    if not dense:
        return Likeness(0, 0.0, 0.0, 0.0)
    probabilities = np.concatenate(alone)
    classes = probabilities.argmax(axis=1)
    same, steady = (np.concatenate(p).argmax(axis=1) == classes for p in (dense, moved))
    confident = probabilities.max(axis=1) > CONFIDENT
    # Without a confident window none can differ.
    sure = float(same[confident].mean()) if confident.any() else 1.0
    return Likeness(len(classes), float(same.mean()), sure, float(steady.mean()))


def _spread_tiles(grid: Grid, side: int) -> Iterator[tuple[int, int, np.ndarray]]:
    """Row and column of tiles spread over a grid, and which of their cells the grid has."""
    rows, cols = -(-grid.rows // side), -(-grid.cols // side)
    places = {(int(down * rows), int(across * cols)): None for down, across in _PLACES}
    for tile_row, tile_col in places:
        row, col = tile_row * side, tile_col * side
        cells = np.zeros((side, side), bool)
        cells[: grid.rows - row, : grid.cols - col] = True
        yield row, col, cells


def _some_of(takes: np.ndarray) -> np.ndarray:
    """Rows and columns of some of the cells that a tile is for, spread evenly, `(N, 2)`."""
    # The last column's windows would leave the tile when they are moved.
    places = np.argwhere(takes[:, :-1])
    chosen = np.linspace(0, len(places) - 1, min(len(places), _WINDOWS_A_TILE)).round()
    return places[chosen.astype(int)]
