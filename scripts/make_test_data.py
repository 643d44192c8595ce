"""Make tests/data from the full data: a few EuroSAT images and patches, and crops of the scene.

Run it in the worker's environment: `python scripts/make_test_data.py [DATA]`, where DATA is the
folder with eurosat/ and s2/ (by default what EUROSAT_SHARED_DATA names). The choice is fixed: the
first names in alphabetical order, so that the same data give the same files.
"""

from __future__ import annotations

import csv
import os
import shutil
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import rasterio
from rasterio.windows import Window

REPOSITORY = Path(__file__).resolve().parent.parent
TARGET = REPOSITORY / "tests" / "data"
SAMPLE_SCENE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"
TRAIN_IMAGES, VAL_IMAGES = 4, 2
# 200 x 168 pixels at column 130, row 650 of the sample: canal, lake, factories, fields and forest.
# Neither side is a multiple of 64, 32 or 16 pixels.
CROP = Window(130, 650, 200, 168)


def names_by_class(list_file: Path) -> dict[str, list[str]]:
    """`<Class>/<file>` names of one subset's list, sorted, by class."""
    names: dict[str, list[str]] = {}
    with list_file.open(newline="", encoding="utf-8") as lines:
        for name, label in csv.reader(lines):
            names.setdefault(label, []).append(name)
    return {label: sorted(found) for label, found in sorted(names.items())}


def write_images(archive: Path, names: Iterable[str]) -> None:
    """Copy images of EuroSAT's RGB zip, unchanged, to tests/data/eurosat_rgb/<Class>/."""
    with zipfile.ZipFile(archive) as images:
        for name in names:
            target = TARGET / "eurosat_rgb" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(images.read(f"2750/{name}"))


def write_list(subset: str, names: Iterable[str]) -> None:
    """Write one subset's list in the split's own format."""
    lines = [f"{name},{PurePosixPath(name).parent}\n" for name in names]
    folder = TARGET / "eurosat_split"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{subset}.csv").write_text("".join(lines), encoding="utf-8")


def write_patches(archive: Path, names: Iterable[str]) -> None:
    """Copy multispectral patches, unchanged, to tests/data/eurosat_ms/<Class>/."""
    with zipfile.ZipFile(archive) as patches:
        for name in names:
            target = (TARGET / "eurosat_ms" / name).with_suffix(".tif")
            target.parent.mkdir(parents=True, exist_ok=True)
            patch = PurePosixPath(name).with_suffix(".tif")
            target.write_bytes(patches.read(f"EuroSATallBands/{patch}"))


def write_crop(scene: Path, target: Path) -> None:
    """Cut CROP out of `scene`, keeping values, georeference, nodata and band descriptions."""
    with rasterio.open(scene) as source:
        profile = source.profile | {
            "width": CROP.width,
            "height": CROP.height,
            "transform": source.window_transform(CROP),
            "predictor": 2,
            "blockxsize": 64,
            "blockysize": 64,
        }
        with rasterio.open(target, "w", **profile) as crop:
            crop.write(source.read(window=CROP))
            crop.descriptions = source.descriptions


def main() -> None:
    default = os.environ.get("EUROSAT_SHARED_DATA", REPOSITORY.parent / "shared" / "data")
    data = Path(sys.argv[1] if len(sys.argv) > 1 else default)
    with zipfile.ZipFile(data / "eurosat" / "EuroSAT_MS_sample.zip") as patches:
        twins = {
            f"{path.parent.name}/{path.stem}.jpg"
            for path in map(PurePosixPath, patches.namelist())
            if path.suffix == ".tif"
        }
    train = names_by_class(data / "eurosat" / "splits" / "train.csv")
    val = names_by_class(data / "eurosat" / "splits" / "val.csv")
    chosen_train, chosen_val, chosen_twins = [], [], []
    for label in train:
        # The one with a multispectral twin first: tests compare the two.
        twin = next(name for name in train[label] if name in twins)
        others = [name for name in train[label] if name not in twins]
        chosen_train += sorted([twin, *others[: TRAIN_IMAGES - 1]])
        chosen_val += val[label][:VAL_IMAGES]
        chosen_twins.append(twin)
    rgb = data / "eurosat" / "EuroSAT_RGB_trainval.zip"
    write_images(rgb, [*chosen_train, *chosen_val])
    write_list("train", chosen_train)
    write_list("val", chosen_val)
    write_patches(data / "eurosat" / "EuroSAT_MS_sample.zip", chosen_twins)
    write_crop(SAMPLE_SCENE, TARGET / "scene_200x168.tif")
    surface = data / "s2" / "mol_be" / "mol_l2_icor_rgbn.tif"
    write_crop(surface, TARGET / "scene_200x168_surface.tif")
    corine = data / "s2" / "mol_be" / "mol_clc2018_10m_utm31.tif"
    shutil.copyfile(corine, TARGET / "corine_2018_512x1024.tif")


if __name__ == "__main__":
    main()
