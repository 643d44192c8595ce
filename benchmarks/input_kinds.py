"""The same scene as every kind of product: do they give the same map?

`python -m benchmarks.input_kinds [--cells 64,16] [--model NAME.keras] [--kinds PART]
[--resampled]` writes the
sample scene (Mol, 512 x 1024 pixels, real) as each kind of scripts/kinds in a temporary folder,
classifies it, and compares the map with that of the plain GeoTIFF. Prints Markdown: share of cells
with the same class, of all that either map holds and, where pixels were resampled, of those with a
confidence above 0.9, and how far their numbers differ; and what the kind was taken for. Exits with
1 where maps of the same pixels differ.
"""

from __future__ import annotations

import argparse
import functools
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import rasterio
from affine import Affine

from eurosat_qgis.core.bundle import NODATA_CODE
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.scene.scene import open_scene
from scripts.kinds.exact import EXACT
from scripts.kinds.ground import NAMES, Ground, WriteKind, whole_sample
from scripts.kinds.products import stac_item
from scripts.kinds.resampled import RESAMPLED

CONFIDENT = 0.9
# Pixels at the edge that resampling knows too little of.
_EDGE = 12


@dataclass(frozen=True)
class Map:
    """A land-cover map: codes and confidences `(rows, cols)`, where it lies, how it was read."""

    codes: np.ndarray
    confidence: np.ndarray
    transform: Affine
    read_as: str


def map_of(scene: str, cell: int, folder: Path, model: Path | None = None) -> Map:
    """Classify a scene as a user would, without any option."""
    request = ClassifyRequest(
        scene, folder / "map.tif", model=model, cell=cell, confidence=folder / "confidence.tif"
    )
    found = classify(request).scene
    with rasterio.open(request.output) as codes, rasterio.open(folder / "confidence.tif") as sure:
        read_as = f"{found['level']} {found['scaling']}"
        return Map(codes.read(1), sure.read(1), codes.transform, read_as)


def agreement(own: Map, other: Map, confident: bool = False) -> float:
    """Share of cells that have the same class, of those classified in either map.

    `confident` counts those alone of which `own` is sure. Raises ValueError when the maps lie on
    other cells: then there is nothing to compare.
    """
    same_place = np.allclose(own.transform[:6], other.transform[:6], atol=1e-3)
    if own.codes.shape != other.codes.shape or not same_place:
        raise ValueError(f"{other.transform[:6]}, {other.codes.shape}: other cells")
    counted = (own.codes != NODATA_CODE) | (other.codes != NODATA_CODE)
    if confident:
        counted &= own.confidence > CONFIDENT
    return float((own.codes == other.codes)[counted].mean())


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a web server of `folder` on this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """No log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True)
class Comparison:
    """What the kinds are compared with: maps of the plain GeoTIFF by cell size."""

    ground: Ground
    truth: Mapping[int, Map]
    model: Path | None

    def maps_of(self, write: WriteKind) -> tuple[dict[int, Map], float]:
        """The maps of a kind by cell size, and how far its numbers are from the ground's."""
        with tempfile.TemporaryDirectory(prefix="eurosat-kinds-") as scratch:
            folder = Path(scratch)
            (folder / "scene").mkdir()
            name = write(folder / "scene", self.ground)
            with served(folder / "scene") as address:
                opened = f"{address}/item.json" if write is stac_item_on_the_web else name
                maps = {cell: map_of(opened, cell, folder, self.model) for cell in self.truth}
                return maps, self.difference(opened)

    def difference(self, name: str) -> float:
        """Root mean square of what red, green and blue of a scene differ in, DN, but at its edge.

        NaN where it lies on another grid.
        """
        with open_scene(name, NAMES[:3]) as scene:
            stored, _ = scene.read(0, 0, scene.height, scene.width)
            numbers = np.moveaxis(scene.radiometry.to_digital_numbers(stored), -1, 0)
        own = self.ground.stack[:3]
        if numbers.shape != own.shape:
            return float("nan")
        inner = np.s_[:, _EDGE:-_EDGE, _EDGE:-_EDGE]
        return float(np.sqrt(np.nanmean((numbers[inner] - own[inner]) ** 2)))

    def print_table(self, kinds: Mapping[str, WriteKind], resampled: bool) -> int:
        """Print a line for each kind; gives how many have other classes."""
        columns = [f"cells of {cell}" for cell in self.truth]
        if resampled:
            columns += [f"of {cell}, confidence > {CONFIDENT}" for cell in self.truth]
            columns.append("numbers differ by")
        title = "resampled" if resampled else "the same pixels"
        print(f"\n| {title} | read as | " + " | ".join(columns) + " |")
        print("|---" * (2 + len(columns)) + "|")
        other = 0
        for name, write in kinds.items():
            maps, difference = self.maps_of(write)
            shares = [agreement(self.truth[cell], found) for cell, found in maps.items()]
            other += min(shares) < 1
            if resampled:
                shares += [agreement(self.truth[cell], m, True) for cell, m in maps.items()]
            read_as = next(iter(maps.values())).read_as
            shown = " | ".join(f"{share:.1%}" for share in shares)
            if resampled:
                shown += f" | {difference:.0f} DN"
            print(f"| {name} | {read_as} | {shown} |", flush=True)
        return other


def stac_item_on_the_web(folder: Path, ground: Ground) -> str:
    """An item and its files, to be opened by their address."""
    return stac_item(folder, ground)


def main() -> int:
    parser = argparse.ArgumentParser(description="The same scene as every kind of product.")
    parser.add_argument("--cells", default="64,16", help="cell sizes, in pixels")
    parser.add_argument("--model", type=Path, help="a bundle instead of the built-in one")
    parser.add_argument("--kinds", default="", help="only kinds whose name holds this")
    parser.add_argument("--resampled", action="store_true", help="only what is resampled")
    options = parser.parse_args()

    def chosen(kinds: Mapping[str, WriteKind]) -> dict[str, WriteKind]:
        return {n: write for n, write in kinds.items() if options.kinds.lower() in n.lower()}

    ground = whole_sample()
    with tempfile.TemporaryDirectory(prefix="eurosat-kinds-") as scratch:
        folder = Path(scratch)
        plain = EXACT["GeoTIFF"](folder, ground)
        truth = {
            int(cell): map_of(plain, int(cell), folder, options.model)
            for cell in options.cells.split(",")
        }
    cells = ", ".join(f"{found.codes.size} of {cell} pixels" for cell, found in truth.items())
    print(f"The plain GeoTIFF is read as {next(iter(truth.values())).read_as}; cells: {cells}.")
    comparison = Comparison(ground, truth, options.model)
    exact = {**EXACT, "STAC item on the web": stac_item_on_the_web}
    other = 0
    if not options.resampled:
        other = comparison.print_table(chosen(exact), resampled=False)
    comparison.print_table(chosen(RESAMPLED), resampled=True)
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
