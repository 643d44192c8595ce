"""Pixels of a scene's bands, from one file or several, on one grid, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

import numpy as np
import rasterio
from rasterio.enums import MaskFlags
from rasterio.errors import RasterioError
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError, first_line
from eurosat_qgis.core.scene.nodata import Nodata
from eurosat_qgis.core.scene.scene_grid import SceneGrid

# The largest block of a file that is read at once: the tile of no product comes near.
_LARGEST_BLOCK_BYTES = 1 << 30


class Pixels(Protocol):
    """Bands on one grid."""

    @property
    def grid(self) -> SceneGrid: ...

    @property
    def bands(self) -> tuple[OpenBand, ...]:
        """The bands of the files, on grids of their own."""

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """The numbers `(bands, rows, cols)` and `(rows, cols) bool`, which are valid.

        Raises InputError when a file turns out to be damaged.
        """


@dataclass(frozen=True)
class OpenBand:
    """One band of an open raster; `nodata` is what its product keeps for nodata in it."""

    dataset: rasterio.DatasetReader
    index: int
    nodata: float | None = None

    @property
    def is_masked(self) -> bool:
        """Whether the file has a tag, a mask or an alpha band that says what is nodata."""
        return MaskFlags.all_valid not in self.dataset.mask_flag_enums[self.index - 1]

    @property
    def holds_black(self) -> bool:
        """Whether its nodata, 0 of 8 bits, is what pictures have in dark bands, too."""
        return (
            self.dataset.dtypes[self.index - 1] == "uint8"
            and self.dataset.mask_flag_enums[self.index - 1] == [MaskFlags.nodata]
            and self.dataset.nodatavals[self.index - 1] == 0
        )


@dataclass(frozen=True)
class OwnPixels:
    """Bands of one grid as the files hold them."""

    bands: tuple[OpenBand, ...]
    grid: SceneGrid
    nodata: Nodata

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        stored = self.read_stored(window)
        valid = self.nodata.valid(stored)
        picture = all(band.holds_black for band in self.bands)
        try:
            for place, band in enumerate(self.bands):
                if band.nodata is not None:
                    valid &= stored[place] != band.nodata
                if band.is_masked and not picture:
                    valid &= band.dataset.read_masks(band.index, window=window) != 0
            if picture:
                # The red of clear water is 0 in true-colour images and no nodata.
                valid &= (stored != 0).any(axis=0)
        except RasterioError as error:
            raise _damaged(self.bands[0].dataset, window, error) from error
        return stored, valid

    def read_stored(self, window: Window) -> np.ndarray:
        """The numbers `(bands, rows, cols)` of a window."""
        parts: list[np.ndarray | None] = [None] * len(self.bands)
        for dataset in {id(b.dataset): b.dataset for b in self.bands}.values():
            places = [p for p, band in enumerate(self.bands) if band.dataset is dataset]
            try:
                read = dataset.read([self.bands[p].index for p in places], window=window)
            except RasterioError as error:
                raise _damaged(dataset, window, error) from error
            for place, part in zip(places, read, strict=True):
                parts[place] = part
        return np.stack([part for part in parts if part is not None])


def _damaged(dataset: rasterio.DatasetReader, window: Window, error: RasterioError) -> InputError:
    return InputError(
        f"{PurePath(dataset.name).name} cannot be read at row {window.row_off}, column "
        f"{window.col_off} ({first_line(error)}): the file is damaged or was cut off; copy it "
        "again."
    )


@dataclass(frozen=True)
class StackedPixels:
    """Bands of several sources that share a grid, in the order of `places`.

    `places` has, for each band, the source and the band's place in it.
    """

    sources: tuple[Pixels, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def grid(self) -> SceneGrid:
        return self.sources[0].grid

    @property
    def bands(self) -> tuple[OpenBand, ...]:
        return tuple(self.sources[source].bands[place] for source, place in self.places)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        parts = [source.read(window) for source in self.sources]
        stored = np.stack([parts[source][0][place] for source, place in self.places])
        return stored, np.logical_and.reduce([valid for _, valid in parts])


def check_blocks(bands: Sequence[OpenBand]) -> None:
    """Raise InputError when a file's header claims blocks that would fill the memory."""
    for band in bands:
        rows, cols = band.dataset.block_shapes[band.index - 1]
        size = np.dtype(band.dataset.dtypes[band.index - 1]).itemsize
        if rows * cols * size > _LARGEST_BLOCK_BYTES:
            raise InputError(
                f"{PurePath(band.dataset.name).name} is stored in blocks of {cols} x {rows} "
                "pixels, too large to be read: save it in tiles, or copy it again if it is damaged."
            )
