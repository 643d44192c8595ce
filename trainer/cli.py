"""The trainer's command line: it converts, validates and reports; the work is elsewhere."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from trainer import course_commands
from trainer.errors import TrainerError
from trainer.quiet import load_tensorflow

DATA = click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder of class folders, a zip of one, or the course's folder of npy files.",
)
SPLIT = click.option(
    "--split", help="course, 80/20, aitlas, or a folder with train.csv and val.csv."
)


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Train CNNs on EuroSAT and export them for the QGIS plugin."""


@commands.command()
def models() -> None:
    """List the models there are."""
    load_tensorflow()
    from trainer.classes import CLASS_NAMES
    from trainer.models import MODELS

    for spec in MODELS.values():
        count = spec.build(len(CLASS_NAMES)).count_params()
        click.echo(f"{spec.name:10} {count:>10,} parameters  {spec.summary}")


@commands.command()
@click.argument("model")
@DATA
@SPLIT
@click.option("--epochs", type=click.IntRange(1), help="Default: 15, or the own model's recipe.")
@click.option("--batch-size", type=click.IntRange(1), help="Default: 32, or the own recipe's.")
@click.option("--learning-rate", type=float, help="Default: 0.001, or the own recipe's.")
@click.option("--mixup", type=click.FloatRange(0), help="Default: 0, or the own recipe's alpha.")
@click.option(
    "--detail",
    type=click.FloatRange(0, 1),
    help="Share of images resampled, blurred, made noisy. Default: 0, or the own recipe's.",
)
@click.option(
    "--neighbours",
    type=click.FloatRange(0, 1),
    help="Share of batches whose images are seen side by side, as in a scene. Default: 0.",
)
@click.option(
    "--start-share",
    type=click.FloatRange(0, 1),
    help="Share of the weights that it started from in those that it keeps. Default: 0.",
)
@click.option("--patience", type=click.IntRange(1), help="Stop after so many epochs without gain.")
@click.option(
    "--pretrained",
    "--vgg16-weights",
    "pretrained",
    type=click.Path(path_type=Path),
    help="Weights to start from: ImageNet's npz, VGG16's for model4 on a machine that cannot "
    "download them, an earlier run's NAME.weights.h5, or a bundle NAME.keras to go on from.",
)
@click.option(
    "--precision",
    default="auto",
    show_default=True,
    help="float32, mixed_bfloat16, or what this machine computes fastest.",
)
@click.option(
    "--with-val",
    "trial",
    metavar="RUN",
    type=click.Path(path_type=Path),
    help="Repeat the training of RUN on its validation images too; RUN's scores stand for it.",
)
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**31 - 1))
@click.option("--out", type=click.Path(path_type=Path), help="Run folder [runs/MODEL].")
@click.option("--resume", is_flag=True, help="Go on after the last finished epoch of --out.")
@click.option("--bands", help="Train on these bands of multispectral patches: B02,B03,B04,...")
@click.option(
    "--strategy",
    type=click.Choice(["mirrored", "multiworker"]),
    help="Train on all GPUs, or on the machines that TF_CONFIG names.",
)
def train(
    model: str,
    data: Path,
    split: str | None,
    epochs: int | None,
    batch_size: int | None,
    learning_rate: float | None,
    mixup: float | None,
    detail: float | None,
    neighbours: float | None,
    start_share: float | None,
    patience: int | None,
    pretrained: Path | None,
    precision: str,
    trial: Path | None,
    seed: int,
    out: Path | None,
    resume: bool,
    bands: str | None,
    strategy: str | None,
) -> None:
    """Train MODEL; keep the weights of every epoch and of the best validation accuracy."""
    load_tensorflow(find_devices=strategy != "multiworker")
    from trainer.inputs import RGB, parse_bands, reflectance
    from trainer.models import model_spec
    from trainer.recipes import recipe_for
    from trainer.runs import RunFolder
    from trainer.splits import read_split
    from trainer.strategies import open_strategy
    from trainer.together import train_together
    from trainer.training import train as train_model

    if trial is not None and strategy:
        raise click.UsageError("--with-val trains on one device: leave --strategy away.")
    if (neighbours or start_share) and strategy:
        raise click.UsageError(
            "--neighbours and --start-share train on one device: leave --strategy away."
        )
    model_spec(model)
    given: dict[str, Any] = {
        "epochs": epochs,
        "batch_size": batch_size,
        "learning_rate": learning_rate,
        "mixup": mixup,
        "detail": detail,
        "neighbours": neighbours,
        "start_share": start_share,
        "patience": patience,
    }
    recipe = replace(recipe_for(model), **{k: v for k, v in given.items() if v is not None})
    wanted = reflectance(parse_bands(bands)) if bands else RGB
    images = read_split(data, split, wanted=wanted, optional=("test",))
    workers = open_strategy(strategy) if strategy else None
    command = "python -m trainer " + shlex.join(sys.argv[1:])
    out = out or Path("runs") / model
    job = (model, images, recipe, out, seed, resume, command, pretrained, precision)
    if workers is None:
        run = train_model(*job, trial=RunFolder(trial) if trial is not None else None)
    else:
        run = train_together(workers, *job)
    if workers is None or workers.is_chief:
        click.echo(run.summary_file.read_text(encoding="utf-8"), nl=False)


@commands.command()
@click.option("--run", "run_path", type=click.Path(path_type=Path), help="Folder of a run.")
@click.option("--bundle", type=click.Path(path_type=Path), help="NAME.keras of a bundle.")
@click.option(
    "--weights",
    multiple=True,
    help="Which of a run's weights: best, last, or a file; give it again to compare.  [best]",
)
@DATA
@SPLIT
@click.option("--subset", type=click.Choice(["train", "val", "test"]), help="[test]")
@click.option("--jitter", is_flag=True, help="Also score with gains of 10 % and offsets of 100 DN.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="File, or - to print.")
def evaluate(
    run_path: Path | None,
    bundle: Path | None,
    weights: tuple[str, ...],
    data: Path,
    split: str | None,
    subset: str | None,
    jitter: bool,
    json_file: Path | None,
) -> None:
    """Score a run or a bundle on labelled images; without --split on every image there is."""
    if (run_path is None) == (bundle is None):
        raise click.UsageError("Give either --run or --bundle.")
    load_tensorflow()
    from trainer.data import is_course_folder
    from trainer.evaluation import apply_temperature, predict, score
    from trainer.jitter import jittered_accuracies
    from trainer.runs import RunFolder
    from trainer.splits import read_split
    from trainer.trained_bundle import open_bundle
    from trainer.trained_run import trained_model
    from trainer.whole_files import write_whole_text

    divided = split is not None or is_course_folder(data)
    wanted = (subset or "test") if divided else "all"
    if bundle is not None:
        opened = open_bundle(bundle)
        models = {"": opened.model}
        temperature, source = opened.temperature, opened.input_format
    elif run_path is not None:
        run = RunFolder(run_path)
        models = {which: trained_model(run, which) for which in weights or ("best",)}
        temperature, source = 1.0, run.input_format()
    images = read_split(data, split, (wanted,), source).subset(wanted)
    found: dict[str, dict[str, Any]] = {}
    for which, model in models.items():
        probabilities = apply_temperature(predict(model, images), temperature)
        found[which] = score(probabilities, images.labels).as_json()
        if jitter:
            found[which]["jitter"] = jittered_accuracies(model, images)
    # One set of scores stands for itself.
    text = json.dumps(found if len(found) > 1 else next(iter(found.values())), indent=2)
    if json_file is not None and str(json_file) != "-":
        write_whole_text(json_file, text + "\n")
    if str(json_file) == "-":
        click.echo(text)
        return
    for which, scores in found.items():
        label = f"{which} weights: " if len(found) > 1 else ""
        click.echo(
            f"{label}accuracy {scores['accuracy']:.4f} of {scores['n']}, "
            f"calibration error {scores['ece']:.4f}"
        )
        for name, accuracy in scores.get("jitter", {}).items():
            click.echo(f"{name:12} {accuracy:.4f}")


@commands.command()
@click.argument("source", metavar="RUN", type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="DIR/NAME: writes NAME.keras and its card NAME.json; NAME.onnx; or the folder NAME.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["keras", "onnx", "savedmodel"]),
    default="keras",
    show_default=True,
    help="The plugin's bundle; ONNX, for Deepness; or a SavedModel, for TensorFlow Serving.",
)
def export(source: Path, out: Path, kind: str) -> None:
    """Export the best weights of RUN, or the bundle NAME.keras in another format."""
    load_tensorflow()
    from trainer.bundle import bundle_of, export_bundle
    from trainer.runs import RunFolder

    if kind == "keras":
        path = export_bundle(RunFolder(source), out)
        click.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
        return
    bundle = bundle_of(source)
    if kind == "onnx":
        from trainer.onnx_model import write_onnx

        path = out if out.suffix == ".onnx" else out.with_name(f"{out.name}.onnx")
        write_onnx(bundle, path)
    else:
        from trainer.saved_model import write_saved_model

        path = out
        write_saved_model(bundle, path)
    click.echo(str(path))


for command in (course_commands.fetch, course_commands.plot, course_commands.course):
    commands.add_command(command)


def main() -> None:
    """Exit codes: 0 done, 2 bad usage or input in one line on stderr, 1 anything else."""
    try:
        sys.exit(commands.main(prog_name="python -m trainer", standalone_mode=False))
    except click.UsageError as error:
        # One line instead of click's four.
        click.echo(f"trainer: {error.format_message()} See --help.", err=True)
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("trainer: stopped; --resume goes on after the last finished epoch.", err=True)
        sys.exit(1)
    except TrainerError as error:
        click.echo(f"trainer: {error}", err=True)
        sys.exit(2)
