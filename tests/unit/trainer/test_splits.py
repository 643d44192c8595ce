"""Named splits, and the checksums that tell one from another."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from trainer.classes import CLASS_NAMES
from trainer.errors import DataError
from trainer.splits import read_split

SHARED = Path(os.environ.get("EUROSAT_SHARED_DATA", "")) / "eurosat"
needs_eurosat = pytest.mark.skipif(
    not (SHARED / "EuroSAT_RGB_trainval.zip").exists(),
    reason="all of EuroSAT RGB: name its folder with EUROSAT_SHARED_DATA",
)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, eurosat: Path) -> Path:
    """A zip of 520 images a class, each class's first image again and again."""
    path = tmp_path_factory.mktemp("large") / "large.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for folder in sorted(eurosat.iterdir()):
            content = min(folder.iterdir()).read_bytes()
            for number in range(520):
                archive.writestr(f"2750/{folder.name}/{folder.name}_{number}.jpg", content)
    return path


def test_the_courses_sizes_are_drawn_with_as_many_of_each_class(large: Path) -> None:
    split = read_split(large, "course")
    counts = {name: np.bincount(i.labels).tolist() for name, i in split.subsets.items()}
    assert counts == {"train": [400] * 10, "val": [50] * 10, "test": [50] * 10}
    names = [name for images in split.subsets.values() for name in images.names]
    assert len(set(names)) == 5000


def test_a_drawn_split_is_the_same_every_time(large: Path) -> None:
    one, two = (read_split(large, "course", ("val",)) for _ in range(2))
    assert one.checksums == two.checksums
    assert one.subset("val").names == two.subset("val").names


def test_a_class_too_small_for_the_courses_sizes_is_named(eurosat: Path) -> None:
    with pytest.raises(DataError, match="500 images of each class, and of AnnualCrop there are 6"):
        read_split(eurosat, "course")


def test_the_courses_folder_is_its_own_split(course_folder: Path) -> None:
    named, unnamed = (read_split(course_folder, s) for s in ("course", None))
    assert named.name == unnamed.name == "course"
    assert named.checksums == unnamed.checksums
    with pytest.raises(DataError, match="divided already"):
        read_split(course_folder, "80/20")


def test_other_pixels_in_the_courses_folder_change_the_checksum(course_folder: Path) -> None:
    before = read_split(course_folder).checksums
    pixels = np.load(course_folder / "x_train.npy")
    pixels[0, 0, 0, 0] ^= 1
    np.save(course_folder / "x_train.npy", pixels)
    after = read_split(course_folder).checksums
    assert after["train"] != before["train"]
    assert after["test"] == before["test"]


def test_only_the_subsets_asked_for_are_read(eurosat: Path, lists: Path) -> None:
    assert list(read_split(eurosat, str(lists), ("val",)).subsets) == ["val"]


def test_an_optional_subset_may_be_absent_from_the_data(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(lists, tmp_path / "lists"))
    (folder / "test.csv").write_text("Forest/held_back.jpg,Forest\n")
    assert list(read_split(eurosat, str(folder), optional=("test",)).subsets) == ["train", "val"]
    with pytest.raises(DataError, match="held_back"):
        read_split(eurosat, str(folder))


def test_a_split_can_be_read_again_from_what_it_says(
    eurosat: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lists.parent)
    split = read_split(eurosat, lists.name)
    monkeypatch.chdir("/")
    assert read_split(split.data, split.asked).checksums == split.checksums


def test_aitlas_without_lists_says_where_they_are(eurosat: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(eurosat, tmp_path / "images"))
    with pytest.raises(DataError, match="biasvariancelabs/aitlas-arena"):
        read_split(data, "aitlas")


def test_other_lists_are_not_taken_for_those_of_aitlas(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(eurosat, tmp_path / "images"))
    shutil.copytree(lists, tmp_path / "aitlas")
    with pytest.raises(DataError, match=r"train\.csv is not the AiTLAS arena's"):
        read_split(data, "aitlas")


@needs_eurosat
def test_aitlas_has_its_published_sizes() -> None:
    # Dimitrovski et al. 2023: 60 % train, 20 % validation, 20 % test of 27,000.
    split = read_split(SHARED / "EuroSAT_RGB_trainval.zip", "aitlas", optional=("test",))
    assert {name: len(images) for name, images in split.subsets.items()} == {
        "train": 16_200,
        "val": 5_400,
    }


@pytest.mark.parametrize("content", [b"\xff\xfe\x00Forest", b'Forest/a.jpg,"Forest\n'])
def test_a_list_that_is_no_text_is_named(eurosat: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "train.csv").write_bytes(content)
    with pytest.raises(DataError, match=r"train\.csv"):
        read_split(eurosat, str(tmp_path))


def test_every_class_is_known_by_its_folder(large: Path) -> None:
    labels = read_split(large, "course", ("test",)).subset("test")
    assert {name.split("/")[0] for name in labels.names} == set(CLASS_NAMES)
