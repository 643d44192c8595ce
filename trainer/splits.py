"""Which images train, validate and test: lists with a checksum, never a hidden shuffle."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from trainer.data import Images, is_course_folder, label_of, read_course_arrays, read_images
from trainer.errors import DataError
from trainer.inputs import RGB, InputFormat

SUBSETS = ("train", "val", "test")
# Seed of the drawn split, so that "80/20" means the same images everywhere.
SPLIT_SEED = 42


@dataclass(frozen=True)
class Split:
    """A named split: images by subset, and the sha256 of each subset's list of names."""

    name: str
    subsets: dict[str, Images]
    checksums: dict[str, str] = field(default_factory=dict)

    def subset(self, name: str) -> Images:
        """The images of `train`, `val` or `test`. Raises DataError where the split has none."""
        if name not in self.subsets:
            has = ", ".join(self.subsets)
            raise DataError(f"Split {self.name} has no {name} images: choose one of {has}.")
        return self.subsets[name]


def read_split(
    data: Path,
    split: str | None,
    subsets: tuple[str, ...] = SUBSETS,
    wanted: InputFormat = RGB,
) -> Split:
    """Read the images of `data` divided as `split` says.

    `split` is a folder with `train.csv`, `val.csv`, `test.csv` (any of them; lines
    `Class/file,Class`), `80/20` (the EuroSAT paper's ratio: stratified, seeded, a tenth of the
    80 % kept for validation), or None: the course's own division for its npy folder, all images
    as `all` otherwise. Only the images of `subsets` are read from lists. `wanted` says whether the
    RGB images or which bands of the multispectral patches are read.

    Raises DataError when the lists are missing, malformed, overlap, or name absent images.
    """
    if is_course_folder(data):
        if not wanted.is_rgb:
            raise DataError(f"{data} holds RGB images: --bands needs multispectral patches.")
        if split not in (None, "course"):
            raise DataError(f"{data} is the course's folder, divided already: leave out --split.")
        return _with_checksums("course", read_course_arrays(data))
    if split is None:
        return _with_checksums("all", {"all": read_images(data, wanted=wanted)})
    if split == "80/20":
        return _with_checksums("80/20", _stratified(read_images(data, wanted=wanted)))
    folder = Path(split)
    if not folder.is_dir():
        raise DataError(f"{split} is no split: give 80/20 or a folder with train.csv and val.csv.")
    return _split_from_lists(data, folder, subsets, wanted)


def _split_from_lists(
    data: Path, folder: Path, subsets: tuple[str, ...], wanted: InputFormat
) -> Split:
    lists = {s: _read_list(folder / f"{s}.csv") for s in SUBSETS if (folder / f"{s}.csv").exists()}
    if not lists:
        raise DataError(f"{folder} holds none of train.csv, val.csv, test.csv: check --split.")
    seen: dict[str, str] = {}
    for subset, names in lists.items():
        for name in names:
            if name in seen:
                raise DataError(
                    f"{name} stands in both {seen[name]}.csv and {subset}.csv of {folder}: "
                    "an image may be in one list only."
                )
            seen[name] = subset
    chosen = {s: read_images(data, lists[s], wanted) for s in subsets if s in lists}
    return _with_checksums(str(folder.name), chosen)


def _read_list(path: Path) -> list[str]:
    names = []
    with path.open(newline="", encoding="utf-8") as lines:
        for number, row in enumerate(csv.reader(lines), start=1):
            if not row:
                continue
            if len(row) != 2 or not row[0].startswith(f"{row[1]}/"):
                raise DataError(f"{path}, line {number}: expected Class/file,Class.")
            label_of(row[0])
            names.append(row[0])
    return names


def _stratified(images: Images) -> dict[str, Images]:
    from sklearn.model_selection import train_test_split

    everything = np.arange(len(images))
    try:
        rest, test = train_test_split(
            everything, test_size=0.2, random_state=SPLIT_SEED, stratify=images.labels
        )
        train, val = train_test_split(
            rest, test_size=0.1, random_state=SPLIT_SEED, stratify=images.labels[rest]
        )
    except ValueError as error:
        raise DataError(
            f"{len(images)} images are too few for 80/20: give lists with --split DIR."
        ) from error
    return {"train": images.take(train), "val": images.take(val), "test": images.take(test)}


def _with_checksums(name: str, subsets: dict[str, Images]) -> Split:
    checksums = {
        subset: hashlib.sha256("\n".join(images.names).encode()).hexdigest()
        for subset, images in subsets.items()
    }
    return Split(name, subsets, checksums)
