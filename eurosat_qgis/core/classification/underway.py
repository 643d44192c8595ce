"""Cells that the network's threads are at, while more are read and those before are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from eurosat_qgis.core.classification.cells import Cells
from eurosat_qgis.core.classification.journal import Progress
from eurosat_qgis.core.classification.windows import CellWindow, DenseTile
from eurosat_qgis.core.network.dense_network import DenseNetwork
from eurosat_qgis.core.network.predictor import Predictor
from eurosat_qgis.core.network.threads import Begun, network_threads

# Calls of the network, for each of its threads, that are begun before the first is asked for.
_AHEAD = 2


@dataclass(frozen=True)
class WaitingWindow:
    """A window to be classified; `at` is how far a run is that has all before it."""

    at: Progress
    window: CellWindow

    @property
    def cells(self) -> int:
        return len(self.window.places)


@dataclass(frozen=True)
class Batch:
    """Cells at `places`, `(N, 2)`, that are computed together; `at` is as a window's.

    `probabilities` makes `(N, classes)` of what the calls give.
    """

    at: Progress
    places: np.ndarray
    calls: Begun[np.ndarray]
    probabilities: Callable[[list[np.ndarray]], np.ndarray]


def begin_windows(predictor: Predictor, waiting: Sequence[WaitingWindow]) -> Batch:
    """Have the network begin with windows."""
    counts = [one.cells for one in waiting]
    places = np.array([place for one in waiting for place in one.window.places])
    calls = predictor.begin(np.stack([one.window.values for one in waiting]))
    return Batch(
        waiting[0].at,
        places,
        calls,
        lambda found: np.concatenate(found).repeat(counts, axis=0),
    )


def begin_tiles(
    predictor: Predictor, network: DenseNetwork, at: Progress, tiles: Sequence[DenseTile]
) -> Batch:
    """Have a dense network begin with tiles."""
    calls = predictor.begin_tiles(network, [tile.values for tile in tiles])
    outputs = [(tile.outputs[:, 0], tile.outputs[:, 1]) for tile in tiles]
    return Batch(
        at,
        np.concatenate([tile.places for tile in tiles]),
        calls,
        lambda found: np.concatenate(
            [of_tile[chosen] for of_tile, chosen in zip(found, outputs, strict=True)]
        ),
    )


class CellsUnderway:
    """Batches in the order in which they were begun; none begins after the block has ended."""

    def __init__(self, found: Cells) -> None:
        """Finished batches are put into `found`."""
        self._found = found
        self._batches: deque[Batch] = deque()

    def __enter__(self) -> CellsUnderway:
        return self

    def __exit__(self, *_error: object) -> None:
        for batch in self._batches:
            batch.calls.drop()

    def __len__(self) -> int:
        """How many batches."""
        return len(self._batches)

    @property
    def cells(self) -> int:
        """How many cells."""
        return sum(len(batch.places) for batch in self._batches)

    @property
    def at(self) -> list[Progress]:
        """How far a run is that has all before each batch."""
        return [batch.at for batch in self._batches]

    @property
    def is_full(self) -> bool:
        """Whether the threads have enough to do without the first batch."""
        calls = sum(len(batch.calls) for batch in islice(self._batches, 1, None))
        return calls >= _AHEAD * network_threads()

    def add(self, batch: Batch) -> None:
        self._batches.append(batch)

    def finish_first(self) -> None:
        """Wait for the first batch and keep what the network says. Raises what its work raises."""
        batch = self._batches.popleft()
        self._found.put(batch.places, batch.probabilities(batch.calls.results()))
