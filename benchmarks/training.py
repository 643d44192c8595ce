"""How fast the trainer trains, beside the exercise's own way, and what memory each takes.

`python -m benchmarks.training --data EuroSAT_RGB.zip [--models model1,model3,own] [--out FILE.md]`.
Both ways train the same network on the same images in turn, each time in a fresh process, and count
whole epochs (training and validation, as `fit` does) but for the first, which builds the graph.
Memory is the operating system's own account of each finished process. Writes a Markdown table.
"""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
import numpy as np

from benchmarks.children import finished
from benchmarks.machine import machine
from eurosat_qgis.core.bundle import default_bundle_path
from trainer.data import image_names, is_course_folder, label_of
from trainer.errors import TrainerError

# What is asked of the trainer: own network, the others.
BARS = {True: 1.5, False: 1.0}


@dataclass(frozen=True)
class Run:
    """One finished process: images a second, and its largest resident memory in MiB."""

    images_per_s: float
    peak_mib: float


def own_model() -> str:
    """The registered name of the network that the plugin ships for cells of a window."""
    card = default_bundle_path().with_suffix(".json")
    return str(json.loads(card.read_text(encoding="utf-8"))["training"]["model"])


def write_lists(data: Path, folder: Path, images: int) -> None:
    """Draw `images` to train and an eighth of that to validate, as many of each class, seeded."""
    names = np.array(image_names(data))
    labels = np.array([label_of(name) for name in names])
    rng = np.random.default_rng(1)
    drawn: dict[str, list[str]] = {"train": [], "val": []}
    for label in np.unique(labels):
        of_class = rng.permutation(names[labels == label])
        count = images // 10
        beside = max(1, count // 8)
        if len(of_class) < count + beside:
            raise TrainerError(f"{data} has too few images: give --images below {images}.")
        drawn["train"] += of_class[:count].tolist()
        drawn["val"] += of_class[count : count + beside].tolist()
    for subset, chosen in drawn.items():
        lines = "".join(f"{name},{name.split('/')[0]}\n" for name in chosen)
        (folder / f"{subset}.csv").write_text(lines, encoding="utf-8")


def with_the_trainer(
    model: str, data: Path, lists: Path, epochs: int, images: int, pretrained: Path | None
) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        command = ["-m", "trainer", "train", model, "--data", data, "--split", lists]
        command += ["--epochs", epochs, "--out", out]
        if pretrained is not None:
            command += ["--pretrained", pretrained]
        peak = finished([*map(str, command)], says_nothing=True).peak_mib
        with (out / "history.csv").open(newline="", encoding="utf-8") as lines:
            seconds = [float(row["seconds"]) for row in csv.DictReader(lines)]
    return Run(images / median(seconds[1:]), peak)


def with_the_exercise(model: str, data: Path, lists: Path, epochs: int, images: int) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        times = Path(folder) / "times.json"
        job = map(str, (model, data, lists, epochs, times))
        peak = finished(["-m", "benchmarks.exercise", *job], says_nothing=True).peak_mib
        seconds = json.loads(times.read_text(encoding="utf-8"))
    return Run(images / median(seconds[1:]), peak)


def table(runs: dict[str, list[tuple[Run, Run]]], own: str) -> Iterator[str]:
    """Markdown rows: medians, the range in brackets, the ratio pair by pair."""
    yield "| network | exercise, images/s | trainer, images/s | times as fast | bar | memory, MiB |"
    yield "|---|---|---|---|---|---|"
    for model, pairs in runs.items():
        theirs, ours = zip(*pairs, strict=True)
        ratio = median(o.images_per_s / t.images_per_s for t, o in pairs)
        memory = " / ".join(f"{median(r.peak_mib for r in side):.0f}" for side in (theirs, ours))
        yield (
            f"| {model} | {_speeds(theirs)} | {_speeds(ours)} | {ratio:.2f} "
            f"| {BARS[model == own]:.1f} | {memory} |"
        )


def _speeds(runs: tuple[Run, ...]) -> str:
    speeds = [r.images_per_s for r in runs]
    return f"{median(speeds):.0f} ({min(speeds):.0f} to {max(speeds):.0f})"


@click.command()
@click.option("--data", required=True, type=click.Path(path_type=Path), help="EuroSAT RGB.")
@click.option("--models", default="model1,model3,own", show_default=True)
@click.option("--pretrained", type=click.Path(path_type=Path), help="Weights the own model needs.")
@click.option("--images", default=4000, show_default=True, help="Training images.")
@click.option("--epochs", default=3, show_default=True, type=click.IntRange(2))
@click.option("--repeats", default=3, show_default=True, type=click.IntRange(1))
@click.option("--out", type=click.Path(path_type=Path), help="Markdown file; printed otherwise.")
def main(
    data: Path,
    models: str,
    pretrained: Path | None,
    images: int,
    epochs: int,
    repeats: int,
    out: Path | None,
) -> None:
    """Train each of MODELS both ways in turn and compare."""
    if is_course_folder(data):
        raise click.UsageError("Give EuroSAT RGB as a folder or zip of class folders.")
    own = own_model()
    names = [own if name == "own" else name for name in models.split(",")]
    data = data.resolve()
    runs: dict[str, list[tuple[Run, Run]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        lists = Path(folder)
        write_lists(data, lists, images)
        for repeat in range(1, repeats + 1):
            for name in names:
                job = (name, data, lists, epochs, images)
                theirs = with_the_exercise(*job)
                ours = with_the_trainer(*job, pretrained if name == own else None)
                runs[name].append((theirs, ours))
                click.echo(f"{repeat}/{repeats} {name}: {theirs} {ours}", err=True)
    how = (
        f"{images} training images, {images // 8} to validate; medians of {repeats} runs in turn "
        f"(range in brackets), each of the epochs 2 to {epochs}. The exercise's way is Keras' "
        "`fit` on float64 / 255 arrays; the trainer augments its own network's images, the "
        "exercise does not. Memory: largest resident set of the process, exercise / trainer."
    )
    made = "Made by `make bench-training`."
    head = ("# How fast the trainer trains", "", machine("tensorflow", "keras", "numpy"), "")
    lines = [*head, *table(runs, own), "", how, "", made]
    text = "\n".join(lines) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
        click.echo(f"{out}", err=True)


if __name__ == "__main__":
    try:
        main()
    except (TrainerError, RuntimeError) as error:
        sys.exit(f"bench-training: {error}")
