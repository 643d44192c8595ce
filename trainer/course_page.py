"""Writes the course's page: one HTML file that holds every number and plot, and opens anywhere."""

from __future__ import annotations

import base64
import math
import os
import platform
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from trainer.course import PRINTED, CourseResult, ModelResult
from trainer.models import model_spec
from trainer.processor import processor_name
from trainer.runs import versions
from trainer.whole_files import write_whole_text


def write_course_page(course: CourseResult, path: Path) -> None:
    """Write the page. Raises TrainerError when it cannot be written."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(embedded=_embedded, accuracy=_accuracy)
    page = environment.get_template("course_page.html").render(
        course=course,
        split=course.split,
        models=course.models,
        first=course.models[0],
        callbacks=course.callbacks,
        printed=PRINTED,
        summary_of=lambda name: model_spec(name).summary.removeprefix("course: "),
        layers_of=_layers,
        standard_error=_standard_error(course.models[0]),
        machine=machine(),
        versions=versions(),
    )
    write_whole_text(path, page)


def results_table(course: CourseResult) -> str:
    """The results beside the course's, as lines of text."""
    rows = [("model", "before", "printed", "after", "printed")]
    for model in course.models:
        printed = PRINTED[model.name]
        rows.append(
            (
                model.name,
                _span(model.accuracies("initial_accuracy")),
                "-".join(f"{v:.2f}" for v in printed.initial or ()) or "-",
                _span(model.accuracies("final_accuracy")),
                "-".join(f"{v:.2f}" for v in printed.final),
            )
        )
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def machine() -> str:
    """This machine in words: system, processor, number of cores."""
    system = f"{platform.system()} {platform.release()}"
    return f"{system}, {processor_name()}, {os.cpu_count()} cores"


def _layers(model: ModelResult) -> str:
    return model.plots.layers.read_text(encoding="utf-8")


def _standard_error(model: ModelResult) -> float:
    """Of an accuracy on this many images: that of a share, the square root of p(1-p)/n."""
    summary = model.summaries[0]
    share = summary["final_accuracy"]
    return math.sqrt(share * (1 - share) / summary["judged_images"])


def _embedded(path: Path) -> str:
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    return f"data:image/png;base64,{data}"


def _accuracy(value: Any) -> str:
    return f"{value:.3f}"


def _span(values: list[float]) -> str:
    """One value, or the mean of several with the least and the greatest."""
    if len(values) == 1:
        return _accuracy(values[0])
    return f"{sum(values) / len(values):.3f} ({min(values):.3f} to {max(values):.3f})"
