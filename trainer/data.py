"""Reads EuroSAT images from a folder, a zip of one, or the course's npy folder."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

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
# A 64 x 64 image of 13 bands of 16 bits is 0.1 MiB; a zip that claims more is not unpacked.
LARGEST_FILE = 4 * 2**20
# What Pillow and zipfile raise on damaged bytes.
_DAMAGE = (
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    Image.DecompressionBombError,
)


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


def classes_without_images(images: Images) -> list[str]:
    """The names of the classes that none of `images` has."""
    present = set(images.labels.tolist())
    return [name for label, name in enumerate(CLASS_NAMES) if label not in present]


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
    with _open_images(path, wanted) as (files, read_bytes):
        names = sorted(files) if only is None else list(only)
        if not names:
            kind = "jpg" if wanted.is_rgb else "tif"
            raise DataError(
                f"{path} holds no images: expected class folders such as Forest/*.{kind}."
            )
        found = _find(files, names, wanted)
        absent = [n for n in names if n not in found]
        if absent:
            raise DataError(
                f"{path} lacks {len(absent)} of {len(names)} images of the split, first "
                f"{absent[0]}: give the data set that the split was made for."
            )
        shape = (len(names), IMAGE_SIZE, IMAGE_SIZE, len(wanted.bands))
        pixels = np.empty(shape, np.uint8 if wanted.is_rgb else np.uint16)
        labels = np.empty(len(names), np.int64)
        with warnings.catch_warnings():
            # What Pillow wonders about in a damaged image; it is named below.
            warnings.simplefilter("ignore")
            for i, name in enumerate(names):
                labels[i] = label_of(name)
                data = _read(read_bytes, found[name], name)
                if wanted.is_rgb:
                    pixels[i] = _decode(data, name)
                else:
                    pixels[i] = decode_patch(data, name, IMAGE_SIZE, wanted)
        return Images(pixels, labels, tuple(names), wanted)


def image_names(path: Path, wanted: InputFormat = RGB) -> list[str]:
    """The `Class/file` names of all images that `read_images` would read, sorted; none is opened.

    Raises DataError when `path` is neither a folder nor a zip.
    """
    with _open_images(path, wanted) as (files, _):
        return sorted(files)


def holds_images(path: Path, names: list[str], wanted: InputFormat = RGB) -> bool:
    """Whether all of these images are there. Raises DataError as `image_names` does."""
    with _open_images(path, wanted) as (files, _):
        return len(_find(files, names, wanted)) == len(set(names))


@contextmanager
def _open_images(
    path: Path, wanted: InputFormat
) -> Iterator[tuple[dict[str, Any], Callable[[Any], bytes]]]:
    """The images of a folder or zip by `Class/file`, and what reads the bytes of one."""
    if not path.exists():
        raise DataError(f"{path} does not exist: give a EuroSAT folder or zip with --data.")
    suffixes = IMAGE_SUFFIXES if wanted.is_rgb else PATCH_SUFFIXES
    if path.is_dir():
        paths = [p for p in path.rglob("*") if p.is_file() and _is_image_name(p.name, suffixes)]
        yield {_class_and_file(p.relative_to(path)): p for p in paths}, Path.read_bytes
        return
    if not zipfile.is_zipfile(path):
        raise DataError(f"{path} is neither a folder nor a zip: give a EuroSAT folder or zip.")
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise DataError(f"{path} is damaged ({error}): fetch the data set again.") from error
    with archive:

        def read_member(info: zipfile.ZipInfo) -> bytes:
            if info.file_size > LARGEST_FILE:
                raise ValueError(f"it unpacks to {info.file_size:,} bytes")
            return archive.read(info)

        members = [i for i in archive.infolist() if _is_image_name(i.filename, suffixes)]
        yield {_class_and_file(PurePosixPath(i.filename)): i for i in members}, read_member


def _find(files: dict[str, Any], names: list[str], wanted: InputFormat) -> dict[str, Any]:
    """What `files` has of `names`; for multispectral patches whatever their suffix."""
    if wanted.is_rgb:
        return {name: files[name] for name in names if name in files}
    by_stem = {PurePosixPath(name).with_suffix(""): file for name, file in files.items()}
    stems = {name: PurePosixPath(name).with_suffix("") for name in names}
    return {name: by_stem[stem] for name, stem in stems.items() if stem in by_stem}


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


def _is_image_name(name: str, suffixes: set[str]) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return path.suffix.lower() in suffixes and not hidden


def _class_and_file(path: PurePath) -> str:
    parts = path.parts
    if len(parts) < 2:
        raise DataError(f"{path} lies in no class folder: put it into one of {_class_list()}.")
    return f"{parts[-2]}/{parts[-1]}"


def _class_list() -> str:
    return ", ".join(CLASS_NAMES)


def label_of(name: str) -> int:
    """The label (0 to 9) of an image named `Class/file`. Raises DataError on an unknown class."""
    class_name = name.split("/")[0]
    if class_name not in CLASS_NAMES:
        raise DataError(f"{name}: unknown class {class_name!r}: expected one of {_class_list()}.")
    return CLASS_NAMES.index(class_name)


def _read(read_bytes: Callable[[Any], bytes], file: Any, name: str) -> bytes:
    try:
        return read_bytes(file)
    except _DAMAGE as error:
        raise DataError(f"{name} is damaged ({error}): fetch the data set again.") from error


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
    except _DAMAGE as error:
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
    # Two at least: the course's test images are halved.
    few = array.ndim == 0 or len(array) < 2
    if few or array.dtype != np.uint8 or array.shape[1:] != (IMAGE_SIZE, IMAGE_SIZE, 3):
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
