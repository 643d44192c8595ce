"""What is known of each cell of a map in the making, kept in the run's journal as it grows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from eurosat_qgis.core.bundle import NODATA_CODE, CardClass
from eurosat_qgis.core.classification.journal import Journal, Progress, Record

# The journal grows by so many cells at a time.
_CELLS_A_RECORD = 1024


class Cells:
    """Codes, confidence, probabilities and masked cells, as `CellMap` has them."""

    def __init__(
        self,
        shape: tuple[int, ...],
        classes: Sequence[CardClass],
        keep_probabilities: bool,
        journal: Journal | None = None,
    ) -> None:
        """Nothing known but what `journal` holds of an earlier process."""
        self.codes = np.full(shape, NODATA_CODE, np.uint8)
        self.confidence = np.full(shape, np.nan, np.float32)
        self.masked = np.zeros(shape, bool)
        self.probabilities = (
            np.full((len(classes), *shape), np.nan, np.float32) if keep_probabilities else None
        )
        self.pixels = 0
        self._class_codes = np.array([c.code for c in classes], np.uint8)
        self._journal = journal
        self._fresh: list[np.ndarray] = []
        self._fresh_masked: list[tuple[int, int]] = []
        self._fresh_pixels = 0
        for record in journal.records if journal else ():
            self._restore(record)

    @property
    def classified(self) -> int:
        """How many cells have a class."""
        return int((self.codes != NODATA_CODE).sum())

    def put(self, places: np.ndarray, probabilities: np.ndarray) -> None:
        """Keep the probabilities `(N, classes)` of the cells at `places`, `(N, 2)`."""
        rows, cols = places[:, 0], places[:, 1]
        self.codes[rows, cols] = self._class_codes[probabilities.argmax(axis=1)]
        self.confidence[rows, cols] = probabilities.max(axis=1)
        if self.probabilities is not None:
            self.probabilities[:, rows, cols] = probabilities.T
        self._fresh.append(places)

    def put_band(self, first: int, band: Any, progress: Progress) -> None:
        """Keep the cells of whole rows from row `first` on, as a worker sent them."""
        places = np.argwhere(band.codes != NODATA_CODE)
        at = places + np.array((first, 0))
        inside, rows = tuple(places.T), tuple(at.T)
        self.codes[rows], self.confidence[rows] = band.codes[inside], band.confidence[inside]
        if self.probabilities is not None and band.probabilities is not None:
            self.probabilities[:, rows[0], rows[1]] = band.probabilities[:, inside[0], inside[1]]
        self._fresh.append(at)
        masked = [(first + int(row), int(col)) for row, col in np.argwhere(band.masked)]
        self.put_read(masked, band.pixels)
        self._append(progress)

    def put_read(self, masked: Sequence[tuple[int, int]], pixels: int) -> None:
        """Keep the cells that a mask took and how many pixels were read to know it."""
        for row, col in masked:
            self.masked[row, col] = True
        self.pixels += pixels
        self._fresh_masked += masked
        self._fresh_pixels += pixels

    def keep(self, progress: Progress) -> None:
        """Have the journal hold what is new, once it is worth it, and how far the run is."""
        if sum(map(len, self._fresh)) >= _CELLS_A_RECORD:
            self._append(progress)

    def _append(self, progress: Progress) -> None:
        if self._journal is None:
            return
        places = np.concatenate(self._fresh)
        rows, cols = places[:, 0], places[:, 1]
        probabilities = (
            np.zeros((len(places), 0), np.float32)
            if self.probabilities is None
            else self.probabilities[:, rows, cols].T
        )
        masked = np.array(self._fresh_masked, int).reshape(-1, 2)
        codes, confidence = self.codes[rows, cols], self.confidence[rows, cols]
        pixels = self._fresh_pixels
        self._journal.append(
            Record(progress, places, codes, confidence, probabilities, masked, pixels)
        )
        self._fresh, self._fresh_masked, self._fresh_pixels = [], [], 0

    def _restore(self, record: Record) -> None:
        rows, cols = record.places[:, 0], record.places[:, 1]
        self.codes[rows, cols] = record.codes
        self.confidence[rows, cols] = record.confidence
        if self.probabilities is not None:
            self.probabilities[:, rows, cols] = record.probabilities.T
        self.masked[record.masked[:, 0], record.masked[:, 1]] = True
        self.pixels += record.pixels
