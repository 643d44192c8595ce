"""Trains on bands of real 13-band patches; the plugin's core then says what the trainer says."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio

from trainer.data import read_images
from trainer.errors import DataError
from trainer.evaluation import apply_temperature, predict
from trainer.inputs import PATCH_BANDS, band_statistics, parse_bands, reflectance
from trainer.splits import read_split

REPOSITORY = Path(__file__).resolve().parents[3]
BANDS = "B02,B03,B04,B08,B11,B12"
# Where EuroSAT's files hold them.
PLACES = (2, 3, 4, 8, 11, 12)


@pytest.fixture(scope="session")
def patches() -> Path:
    """Ten patches, one a class, in class folders."""
    return REPOSITORY / "tests" / "data" / "eurosat_ms"


def run(package: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", package, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, check=False)


def numbers_of(patch: Path, places: tuple[int, ...] = PLACES) -> np.ndarray:
    with rasterio.open(patch) as raster:
        return np.moveaxis(raster.read(places), 0, -1)


@pytest.fixture(scope="module")
def two_of_each(tmp_path_factory: pytest.TempPathFactory, patches: Path) -> tuple[Path, Path]:
    """The patches and a copy of each, and lists: the ones train, the others validate."""
    folder = tmp_path_factory.mktemp("ms")
    data = Path(shutil.copytree(patches, folder / "data"))
    lists = folder / "lists"
    lists.mkdir()
    for patch in sorted(patches.glob("*/*.tif")):
        name = patch.parent.name
        shutil.copy(patch, data / name / f"{patch.stem}_copy.tif")
        # As lists of the RGB images name them.
        with (lists / "train.csv").open("a") as train, (lists / "val.csv").open("a") as val:
            train.write(f"{name}/{patch.stem}.jpg,{name}\n")
            val.write(f"{name}/{patch.stem}_copy.jpg,{name}\n")
    return data, lists


def test_bands_are_read_by_name_in_the_order_asked_for(patches: Path) -> None:
    images = read_images(patches, wanted=reflectance(("B8A", "B02")))
    assert images.pixels.shape == (10, 64, 64, 2)
    assert images.pixels.dtype == np.uint16
    for name, pixels in zip(images.names, images.pixels, strict=True):
        assert np.array_equal(pixels, np.minimum(numbers_of(patches / name, (13, 2)), 10_000))


def test_a_zip_holds_the_same_patches(patches: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ms.zip", "w") as archive:
        for path in patches.glob("*/*.tif"):
            inside = Path("EuroSATallBands") / path.parent.name / path.name
            archive.write(path, inside.as_posix())
    wanted = reflectance(parse_bands(BANDS))
    zipped, folder = (read_images(p, wanted=wanted) for p in (tmp_path / "ms.zip", patches))
    assert zipped.names == folder.names
    assert np.array_equal(zipped.pixels, folder.pixels)


def test_lists_of_the_rgb_images_divide_the_patches(two_of_each: tuple[Path, Path]) -> None:
    data, lists = two_of_each
    split = read_split(data, str(lists), ("train", "val"), wanted=reflectance(("B04",)))
    assert {name: len(images) for name, images in split.subsets.items()} == {"train": 10, "val": 10}
    assert np.array_equal(split.subset("train").pixels, split.subset("val").pixels)


def test_band_names_are_read_with_and_without_zeros() -> None:
    assert parse_bands("b2, B03,8a,B12") == ("B02", "B03", "B8A", "B12")
    assert parse_bands(",".join(PATCH_BANDS)) == PATCH_BANDS


@pytest.mark.parametrize("text", ["B13", "red", "B02,B2", "", "B02,", "B8B"])
def test_bands_that_there_are_not_are_refused(text: str) -> None:
    with pytest.raises(DataError):
        parse_bands(text)


def test_statistics_are_of_inputs_band_by_band() -> None:
    # By hand: 1000 and 3000 make a mean of 0.2 and a deviation of 0.1; 500 never changes.
    pixels = np.full((2, 64, 64, 2), 500, np.uint16)
    pixels[0, ..., 0], pixels[1, ..., 0] = 1000, 3000
    found = band_statistics(pixels, 10_000.0)
    assert found.mean == (0.2, 0.05)
    assert found.std == (0.1, 0.0001)


def test_statistics_of_many_images_are_numpys(patches: Path) -> None:
    pixels = np.concatenate([read_images(patches, wanted=reflectance(("B05", "B11"))).pixels] * 60)
    found = band_statistics(pixels, 10_000.0)
    inputs = pixels / 10_000
    assert found.mean == pytest.approx(inputs.mean(axis=(0, 1, 2)), abs=6e-5)
    assert found.std == pytest.approx(inputs.std(axis=(0, 1, 2)), abs=6e-5)


def test_other_rasters_are_refused_by_name(patches: Path, tmp_path: Path) -> None:
    wanted = reflectance(("B04",))
    folder = Path(shutil.copytree(patches, tmp_path / "ms")) / "Forest"
    source = next(folder.iterdir())
    with rasterio.open(source) as raster:
        pixels, profile = raster.read(), raster.profile
    other = folder / "Forest_0.tif"
    for count, size, dtype, says in (
        (4, 64, "uint16", "4 bands of uint16"),
        (13, 64, "uint8", "13 bands of uint8"),
        (13, 32, "uint16", "32 x 32"),
    ):
        changed = {**profile, "count": count, "height": size, "width": size, "dtype": dtype}
        with rasterio.open(other, "w", **changed) as raster:
            raster.write(pixels[:count, :size, :size].astype(dtype))
        with pytest.raises(DataError, match=f"Forest_0.tif.*{says}"):
            read_images(folder.parent, wanted=wanted)
    for damage in (source.read_bytes()[:3000], b"II*\0 no image"):
        other.write_bytes(damage)
        with pytest.raises(DataError, match=r"Forest_0\.tif is damaged") as caught:
            read_images(folder.parent, wanted=wanted)
        assert "\n" not in str(caught.value)


def test_patches_without_bands_and_bands_without_patches_say_what_to_do(
    patches: Path, eurosat: Path
) -> None:
    with pytest.raises(DataError, match="--bands"):
        read_images(patches)
    with pytest.raises(DataError, match=r"Forest/\*\.tif"):
        read_images(eurosat, wanted=reflectance(("B04",)))


@pytest.fixture(scope="module")
def trained(
    tmp_path_factory: pytest.TempPathFactory, two_of_each: tuple[Path, Path]
) -> tuple[Path, Path]:
    """A run of six bands, and its bundle."""
    data, lists = two_of_each
    folder = tmp_path_factory.mktemp("run")
    options = ("--split", lists, "--bands", BANDS, "--epochs", 8, "--batch-size", 5)
    done = run("trainer", "train", "resnet12", "--data", data, *options, "--out", folder / "run")
    assert done.returncode == 0, done.stderr
    done = run("trainer", "export", folder / "run", "--out", folder / "six")
    assert done.returncode == 0, done.stderr
    return folder / "run", folder / "six.keras"


def test_the_card_says_bands_scaling_and_statistics(
    trained: tuple[Path, Path], patches: Path
) -> None:
    card = json.loads(trained[1].with_suffix(".json").read_text())
    source = card["input"]
    assert source["bands"] == BANDS.split(",")
    assert source["divide_by"] == 10_000
    assert source["scaling"]["value_max"] == source["scaling"]["dn_max"] == 10_000
    every = np.stack([numbers_of(p) for p in sorted(patches.glob("*/*.tif"))])
    inputs = np.minimum(every, 10_000) / 10_000
    means = [source["statistics"][band]["mean"] for band in source["bands"]]
    assert means == pytest.approx(inputs.mean(axis=(0, 1, 2)), abs=6e-5)
    assert card["title"] == "EuroSAT 6 bands · 10 classes"


def test_evaluate_reads_the_bands_of_the_run_and_of_the_bundle(
    trained: tuple[Path, Path], patches: Path
) -> None:
    for option, path in (("--run", trained[0]), ("--bundle", trained[1])):
        done = run(
            "trainer", "evaluate", option, path, "--data", patches, "--jitter", "--json", "-"
        )
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["n"] == 10
        assert found["jitter"]["clean"] == found["accuracy"]


def test_the_plugins_core_classifies_patches_as_the_trainer_does(
    trained: tuple[Path, Path], patches: Path, tmp_path: Path
) -> None:
    from eurosat_qgis.core.classification.classify import classify
    from eurosat_qgis.core.classification.request import ClassifyRequest
    from trainer.trained_bundle import open_bundle

    bundle = open_bundle(trained[1])
    images = read_images(patches, wanted=bundle.input_format)
    expected = apply_temperature(predict(bundle.model, images), bundle.temperature)
    for name, probabilities in zip(images.names, expected, strict=True):
        found = tmp_path / "probabilities.tif"
        request = ClassifyRequest(
            str(patches / name),
            tmp_path / "map.tif",
            model=trained[1],
            probabilities=found,
        )
        classify(request)
        with rasterio.open(found) as raster:
            assert np.allclose(raster.read()[:, 0, 0], probabilities, atol=1e-5), name


def test_the_plugins_command_line_takes_a_multispectral_bundle(
    trained: tuple[Path, Path], patches: Path, tmp_path: Path
) -> None:
    patch = next(iter(sorted(patches.glob("*/*.tif"))))
    options = ("--model", trained[1], "--json")
    done = run("eurosat_qgis", "classify", patch, tmp_path / "map.tif", *options)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1])["valid_cells"] == 1


def test_ten_bands_train_on_the_real_sample(shared_data: Path, tmp_path: Path) -> None:
    data = shared_data / "eurosat" / "EuroSAT_MS_sample.zip"
    ten = "B02,B03,B04,B05,B06,B07,B08,B8A,B11,B12"
    options = ("--data", data, "--split", "80/20", "--bands", ten, "--epochs", 12)
    out = tmp_path / "run"
    done = run(
        "trainer", "train", "resnet12", *options, "--batch-size", 16, "--out", out, "--seed", 3
    )
    assert done.returncode == 0, done.stderr
    data_options = ("--data", data, "--split", "80/20", "--subset", "train")
    done = run("trainer", "evaluate", "--run", out, *data_options, "--json", "-")
    found = json.loads(done.stdout)
    # Of 86 patches it learns far more than chance, which is 0.1.
    assert (found["n"], found["accuracy"] > 0.3) == (86, True), found["accuracy"]
