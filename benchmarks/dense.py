"""How like windows alone the dense form of a bundle is, and how much faster.

`python -m benchmarks.dense SCENE... [--model NAME.keras] [--cell 8]` classifies each scene both
ways, and once more window by window with all windows moved by one pixel, which is how unsteady
windows are by themselves. Prints a Markdown table; ends with 1 where the dense form falls short of
what it is asked: the class of the window alone as often as moved windows have it, and for 99.5 %
of the cells whose confidence is above 0.6.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import rasterio

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.dense_choice import AGREEMENT, CONFIDENT
from eurosat_qgis.core.classification.request import CELL_SIZES, ClassifyRequest
from eurosat_qgis.core.scene.scene import open_scene


@dataclass(frozen=True)
class Map:
    """Codes and confidences `(rows, cols)`, and the seconds they took."""

    codes: np.ndarray
    confidence: np.ndarray
    seconds: float


@dataclass(frozen=True)
class Comparison:
    """Shares of cells, 0..1, that have the class of the window alone; seconds both ways."""

    scene: str
    cells: int
    moved: float
    dense: float
    confident: float
    windows_s: float
    dense_s: float

    @property
    def is_enough(self) -> bool:
        return self.dense >= self.moved and self.confident >= AGREEMENT

    def row(self) -> str:
        return (
            f"| {self.scene} | {self.cells} | {self.moved:.2%} | {self.dense:.2%} | "
            f"{self.confident:.2%} | {self.windows_s:.1f} | {self.dense_s:.1f} | "
            f"{self.windows_s / self.dense_s:.1f} | {'yes' if self.is_enough else 'no'} |"
        )


def compared(scene: str, model: Path | None, cell: int, folder: Path) -> Comparison:
    """Classify a scene in the three ways."""
    # What TensorFlow takes to load and to trace is paid before the clock runs.
    made(scene, model, cell, "on", folder)
    dense = made(scene, model, cell, "on", folder)
    alone = made(scene, model, cell, "off", folder)
    moved = made(str(without_first_column(scene, model, folder)), model, cell, "off", folder, "dn")
    # At the scene's right border the moved windows are not: the last cells are moved inward.
    inside = np.s_[:, : -(64 // cell)] if cell < 64 else np.s_[:, :-1]
    codes = alone.codes[inside]
    known = codes != 0
    moved_codes = moved.codes[:, : alone.codes.shape[1]]
    confident = (alone.confidence > CONFIDENT) & (alone.codes != 0)
    same = dense.codes == alone.codes
    return Comparison(
        Path(scene).name,
        int((alone.codes != 0).sum()),
        float((moved_codes[:, : codes.shape[1]] == codes)[known].mean()),
        float(same[alone.codes != 0].mean()),
        float(same[confident].mean()),
        alone.seconds,
        dense.seconds,
    )


def made(
    scene: str, model: Path | None, cell: int, dense: str, folder: Path, scaling: str = "auto"
) -> Map:
    output, confidence = folder / "map.tif", folder / "confidence.tif"
    result = classify(
        ClassifyRequest(
            scene,
            output,
            model=model,
            cell=cell,
            dense=dense,
            confidence=confidence,
            scaling=scaling,
            atmosphere="auto" if scaling == "auto" else "none",
        )
    )
    with rasterio.open(output) as raster, rasterio.open(confidence) as other:
        return Map(raster.read(1), other.read(1), result.seconds)


def without_first_column(scene: str, model: Path | None, folder: Path) -> Path:
    """The scene's Level-1C digital numbers as one file that begins a pixel further right."""
    card = open_bundle(model).card
    path = folder / "moved.tif"
    with open_scene(scene, card.bands) as source:
        stored, valid = source.read(0, 1, source.height, source.width - 1)
        numbers = np.where(valid[..., None], source.radiometry.to_digital_numbers(stored), np.nan)
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            dtype="float32",
            count=len(card.bands),
            height=source.height,
            width=source.width - 1,
            crs=source.crs,
            transform=source.transform @ source.transform.translation(1, 0),
            nodata=float("nan"),
        ) as raster:
            raster.write(np.moveaxis(numbers, -1, 0).astype(np.float32))
            raster.descriptions = card.bands
    return path


@click.command()
@click.argument("scenes", nargs=-1, required=True)
@click.option("--model", type=click.Path(path_type=Path), help="Bundle NAME.keras.")
@click.option("--cell", default=8, show_default=True, type=click.Choice(CELL_SIZES[1:]))
def main(scenes: Sequence[str], model: Path | None, cell: int) -> None:
    """Compare the dense form with windows alone on SCENES."""
    click.echo(
        "| scene | cells | same class when moved by a pixel | same class dense "
        "| of confident cells | windows, s | dense, s | times as fast | enough |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )
    enough = True
    with tempfile.TemporaryDirectory() as folder:
        for scene in scenes:
            found = compared(scene, model, cell, Path(folder))
            click.echo(found.row())
            enough = enough and found.is_enough
    sys.exit(0 if enough else 1)


if __name__ == "__main__":
    main()
