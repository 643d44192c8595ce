"""Which images train, validate and test: lists with a checksum, never a hidden shuffle."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sklearn.model_selection import train_test_split

from trainer.classes import CLASS_NAMES
from trainer.data import (
    Images,
    holds_images,
    image_names,
    is_course_folder,
    label_of,
    read_course_arrays,
    read_images,
)
from trainer.errors import DataError
from trainer.inputs import RGB, InputFormat

SUBSETS = ("train", "val", "test")
NAMED_SPLITS = ("course", "80/20", "aitlas")
# Seed of the drawn splits, so that a name means the same images everywhere.
SPLIT_SEED = 42
# Of the sorted names in the AiTLAS arena's lists (biasvariancelabs/aitlas-arena, b640d13c).
AITLAS_SHA256 = {
    "train": "ff0862e10c26673dc21c2a4e44c8660da2f398859d9083db4c09f2a58369381d",
    "val": "567ec137ba8c2d25980b3957adb6b12227e2e6be71a3cef398439f74ca00f2ed",
}


@dataclass(frozen=True)
class Split:
    """A named split: images by subset, and the sha256 of each subset's list of names.

    `data` and `asked` read the same split again.
    """

    name: str
    subsets: dict[str, Images]
    checksums: dict[str, str] = field(default_factory=dict)
    data: Path = Path()
    asked: str | None = None

    def subset(self, name: str) -> Images:
        """The images of `train`, `val` or `test`. Raises DataError where the split has none."""
        if name not in self.subsets:
            has = ", ".join(self.subsets)
            raise DataError(f"Split {self.name} has no {name} images: choose one of {has}.")
        return self.subsets[name]


def read_split(
    data: Path,
    split: str | None = None,
    subsets: tuple[str, ...] = SUBSETS,
    wanted: InputFormat = RGB,
    optional: tuple[str, ...] = (),
) -> Split:
    """Read the images of `data` divided as `split` says.

    `split` is None (the course's own division of its npy folder; all images as `all` of any other
    data), one of NAMED_SPLITS, or a folder with `train.csv`, `val.csv`, `test.csv` (any of them;
    lines `Class/file,Class`):

    - `course`: 4,000, 500 and 500 images, as many of each class, drawn with a fixed seed;
    - `80/20`: the ratio of the EuroSAT paper (Helber et al. 2019), stratified, with a tenth of the
      80 % kept for validation;
    - `aitlas`: the AiTLAS benchmark arena's lists, from a folder beside `data`.

    Only the images of `subsets` are read; those in `optional` may be absent from `data`. `wanted`
    says whether the RGB images or which bands of the multispectral patches are read.

    Raises DataError when the split is unknown or does not fit the data, or when lists are missing,
    malformed or overlap.
    """
    if is_course_folder(data):
        if not wanted.is_rgb:
            raise DataError(f"{data} holds RGB images: --bands needs multispectral patches.")
        if split not in (None, "course"):
            raise DataError(f"{data} is the course's folder, divided already: leave out --split.")
        arrays = read_course_arrays(data)
        checksums = {subset: _sha256_of_content(images) for subset, images in arrays.items()}
        return Split("course", arrays, checksums, data, split)
    if split is None:
        name, asked = "all", None
        chosen = {"all": image_names(data, wanted)}
    else:
        named = split in NAMED_SPLITS
        name, asked = (split, split) if named else (Path(split).name, str(Path(split).absolute()))
        lists = _divide(data, split, wanted)
        chosen = {
            subset: lists[subset]
            for subset in subsets
            if subset in lists
            and (subset not in optional or holds_images(data, lists[subset], wanted))
        }
    images = {subset: read_images(data, names, wanted) for subset, names in chosen.items()}
    checksums = {subset: _sha256_of_names(names) for subset, names in chosen.items()}
    return Split(name, images, checksums, data, asked)


def _divide(data: Path, split: str, wanted: InputFormat) -> dict[str, list[str]]:
    if split == "80/20":
        return _stratified(image_names(data, wanted))
    if split == "course":
        return _course_sized(image_names(data, wanted))
    if split == "aitlas":
        return aitlas_lists(data)
    return lists_of_folder(Path(split))


def lists_of_folder(folder: Path) -> dict[str, list[str]]:
    """The names in `train.csv`, `val.csv` and `test.csv` of a folder, by subset.

    Raises DataError when there is none of them, or a list is malformed or overlaps another.
    """
    if not folder.is_dir():
        named = ", ".join(NAMED_SPLITS)
        raise DataError(
            f"{folder} is no split: give {named}, or a folder with train.csv and val.csv."
        )
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
    return lists


def aitlas_lists(data: Path) -> dict[str, list[str]]:
    """The lists of the AiTLAS arena's EuroSAT split, from the folder `aitlas` or `splits` beside
    `data`.

    Raises DataError when neither folder is there, or its train and val lists are not the arena's.
    """
    places = [data.absolute().parent / name for name in ("aitlas", "splits")]
    folder = next((place for place in places if place.is_dir()), None)
    if folder is None:
        raise DataError(
            f"{places[0]} is missing: put eurosat_train.csv, eurosat_val.csv and eurosat_test.csv "
            "of github.com/biasvariancelabs/aitlas-arena (folder splits) there, named train.csv, "
            "val.csv and test.csv."
        )
    lists = lists_of_folder(folder)
    for subset, expected in AITLAS_SHA256.items():
        if subset not in lists or _sha256_of_names(sorted(lists[subset])) != expected:
            raise DataError(
                f"{folder / subset}.csv is not the AiTLAS arena's list: get it again, or give its "
                "folder with --split DIR."
            )
    return lists


def _read_list(path: Path) -> list[str]:
    names = []
    try:
        with path.open(newline="", encoding="utf-8") as lines:
            for number, row in enumerate(csv.reader(lines), start=1):
                if not row:
                    continue
                if len(row) != 2 or not row[0].startswith(f"{row[1]}/"):
                    raise DataError(f"{path}, line {number}: expected Class/file,Class.")
                label_of(row[0])
                names.append(row[0])
    except (OSError, ValueError, csv.Error) as error:
        raise DataError(
            f"{path} cannot be read ({error}): give a text file of lines Class/file,Class."
        ) from error
    return names


def _stratified(names: list[str]) -> dict[str, list[str]]:
    labels = [label_of(name) for name in names]
    try:
        rest, test, labels, _ = train_test_split(
            names, labels, test_size=0.2, random_state=SPLIT_SEED, stratify=labels
        )
        train, val = train_test_split(rest, test_size=0.1, random_state=SPLIT_SEED, stratify=labels)
    except ValueError as error:
        raise DataError(
            f"{len(names)} images are too few for 80/20: give lists with --split DIR."
        ) from error
    return {"train": train, "val": val, "test": test}


def _course_sized(names: list[str]) -> dict[str, list[str]]:
    of_class: dict[str, list[str]] = {name: [] for name in CLASS_NAMES}
    for name in names:
        label_of(name)
        of_class[name.split("/")[0]].append(name)
    lists: dict[str, list[str]] = {subset: [] for subset in SUBSETS}
    train_size, rest_size = (size // len(CLASS_NAMES) for size in (4000, 1000))
    for class_name, members in of_class.items():
        if len(members) < train_size + rest_size:
            raise DataError(
                f"The course's split needs {train_size + rest_size} images of each class, and of "
                f"{class_name} there are {len(members)}: give all of EuroSAT with --data."
            )
        train, rest = train_test_split(
            members, train_size=train_size, test_size=rest_size, random_state=SPLIT_SEED
        )
        val, test = train_test_split(rest, test_size=0.5, random_state=SPLIT_SEED)
        for subset, drawn in zip(SUBSETS, (train, val, test), strict=True):
            lists[subset] += drawn
    return lists


def _sha256_of_names(names: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _sha256_of_content(images: Images) -> str:
    # The course's images have no names of their own.
    return hashlib.sha256(images.pixels.tobytes() + images.labels.tobytes()).hexdigest()
