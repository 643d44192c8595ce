"""What the standard atmosphere is worth: a Level-2A scene against its Level-1C twin.

`python -m benchmarks.atmosphere [DATA]`, DATA being the folder that holds s2/mol_be (by default
what EUROSAT_SHARED_DATA names). Prints, as Markdown, the error of the modelled Level-1C in digital
numbers and the share of cells whose class equals the twin's, with and without the atmosphere, for
what may be known of a scene.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import rasterio

from eurosat_qgis.core.bundle import NODATA_CODE
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import CELL_SIZES, ClassifyRequest
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.atmosphere import Air, band_atmosphere, standard_atmosphere

BANDS = ("B04", "B03", "B02", "B08")
# Mol's centre, and what is known of the day: the product's time, and the haze of that morning.
PLACE = (5.1, 51.2)
TIME = "2019-04-11T10:50:31Z"
AEROSOL = 0.12


@dataclass(frozen=True)
class Twins:
    """One moment as both levels, `(rows, cols, bands)` digital numbers; where both are valid."""

    top: np.ndarray
    surface: np.ndarray
    valid: np.ndarray


KNOWN = {
    "the place": ProductFacts(level="L2A"),
    "the day": ProductFacts(level="L2A", sensing_time=TIME[:10]),
    "the time": ProductFacts(level="L2A", sensing_time=TIME),
    "the time and the haze": ProductFacts(
        level="L2A", sensing_time=TIME, aerosol_optical_thickness=AEROSOL
    ),
}


def read_twins(folder: Path) -> Twins:
    """The pair of mol_be as float32; a pixel is valid that is neither nodata nor 0 in any band."""
    levels = []
    for name in ("mol_l1c_rgbn.tif", "mol_l2_icor_rgbn.tif"):
        with rasterio.open(folder / name) as raster:
            levels.append(np.moveaxis(raster.read(), 0, -1))
    valid = np.all([(level != 65535) & (level != 0) for level in levels], axis=(0, -1))
    return Twins(levels[0].astype(np.float32), levels[1].astype(np.float32), valid)


def modelled_top(twins: Twins, facts: ProductFacts) -> np.ndarray:
    """What the standard atmosphere makes of the surface, digital numbers of the same shape."""
    return standard_atmosphere(BANDS, facts, PLACE).to_top(twins.surface)


def median_errors(twins: Twins, modelled: np.ndarray) -> dict[str, float]:
    """Median |modelled - true| of each band in DN."""
    errors = np.abs(modelled - twins.top)[twins.valid]
    return dict(zip(BANDS, np.median(errors, axis=0).tolist(), strict=True))


def classes(scene: Path, cell: int, folder: Path, atmosphere: str = "none") -> np.ndarray:
    """Class codes of a scene's cells by the shipped bundle."""
    request = ClassifyRequest(
        str(scene), folder / "map.tif", cell=cell, scaling="dn", atmosphere=atmosphere
    )
    classify(request)
    with rasterio.open(folder / "map.tif") as raster:
        return raster.read(1)


def agreement(one: np.ndarray, other: np.ndarray) -> float:
    """Share of cells with the same class, of those that have one in both."""
    both = (one != NODATA_CODE) & (other != NODATA_CODE)
    return float((one == other)[both].mean())


def write_like(twin: Path, numbers: np.ndarray, target: Path) -> Path:
    """Write digital numbers as uint16 with the georeference, bands and nodata of `twin`."""
    with rasterio.open(twin) as raster:
        profile, names, nodata = raster.profile, raster.descriptions, raster.read() == 65535
    stored = np.clip(np.round(np.moveaxis(numbers, -1, 0)), 1, 65534).astype(np.uint16)
    with rasterio.open(target, "w", **profile) as raster:
        raster.write(np.where(nodata, 65535, stored))
        raster.descriptions = names
    return target


def report_twins(folder: Path) -> None:
    twins = read_twins(folder)
    columns = "| known of the scene | B02 | B03 | B04 | B08 | "
    print(columns + " | ".join(f"{cell}-pixel cells" for cell in CELL_SIZES) + " |")
    print("|---" * (5 + len(CELL_SIZES)) + "|")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        truth = {cell: classes(folder / "mol_l1c_rgbn.tif", cell, scratch) for cell in CELL_SIZES}
        surface = folder / "mol_l2_icor_rgbn.tif"
        for known, facts in {"no atmosphere": None, **KNOWN}.items():
            numbers = twins.surface if facts is None else modelled_top(twins, facts)
            scene = write_like(surface, numbers, scratch / "modelled.tif")
            errors = median_errors(twins, numbers)
            shares = [agreement(classes(scene, c, scratch), truth[c]) for c in CELL_SIZES]
            print(
                f"| {known} | "
                + " | ".join(f"{errors[band]:.0f} DN" for band in sorted(BANDS))
                + " | "
                + " | ".join(f"{share:.1%}" for share in shares)
                + " |"
            )


def report_sensitivity() -> None:
    print("\n| sun zenith | aerosol | " + " | ".join(sorted(BANDS)) + " |")
    print("|---" * (2 + len(BANDS)) + "|")
    for zenith in (20, 30, 40, 50, 60, 70):
        for aerosol in (0.05, 0.15, 0.3, 0.5):
            air = Air(sun_zenith=zenith, aerosol=aerosol)
            effects = [band_atmosphere(band, air) for band in sorted(BANDS)]
            lines = [f"{effect.path * 1e4:.0f} + {effect.gain:.3f}·DN" for effect in effects]
            print(f"| {zenith} | {aerosol} | " + " | ".join(lines) + " |")


def main() -> None:
    default = os.environ.get("EUROSAT_SHARED_DATA", "../shared/data")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else default) / "s2" / "mol_be"
    report_twins(folder)
    report_sensitivity()


if __name__ == "__main__":
    main()
