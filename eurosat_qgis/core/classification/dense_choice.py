"""Whether a map is made from the dense form of its network or window by window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.classification.request import DENSE_NAMES, ClassifyRequest
from eurosat_qgis.core.classification.tiles import read_tile
from eurosat_qgis.core.classification.windows import GroundReader
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks.masks import Masks
from eurosat_qgis.core.network.dense_form import CannotBeDense
from eurosat_qgis.core.network.dense_network import DenseNetwork
from eurosat_qgis.core.network.dense_plan import TilePlan
from eurosat_qgis.core.network.predictor import Predictor, load_predictor
from eurosat_qgis.core.scene.scene import Scene

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
# Below this share of the confident windows of the first tiles the others are not tried.
_HOPELESS = 0.9
_ONE_RIGHT = np.array((0, 1))


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

    With `auto`, a network that sees no further than its window needs no trial; others are tried on
    the whole scene, so that a part of it gets the map that the whole gets.

    Raises InputError when the model cannot pool over the request's window average.
    """
    option, average = request.dense, min(request.window_average, grid.window)
    if grid.cell >= grid.window and average >= grid.window:
        return DenseChoice(None)
    try:
        predictor = load_predictor(bundle, average, request.precision)
    except CannotBeDense as error:
        raise InputError(str(error)) from error
    if option == _OFF or grid.cell >= grid.window:
        return DenseChoice(None)
    whole = grid.of_whole_scene()
    untried = option == _ON or predictor.sees_windows_alone()
    if not untried and whole.rows * whole.cols < _LEAST_CELLS:
        return DenseChoice(None)
    try:
        network = predictor.dense(grid)
    except CannotBeDense as error:
        return DenseChoice(None, (f"{error} Cells are classified window by window, more slowly.",))
    if untried:
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
    tried: list[_Tried] = []
    reader = GroundReader(scene, grid, bundle.card.scaling, Masks(), max_masked=1.0)
    plan = network.plan
    for row, col, cells in _spread_tiles(grid, plan):
        piece = read_tile(reader, cells, row, col, network)
        whole = [tile for tile in piece.tiles if tile.values.shape[:2] == plan.shape]
        if not whole:
            continue
        places = _some_of(whole[0].outputs, plan.cols.cells)
        values = whole[0].values
        found = predictor.predict_tile(network, values)[places[:, 0], places[:, 1]]
        corners = places * grid.cell - np.array((plan.rows.first, plan.cols.first))
        alone = predictor.predict(_windows(values, corners, grid.window))
        tried.append(_Tried(values, corners, found.argmax(axis=1), alone))
        enough = sum(len(t.dense) for t in tried) >= _LEAST_WINDOWS
        if enough and _confident_share(tried) < _HOPELESS:
            break
    if not tried:
        return Likeness(0, 0.0, 0.0, 0.0)
    same = np.concatenate([t.same(t.dense) for t in tried])
    sure = _confident_share(tried)
    # Windows are moved only where that can still matter.
    steady = 1.0
    if sure >= AGREEMENT:
        moved = [
            predictor.predict(_windows(t.values, t.corners + _ONE_RIGHT, grid.window))
            for t in tried
        ]
        again = [t.same(m.argmax(axis=1)) for t, m in zip(tried, moved, strict=True)]
        steady = float(np.concatenate(again).mean())
    return Likeness(len(same), float(same.mean()), sure, steady)


@dataclass(frozen=True)
class _Tried:
    """A tile, the corners of some windows in it, and what both ways say of them."""

    values: np.ndarray
    corners: np.ndarray
    dense: np.ndarray
    alone: np.ndarray

    def same(self, classes: np.ndarray) -> np.ndarray:
        """Where `classes` are those of the windows alone."""
        return np.asarray(self.alone.argmax(axis=1) == classes)


def _confident_share(tried: list[_Tried]) -> float:
    """The share of confident windows that have their class in the dense form too."""
    same = np.concatenate([t.same(t.dense) for t in tried])
    confident = np.concatenate([t.alone.max(axis=1) > CONFIDENT for t in tried])
    # Without a confident window none can differ.
    return float(same[confident].mean()) if confident.any() else 1.0


def _windows(values: np.ndarray, corners: np.ndarray, side: int) -> np.ndarray:
    return np.stack([values[row : row + side, col : col + side] for row, col in corners])


def _spread_tiles(grid: Grid, plan: TilePlan) -> Iterator[tuple[int, int, np.ndarray]]:
    """Row and column of tiles spread over a grid, and which of their cells the grid has."""
    down, across = plan.rows.cells, plan.cols.cells
    rows, cols = -(-grid.rows // down), -(-grid.cols // across)
    places = {(int(low * rows), int(right * cols)): None for low, right in _PLACES}
    for tile_row, tile_col in places:
        row, col = tile_row * down, tile_col * across
        cells = np.zeros((down, across), bool)
        cells[: grid.rows - row, : grid.cols - col] = True
        yield row, col, cells


def _some_of(outputs: np.ndarray, columns: int) -> np.ndarray:
    """Rows and columns of some of the cells that a tile is for, spread evenly, `(N, 2)`."""
    # The last column's windows would leave the tile when they are moved.
    places = outputs[outputs[:, 1] < columns - 1]
    chosen = np.linspace(0, len(places) - 1, min(len(places), _WINDOWS_A_TILE)).round()
    return places[chosen.astype(int)]
