"""How far the maps of a real scene agree with CORINE Land Cover 2018, class groups compared.

`python -m benchmarks.corine [DATA] [--model NAME.keras]`, DATA being the folder that holds
s2/mol_be. Prints, as Markdown, the share of cloud-free cells whose class lies in the group of
CORINE's majority in the cell: of Level-1C, and of its Level-2A twin with and without the
atmosphere; then, of each group, how much CORINE and the maps hold.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import rasterio

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.masks.cloud_screen import LEAST_WIDTH, at_least_wide, thick_cloud

# Group: EuroSAT's classes, CORINE's grid codes (its legend's order: 1 is 111, 44 is 523). CORINE's
# beaches, rock, burnt ground, snow and salt water's edge (30, 31, 33, 34, 37 to 39) have no
# counterpart in EuroSAT and are left out.
GROUPS: dict[str, tuple[frozenset[str], frozenset[int]]] = {
    "built-up": (frozenset({"Residential", "Industrial", "Highway"}), frozenset(range(1, 12))),
    "farmland": (frozenset({"AnnualCrop", "PermanentCrop", "Pasture"}), frozenset(range(12, 23))),
    "forest": (frozenset({"Forest"}), frozenset({23, 24, 25})),
    "herbs and shrubs": (
        frozenset({"HerbaceousVegetation"}),
        frozenset({26, 27, 28, 29, 32, 35, 36}),
    ),
    "water": (frozenset({"River", "SeaLake"}), frozenset(range(40, 45))),
}
NO_GROUP = -1
# Cells that one group of CORINE covers so far are no matter of its 25 ha and 100 m.
PURE = 0.9
CELLS = (64, 32, 16)
MAPS = {
    "Level-1C": ("mol_l1c_rgbn.tif", "auto"),
    "Level-2A, with the atmosphere": ("mol_l2_icor_rgbn.tif", "auto"),
    "Level-2A as it is": ("mol_l2_icor_rgbn.tif", "none"),
}


def corine_groups(codes: np.ndarray) -> np.ndarray:
    """The place in GROUPS of CORINE's grid codes, NO_GROUP where there is none; same shape."""
    table = np.full(256, NO_GROUP)
    for place, (_, of_corine) in enumerate(GROUPS.values()):
        table[list(of_corine)] = place
    return table[codes]


def majority(groups: np.ndarray, cell: int) -> tuple[np.ndarray, np.ndarray]:
    """The group that covers most of each cell, and its share of the cell (0..1).

    `groups` is `(rows, cols)` of pixels, a multiple of `cell`.
    """
    shares = np.stack(
        [_mean_by_cell(groups == place, cell) for place in range(len(GROUPS))], axis=-1
    )
    return shares.argmax(axis=-1), shares.max(axis=-1)


def _mean_by_cell(pixels: np.ndarray, cell: int) -> np.ndarray:
    rows, cols = (size // cell for size in pixels.shape)
    blocks = pixels[: rows * cell, : cols * cell].reshape(rows, cell, cols, cell)
    found: np.ndarray = blocks.mean(axis=(1, 3))
    return found


def clear_cells(level_1c: Path, cell: int) -> np.ndarray:
    """Cells without a pixel that the cloud screen finds or that holds nothing, bool."""
    with rasterio.open(level_1c) as scene:
        places = [scene.descriptions.index(band) + 1 for band in ("B02", "B03", "B04")]
        numbers = scene.read(places)
        hidden = (numbers == scene.nodata).any(axis=0)
    blue, green, red = numbers / np.float32(10000)
    hidden |= at_least_wide(thick_cloud(blue, green, red), LEAST_WIDTH)
    return _mean_by_cell(hidden, cell) == 0


def map_groups(scene: Path, cell: int, atmosphere: str, model: Path | None) -> np.ndarray:
    """The place in GROUPS of each cell's class, NO_GROUP where the card knows another class."""
    with tempfile.TemporaryDirectory(prefix="eurosat-corine-") as folder:
        request = ClassifyRequest(
            str(scene), Path(folder) / "map.tif", model=model, cell=cell, atmosphere=atmosphere
        )
        classify(request)
        with rasterio.open(request.output) as land_cover:
            codes = land_cover.read(1)
    table = np.full(256, NO_GROUP)
    for found in open_bundle(model).card.classes:
        for place, (of_eurosat, _) in enumerate(GROUPS.values()):
            if found.name in of_eurosat:
                table[found.code] = place
    return table[codes]


def _percent(part: np.ndarray, of: np.ndarray) -> str:
    return f"{part[of].mean():.1%}" if of.any() else "none"


def main() -> None:
    default = os.environ.get("EUROSAT_SHARED_DATA", "../shared/data")
    parser = argparse.ArgumentParser(description="Agreement with CORINE Land Cover 2018.")
    parser.add_argument("data", type=Path, nargs="?", default=Path(default))
    parser.add_argument("--model", type=Path, help="a bundle instead of the built-in one")
    options = parser.parse_args()
    folder = options.data / "s2" / "mol_be"
    with rasterio.open(folder / "mol_clc2018_10m_utm31.tif") as corine:
        pixels = corine_groups(corine.read(1))
    print(f"| map | cell | cells | same group | cells of {PURE:.0%} one group | same group |")
    print("|---" * 6 + "|")
    held: dict[str, np.ndarray] = {}
    for cell in CELLS:
        group, share = majority(pixels, cell)
        clear = clear_cells(folder / MAPS["Level-1C"][0], cell) & (share > 0)
        pure = clear & (share >= PURE)
        for name, (file, atmosphere) in MAPS.items():
            found = map_groups(folder / file, cell, atmosphere, options.model)
            same = found == group
            print(
                f"| {name} | {cell} | {clear.sum()} | {_percent(same, clear)} | {pure.sum()} | "
                f"{_percent(same, pure)} |",
                flush=True,
            )
            if cell == CELLS[-1]:
                held[name] = found[clear]
    held = {"CORINE's majority": group[clear], **held}
    print("\n| cells of 16 | " + " | ".join(held) + " |")
    print("|---" * (1 + len(held)) + "|")
    for place, name in enumerate(GROUPS):
        shares = " | ".join(f"{(cells == place).mean():.1%}" for cells in held.values())
        print(f"| {name} | {shares} |")


if __name__ == "__main__":
    main()
