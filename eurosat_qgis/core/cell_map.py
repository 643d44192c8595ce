"""The class of every cell asked for: windows or tiles through the network, as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.cells import Cells
from eurosat_qgis.core.dense_network import DenseNetwork
from eurosat_qgis.core.errors import Cancelled
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.journal import Journal, Progress
from eurosat_qgis.core.limits import in_threads, limited_gdal, network_threads
from eurosat_qgis.core.masks import Masks
from eurosat_qgis.core.predictor import BATCH_SIZE, Predictor, load_predictor
from eurosat_qgis.core.read_ahead import read_ahead
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.core.tiles import tiles
from eurosat_qgis.core.windows import CellWindow, Piece, strips

# Pieces read before the network asks for them: a row of windows, or a tile, each.
_READ_AHEAD = 2
_TILES_A_THREAD = 2
# Windows wait for a full batch, but not longer than so many pieces: what is before the first that
# waits is done, and need not be done again after a stop.
_LONGEST_WAIT = 16

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class CellMap:
    """Codes `(rows, cols) uint8`, confidence `(rows, cols)` and, where wanted, probabilities
    `(classes, rows, cols)`, both float32 in 0..1 with NaN where a cell is nodata.

    `masked` `(rows, cols) bool` are the cells that a mask took their class from; `windows` counts
    those classified, `pixels` those read of each band, `resumed` the cells that an earlier process
    had done.
    """

    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray | None
    masked: np.ndarray
    windows: int
    pixels: int
    resumed: int = 0

    @classmethod
    def of(cls, cells: Cells, resumed: int) -> CellMap:
        """The map of `cells` that are all classified, `resumed` of them by an earlier process."""
        return cls(
            cells.codes,
            cells.confidence,
            cells.probabilities,
            cells.masked,
            cells.classified,
            cells.pixels,
            resumed,
        )


@dataclass(frozen=True)
class How:
    """How cells are classified: by `network` where it is not None, otherwise window by window.

    The others are the request's.
    """

    max_masked: float
    average: int
    network: DenseNetwork | None
    keep_probabilities: bool
    threads: int | None = None
    memory: int | None = None


def classify_cells(
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    bundle: Bundle,
    masks: Masks,
    how: How,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
    journal: Journal | None = None,
) -> CellMap:
    """Classify the `wanted` cells, `(rows, cols) bool`; the others stay nodata.

    `on_progress(done, total)` hears of wanted cells after every batch. What `journal` holds is not
    done again. Raises InputError, BundleError, MissingPackageError, OutputError, or Cancelled when
    `is_cancelled` says so between two batches.
    """
    total = int(wanted.sum())
    on_progress(0, total)
    stop_if(is_cancelled)
    limits = (scene, grid, wanted, bundle.card.scaling, masks, how.max_masked)
    done = journal.progress if journal else Progress(0, 0)
    pieces = (
        strips(*limits, skip=done.pieces)
        if how.network is None
        else tiles(*limits, how.network, skip=done.pieces)
    )
    found = Cells(wanted.shape, bundle.card.classes, how.keep_probabilities, journal)
    resumed = found.classified
    environment = partial(limited_gdal, how.threads, how.memory)
    waiting: list[_Waiting] = []
    looked_at = 0
    # Each thread of the network takes some tiles, so that they seldom wait for each other.
    at_once = 1 if how.network is None else _TILES_A_THREAD * network_threads()
    with read_ahead(pieces, max(_READ_AHEAD, at_once), environment) as read:
        for places, together in _grouped(read, at_once):
            stop_if(is_cancelled)
            for place, piece in zip(places, together, strict=True):
                found.put_read(piece.masked, piece.pixels)
                looked_at += piece.looked_at
                skipped = done.windows if place == done.pieces else 0
                waiting += [
                    _Waiting(place, order, window)
                    for order, window in enumerate(piece.windows)
                    if order >= skipped
                ]
            if how.network is not None:
                _put_tiles(found, together, how.network, load_predictor(bundle, how.average))
            while waiting and (
                len(waiting) >= BATCH_SIZE or place - waiting[0].piece >= _LONGEST_WAIT
            ):
                stop_if(is_cancelled)
                # Loaded with the first batch: TensorFlow takes seconds, and reading goes on.
                _put_windows(found, waiting[:BATCH_SIZE], load_predictor(bundle, how.average))
                waiting = waiting[BATCH_SIZE:]
                on_progress(looked_at - _cells_of(waiting), total)
            stop_if(is_cancelled)
            found.keep(_progress(waiting, place))
            on_progress(looked_at - _cells_of(waiting), total)
    if waiting:
        _put_windows(found, waiting, load_predictor(bundle, how.average))
    on_progress(total, total)
    return CellMap.of(found, resumed)


@dataclass(frozen=True)
class _Waiting:
    """A window that waits for its batch: the `order`-th of its piece."""

    piece: int
    order: int
    window: CellWindow


def _progress(waiting: list[_Waiting], place: int) -> Progress:
    if waiting:
        return Progress(waiting[0].piece, waiting[0].order)
    return Progress(place + 1, 0)


def _cells_of(waiting: list[_Waiting]) -> int:
    return sum(len(w.window.places) for w in waiting)


def _put_windows(found: Cells, batch: list[_Waiting], predictor: Predictor) -> None:
    probabilities = predictor.predict(np.stack([w.window.values for w in batch]))
    counts = [len(w.window.places) for w in batch]
    places = [place for w in batch for place in w.window.places]
    found.put(np.array(places), probabilities.repeat(counts, axis=0))


def _grouped(pieces: Iterator[Piece], count: int) -> Iterator[tuple[range, list[Piece]]]:
    """`count` pieces at once, and which they are."""
    first = 0
    while together := list(islice(pieces, count)):
        yield range(first, first + len(together)), together
        first += len(together)


def _put_tiles(
    found: Cells, pieces: Sequence[Piece], network: DenseNetwork, predictor: Predictor
) -> None:
    dense = [tile for piece in pieces for tile in piece.tiles]
    computed = in_threads(lambda tile: predictor.predict_tile(network, tile.values), dense)
    for tile, probabilities in zip(dense, computed, strict=True):
        found.put(tile.places, probabilities[tile.outputs[:, 0], tile.outputs[:, 1]])


def stop_if(is_cancelled: IsCancelled) -> None:
    """Raise Cancelled when the user has cancelled."""
    if is_cancelled():
        raise Cancelled("Cancelled: nothing was written.")
