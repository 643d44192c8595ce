"""The cells of one scene classified by the workers of a cluster, a band of rows a task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.cell_map import CellMap, IsCancelled, OnProgress, classify_cells, stop_if
from eurosat_qgis.core.cells import Cells
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.journal import Journal, Progress
from eurosat_qgis.core.limits import limited_network
from eurosat_qgis.core.opened_run import OpenedRun, how_of, opened_run
from eurosat_qgis.core.predictor import load_predictor
from eurosat_qgis.core.request import ClassifyRequest

# A task has about so many cells: enough to be worth opening the scene for, few enough to be done
# again when a worker is lost.
_CELLS_A_TASK = 4096
# Rows that belong together where windows are classified one by one: those moved inward at the
# border, at the smallest cells.
_ROWS_TOGETHER = 8
_WAIT_S = 0.2


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
        network = load_predictor(bundle, average).dense(request.cell) if is_dense else None
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
    futures = {
        client.submit(classify_band, request, band, tile_rows is not None, pure=False): place
        for place, band in bands.items()
    }
    try:
        for future in _as_they_end(futures, is_cancelled):
            place = futures[future]
            band = bands[place]
            found.put_band(band.first, future.result(), Progress(place, 0))
            left -= int(run.wanted[band.first : band.stop].sum())
            on_progress(total - left, total)
    finally:
        client.cancel(list(futures))
    return CellMap.of(found, resumed)


def _as_they_end(futures: dict[Any, int], is_cancelled: IsCancelled) -> Iterator[Any]:
    from distributed import wait

    pending = set(futures)
    while pending:
        stop_if(is_cancelled)
        try:
            ended, pending = wait(pending, timeout=_WAIT_S, return_when="FIRST_COMPLETED")
        except TimeoutError:
            continue
        yield from ended


def _hear_nothing(done: int, total: int) -> None:
    """Progress is told by the band."""


def _go_on() -> bool:
    return False
