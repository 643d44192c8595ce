"""How fast and how small the whole job is, side by side with other ways; writes a Markdown page.

`python -m benchmarks.speed [--quick] [--repeats 5] [--model NAME.keras] [--out F]`,
with `--deepness` and `--deepness-packages` (`make bench DEEPNESS=SRC`) beside that plugin too.
Every figure is the median of runs in fresh processes, the ways in turn, so that what else the
machine does meets all of them; what takes minutes is run once, and says so. Scenes are the sample
scene, mirrored to full size.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from statistics import median

import click
import numpy as np
import rasterio

from benchmarks.children import REPOSITORY, Finished, apart, finished
from eurosat_qgis.core.bundle import Bundle, open_bundle
from eurosat_qgis.core.radiometry.radiometry import to_model_values
from scripts.safe_scenes import FULL_SIDE, SafeKind, repeated, sample_pixels, write_safe

SAMPLE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"
TITLES = {
    "job": "whole job, file to files",
    "network": "(a) network alone, arrays in memory",
    "predict": "(b) `model.predict` on a list of windows",
    "onnx": "(c) rasterio and ONNX Runtime in a loop",
    "deepness": "(d) the QGIS plugin Deepness, to polygons",
}
# The ways whose windows a second the job is held against.
PEERS = ("predict", "onnx", "deepness")
FULL_SIDES, QUICK_SIDES = (5490, 10980), (768,)
# Seconds against millions of pixels: 1, 4, 16, 64.
LINE_SIDES = (1000, 2000, 4000, 8000)


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
class Run:
    """A process to time: its arguments, its Python, and what its environment has besides."""

    arguments: list[str]
    python: str = sys.executable
    settings: Mapping[str, str] = field(default_factory=dict)
    # Where one takes many minutes.
    only_once: bool = False


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


class Bench:
    """Runs ways on scenes and keeps what they took.

    `deepness` are the folder `src` of that plugin's repository and the packages that it needs.
    """

    def __init__(
        self, model: Path | None, repeats: int, deepness: tuple[Path, Path] | None
    ) -> None:
        self._model, self._repeats, self._deepness = model, repeats, deepness

    def way(self, name: str, scene: Path, **options: object) -> Run:
        """One run of a way."""
        given = ["--options", json.dumps(options), *self._chosen()]
        return Run(["-m", "benchmarks.contestants", name, str(scene), *given])

    def _chosen(self) -> list[str]:
        return ["--model", str(self._model)] if self._model else []

    def _deepness_on(self, scene: Path, source: Path, packages: Path) -> Run:
        """Deepness on a twin of a scene in EuroSAT's own 8 bits, written beside it."""
        bundle = open_bundle(self._model)
        image, network = scene.with_suffix(".8bit.tif"), scene.with_suffix(".onnx")
        if not network.exists():
            apart(write_eight_bits, scene, image, bundle)
            export = ["-m", "trainer", "export", str(bundle.path), "--format", "onnx"]
            finished([*export, "--out", str(network.with_suffix(""))], says_nothing=True)
        return Run(
            ["benchmarks/deepness.py", str(source), str(image), str(network)],
            os.environ.get("QGIS_PYTHON", "/usr/bin/python3"),
            {"PYTHONPATH": str(packages), "QT_QPA_PLATFORM": "offscreen"},
        )

    def in_turn(self, runs: dict[str, Run]) -> dict[str, list[Finished]]:
        """Each run `repeats` times, one after the other."""
        found: dict[str, list[Finished]] = {name: [] for name in runs}
        for turn in range(self._repeats):
            for name, run in runs.items():
                if turn and run.only_once:
                    continue
                found[name].append(finished(run.arguments, run.python, run.settings))
        return found

    def table_of_ways(self, scene: Path, side: int, only_once: bool = False) -> Iterator[str]:
        runs = {name: self.way(name, scene) for name in TITLES if name != "deepness"}
        if self._deepness is not None:
            runs["deepness"] = self._deepness_on(scene, *self._deepness)
        taken = self.in_turn({n: replace(run, only_once=only_once) for n, run in runs.items()})
        speeds = {
            name: median(run.said["windows"] / run.said["seconds"] for run in of_one)
            for name, of_one in taken.items()
        }
        yield f"### Cell 64, {side} x {side} pixels{', one run each' if only_once else ''}\n"
        yield "| way | windows a second | of the network alone | peak memory, MiB |"
        yield "|---|---|---|---|"
        for name, of_one in taken.items():
            peak = median(run.peak_mib for run in of_one)
            share = speeds[name] / speeds["network"]
            yield f"| {TITLES[name]} | {speeds[name]:.0f} | {share:.2f} | {peak:.0f} |"
        best = max((name for name in PEERS if name in speeds), key=lambda name: speeds[name])
        yield (
            f"\nThe job takes {speeds['network'] / speeds['job']:.2f} times what the network alone "
            f"takes (aim: at most 1.25), and is {speeds['job'] / speeds[best]:.2f} times as fast "
            f"as the fastest other, {TITLES[best]} (aim: 1.2).\n"
        )

    def bfloat16(self, scene: Path) -> Iterator[str]:
        """The network alone in bfloat16 beside float32, and what that changes."""
        runs = self.in_turn({"bfloat16": self.way("bfloat16", scene)})["bfloat16"]
        faster = median(run.said["float32_seconds"] / run.said["seconds"] for run in runs)
        changed = runs[0].said["changed"]
        yield "### bfloat16\n"
        yield (
            f"On one thread the network is {faster:.2f} times as fast in bfloat16 as in float32, "
            f"and {changed:.1%} of the windows get another class (aim: at most 0.2 %).\n"
        )

    def decoding(self, safe: Path, scene: Path) -> Iterator[str]:
        """What reading a SAFE product's JP2s takes, by itself and while the network runs."""
        ways = {way: self.way(way, safe) for way in ("job", "reading")}
        runs = self.in_turn({**ways, "network": self.way("network", scene)})
        job, reading = (median(r.said["seconds"] for r in runs[w]) for w in ("job", "reading"))
        windows = runs["job"][0].said["windows"]
        speed = median(r.said["windows"] / r.said["seconds"] for r in runs["network"])
        network = windows / speed
        peak = median(r.peak_mib for r in runs["job"])
        yield "### A SAFE product's JP2s, 10980 x 10980 pixels, cell 64\n"
        yield (
            f"The job takes {job:.0f} s for {windows} windows, {peak:.0f} MiB at most. Reading and "
            f"decoding alone take {reading:.0f} s, the network alone {network:.0f} s: "
            f"{reading / job:.0%} and {network / job:.0%} of the job, which does both at once. "
            f"One after the other they would take {(reading + network) / job:.2f} times as long.\n"
        )

    def table_of_jobs(self, title: str, jobs: dict[str, Run]) -> Iterator[str]:
        yield f"### {title}\n"
        yield "| job | cells | dense | runs | seconds | peak memory, MiB |"
        yield "|---|---|---|---|---|---|"
        for name, runs in self.in_turn(jobs).items():
            seconds = median(run.said["seconds"] for run in runs)
            peak = median(run.peak_mib for run in runs)
            said = runs[0].said
            dense = "yes" if said.get("dense") else "no"
            cells = f"{said['windows']} | {dense} | {len(runs)}"
            yield f"| {name} | {cells} | {seconds:.2f} | {peak:.0f} |"
        yield ""

    def first_map(self, scene: Path) -> Iterator[str]:
        """From the start of a process to the file, and with a network that is loaded."""
        yield "### Time to the first map, 1024 x 1024 pixels\n"
        yield "| | seconds | aim |\n|---|---|---|"
        with tempfile.TemporaryDirectory() as folder:
            arguments = ["-m", "eurosat_qgis", "classify", str(scene), f"{folder}/map.tif"]
            arguments += [*self._chosen(), "--json"]
            cold = self.in_turn({"cold": Run(arguments)})["cold"]
        warm = self.in_turn({"warm": self.way("job", scene)})["warm"]
        yield f"| cold, process start to file | {median(r.seconds for r in cold):.2f} | 8 |"
        yield f"| warm | {median(r.said['seconds'] for r in warm):.2f} | 1 |\n"


def machine() -> str:
    """What this runs on, in a line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = names[0] if names else model
    packages = ", ".join(f"{p} {version(p)}" for p in ("tensorflow", "rasterio", "onnxruntime"))
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores of {model}, {platform.system()}, Python "
        f"{platform.python_version()}, {packages}; load {load:.1f} at the start."
    )


@contextmanager
def scenes(sides: tuple[int, ...]) -> Iterator[dict[int, Path]]:
    """Scenes of these sides, gone when the block ends."""
    with tempfile.TemporaryDirectory(prefix="eurosat-bench-") as folder:
        yield {side: write_scene(Path(folder) / f"{side}.tif", side) for side in sides}


def page(bench: Bench, quick: bool, model: Path | None) -> Iterator[str]:
    """The page, section by section."""
    yield "# What the job costs\n"
    names = " and ".join(dict.fromkeys(open_bundle(model, c).card.name for c in (64, 8)))
    yield f"{machine()} Model {names}; {time.strftime('%Y-%m-%d')}.\n"
    sides: tuple[int, ...] = QUICK_SIDES if quick else FULL_SIDES
    with scenes((*sides, 1024, *(() if quick else LINE_SIDES))) as found:
        small = found[1024] if quick else found[sides[0]]
        yield from bench.table_of_ways(found[sides[0]], sides[0])
        yield from bench.first_map(found[1024])
        jobs = {
            "cell 64": bench.way("job", small),
            "cell 64, a tenth of the ground": bench.way("job", small, extent=middle_tenth(small)),
            "cell 8": bench.way("job", small, cell=8),
        }
        yield from bench.table_of_jobs(f"Cells and areas, {small.stem} pixels a side", jobs)
        if quick:
            return
        windows = bench.way("job", found[4000], cell=8, dense="off")
        eight = {
            "dense": bench.way("job", found[4000], cell=8),
            "window by window": replace(windows, only_once=True),
        }
        yield from bench.table_of_jobs("Cell 8, 4000 pixels a side", eight)
        line = {f"{side}²": bench.way("job", found[side]) for side in LINE_SIDES}
        line["8000²"] = replace(line["8000²"], only_once=True)
        yield from bench.table_of_jobs("Cost against size, cell 64", line)
        yield from bench.bfloat16(small)
        large = {
            f"cell {cell}": replace(bench.way("job", found[10980], cell=cell), only_once=True)
            for cell in (64, 8)
        }
        yield from bench.table_of_jobs("10980 pixels a side", large)
        yield from bench.table_of_ways(found[10980], 10980, only_once=True)
        yield from bench.decoding(apart(safe_product, small.parent), found[1024])


def middle_tenth(scene: Path) -> list[float]:
    """The extent of a tenth of a scene's ground, in its middle."""
    with rasterio.open(scene) as raster:
        half = 0.1**0.5 / 2 * raster.width
        middle = raster.width / 2
        left, top = raster.transform @ (middle - half, middle - half)
        right, bottom = raster.transform @ (middle + half, middle + half)
    return [left, bottom, right, top]


def safe_product(folder: Path) -> Path:
    """A SAFE product of full size, its JP2s of the sample scene's pixels."""
    pixels = {band: repeated(band, FULL_SIDE) for band in ("B02", "B03", "B04")}
    _, crs, transform = sample_pixels()
    return write_safe(folder, SafeKind("L1C", "04.00"), pixels, crs, transform)


@click.command()
@click.option("--quick", is_flag=True, help="One run of each on a small scene, for a first look.")
@click.option("--repeats", default=5, show_default=True)
@click.option("--model", type=click.Path(path_type=Path), help="Bundle [the built-in ones].")
@click.option("--deepness", type=click.Path(path_type=Path), help="Folder src of its repository.")
@click.option("--deepness-packages", type=click.Path(path_type=Path), help="What it imports.")
@click.option("--out", type=click.Path(path_type=Path), help="Also write the page here.")
def main(
    quick: bool,
    repeats: int,
    model: Path | None,
    deepness: Path | None,
    deepness_packages: Path | None,
    out: Path | None,
) -> None:
    """Measure and print the page."""
    lines: list[str] = []
    peer = (deepness, deepness_packages) if deepness and deepness_packages else None
    for line in page(Bench(model, 1 if quick else repeats, peer), quick, model):
        click.echo(line)
        if out:
            lines.append(line)
            out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
