"""The cells of one scene classified by the workers of a cluster, a band of rows a task."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.cell_map import (
    CellMap,
    IsCancelled,
    OnProgress,
    classify_cells,
    stop_if,
)
from eurosat_qgis.core.classification.cells import Cells
from eurosat_qgis.core.classification.journal import Journal, Progress
from eurosat_qgis.core.classification.opened_run import OpenedRun, how_of, opened_run
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.network.predictor import load_predictor
from eurosat_qgis.core.network.threads import limited_network

# A task has about so many cells: enough to be worth opening the scene for, few enough to be done
# again when a worker is lost.
_CELLS_A_TASK = 4096
# Rows that belong together where windows are classified one by one: those moved inward at the
# border, at the smallest cells.
_ROWS_TOGETHER = 8
_WAIT_S = 0.2
# Cells of a band that has ended come at once, or their worker is gone.
_LOST_S = 60.0


@dataclass(frozen=True)
class RowBand:
    """Cell rows `[first, stop)` of a run's grid."""

    first: int
    stop: int


@dataclass(frozen=True)
class BandCells:
    """What a worker sends back for a band: cells, no pixels."""

    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray | None
    masked: np.ndarray
    pixels: int


def row_bands(grid: Grid, tile_rows: int | None) -> list[RowBand]:
    """The bands of a grid; they end where tiles do."""
    together = tile_rows or _ROWS_TOGETHER
    wanted_rows = max(1, _CELLS_A_TASK // max(1, grid.cols))
    rows = -(-wanted_rows // together) * together
    edges = range(-(grid.first_row % rows), grid.rows, rows)
    return [RowBand(max(0, edge), min(edge + rows, grid.rows)) for edge in edges]


def classify_band(request: ClassifyRequest, band: RowBand, is_dense: bool) -> BandCells:
    """Classify the cells of a band, in a worker: it opens the scene and loads the bundle itself."""
    bundle = open_bundle(request.model, request.cell)
    with limited_network(request.threads), opened_run(request, bundle) as run:
        wanted = run.wanted.copy()
        wanted[: band.first] = wanted[band.stop :] = False
        average = min(request.window_average, run.grid.window)
        network = None
        if is_dense:
            network = load_predictor(bundle, average, request.precision).dense(run.grid)
        how = how_of(request, run.grid, network)
        found = classify_cells(
            run.scene, run.grid, wanted, bundle, run.masks, how, _hear_nothing, _go_on
        )
    rows = np.s_[band.first : band.stop]
    probabilities = None if found.probabilities is None else found.probabilities[:, rows]
    return BandCells(
        found.codes[rows], found.confidence[rows], probabilities, found.masked[rows], found.pixels
    )


def classify_on_cluster(
    client: Any,
    request: ClassifyRequest,
    run: OpenedRun,
    tile_rows: int | None,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
    journal: Journal | None,
) -> CellMap:
    """Have the workers of a Dask client classify a run's cells; `tile_rows` None: by windows.

    Bands that `journal` holds are not done again. Raises what the workers raise, or Cancelled.
    """
    bundle = open_bundle(request.model, request.cell)
    found = Cells(run.wanted.shape, bundle.card.classes, request.probabilities is not None, journal)
    resumed = found.classified
    done = {record.progress.pieces for record in journal.records} if journal else set()
    bands = {
        place: band
        for place, band in enumerate(row_bands(run.grid, tile_rows))
        if run.wanted[band.first : band.stop].any() and place not in done
    }
    total = int(run.wanted.sum())
    left = sum(int(run.wanted[b.first : b.stop].sum()) for b in bands.values())
    on_progress(total - left, total)

    def submit(place: int) -> Any:
        is_dense = tile_rows is not None
        return client.submit(classify_band, request, bands[place], is_dense, pure=False)

    futures = {submit(place): place for place in bands}
    try:
        while futures:
            for future in _ended(futures, is_cancelled):
                place = futures.pop(future)
                cells = _cells_of(future, is_cancelled)
                if cells is None:
                    futures[submit(place)] = place
                    continue
                band = bands[place]
                found.put_band(band.first, cells, Progress(place, 0))
                left -= int(run.wanted[band.first : band.stop].sum())
                on_progress(total - left, total)
    finally:
        client.cancel(list(futures))
    return CellMap.of(found, resumed)


def _ended(futures: Iterable[Any], is_cancelled: IsCancelled) -> set[Any]:
    """Those of the futures that have ended, one at least."""
    from distributed import wait

    while True:
        stop_if(is_cancelled)
        with suppress(TimeoutError):
            return set(wait(set(futures), timeout=_WAIT_S, return_when="FIRST_COMPLETED").done)


def _cells_of(future: Any, is_cancelled: IsCancelled) -> BandCells | None:
    """What the worker sends; None where it went down with what it had, and nothing comes."""
    until = time.monotonic() + _LOST_S
    while time.monotonic() < until:
        stop_if(is_cancelled)
        with suppress(TimeoutError):
            cells: BandCells = future.result(timeout=_WAIT_S)
            return cells
    return None


def _hear_nothing(done: int, total: int) -> None:
    """Progress is told by the band."""


def _go_on() -> bool:
    return False
