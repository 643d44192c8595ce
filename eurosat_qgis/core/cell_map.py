"""The class of every cell asked for: windows through the network, batch by batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, Bundle
from eurosat_qgis.core.errors import Cancelled
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.masks import Masks
from eurosat_qgis.core.predictor import BATCH_SIZE, Predictor, load_predictor
from eurosat_qgis.core.scene import Scene
from eurosat_qgis.core.windows import CellWindow, strips

OnProgress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class CellMap:
    """Codes `(rows, cols) uint8`, confidence `(rows, cols)` and, where wanted, probabilities
    `(classes, rows, cols)`, both float32 in 0..1 with NaN where a cell is nodata.

    `masked` `(rows, cols) bool` are the cells that a mask took their class from; `windows` counts
    those classified, `pixels` those read of each band.
    """

    codes: np.ndarray
    confidence: np.ndarray
    probabilities: np.ndarray | None
    masked: np.ndarray
    windows: int
    pixels: int


def classify_cells(
    scene: Scene,
    grid: Grid,
    wanted: np.ndarray,
    bundle: Bundle,
    masks: Masks,
    max_masked: float,
    keep_probabilities: bool,
    on_progress: OnProgress,
    is_cancelled: IsCancelled,
) -> CellMap:
    """Classify the `wanted` cells, `(rows, cols) bool`; the others stay nodata.

    `on_progress(done, total)` hears of wanted cells after every batch. Raises InputError,
    BundleError, MissingPackageError, or Cancelled when `is_cancelled` says so between two batches.
    """
    card = bundle.card
    codes = np.full(wanted.shape, NODATA_CODE, np.uint8)
    confidence = np.full(wanted.shape, np.nan, np.float32)
    masked = np.zeros(wanted.shape, bool)
    kept = (
        np.full((len(card.classes), *wanted.shape), np.nan, np.float32)
        if keep_probabilities
        else None
    )
    class_codes = np.array([c.code for c in card.classes], np.uint8)
    total = int(wanted.sum())
    looked_at = windows = pixels = 0
    predictor: Predictor | None = None

    def predict(batch: list[CellWindow]) -> None:
        nonlocal predictor, windows
        stop_if(is_cancelled)
        predictor = predictor or load_predictor(bundle)
        stop_if(is_cancelled)
        probabilities = predictor.predict(np.stack([cell.values for cell in batch]))
        rows, cols = [cell.row for cell in batch], [cell.col for cell in batch]
        codes[rows, cols] = class_codes[probabilities.argmax(axis=1)]
        confidence[rows, cols] = probabilities.max(axis=1)
        if kept is not None:
            kept[:, rows, cols] = probabilities.T
        windows += len(batch)

    on_progress(0, total)
    pending: list[CellWindow] = []
    for strip in strips(scene, grid, wanted, card.scaling, masks, max_masked):
        pending += strip.cells
        masked[strip.row, list(strip.masked)] = True
        looked_at += strip.looked_at
        pixels += strip.pixels
        while len(pending) >= BATCH_SIZE:
            predict(pending[:BATCH_SIZE])
            pending = pending[BATCH_SIZE:]
            on_progress(looked_at - len(pending), total)
        stop_if(is_cancelled)
    if pending:
        predict(pending)
    on_progress(total, total)
    return CellMap(codes, confidence, kept, masked, windows, pixels)


def stop_if(is_cancelled: IsCancelled) -> None:
    """Raise Cancelled when the user has cancelled."""
    if is_cancelled():
        raise Cancelled("Cancelled: nothing was written.")
