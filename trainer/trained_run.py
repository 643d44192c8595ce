"""What a run has come to: its weights, as they are and as they ship, their scores, its summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np

from trainer.checkpoints import load_weights
from trainer.classes import CLASS_NAMES
from trainer.data import Images
from trainer.evaluation import apply_temperature, fit_temperature, predict, score
from trainer.models import model_spec
from trainer.normalization import with_folded_normalization
from trainer.runs import RunFolder, input_of, write_json
from trainer.splits import Split
from trainer.trial import scores_of_trial


def judged_images(split: Split) -> tuple[str, Images]:
    """What a run is judged on before and after: the split's `test` images, or `val` without any."""
    subset = "test" if "test" in split.subsets else "val"
    return subset, split.subset(subset)


def write_results(
    run: RunFolder, model: keras.Model, split: Split, before: dict[str, float] | None = None
) -> None:
    """Write the summary and the scores of a run that has come to its end.

    `before` holds what was measured before it began.
    """
    judged_on, judged = judged_images(split)
    final = score(predict(trained_model(run, "last"), judged), judged.labels).accuracy
    arguments = run.read_arguments()
    seen = "with_val" in arguments and judged_on == "val"
    accuracies = {
        "judged_on": f"{judged_on}, which it was trained on" if seen else judged_on,
        "judged_images": len(judged),
        **(before or {}),
        "final_accuracy": final,
    }
    _write_summary(run, model.count_params(), accuracies)
    if "with_val" in arguments:
        write_json(run.scores_file, scores_of_trial(arguments, int(best_row(run)["epoch"])))
    else:
        _write_scores(run, shipped_model(run), split.subset("val"))


def trained_model(run: RunFolder, weights: str) -> keras.Model:
    """A fresh model with the `best` or `last` weights of a run, or those of a file.

    Raises RunError when they are missing, damaged or of another model.
    """
    arguments = run.read_arguments()
    model = model_spec(arguments["model"]).build(len(CLASS_NAMES), input_of(arguments)[1])
    kept = {"best": lambda: run.best_weights, "last": run.last_weights}
    load_weights(model, kept[weights]() if weights in kept else Path(weights))
    return model


def shipped_model(run: RunFolder) -> keras.Model:
    """The best weights as a bundle holds them: normalisation folded, numbers of half precision.

    Folded, the network has half the layers; rounded to float16 (and kept as float32, which every
    CPU computes fast) it compresses to half the size.
    """
    model = trained_model(run, "best")
    if not isinstance(model, keras.Sequential):
        model = with_folded_normalization(model)
    model.set_weights([w.astype(np.float16).astype(np.float32) for w in model.get_weights()])
    return model


def _write_summary(run: RunFolder, parameters: int, accuracies: dict[str, Any]) -> None:
    rows = run.read_history()
    best = best_row(run)
    summary = {
        "parameters": parameters,
        "epochs": len(rows),
        "best_epoch": int(best["epoch"]),
        "best_val_accuracy": best["val_accuracy"],
        "last_val_accuracy": rows[-1]["val_accuracy"],
        "seconds": round(sum(row["seconds"] for row in rows), 1),
        **accuracies,
    }
    write_json(run.summary_file, summary)


def _write_scores(run: RunFolder, model: keras.Model, val_images: Images) -> None:
    """Calibrate the best weights on the validation images and score them there."""
    raw = predict(model, val_images)
    temperature = fit_temperature(raw, val_images.labels)
    scores = score(apply_temperature(raw, temperature), val_images.labels)
    stored = {
        "subset": "val",
        "epoch": int(best_row(run)["epoch"]),
        "temperature": temperature,
        **scores.as_json(),
    }
    write_json(run.scores_file, stored)


def best_row(run: RunFolder) -> dict[str, float]:
    """The line of a run's history for the epoch whose weights are its best."""
    rows = run.read_history()
    if keeps_newest(run.read_arguments()):
        return rows[-1]
    # The first of equals, as the checkpoint of the best accuracy keeps it.
    return max(rows, key=lambda row: row["val_accuracy"])


def keeps_newest(arguments: dict[str, Any]) -> bool:
    """Whether a run's best weights are its newest: validation accuracy cannot, or may not, choose.

    Runs of before `start_share` do not name it.
    """
    return "with_val" in arguments or bool(arguments["recipe"].get("start_share"))
