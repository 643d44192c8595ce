"""Figures of a training run. Each function returns a matplotlib Figure of its own: nothing is kept
in pyplot, and no screen is needed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from trainer.classes import CLASS_NAMES, EUROSAT_CLASSES
from trainer.data import Images
from trainer.evaluation import Scores
from trainer.inputs import RGB, RGB_BANDS, InputFormat
from trainer.whole_files import whole_file

TRAINING_COLOR, VALIDATION_COLOR = "#1f5fa8", "#d1660f"
_INK, _GRID = "#26323c", "#d9dee2"
_TITLES = [c.title for c in EUROSAT_CLASSES]
_MISTAKES = 24
_PER_ROW = 6


def save_figure(figure: Figure, path: Path) -> None:
    """Write a figure as PNG. Raises TrainerError when it cannot be written."""
    with whole_file(path) as part:
        figure.savefig(part, format="png", dpi=150, facecolor="white")


def learning_curves(history: list[dict[str, float]]) -> Figure:
    """Loss and accuracy by epoch on training and validation images.

    The epoch of the best validation accuracy is circled.
    """
    figure = Figure(figsize=(10, 3.8), layout="constrained")
    epochs = [row["epoch"] for row in history]
    best = max(history, key=lambda row: row["val_accuracy"])
    for axes, quantity in zip(figure.subplots(1, 2), ("loss", "accuracy"), strict=True):
        for key, label, color in (
            (quantity, "training", TRAINING_COLOR),
            (f"val_{quantity}", "validation", VALIDATION_COLOR),
        ):
            values = [row[key] for row in history]
            axes.plot(epochs, values, "-o", color=color, label=label, lw=2, ms=3.5)
        axes.set_xlabel("epoch", color=_INK)
        axes.set_ylabel(quantity, color=_INK)
        axes.set_xlim(min(epochs) - 0.5, max(epochs) + 0.5)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        _tidy(axes)
        best_value = best[f"val_{quantity}"]
        axes.plot(best["epoch"], best_value, "o", mfc="none", mec=_INK, ms=10, mew=1.2)
        axes.set_ylim(bottom=0, top=1 if quantity == "accuracy" else None)
        axes.set_title(
            f"validation {quantity} {best_value:.3f} at the best epoch, {best['epoch']:.0f}",
            fontsize=10,
            color=_INK,
            loc="left",
        )
        axes.legend(frameon=False, labelcolor=_INK)
    return figure


def confusion_figure(scores: Scores, what: str) -> Figure:
    """How many images of each class (rows) were called what (columns); `what` stands in the title.

    Cells are shaded by their share of the row: the diagonal is each class's recall.
    """
    counts = np.array(scores.confusion)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure = Figure(figsize=(7.6, 6.6), layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        if count:
            color = "white" if shares[row, column] > 0.55 else _INK
            axes.text(column, row, str(count), ha="center", va="center", color=color, fontsize=9)
    places = range(len(_TITLES))
    axes.set_xticks(places, _TITLES, rotation=40, ha="right", rotation_mode="anchor")
    axes.set_yticks(places, _TITLES)
    axes.set_xticks(np.arange(len(_TITLES) - 1) + 0.5, minor=True)
    axes.set_yticks(np.arange(len(_TITLES) - 1) + 0.5, minor=True)
    axes.grid(which="minor", color="white", lw=1.5)
    axes.tick_params(which="both", length=0, labelcolor=_INK)
    axes.spines[:].set_visible(False)
    axes.set_xlabel("predicted class", color=_INK)
    axes.set_ylabel("true class", color=_INK)
    axes.set_title(
        f"{what}: accuracy {scores.accuracy:.3f} of {scores.n:,} images", color=_INK, fontsize=11
    )
    return figure


def mistakes_figure(images: Images, probabilities: np.ndarray) -> Figure:
    """Up to 24 misclassified images with their true and predicted class, surest mistakes first.

    `probabilities` is `(N, classes)`, a row for each of `images`.
    """
    predicted = probabilities.argmax(axis=1)
    wrong = np.flatnonzero(predicted != images.labels)
    surest = wrong[np.argsort(-probabilities[wrong].max(axis=1), kind="stable")]
    shown = surest[:_MISTAKES]
    rows = max(1, -(-len(shown) // _PER_ROW))
    figure = Figure(figsize=(11, 2.4 * rows + 0.4), layout="constrained")
    grid = figure.subplots(rows, _PER_ROW, squeeze=False).ravel()
    for axes in grid:
        axes.axis("off")
    for axes, i in zip(grid, shown, strict=False):
        _show(axes, images, i)
        axes.set_title(
            f"{_TITLES[images.labels[i]]}\ncalled {_TITLES[predicted[i]]}\n"
            f"{probabilities[i].max():.0%} sure",
            fontsize=7.5,
            color=_INK,
        )
    share = f"{len(wrong):,} of {len(images):,} images misclassified"
    some = f"; the {len(shown)} surest mistakes" if len(wrong) > len(shown) else ""
    figure.suptitle(share + some, fontsize=11, color=_INK)
    return figure


def examples_figure(images: Images) -> Figure:
    """The first image of each class."""
    present = [label for label in range(len(CLASS_NAMES)) if (images.labels == label).any()]
    figure = Figure(figsize=(10, 4.4), layout="constrained")
    grid = figure.subplots(2, -(-len(CLASS_NAMES) // 2)).ravel()
    for axes in grid:
        axes.axis("off")
    for axes, label in zip(grid, present, strict=False):
        _show(axes, images, np.flatnonzero(images.labels == label)[0])
        axes.set_title(_TITLES[label], fontsize=10, color=_INK)
    return figure


def _show(axes: Axes, images: Images, index: int) -> None:
    axes.imshow(_picture(images.pixels[index], images.format), interpolation="nearest")
    axes.set_aspect("equal")


def _picture(pixels: np.ndarray, shown: InputFormat) -> np.ndarray:
    """`(64, 64, 3) uint8`: RGB as it is, other patches stretched as EuroSAT RGB is."""
    if shown.is_rgb:
        return pixels
    bands = [shown.bands.index(b) for b in RGB_BANDS if b in shown.bands]
    # Without red, green and blue: grey, of the first band.
    chosen = pixels[..., bands if len(bands) == len(RGB_BANDS) else [0, 0, 0]]
    values = 1 + RGB.scaling.values_per_dn * chosen.astype(np.float32)
    return np.clip(values, RGB.scaling.value_min, RGB.scaling.value_max).astype(np.uint8)


def _tidy(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(_INK)
    axes.tick_params(colors=_INK)
    axes.grid(color=_GRID, lw=0.8)
    axes.set_axisbelow(True)
