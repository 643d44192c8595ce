"""What the screen for thick cloud finds on a real cloudy scene, and in images without cloud.

    python -m scripts.cloud_screen_figures [DATA]

DATA is the folder of full data (../shared/data): the scene of Mol, and EuroSAT RGB with its split.
It prints the figures of docs/masks.md.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.masks.cloud_screen import LEAST_WIDTH, at_least_wide, thick_cloud
from eurosat_qgis.core.network.predictor import BATCH_SIZE, load_predictor

Screen = Callable[[np.ndarray], np.ndarray]
CELLS = (64, 32, 16, 8)
MOST_MASKED = 0.5


def shipped(reflectance: np.ndarray) -> np.ndarray:
    """The screen on red, green and blue reflectance `(3, rows, cols)`."""
    return at_least_wide(by_pixel(reflectance), LEAST_WIDTH)


def by_pixel(reflectance: np.ndarray) -> np.ndarray:
    """The same, roofs and all."""
    red, green, blue = reflectance
    return thick_cloud(blue, green, red)


def braaten(reflectance: np.ndarray) -> np.ndarray:
    """Braaten, Cohen and Yang 2015 as it stands, for comparison."""
    red, green, _ = reflectance
    return ((green > 0.175) & (green > red)) | (green > 0.39)


SCREENS: dict[str, Screen] = {
    "shipped": shipped,
    "without the least width": by_pixel,
    "Braaten et al. 2015": braaten,
}


def cells_lost(found: np.ndarray, cell: int) -> tuple[int, int]:
    """Cells of which more than half is found, and all whole cells."""
    rows, cols = (size // cell for size in found.shape)
    blocks = found[: rows * cell, : cols * cell].reshape(rows, cell, cols, cell)
    return int((blocks.mean(axis=(1, 3)) > MOST_MASKED).sum()), rows * cols


def images(archive: zipfile.ZipFile, names: list[str]) -> Iterator[np.ndarray]:
    for name in names:
        yield np.asarray(Image.open(io.BytesIO(archive.read(name))))


def reflectance_of(image: np.ndarray) -> np.ndarray:
    # 255 stands for 0.275 and all above it: what is bright enough counts as white.
    return np.moveaxis((image.astype(np.float32) - 1) * np.float32(0.275 / 254), -1, 0)


def report_scene(path: Path) -> None:
    with rasterio.open(path) as raster:
        scene = raster.read([1, 2, 3]).astype(np.float32) / 10000
    print(f"{path.name}, {scene.shape[1]} x {scene.shape[2]} pixels:")
    for title, screen in SCREENS.items():
        found = screen(scene)
        lost = ", ".join("{} of {} cells of {}".format(*cells_lost(found, c), c) for c in CELLS)
        print(f"  {title:24}{found.mean():8.2%} of pixels; over half found: {lost}")


def report_clean(archive: zipfile.ZipFile, names: list[str]) -> None:
    shares: Counter[str] = Counter()
    lost: dict[str, Counter[int]] = {title: Counter() for title in SCREENS}
    by_class: Counter[str] = Counter()
    for name, image in zip(names, images(archive, names), strict=True):
        reflectance = reflectance_of(image)
        for title, screen in SCREENS.items():
            found = screen(reflectance)
            shares[title] += found.mean()
            for cell in CELLS:
                lost[title][cell] += cells_lost(found, cell)[0]
            by_class[name.split("/")[-2]] += title == "shipped" and found.mean() > MOST_MASKED
    print(f"EuroSAT RGB, {len(names)} images of train and val:")
    for title in SCREENS:
        cells = ", ".join(
            f"{lost[title][c] / len(names) / (64 // c) ** 2:.3%} of cells of {c}" for c in CELLS
        )
        print(f"  {title:24}{shares[title] / len(names):8.2%} of pixels; over half found: {cells}")
    print(f"  images lost by class: {dict(+by_class)}")


def report_classes(archive: zipfile.ZipFile, rows: list[tuple[str, str]]) -> None:
    """What filling in the pixels found, as in cells that stay, does to the shipped model."""
    bundle = open_bundle()
    predictor = load_predictor(bundle)
    names = [c.name for c in bundle.card.classes]
    truth = np.array([names.index(row[1]) for row in rows])
    stack = np.stack(list(images(archive, [row[0] for row in rows])))
    plain = predicted(predictor.predict, stack)
    print(f"EuroSAT RGB, {len(rows)} images of val, {bundle.card.name}:")
    print(f"  unmasked                accuracy {np.mean(plain == truth):.2%}")
    for title, screen in SCREENS.items():
        filled, stays = stack.copy(), np.ones(len(stack), bool)
        for index, image in enumerate(stack):
            found = screen(reflectance_of(image))
            stays[index] = found.mean() <= MOST_MASKED
            if found.any() and not found.all():
                filled[index][found] = np.round(image[~found].mean(axis=0))
        found_in = (filled != stack).any(axis=(1, 2, 3))
        classes = plain.copy()
        classes[found_in] = predicted(predictor.predict, filled[found_in])
        changed = (classes != plain) & stays
        print(
            f"  {title:24}accuracy {np.mean((classes == truth)[stays]):.2%} of the "
            f"{stays.sum()} that stay; {changed.sum()} get another class, "
            f"{(changed & (truth == names.index('Industrial'))).sum()} of them Industrial"
        )


def predicted(predict: Callable[[np.ndarray], np.ndarray], stack: np.ndarray) -> np.ndarray:
    starts = range(0, len(stack), BATCH_SIZE)
    return np.concatenate([predict(stack[i : i + BATCH_SIZE]).argmax(axis=1) for i in starts])


def main() -> None:
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    report_scene(data / "s2" / "mol_be" / "mol_l1c_rgbn.tif")
    archive = zipfile.ZipFile(data / "eurosat" / "EuroSAT_RGB_trainval.zip")
    report_clean(archive, sorted(name for name in archive.namelist() if name.endswith(".jpg")))
    with (data / "eurosat" / "splits" / "val.csv").open(newline="", encoding="utf-8") as file:
        report_classes(archive, [(f"2750/{row[0]}", row[1]) for row in csv.reader(file)])


if __name__ == "__main__":
    main()
