"""One cell of a map looked at closely: its window as the network sees it, and its probabilities."""

from __future__ import annotations

import base64
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from affine import Affine

from eurosat_qgis.core.bundle import Card, open_bundle
from eurosat_qgis.core.classification.opened_run import opened_scene
from eurosat_qgis.core.classification.request import CELL_SIZES
from eurosat_qgis.core.classification.windows import GroundReader, strips
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid, grid_over
from eurosat_qgis.core.network.predictor import load_predictor
from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES, Reading

# Shown as red, green and blue where the network reads them.
SHOWN_BANDS = ("B04", "B03", "B02")


@dataclass(frozen=True)
class InspectRequest:
    """A cell to look at: the one of `cell` pixels that holds the point `x`, `y` in the CRS of the
    map. The other fields are those of ClassifyRequest.

    Raises InputError on an option that cannot be used.
    """

    scene: str
    x: float
    y: float
    model: Path | None = None
    cell: int = 64
    bands: str = "auto"
    scaling: str = "auto"
    atmosphere: str = "auto"
    resampling: str = RESAMPLING_NAMES[0]
    border_fill: str = "auto"
    force: bool = False
    elevation: float | None = None
    mask: str | None = None
    scl: str | None = None
    mask_classes: str | None = None
    cloud_screen: bool = False
    max_masked: float = 0.5

    def __post_init__(self) -> None:
        if self.cell not in CELL_SIZES:
            sizes = ", ".join(map(str, CELL_SIZES))
            raise InputError(f"A cell of {self.cell} pixels is not possible: choose {sizes}.")
        self.reading()

    def reading(self) -> Reading:
        """How the scene is to be read."""
        return Reading(self.resampling, self.border_fill, self.force, self.elevation)


@dataclass(frozen=True)
class Inspection:
    """`grid` has the one cell; `window` is `(patch, patch, bands)` of the network's values, None
    where the cell has too little to see; `probabilities` are `(classes,)`, None likewise.

    `unseen` says why: `masked` or `nodata`; empty where the cell is seen.
    """

    card: Card
    grid: Grid
    transform: Affine
    window: np.ndarray | None
    probabilities: np.ndarray | None
    unseen: str

    def as_json(self) -> dict[str, Any]:
        """The object that the worker gives (docs/worker-protocol.md)."""
        rows, cols = self.grid.pixel_rows(0), self.grid.pixel_cols(0)
        top, left = self.grid.window_row(0), self.grid.window_col(0)
        seen = (top, min(top + self.grid.window, self.grid.height))
        beside = (left, min(left + self.grid.window, self.grid.width))
        return {
            "row": self.grid.first_row,
            "col": self.grid.first_col,
            "cell": self._corners(rows, cols),
            "window": self._corners(seen, beside),
            "pixels": None if self.window is None else _as_picture(self.window, self.card),
            "classes": self._classes(),
            "unseen": self.unseen or None,
        }

    def _corners(self, rows: tuple[int, int], cols: tuple[int, int]) -> list[list[float]]:
        around = [(cols[0], rows[0]), (cols[1], rows[0]), (cols[1], rows[1]), (cols[0], rows[1])]
        return [list(self.transform @ corner) for corner in around]

    def _classes(self) -> list[dict[str, Any]]:
        if self.probabilities is None:
            return []
        order = np.argsort(-self.probabilities, kind="stable")
        return [
            {
                "code": self.card.classes[i].code,
                "title": self.card.classes[i].title,
                "color": self.card.classes[i].color,
                "probability": float(self.probabilities[i]),
            }
            for i in order
        ]


def inspect(request: InspectRequest) -> Inspection:
    """Look at one cell through the network's eyes, window by window as `classify` does.

    Raises InputError, BundleError or MissingPackageError.
    """
    bundle = open_bundle(request.model, request.cell)
    card = bundle.card
    with opened_scene(request, card) as (scene, masks):
        whole = grid_over(scene.height, scene.width, request.cell, card.patch_size)
        place = ~scene.transform @ (request.x, request.y)
        col, row = (math.floor(along / request.cell) for along in place)
        # Cells at the border reach beyond the scene.
        if not (0 <= row < whole.rows and 0 <= col < whole.cols):
            raise InputError("This point lies outside the scene: choose one inside it.")
        grid = replace(whole, first_row=row, first_col=col, rows=1, cols=1)
        reader = GroundReader(scene, grid, card.scaling, masks, request.max_masked)
        (strip,) = strips(reader, np.ones((1, 1), bool))
        if not strip.windows:
            unseen = "masked" if strip.masked else "nodata"
            return Inspection(card, grid, scene.transform, None, None, unseen)
        window = strip.windows[0].values
        (probabilities,) = load_predictor(bundle).predict(window[None])
        return Inspection(card, grid, scene.transform, window, probabilities, "")


def _as_picture(window: np.ndarray, card: Card) -> dict[str, Any]:
    """Red, green and blue of a window, 8 bits each, row by row."""
    places = _shown_places(card.bands)
    low, high = card.scaling.value_min, card.scaling.value_max
    shown = (window[..., places].astype(np.float32) - low) / (high - low)
    pixels = np.round(np.clip(shown, 0, 1) * 255).astype(np.uint8)
    return {
        "width": pixels.shape[1],
        "height": pixels.shape[0],
        "rgb": base64.b64encode(pixels.tobytes()).decode("ascii"),
    }


def _shown_places(bands: Sequence[str]) -> list[int]:
    if all(band in bands for band in SHOWN_BANDS):
        return [bands.index(band) for band in SHOWN_BANDS]
    return [min(place, len(bands) - 1) for place in range(3)]
