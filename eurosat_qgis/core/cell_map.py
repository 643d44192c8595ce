"""The class of every cell asked for: windows or tiles through the network, as they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, Bundle
from eurosat_qgis.core.dense_choice import DenseChoice, choose_dense
from eurosat_qgis.core.errors import Cancelled
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks import Masks
from eurosat_qgis.core.open_bands import gdal_environment
from eurosat_qgis.core.predictor import BATCH_SIZE, Predictor, load_predictor
from eurosat_qgis.core.read_ahead import read_ahead
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.core.tiles import tiles
from eurosat_qgis.core.windows import CellWindow, Piece, strips

# Pieces read before the network asks for them: a row of windows, or a tile, each.
_READ_AHEAD = 2

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class CellMap:
    """Codes `(rows, cols) uint8`, confidence `(rows, cols)` and, where wanted, probabilities
    `(classes, rows, cols)`, both float32 in 0..1 with NaN where a cell is nodata.

    `masked` `(rows, cols) bool` are the cells that a mask took their class from; `windows` counts
    those classified, `pixels` those read of each band. `dense` tells whether the network ran in its
    dense form, `notes` what the user should know of that.
    """

    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray | None
    masked: np.ndarray
    windows: int
    pixels: int
    dense: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class How:
    """How cells are classified: `max_masked`, `dense` and `window_average` are the request's."""

    max_masked: float
    dense: str
    window_average: int
    keep_probabilities: bool


def classify_cells(
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    bundle: Bundle,
    masks: Masks,
    how: How,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> CellMap:
    """Classify the `wanted` cells, `(rows, cols) bool`; the others stay nodata.

    `on_progress(done, total)` hears of wanted cells after every batch. Raises InputError,
    BundleError, MissingPackageError, or Cancelled when `is_cancelled` says so between two batches.
    """
    total = int(wanted.sum())
    on_progress(0, total)
    stop_if(is_cancelled)
    average = min(how.window_average, grid.window)
    choice = DenseChoice(None)
    if grid.cell < grid.window or average < grid.window:
        choice = choose_dense(how.dense, average, scene, grid, bundle)
    network = choice.network
    limits = (scene, grid, wanted, bundle.card.scaling, masks, how.max_masked)
    pieces = strips(*limits) if network is None else tiles(*limits, network.plan)
    found = _Cells(wanted.shape, bundle, how.keep_probabilities)
    looked_at = windows = pixels = 0
    pending: list[CellWindow] = []
    with read_ahead(pieces, _READ_AHEAD, gdal_environment) as read:
        for piece in read:
            stop_if(is_cancelled)
            predictor = _loaded(bundle, average, piece)
            pending += piece.cells
            found.masked[tuple(np.array(piece.masked, int).reshape(-1, 2).T)] = True
            looked_at += piece.looked_at
            pixels += piece.pixels
            if predictor is not None and network is not None and piece.tile is not None:
                probabilities = predictor.predict_tile(network, piece.tile.values)
                places = np.argwhere(piece.tile.takes)
                at = places + np.array((piece.tile.row, piece.tile.col))
                found.put(at, probabilities[places[:, 0], places[:, 1]])
                windows += len(places)
            while predictor is not None and len(pending) >= BATCH_SIZE:
                stop_if(is_cancelled)
                windows += found.put_windows(pending[:BATCH_SIZE], predictor)
                pending = pending[BATCH_SIZE:]
                on_progress(looked_at - len(pending), total)
            stop_if(is_cancelled)
            on_progress(looked_at - len(pending), total)
    if pending:
        windows += found.put_windows(pending, load_predictor(bundle, average))
    on_progress(total, total)
    return CellMap(
        found.codes,
        found.confidence,
        found.probabilities,
        found.masked,
        windows,
        pixels,
        network is not None,
        choice.notes,
    )


def _loaded(bundle: Bundle, average: int, piece: Piece) -> Predictor | None:
    """The predictor as soon as there is something to classify: TensorFlow takes seconds."""
    seen = piece.cells or piece.tile is not None
    return load_predictor(bundle, average) if seen else None


class _Cells:
    """What is known of each cell so far."""

    def __init__(self, shape: tuple[int, ...], bundle: Bundle, keep_probabilities: bool) -> None:
        classes = bundle.card.classes
        self.codes = np.full(shape, NODATA_CODE, np.uint8)
        self.confidence = np.full(shape, np.nan, np.float32)
        self.masked = np.zeros(shape, bool)
        self.probabilities = (
            np.full((len(classes), *shape), np.nan, np.float32) if keep_probabilities else None
        )
        self._class_codes = np.array([c.code for c in classes], np.uint8)

    def put_windows(self, windows: list[CellWindow], predictor: Predictor) -> int:
        """Classify windows; gives how many."""
        found = predictor.predict(np.stack([window.values for window in windows]))
        self.put(np.array([(window.row, window.col) for window in windows]), found)
        return len(windows)

    def put(self, places: np.ndarray, probabilities: np.ndarray) -> None:
        """Keep the probabilities `(N, classes)` of the cells at `places`, `(N, 2)`."""
        rows, cols = places[:, 0], places[:, 1]
        self.codes[rows, cols] = self._class_codes[probabilities.argmax(axis=1)]
        self.confidence[rows, cols] = probabilities.max(axis=1)
        if self.probabilities is not None:
            self.probabilities[:, rows, cols] = probabilities.T


def stop_if(is_cancelled: IsCancelled) -> None:
    """Raise Cancelled when the user has cancelled."""
    if is_cancelled():
        raise Cancelled("Cancelled: nothing was written.")
