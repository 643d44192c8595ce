"""Reads EuroSAT images from a folder, a zip of one, or the course's npy folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from PIL import Image

from trainer.classes import CLASS_NAMES
from trainer.errors import DataError
from trainer.inputs import RGB, InputFormat
from trainer.patches import PATCH_SUFFIXES, decode_patch

IMAGE_SIZE = 64
IMAGE_SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}
# Names of the course's arrays: 4,000 training images, and 1,000 that are halved into val and test.
COURSE_FILES = ("x_train.npy", "y_train.npy", "x_test.npy", "y_test.npy")


@dataclass(frozen=True)
class Images:
    """Labelled images.

    `pixels` is `(N, 64, 64, bands)`, uint8 for RGB and uint16 otherwise; `labels` is `(N,) int64`
    (0 for AnnualCrop to 9 for SeaLake); `names` is `Class/file` for each image, as the split lists
    write it. `format` says which bands they are and what their values mean.
    """

    pixels: np.ndarray
    labels: np.ndarray
    names: tuple[str, ...]
    format: InputFormat = RGB

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, indices: np.ndarray) -> Images:
        """The images at `indices` ((M,) int), in that order."""
        names = tuple(self.names[i] for i in indices)
        return Images(self.pixels[indices], self.labels[indices], names, self.format)


def is_course_folder(path: Path) -> bool:
    """Whether `path` holds the course's `x_train.npy` ... `y_test.npy`."""
    return path.is_dir() and (path / COURSE_FILES[0]).exists()


def read_images(path: Path, only: Iterable[str] | None = None, wanted: InputFormat = RGB) -> Images:
    """Read the EuroSAT images of a folder of class folders or of a zip of one, at any depth.

    `only` limits reading to these `Class/file` names. Images come sorted by name, so that the
    order does not depend on the file system. Where `wanted` is not RGB, the multispectral patches
    are read; names of `only` find them with any suffix, so that one list serves both.

    Raises DataError when nothing is found, a class folder is unknown, an image is damaged, has
    another size, or a name of `only` is absent.
    """
    if not path.exists():
        raise DataError(f"{path} does not exist: give a EuroSAT folder or zip with --data.")
    if path.is_dir():
        files = {_class_and_file(p.relative_to(path).as_posix()): p for p in _image_files(path)}
        return _decode_all(files, only, lambda p: p.read_bytes(), path, wanted)
    if not zipfile.is_zipfile(path):
        raise DataError(f"{path} is neither a folder nor a zip: give a EuroSAT folder or zip.")
    with zipfile.ZipFile(path) as archive:
        members = {
            _class_and_file(info.filename): info
            for info in archive.infolist()
            if _is_image_name(info.filename)
        }
        return _decode_all(members, only, archive.read, path, wanted)


def read_course_arrays(folder: Path) -> dict[str, Images]:
    """Read the course's folder as `train`, `val` and `test` images.

    The course's 1,000 test images are halved into validation and test with scikit-learn's
    `train_test_split(test_size=0.5, random_state=42)`, as the exercise does. Arrays are read
    without pickle.

    Raises DataError when a file is missing, is not a plain array, or has another shape or dtype.
    """
    from sklearn.model_selection import train_test_split

    x_train = _load_pixels(folder / "x_train.npy")
    y_train = _load_labels(folder / "y_train.npy", len(x_train))
    x_rest = _load_pixels(folder / "x_test.npy")
    y_rest = _load_labels(folder / "y_test.npy", len(x_rest))
    val, test = train_test_split(np.arange(len(x_rest)), test_size=0.5, random_state=42)
    train = Images(x_train, y_train, tuple(f"x_train/{i}" for i in range(len(x_train))))
    rest = Images(x_rest, y_rest, tuple(f"x_test/{i}" for i in range(len(x_rest))))
    return {"train": train, "val": rest.take(val), "test": rest.take(test)}


def _is_image_name(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return path.suffix.lower() in IMAGE_SUFFIXES and not hidden


def _image_files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and _is_image_name(p.name)]


def _class_and_file(name: str) -> str:
    parts = PurePosixPath(name).parts
    if len(parts) < 2:
        raise DataError(f"{name} lies in no class folder: put it into one of {_class_list()}.")
    return f"{parts[-2]}/{parts[-1]}"


def _class_list() -> str:
    return ", ".join(CLASS_NAMES)


def _decode_all(files, only, read_bytes, source: Path, wanted: InputFormat) -> Images:  # type: ignore[no-untyped-def]
    if not wanted.is_rgb:
        files = {
            n: f for n, f in files.items() if PurePosixPath(n).suffix.lower() in PATCH_SUFFIXES
        }
    names = sorted(files) if only is None else list(only)
    if not names:
        kind = "jpg" if wanted.is_rgb else "tif"
        raise DataError(
            f"{source} holds no images: expected class folders such as Forest/*.{kind}."
        )
    if not wanted.is_rgb:
        by_stem = {str(PurePosixPath(n).with_suffix("")): f for n, f in files.items()}
        files = {n: by_stem.get(str(PurePosixPath(n).with_suffix(""))) for n in names}
    absent = [n for n in names if files.get(n) is None]
    if absent:
        raise DataError(
            f"{source} lacks {len(absent)} of {len(names)} images of the split, first "
            f"{absent[0]}: give the data set that the split was made for."
        )
    shape = (len(names), IMAGE_SIZE, IMAGE_SIZE, len(wanted.bands))
    pixels = np.empty(shape, np.uint8 if wanted.is_rgb else np.uint16)
    labels = np.empty(len(names), np.int64)
    for i, name in enumerate(names):
        labels[i] = label_of(name)
        data = read_bytes(files[name])
        if wanted.is_rgb:
            pixels[i] = _decode(data, name)
        else:
            pixels[i] = decode_patch(data, name, IMAGE_SIZE, wanted)
    return Images(pixels, labels, tuple(names), wanted)


def label_of(name: str) -> int:
    """The label (0 to 9) of an image named `Class/file`. Raises DataError on an unknown class."""
    class_name = name.split("/")[0]
    if class_name not in CLASS_NAMES:
        raise DataError(f"{name}: unknown class {class_name!r}: expected one of {_class_list()}.")
    return CLASS_NAMES.index(class_name)


def _decode(data: bytes, name: str) -> np.ndarray:
    try:
        with Image.open(io.BytesIO(data)) as image:
            size = image.size
            if size != (IMAGE_SIZE, IMAGE_SIZE):
                raise DataError(
                    f"{name} is {size[0]} x {size[1]} pixels, EuroSAT images are "
                    f"{IMAGE_SIZE} x {IMAGE_SIZE}: remove it or cut it to size."
                )
            return np.asarray(image.convert("RGB"))
    except (OSError, SyntaxError, ValueError) as error:
        if PurePosixPath(name).suffix.lower() in PATCH_SUFFIXES:
            raise DataError(
                f"{name} is no RGB image: for multispectral patches name their bands with --bands."
            ) from error
        raise DataError(f"{name} is damaged ({error}): fetch the data set again.") from error


def _load_array(path: Path) -> np.ndarray:
    try:
        return np.load(path, mmap_mode="r", allow_pickle=False)
    except FileNotFoundError as error:
        raise DataError(f"{path} is missing: the course's folder has four npy files.") from error
    except (ValueError, OSError, EOFError) as error:
        raise DataError(f"{path} is not a plain npy array: fetch the file again.") from error


def _load_pixels(path: Path) -> np.ndarray:
    array = _load_array(path)
    if array.dtype != np.uint8 or array.shape[1:] != (IMAGE_SIZE, IMAGE_SIZE, 3):
        raise DataError(
            f"{path} holds {array.dtype} {array.shape}: expected uint8 (N, 64, 64, 3) images."
        )
    return np.ascontiguousarray(array)


def _load_labels(path: Path, count: int) -> np.ndarray:
    labels = np.asarray(_load_array(path)).reshape(-1)
    whole = np.issubdtype(labels.dtype, np.integer)
    if len(labels) != count or not whole or labels.min() < 0 or labels.max() > 9:
        raise DataError(f"{path} does not hold {count} labels of 0 to 9: fetch the file again.")
    return labels.astype(np.int64)
