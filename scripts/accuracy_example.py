"""The example of Olofsson et al. 2014 as files: `python -m scripts.accuracy_example [FOLDER]`.

A map with the paper's areas (section 5.1) and 640 points with the paper's labels (table 8), which
`python -m eurosat_qgis assess` then brings to the areas and intervals that the paper prints.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np
import shapely
from affine import Affine
from rasterio.crs import CRS

from eurosat_qgis.core.accuracy.assessing import assess
from eurosat_qgis.core.accuracy.map_requests import AssessRequest
from eurosat_qgis.core.bundle import CardClass
from eurosat_qgis.core.map_lines import accuracy_lines
from eurosat_qgis.core.outputs.rasters import write_land_cover
from eurosat_qgis.core.vectors.geopackage import write_geopackage

CLASSES = (
    CardClass(1, "Deforestation", "Deforestation", "#e31a1c"),
    CardClass(2, "ForestGain", "Forest gain", "#b2df8a"),
    CardClass(3, "StableForest", "Stable forest", "#1b7837"),
    CardClass(4, "StableNonForest", "Stable non-forest", "#fdf6c8"),
)
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
# A thousandth of the paper's pixels of 30 m, each a thousand times as large.
CELLS = np.array([200, 150, 3200, 6450])
SIDE_M = float(np.sqrt(30 * 30 * 1000))
UTM = CRS.from_epsg(32631)


def write_example(folder: Path) -> tuple[Path, Path]:
    """Write `map.tif` and `points.gpkg`; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    land_cover, points = folder / "map.tif", folder / "points.gpkg"
    codes = np.repeat(np.arange(1, 5, dtype=np.uint8), CELLS).reshape(100, 100)
    transform = Affine(SIDE_M, 0, 500_000, 0, -SIDE_M, 5_000_000)
    tags = {"CLASSES": json.dumps([asdict(c) for c in CLASSES])}
    write_land_cover(land_cover, codes, CLASSES, transform, UTM, tags)
    rng = np.random.default_rng(1)
    places, labels = [], []
    for row, c in zip(COUNTS, CLASSES, strict=True):
        drawn = rng.choice(np.flatnonzero(codes == c.code), row.sum(), replace=False)
        places += [transform @ (cell % 100 + 0.5, cell // 100 + 0.5) for cell in drawn]
        labels += np.repeat([other.title for other in CLASSES], row).tolist()
    shapes = list(shapely.to_wkb(shapely.points(places)))
    write_geopackage(points, "sample", shapes, {"reference": np.array(labels)}, "Point", UTM)
    return land_cover, points


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/accuracy")
    land_cover, points = write_example(folder)
    report = folder / "accuracy.html"
    request = AssessRequest(map=str(land_cover), reference=str(points), html=report)
    for line in accuracy_lines(assess(request).as_json()):
        print(line)
    print(f"{report} has it all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
