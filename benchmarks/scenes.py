"""Scenes to time jobs on: the sample scene, mirrored to any size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from benchmarks.children import REPOSITORY
from eurosat_qgis.core.bundle import Bundle
from eurosat_qgis.core.radiometry.radiometry import to_model_values
from scripts.safe_scenes import FULL_SIDE, SafeKind, repeated, sample_pixels, write_safe

SAMPLE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"


def write_scene(path: Path, side: int) -> Path:
    """The sample scene's B04, B03, B02, mirrored again and again to `side` x `side` pixels."""
    with rasterio.open(SAMPLE) as sample:
        pixels = sample.read([1, 2, 3])
        profile = {"crs": sample.crs, "transform": sample.transform}
    both = np.concatenate([pixels, pixels[:, ::-1]], axis=1)
    both = np.concatenate([both, both[:, :, ::-1]], axis=2)
    down, across = (np.arange(side) % size for size in both.shape[1:])
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        dtype="uint16",
        count=3,
        height=side,
        width=side,
        tiled=True,
        blockxsize=512,
        blockysize=512,
        compress="deflate",
        predictor=2,
        **profile,
    ) as raster:
        for row in range(0, side, 512):
            strip = both[:, down[row : row + 512]][:, :, across]
            raster.write(strip, window=((row, row + strip.shape[1]), (0, side)))
        raster.descriptions = ("B04", "B03", "B02")
    return path


@dataclass(frozen=True)
class Scenes:
    """Square scenes by the pixels of a side; `compared` is that which several ways classify."""

    by_side: dict[int, Path]
    compared: Path

    def __getitem__(self, side: int) -> Path:
        return self.by_side[side]


@contextmanager
def mirrored(sides: tuple[int, ...]) -> Iterator[Scenes]:
    """Scenes of these sides, the first of them compared; gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="eurosat-bench-") as folder:
        written = {side: write_scene(Path(folder) / f"{side}.tif", side) for side in sides}
        yield Scenes(written, written[sides[0]])


def write_eight_bits(scene: Path, image: Path, bundle: Bundle) -> None:
    """A scene's bands in the 8 bits of EuroSAT's images, strip by strip."""
    with rasterio.open(scene) as source, ExitStack() as files:
        profile = {**source.profile, "dtype": "uint8"}
        raster = files.enter_context(rasterio.open(image, "w", **profile))
        for row in range(0, source.height, 512):
            window = ((row, min(row + 512, source.height)), (0, source.width))
            numbers = np.moveaxis(source.read(window=window), 0, -1).astype(np.float32)
            values = to_model_values(numbers, bundle.card.scaling)
            raster.write(np.moveaxis(values, -1, 0).astype(np.uint8), window=window)


def middle_tenth(scene: Path) -> list[float]:
    """The extent of a tenth of a scene's ground, in its middle."""
    with rasterio.open(scene) as raster:
        half = 0.1**0.5 / 2 * raster.width
        middle = raster.width / 2
        left, top = raster.transform @ (middle - half, middle - half)
        right, bottom = raster.transform @ (middle + half, middle + half)
    return [left, bottom, right, top]


def bands_of_rows(scene: Path, cell: int, count: int) -> list[list[float]]:
    """The extents of so many bands of a scene's rows of cells, which together are all of it."""
    with rasterio.open(scene) as raster:
        rows = -(-raster.height // cell)
        edges = [min(rows * part // count * cell, raster.height) for part in range(count + 1)]
        right = raster.transform @ (raster.width, 0)
        corners = [raster.transform @ (0, edge) for edge in edges]
    return [
        [corners[part][0], corners[part + 1][1], right[0], corners[part][1]]
        for part in range(count)
    ]


def safe_product(folder: Path) -> Path:
    """A SAFE product of full size, its JP2s of the sample scene's pixels."""
    pixels = {band: repeated(band, FULL_SIDE) for band in ("B02", "B03", "B04")}
    _, crs, transform = sample_pixels()
    return write_safe(folder, SafeKind("L1C", "04.00"), pixels, crs, transform)
