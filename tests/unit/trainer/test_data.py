from __future__ import annotations

import random
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sklearn.model_selection import train_test_split

from trainer.classes import CLASS_NAMES
from trainer.data import read_course_arrays, read_images
from trainer.errors import DataError
from trainer.splits import read_split


def zip_of(folder: Path, target: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*.jpg")):
            archive.write(path, prefix + path.relative_to(folder).as_posix())
    return target


def copy_of(folder: Path, target: Path) -> Path:
    return Path(shutil.copytree(folder, target))


def test_classes_are_the_folders_in_alphabetical_order(eurosat: Path) -> None:
    assert sorted(p.name for p in eurosat.iterdir()) == list(CLASS_NAMES)


def test_a_folder_and_a_zip_at_any_depth_hold_the_same_images(
    eurosat: Path, tmp_path: Path
) -> None:
    folder = read_images(eurosat)
    assert (len(folder), folder.pixels.dtype, folder.pixels.shape[1:]) == (
        60,
        np.uint8,
        (64, 64, 3),
    )
    for prefix in ("", "2750/", "a/EuroSAT_RGB/"):
        zipped = read_images(zip_of(eurosat, tmp_path / "e.zip", prefix))
        assert zipped.names == folder.names
        assert np.array_equal(zipped.pixels, folder.pixels)
        assert np.array_equal(zipped.labels, folder.labels)


def test_stray_files_are_passed_over(eurosat: Path, tmp_path: Path) -> None:
    folder = copy_of(eurosat, tmp_path / "e")
    (folder / "readme.txt").write_text("x")
    (folder / "Forest" / ".DS_Store").write_text("x")
    (folder / "Forest" / "._Forest_1.jpg").write_text("x")
    assert len(read_images(folder)) == 60


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("Forest/Forest_0.jpg", b"\xff\xd8\xff no image", "damaged"),
        ("Meadow/Meadow_1.jpg", None, "unknown class 'Meadow'"),
        ("Forest/Forest_0.png", (63, 64), "63 x 64"),
    ],
)
def test_what_is_no_eurosat_image_is_named(
    eurosat: Path, tmp_path: Path, name: str, content: object, says: str
) -> None:
    folder = copy_of(eurosat, tmp_path / "e")
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        Image.new("RGB", content or (64, 64)).save(path)
    with pytest.raises(DataError, match=says):
        read_images(folder)


def test_a_truncated_jpeg_is_named(eurosat: Path, tmp_path: Path) -> None:
    folder = copy_of(eurosat, tmp_path / "e")
    path = next(iter(sorted((folder / "River").iterdir())))
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(DataError, match=path.name):
        read_images(folder)


def test_a_zip_damaged_anywhere_is_read_or_named_in_one_line(eurosat: Path, tmp_path: Path) -> None:
    image = (eurosat / "Forest" / "Forest_1.jpg").read_bytes()
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"Forest/Forest_{number}.jpg", image)
    whole = path.read_bytes()
    draw = random.Random(1)
    named = 0
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[draw.randrange(len(whole))] = draw.randrange(256)
        path.write_bytes(damaged)
        try:
            read_images(path)
        except DataError as error:
            named += 1
            assert len(str(error).splitlines()) == 1
    assert named > 200


def test_a_member_that_unpacks_to_too_much_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Forest/Forest_1.jpg", bytes(2**23))
    with pytest.raises(DataError, match=r"Forest_1\.jpg .* unpacks to 8,388,608 bytes"):
        read_images(path)


def test_an_empty_class_is_named_before_training(eurosat: Path, tmp_path: Path) -> None:
    from trainer.recipes import COURSE_RECIPE
    from trainer.splits import Split
    from trainer.training import train

    folder = copy_of(eurosat, tmp_path / "e")
    shutil.rmtree(folder / "Forest")
    (folder / "Forest").mkdir()
    images = read_images(folder)
    split = Split("all", {"train": images, "val": images}, {})
    with pytest.raises(DataError, match="There is no Forest among the images to train on"):
        train("model1", split, COURSE_RECIPE, tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_a_folder_without_images_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no images"):
        read_images(tmp_path)


def test_lists_divide_the_images(eurosat: Path, lists: Path) -> None:
    split = read_split(eurosat, str(lists))
    assert {name: len(images) for name, images in split.subsets.items()} == {"train": 40, "val": 20}
    assert np.bincount(split.subset("train").labels).tolist() == [4] * 10
    with pytest.raises(DataError, match="no test images"):
        split.subset("test")


def test_a_list_with_other_images_changes_the_checksum(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    folder = copy_of(lists, tmp_path / "lists")
    before = read_split(eurosat, str(folder)).checksums
    rows = (folder / "train.csv").read_text().splitlines()
    (folder / "train.csv").write_text("\n".join(rows[1:]) + "\n")
    after = read_split(eurosat, str(folder)).checksums
    assert after["train"] != before["train"]
    assert after["val"] == before["val"]


def test_an_image_in_two_lists_is_refused(eurosat: Path, lists: Path, tmp_path: Path) -> None:
    folder = copy_of(lists, tmp_path / "lists")
    shutil.copy(folder / "train.csv", folder / "val.csv")
    with pytest.raises(DataError, match="one list only"):
        read_split(eurosat, str(folder))


@pytest.mark.parametrize("row", ["Forest/none.jpg,Forest", "Forest_1.jpg", "Forest/a.jpg,River"])
def test_a_list_that_does_not_fit_is_refused(
    eurosat: Path, lists: Path, tmp_path: Path, row: str
) -> None:
    folder = copy_of(lists, tmp_path / "lists")
    with (folder / "train.csv").open("a") as file:
        file.write(row + "\n")
    with pytest.raises(DataError):
        read_split(eurosat, str(folder))


def test_eighty_twenty_is_stratified_and_the_same_every_time(eurosat: Path, tmp_path: Path) -> None:
    folder = copy_of(eurosat, tmp_path / "e")
    for path in sorted(folder.rglob("*.jpg")):
        for copy in range(4):
            shutil.copy(path, path.with_name(f"{path.stem}_{copy}.jpg"))
    one, two = (read_split(folder, "80/20") for _ in range(2))
    assert one.checksums == two.checksums
    # Of 30 images a class: 6 to test, and of the other 24 a tenth, 2 or 3, to validate.
    assert np.bincount(one.subset("test").labels).tolist() == [6] * 10
    assert set(np.bincount(one.subset("val").labels)) <= {2, 3}
    assert sum(len(images) for images in one.subsets.values()) == 300


def test_too_few_images_for_eighty_twenty_are_refused(eurosat: Path) -> None:
    with pytest.raises(DataError, match="too few"):
        read_split(eurosat, "80/20")


def test_the_courses_test_images_are_halved_as_the_exercise_does(course_folder: Path) -> None:
    subsets = read_course_arrays(course_folder)
    x_rest = np.load(course_folder / "x_test.npy")
    val, test = train_test_split(x_rest, test_size=0.5, random_state=42)
    assert np.array_equal(subsets["val"].pixels, val)
    assert np.array_equal(subsets["test"].pixels, test)
    assert len(subsets["train"]) == 40


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("x_train.npy", np.zeros((40, 64, 64, 3))),
        ("x_train.npy", np.zeros((40, 32, 32, 3), np.uint8)),
        ("y_train.npy", np.full(40, 10)),
        ("y_train.npy", np.zeros(3, int)),
        ("x_train.npy", np.zeros((0, 64, 64, 3), np.uint8)),
        ("x_test.npy", np.uint8(3)),
        ("y_test.npy", np.array([{"a": 1}] * 20, object)),
    ],
)
def test_arrays_of_another_kind_are_refused_and_never_unpickled(
    course_folder: Path, name: str, array: np.ndarray
) -> None:
    np.save(course_folder / name, array, allow_pickle=True)
    with pytest.raises(DataError, match=name):
        read_course_arrays(course_folder)
