"""The models that the user has: the built-in bundle and those in a folder of bundles."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eurosat_qgis.core.bundle import default_bundle_path, open_bundle
from eurosat_qgis.core.errors import BundleError
from eurosat_qgis.runtime.translation import class_title, tr

# Stands for the path of a model: the built-in ones, each for its cells. QGIS takes no other suffix.
BUILT_IN = "built-in.keras"


@dataclass(frozen=True)
class Model:
    """What the card beside a `.keras` file tells people; `problem` says why it cannot be used."""

    path: Path
    built_in: bool
    name: str
    title: str
    classes: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    accuracy: float | None = None
    licence: str = ""
    citation: str = ""
    problem: str = ""
    # A trial's accuracy: the network itself has seen the validation images.
    of_trial: bool = False
    # The other built-in model, which takes the place of this one where cells are small.
    for_small_cells: Model | None = None

    @property
    def choice(self) -> str:
        """What stands for it where a model is asked for."""
        return BUILT_IN if self.built_in else str(self.path)

    def describe(self) -> str:
        """The card in a few lines."""
        if self.problem:
            return f"{self.path}\n{self.problem}"
        lines = [
            self.title,
            tr("Classes ({count}): {classes}").format(
                count=len(self.classes), classes=", ".join(map(class_title, self.classes))
            ),
            tr("Bands: {bands}").format(bands=", ".join(self.bands)),
        ]
        if self.accuracy is not None:
            text = (
                tr("Accuracy on the validation images before it was trained on them: {percent} %")
                if self.of_trial
                else tr("Accuracy on its own validation images: {percent} %")
            )
            lines.append(text.format(percent=f"{100 * self.accuracy:.2f}"))
        if (other := self.for_small_cells) is not None and other.accuracy is not None:
            text = tr("Smaller cells: {model}, made for them, {percent} %")
            lines.append(text.format(model=other.title, percent=f"{100 * other.accuracy:.2f}"))
        lines += [tr("Licence: {licence}").format(licence=self.licence)] if self.licence else []
        lines += [tr("Cite: {citation}").format(citation=self.citation)] if self.citation else []
        return "\n".join([*lines, str(self.path)])


def listed_models(folder: Path, default: str = "") -> list[Model]:
    """The built-in model first, then those of `folder`, then `default` where it lies elsewhere."""
    found = []
    with contextlib.suppress(BundleError):
        found.append(_built_in())
    paths = sorted(folder.glob("*.keras")) if folder.is_dir() else []
    if default and Path(default) not in [*paths, *(model.path for model in found)]:
        paths.append(Path(default))
    return [*found, *(read_model(path) for path in paths)]


def _built_in() -> Model:
    """The built-in models, as one: which of them makes a map follows from its cells."""
    windows, small = default_bundle_path(), default_bundle_path(cell=1)
    model = read_model(windows, built_in=True)
    return model if small == windows else replace(model, for_small_cells=read_model(small))


def read_model(path: Path, built_in: bool = False) -> Model:
    """The card of a bundle, as far as it can be read; the weights are not looked at."""
    try:
        card: Any = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return Model(
            path,
            built_in,
            str(card["name"]),
            str(card["title"]),
            tuple(str(c["title"]) for c in card["classes"]),
            tuple(str(band) for band in card["input"]["bands"]),
            card.get("scores", {}).get("accuracy"),
            str(card.get("license", "")),
            str(card.get("citation", "")),
            ""
            if path.is_file()
            else tr("{file} is missing beside its card.").format(file=path.name),
            "measured_on" in card.get("scores", {}),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Model(
            path, built_in, path.stem, path.stem, problem=tr("It has no card that can be read.")
        )


def import_model(keras: Path, folder: Path, sha256: str = "") -> Model:
    """Copy a bundle into `folder` when it is whole; gives it as it lies there.

    `keras` is the `.keras` file, its card beside it. `sha256`, where given, is what the user was
    told of the `.keras` file; the card's own is checked in any case. Raises BundleError, and
    nothing is left in `folder` then.
    """
    if keras.suffix != ".keras":
        raise BundleError(
            tr("{file} is no bundle: choose its .keras file.").format(file=keras.name)
        )
    if sha256.strip() and keras.is_file() and _sha256(keras) != sha256.strip().lower():
        raise BundleError(
            tr(
                "{file} is not the file that you were told of (SHA-256 differs): get it again."
            ).format(file=keras.name)
        )
    target = folder / keras.name
    if target.exists():
        raise BundleError(
            tr("{path} is there already: remove that model first.").format(path=target)
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".import-", dir=folder) as staging:
            for part in (keras.with_suffix(".json"), keras):
                if part.is_file():
                    shutil.copyfile(part, Path(staging, part.name))
            staged = Path(staging, keras.name)
            open_bundle(staged)
            staged.with_suffix(".json").replace(target.with_suffix(".json"))
            staged.replace(target)
    except OSError as error:
        raise BundleError(
            tr(
                "The model cannot be put into {folder} ({why}): choose another folder of models."
            ).format(folder=folder, why=error.strerror or error)
        ) from error
    return read_model(target)


def remove_model(model: Model) -> None:
    """Remove a bundle's two files. Raises BundleError for the built-in one, or when it cannot."""
    if model.built_in:
        raise BundleError(tr("The built-in model belongs to the plugin and stays."))
    try:
        for path in (model.path, model.path.with_suffix(".json")):
            path.unlink(missing_ok=True)
    except OSError as error:
        why = tr("{path} cannot be removed ({why}).").format(path=model.path, why=error.strerror)
        raise BundleError(why) from error


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
