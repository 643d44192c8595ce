"""What the ground's height is worth to the standard atmosphere, on real pairs from the Alps.

`python -m benchmarks.high_ground [DATA]` prints, as Markdown, the error of the modelled Level-1C at
Lago del Barbellino (24 x 42 pixels, two days, Sen2Cor's Level-2A) for heights of the ground.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import rasterio

from benchmarks.atmosphere import Twins
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.atmosphere import standard_atmosphere

DAYS = ("2017-07-03", "2019-07-23")
# The lake's level is 1862 m; the crop is its shore and the slopes above.
LAKE_M = 1900.0
PLACE = (10.06, 46.06)
BANDS = ("B02", "B03", "B04", "B08")
# Places of BANDS in both: Level-1C begins B01 ... B08, and so does Level-2A.
_PLACES = (2, 3, 4, 8)
_NODATA = 65535


def alpine_twins(folder: Path, day: str) -> tuple[Twins, ProductFacts]:
    """The pair of a day in BANDS, and what is known of it: the day."""
    levels = []
    for name in ("S2A1C_{}_022_Barbellino_TOA_10.tif", "S2A2A_{}_022_Barbellino_BOA_10.tif"):
        with rasterio.open(folder / name.format(day.replace("-", ""))) as raster:
            levels.append(np.moveaxis(raster.read(_PLACES), 0, -1))
    valid = np.all([level != _NODATA for level in levels], axis=(0, -1))
    twins = Twins(levels[0].astype(np.float32), levels[1].astype(np.float32), valid)
    return twins, ProductFacts(level="L2A", sensing_time=day)


def shifts(pair: tuple[Twins, ProductFacts], elevation: float) -> dict[str, float]:
    """Median of modelled - true Level-1C of each band in DN, with the ground at `elevation` m."""
    return _medians(pair, elevation, np.positive)


def median_errors(pair: tuple[Twins, ProductFacts], elevation: float) -> dict[str, float]:
    """Median |modelled - true| likewise."""
    return _medians(pair, elevation, np.abs)


def _medians(pair: tuple[Twins, ProductFacts], elevation: float, of: np.ufunc) -> dict[str, float]:
    twins, facts = pair
    modelled = standard_atmosphere(BANDS, facts, PLACE, elevation).to_top(twins.surface)
    errors = of((modelled - twins.top)[twins.valid])
    return dict(zip(BANDS, np.median(errors, axis=0).tolist(), strict=True))


def main() -> None:
    default = os.environ.get("EUROSAT_SHARED_DATA", "../shared/data")
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else default) / "s2" / "barbellino_it"
    print("| day | height of the ground | " + " | ".join(BANDS) + " |")
    print("|---" * (2 + len(BANDS)) + "|")
    for day in DAYS:
        pair = alpine_twins(folder, day)
        for elevation in (0.0, LAKE_M):
            moved, off = shifts(pair, elevation), median_errors(pair, elevation)
            cells = [f"{moved[band]:+.0f} ({off[band]:.0f}) DN" for band in BANDS]
            print(f"| {day} | {elevation:.0f} m | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
