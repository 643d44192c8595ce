"""SAFE products of full size, classified whole and compared with a GeoTIFF of the same pixels.

`python -m benchmarks.safe_products [DATA] [--side 10980] [--only PART] [--zip both|yes|no]` makes
Level-1C and Level-2A products of baselines 02.14, 04.00 and 05.09 (scripts/safe_scenes.py: real
pixels repeated; real metadata of Level-2A below DATA/s2/safe_metadata), one at a time in a
temporary folder, classifies each as a folder and as a zip in a process of its own, and removes it.
Prints Markdown. Some 3 GB of disk and, on two free cores, some 5 minutes a line.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.windows import Window

from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.recognise import recognise
from scripts.safe_scenes import (
    FULL_SIDE,
    REPOSITORY,
    SafeKind,
    fill_real_safe,
    repeated,
    sample_pixels,
    write_safe,
    zip_safe,
)

BANDS = ("B04", "B03", "B02")
_BASELINES = ("02.14", "04.00", "05.09")
# Real metadata of each baseline, below safe_metadata/stactools.
_REAL = ("*MSIL2A*_N0214_*", "*MSIL2A*_N0400_*", "*MSIL2A*T01KAB*")
_STRIP = 512


@dataclass(frozen=True)
class Product:
    """A product to be made: `level`, `baseline`, and what writes it into a folder."""

    level: str
    baseline: str
    write: Callable[[Path], Path]

    @property
    def name(self) -> str:
        return f"{self.level} {self.baseline}"


def products(metadata: Path, side: int) -> list[Product]:
    """All six, fewer where the real metadata are not there."""

    def level_1c(baseline: str) -> Callable[[Path], Path]:
        def write(folder: Path) -> Path:
            _, crs, transform = sample_pixels()
            pixels = {band: repeated(band, side) for band in BANDS}
            return write_safe(folder, SafeKind("L1C", baseline), pixels, crs, transform)

        return write

    def level_2a(real: Path) -> Callable[[Path], Path]:
        return lambda folder: fill_real_safe(real, folder, side, BANDS)

    made = [Product("L1C", baseline, level_1c(baseline)) for baseline in _BASELINES]
    for baseline, pattern in zip(_BASELINES, _REAL, strict=True):
        made += [Product("L2A", baseline, level_2a(real)) for real in metadata.glob(pattern)]
    return made


def write_plain(safe: Path, target: Path, side: int) -> Path:
    """The product's pixels as a plain GeoTIFF, no offset; tags state its level, sun and air."""
    product = recognise(str(safe))
    with rasterio.open(product.bands[BANDS[0]].name) as own:
        place = {"crs": own.crs, "transform": own.transform}
    with rasterio.open(
        target,
        "w",
        driver="GTiff",
        width=side,
        height=side,
        count=len(BANDS),
        dtype="uint16",
        nodata=0,
        tiled=True,
        blockxsize=_STRIP,
        blockysize=_STRIP,
        compress="deflate",
        zlevel=1,
        **place,
    ) as raster:
        raster.descriptions = BANDS
        raster.update_tags(**_tags(product.facts))
        for index, band in enumerate(BANDS, start=1):
            numbers = repeated(band, side)
            for row in range(0, side, _STRIP):
                strip = numbers[row : row + _STRIP]
                raster.write(strip, index, window=Window(0, row, side, len(strip)))
    return target


def _tags(facts: ProductFacts) -> dict[str, str]:
    """GDAL's tags of what a product states, but for its baseline and offset."""
    stated: dict[str, Any] = {
        "PROCESSING_LEVEL": f"Level-{(facts.level or '')[1:]}",
        "PRODUCT_START_TIME": facts.sensing_time,
        "MEAN_SOLAR_ZENITH_ANGLE": facts.sun_zenith,
        "MEAN_SOLAR_AZIMUTH_ANGLE": facts.sun_azimuth,
        **{f"MEAN_INCIDENCE_ZENITH_ANGLE_{band}": facts.view_zenith for band in BANDS},
        **{f"MEAN_INCIDENCE_AZIMUTH_ANGLE_{band}": facts.view_azimuth for band in BANDS},
        "GRANULE_MEAN_AOT": facts.aerosol_optical_thickness,
        "GRANULE_MEAN_WV": facts.water_vapour,
        "OZONE_VALUE": facts.ozone,
    }
    return {name: str(value) for name, value in stated.items() if value is not None}


def classified(scene: Path, output: Path, cell: int) -> dict[str, Any]:
    """What `classify --json` says of a run in a process of its own."""
    command = [sys.executable, "-m", "eurosat_qgis", "classify", str(scene), str(output)]
    done = subprocess.run(
        [*command, "--cell", str(cell), "--json"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def agreement(one: Path, other: Path) -> float:
    """Share of cells of two maps with the same code; both must lie on the same cells."""
    with rasterio.open(one) as first, rasterio.open(other) as second:
        if (first.crs, first.transform, first.shape) != (
            second.crs,
            second.transform,
            second.shape,
        ):
            raise ValueError(f"{other.name} lies on other cells than {one.name}")
        return float(np.mean(first.read(1) == second.read(1)))


def _line(product: str, zipped: str, found: dict[str, Any], share: float | None) -> None:
    stated = f"{found['level']}, {found['baseline'] or 'none'}, {found['offset']:g}"
    equal = "" if share is None else f"{share:.2%}"
    print(
        f"| {product} | {zipped} | {stated} | {found['windows']} | {equal} | "
        f"{found['seconds']:.0f} s | {found['peak_rss_mib']:.0f} MiB |",
        flush=True,
    )


def compare(product: Product, side: int, cell: int, zipped: str) -> bool:
    """Make, classify and compare a product; gives whether all maps are equal."""
    shares = []
    with tempfile.TemporaryDirectory(prefix="eurosat-safe-") as scratch:
        folder = Path(scratch)
        safe = product.write(folder)
        plain = write_plain(safe, folder / "plain.tif", side)
        _line(
            f"{product.name}: GeoTIFF", "", classified(plain, folder / "plain_map.tif", cell), None
        )
        plain.unlink()
        opened = {"no": safe, "yes": safe.with_suffix(".zip")}
        if zipped != "no":
            zip_safe(safe, opened["yes"])
        for what, path in opened.items():
            if zipped in (what, "both"):
                found = classified(path, folder / f"{what}.tif", cell)
                shares.append(agreement(folder / "plain_map.tif", folder / f"{what}.tif"))
                right = (found["level"], found["baseline"]) == (product.level, product.baseline)
                _line(product.name, what, found, shares[-1] if right else 0.0)
    return min(shares) == 1


def main() -> int:
    default = os.environ.get("EUROSAT_SHARED_DATA", str(REPOSITORY.parent / "shared" / "data"))
    parser = argparse.ArgumentParser(description="SAFE products of full size, classified whole.")
    parser.add_argument("data", type=Path, nargs="?", default=Path(default))
    parser.add_argument("--side", type=int, default=FULL_SIDE, help="pixels a side of an image")
    parser.add_argument("--cell", type=int, default=64, help="cell size in pixels")
    parser.add_argument("--only", default="", help="only products whose name holds this")
    parser.add_argument("--zip", choices=("both", "yes", "no"), default="both")
    options = parser.parse_args()
    print(
        "| product | zipped | level, baseline, offset found | windows | same class | time | peak |"
    )
    print("|---" * 7 + "|")
    found = [
        compare(product, options.side, options.cell, options.zip)
        for product in products(options.data / "s2/safe_metadata/stactools", options.side)
        if options.only in product.name
    ]
    return 0 if found and all(found) else 1


if __name__ == "__main__":
    sys.exit(main())
