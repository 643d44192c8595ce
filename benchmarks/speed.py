"""How fast and how small the whole job is, side by side with other ways; writes a Markdown page.

`python -m benchmarks.speed [--quick] [--only PART] [--repeats 5] [--model NAME.keras] [--out F]`,
with `--deepness` and `--deepness-packages` (`make bench DEEPNESS=SRC`) beside that plugin too.
Every figure is the median of runs in fresh processes, the ways in turn, so that what else the
machine does meets all of them; what takes minutes is run once, and says so. Scenes are the sample
scene, mirrored to full size.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

import click

from benchmarks.children import Finished, apart, finished
from benchmarks.machine import machine
from benchmarks.scenes import (
    SAMPLE,
    Scenes,
    bands_of_rows,
    middle_tenth,
    mirrored,
    safe_product,
    write_eight_bits,
)
from eurosat_qgis.core.bundle import open_bundle

TITLES = {
    "job": "whole job, file to files",
    "network": "(a) network alone, arrays in memory",
    "predict": "(b) `model.predict` on a list of windows",
    "onnx": "(c) rasterio and ONNX Runtime in a loop",
    "deepness": "(d) the QGIS plugin Deepness, to polygons",
}
JOBS_HEAD = (
    "| job | cells | dense | runs | seconds | peak memory, MiB |",
    "|---|---|---|---|---|---|",
)
# The ways whose windows a second the job is held against.
PEERS = ("predict", "onnx", "deepness")
FULL_SIDES, QUICK_SIDES = (5490, 10980), (768,)
# Seconds against millions of pixels: 1, 4, 16, 64.
LINE_SIDES = (1000, 2000, 4000, 8000)


@dataclass(frozen=True)
class Run:
    """A process to time: its arguments, its Python, and what its environment has besides."""

    arguments: list[str]
    python: str = sys.executable
    settings: Mapping[str, str] = field(default_factory=dict)
    # Where one takes many minutes.
    only_once: bool = False


def windows_a_second(runs: Iterable[Finished]) -> float:
    """The median of what finished runs of a way did."""
    return median(run.said["windows"] / run.said["seconds"] for run in runs)


class Bench:
    """Runs ways on scenes and keeps what they took.

    `deepness` are the folder `src` of that plugin's repository and the packages that it needs.
    """

    def __init__(
        self, model: Path | None, repeats: int, deepness: tuple[Path, Path] | None
    ) -> None:
        self._model, self.repeats, self._deepness = model, repeats, deepness

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
        for turn in range(self.repeats):
            for name, run in runs.items():
                if turn and run.only_once:
                    continue
                found[name].append(finished(run.arguments, run.python, run.settings))
        return found

    def table_of_ways(self, scene: Path, only_once: bool = False) -> Iterator[str]:
        runs = {name: self.way(name, scene) for name in TITLES if name != "deepness"}
        if self._deepness is not None:
            runs["deepness"] = self._deepness_on(scene, *self._deepness)
        taken = self.in_turn({n: replace(run, only_once=only_once) for n, run in runs.items()})
        speeds = {name: windows_a_second(of_one) for name, of_one in taken.items()}
        runs_each = ", one run each" if only_once else ""
        yield f"### Cell 64, {scene.stem} x {scene.stem} pixels{runs_each}\n"
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
        """The job and the network alone in bfloat16 beside float32, and what that changes."""
        ways = {way: self.way(way, scene) for way in ("job", "network")}
        rounded = {f"rounded {w}": self.way(w, scene, precision="bfloat16") for w in ways}
        runs = self.in_turn({**ways, **rounded})
        speeds = {name: windows_a_second(of_one) for name, of_one in runs.items()}
        peak = median(run.peak_mib for run in runs["rounded job"])
        changes = self.way("changes", SAMPLE)
        said = finished(changes.arguments, changes.python).said
        yield "### bfloat16\n"
        yield (
            f"With `--precision bfloat16` the job classifies {speeds['rounded job']:.0f} windows a "
            f"second, {speeds['rounded job'] / speeds['job']:.2f} times as many as in float32, and "
            f"the network alone {speeds['rounded network'] / speeds['network']:.2f} times; at most "
            f"{peak:.0f} MiB. {said['changed']:.2%} of {said['windows']} windows of the sample "
            f"scene get another class (aim: at most 0.2 %), {said['again']:.1%} are computed again "
            f"in float32; their confidence differs by {said['confidence']:.3f} on average.\n"
        )

    def decoding(self, safe: Path, scene: Path) -> Iterator[str]:
        """What reading a SAFE product's JP2s takes, by itself and while the network runs."""
        ways = {way: self.way(way, safe) for way in ("job", "reading")}
        runs = self.in_turn({**ways, "network": self.way("network", scene)})
        job, reading = (median(r.said["seconds"] for r in runs[w]) for w in ("job", "reading"))
        windows = runs["job"][0].said["windows"]
        network = windows / windows_a_second(runs["network"])
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
        yield from JOBS_HEAD
        for name, runs in self.in_turn(jobs).items():
            seconds = median(run.said["seconds"] for run in runs)
            peak = median(run.peak_mib for run in runs)
            said = runs[0].said
            dense = "yes" if said.get("dense") else "no"
            cells = f"{said['windows']} | {dense} | {len(runs)}"
            yield f"| {name} | {cells} | {seconds:.2f} | {peak:.0f} |"
        yield ""

    def beside_parts(self, title: str, dense: Run, windows: Sequence[Run]) -> Iterator[str]:
        """A dense job beside window by window, which takes minutes: a part of that in every turn,
        so that what else the machine does meets both.
        """
        turns = [[finished(r.arguments) for r in (dense, part)] for part in windows]
        of_dense, of_windows = zip(*turns, strict=True)
        seconds = median(run.said["seconds"] for run in of_dense)
        alone = sum(run.said["seconds"] for run in of_windows)
        cells = sum(run.said["windows"] for run in of_windows)
        peak, peak_alone = (median(r.peak_mib for r in runs) for runs in (of_dense, of_windows))
        yield f"### {title}\n"
        yield from JOBS_HEAD
        yield f"| dense | {cells} | yes | {len(of_dense)} | {seconds:.2f} | {peak:.0f} |"
        parts = f"1, in {len(of_windows)} parts"
        yield f"| window by window | {cells} | no | {parts} | {alone:.2f} | {peak_alone:.0f} |\n"
        yield f"Dense is {alone / seconds:.0f} times as fast (aim: 40).\n"

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


def areas(bench: Bench, scenes: Scenes) -> Iterator[str]:
    small = scenes.compared
    jobs = {
        "cell 64": bench.way("job", small),
        "cell 64, a tenth of the ground": bench.way("job", small, extent=middle_tenth(small)),
        "cell 8": bench.way("job", small, cell=8),
    }
    yield from bench.table_of_jobs(f"Cells and areas, {small.stem} pixels a side", jobs)


def small_cells(bench: Bench, scenes: Scenes) -> Iterator[str]:
    scene, cell = scenes[4000], 8
    windows = [
        bench.way("job", scene, cell=cell, dense="off", extent=band)
        for band in bands_of_rows(scene, cell, bench.repeats)
    ]
    yield from bench.beside_parts(
        f"Cell {cell}, {scene.stem} pixels a side", bench.way("job", scene, cell=cell), windows
    )


def sizes(bench: Bench, scenes: Scenes) -> Iterator[str]:
    line = {f"{side}²": bench.way("job", scenes[side]) for side in LINE_SIDES}
    line["8000²"] = replace(line["8000²"], only_once=True)
    yield from bench.table_of_jobs("Cost against size, cell 64", line)


def large(bench: Bench, scenes: Scenes) -> Iterator[str]:
    jobs = {
        f"cell {cell}": replace(bench.way("job", scenes[10980], cell=cell), only_once=True)
        for cell in (64, 8)
    }
    yield from bench.table_of_jobs("10980 pixels a side", jobs)
    yield from bench.table_of_ways(scenes[10980], only_once=True)


PARTS: dict[str, Callable[[Bench, Scenes], Iterator[str]]] = {
    "ways": lambda bench, scenes: bench.table_of_ways(scenes.compared),
    "first-map": lambda bench, scenes: bench.first_map(scenes[1024]),
    "areas": areas,
    "small-cells": small_cells,
    "sizes": sizes,
    "bfloat16": lambda bench, scenes: bench.bfloat16(scenes.compared),
    "large": large,
    "jp2": lambda bench, scenes: bench.decoding(
        apart(safe_product, scenes.compared.parent), scenes[1024]
    ),
}
QUICK_PARTS = ("ways", "first-map", "areas")


def page(bench: Bench, quick: bool, only: str | None, model: Path | None) -> Iterator[str]:
    """The page, part by part; or the one part asked for."""
    yield "# What the job costs\n"
    names = " and ".join(dict.fromkeys(open_bundle(model, c).card.name for c in (64, 8)))
    here = machine("tensorflow", "rasterio", "onnxruntime")
    yield f"{here} Model {names}; {time.strftime('%Y-%m-%d')}.\n"
    compared: tuple[int, ...] = QUICK_SIDES if quick else FULL_SIDES
    with mirrored((*compared, 1024, *(() if quick else LINE_SIDES))) as scenes:
        for name in (only,) if only else QUICK_PARTS if quick else PARTS:
            yield from PARTS[name](bench, scenes)


@click.command()
@click.option("--quick", is_flag=True, help="One run of each on a small scene, for a first look.")
@click.option("--repeats", default=5, show_default=True)
@click.option("--model", type=click.Path(path_type=Path), help="Bundle [the built-in ones].")
@click.option("--deepness", type=click.Path(path_type=Path), help="Folder src of its repository.")
@click.option("--deepness-packages", type=click.Path(path_type=Path), help="What it imports.")
@click.option("--only", type=click.Choice(list(PARTS)), help="One part [all].")
@click.option("--out", type=click.Path(path_type=Path), help="Also write the page here.")
def main(
    quick: bool,
    repeats: int,
    model: Path | None,
    deepness: Path | None,
    deepness_packages: Path | None,
    only: str | None,
    out: Path | None,
) -> None:
    """Measure and print the page."""
    if quick and only not in (None, *QUICK_PARTS):
        raise click.UsageError(f"--quick has {', '.join(QUICK_PARTS)} alone.")
    lines: list[str] = []
    peer = (deepness, deepness_packages) if deepness and deepness_packages else None
    for line in page(Bench(model, 1 if quick else repeats, peer), quick, only, model):
        click.echo(line)
        if out:
            lines.append(line)
            out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
