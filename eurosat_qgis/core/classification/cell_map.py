"""The class of every cell asked for: windows or tiles through the network, as they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.classification.cells import Cells
from eurosat_qgis.core.classification.journal import Journal, Progress
from eurosat_qgis.core.classification.read_ahead import read_ahead
from eurosat_qgis.core.classification.tiles import tiles
from eurosat_qgis.core.classification.underway import (
    CellsUnderway,
    WaitingWindow,
    begin_tiles,
    begin_windows,
)
from eurosat_qgis.core.classification.windows import GroundReader, strips
from eurosat_qgis.core.errors import Cancelled
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks.masks import Masks
from eurosat_qgis.core.network.dense_network import DenseNetwork
from eurosat_qgis.core.network.precision import FLOAT32
from eurosat_qgis.core.network.predictor import BATCH_SIZE, load_predictor
from eurosat_qgis.core.scene.gdal_limits import limited_gdal, tiles_cache_mib
from eurosat_qgis.core.scene.scene import Scene

# Pieces read before the network asks for them: a row of windows, or a tile, each.
_READ_AHEAD = 2
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
    precision: str = FLOAT32
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
    reader = GroundReader(scene, grid, bundle.card.scaling, masks, how.max_masked)
    network = how.network
    done = journal.progress if journal else Progress(0, 0)
    pieces = (
        strips(reader, wanted, done.pieces)
        if network is None
        else tiles(reader, wanted, network, done.pieces)
    )
    found = Cells(wanted.shape, bundle.card.classes, how.keep_probabilities, journal)
    resumed = found.classified
    environment = partial(limited_gdal, how.threads, how.memory)
    if network is not None:
        environment = partial(environment, cache_mib=tiles_cache_mib(scene.pixels.bands))
    # Loaded with the first batch: TensorFlow takes seconds, and reading goes on.
    predictor = partial(load_predictor, bundle, how.average, how.precision)
    looked_at = 0
    waiting: list[WaitingWindow] = []
    with read_ahead(pieces, _READ_AHEAD, environment) as read, CellsUnderway(found) as underway:

        def tell() -> None:
            behind = sum(one.cells for one in waiting) + underway.cells
            on_progress(looked_at - behind, total)

        for place, piece in enumerate(read):
            stop_if(is_cancelled)
            found.put_read(piece.masked, piece.pixels)
            looked_at += piece.looked_at
            skipped = done.windows if place == done.pieces else 0
            waiting += [
                WaitingWindow(Progress(place, order), window)
                for order, window in enumerate(piece.windows)
                if order >= skipped
            ]
            if network is not None and piece.tiles:
                underway.add(begin_tiles(predictor(), network, Progress(place, 0), piece.tiles))
            while waiting and (
                len(waiting) >= BATCH_SIZE or place - waiting[0].at.pieces >= _LONGEST_WAIT
            ):
                underway.add(begin_windows(predictor(), waiting[:BATCH_SIZE]))
                waiting = waiting[BATCH_SIZE:]
            while underway.is_full:
                stop_if(is_cancelled)
                underway.finish_first()
                tell()
            undone = underway.at + [one.at for one in waiting[:1]]
            found.keep(min(undone, default=Progress(place + 1, 0)))
            tell()
        if waiting:
            underway.add(begin_windows(predictor(), waiting))
            waiting = []
        while underway:
            stop_if(is_cancelled)
            underway.finish_first()
            tell()
    on_progress(total, total)
    return CellMap.of(found, resumed)


def stop_if(is_cancelled: IsCancelled) -> None:
    """Raise Cancelled when the user has cancelled."""
    if is_cancelled():
        raise Cancelled("Cancelled: nothing was written.")
