"""A patch classified from its GeoTIFF is classified as its JPEG twin is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image

from eurosat_qgis.core.bundle import open_bundle
from eurosat_qgis.core.classification.classify import classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.network.predictor import load_predictor
from eurosat_qgis.core.scene.scene import open_scene


def code_of_patch(patch: Path, folder: Path) -> int:
    output = folder / f"{patch.stem}.tif"
    classify(ClassifyRequest(str(patch), output))
    with rasterio.open(output) as raster:
        assert raster.shape == (1, 1)
        return int(raster.read(1)[0, 0])


def code_of_image(image: Image.Image) -> int:
    bundle = open_bundle()
    probabilities = load_predictor(bundle).predict(np.asarray(image.convert("RGB"))[None])
    return bundle.card.classes[int(probabilities[0].argmax())].code


def test_patches_and_their_jpeg_twins_get_the_same_class(data: Path, tmp_path: Path) -> None:
    patches = sorted((data / "eurosat_ms").glob("*/*.tif"))
    assert len(patches) == 10
    agreeing = 0
    for patch in patches:
        twin = data / "eurosat_rgb" / patch.parent.name / f"{patch.stem}.jpg"
        agreeing += code_of_patch(patch, tmp_path) == code_of_image(Image.open(twin))
    assert agreeing >= 9


def test_120_patches_are_as_accurate_as_their_images_within_a_point(
    shared: Path, tmp_path: Path
) -> None:
    eurosat = shared / "eurosat"
    codes = {c.name: c.code for c in open_bundle().card.classes}
    maps = tmp_path / "maps"
    maps.mkdir()
    scored: list[tuple[bool, bool]] = []
    differences = []
    with (
        zipfile.ZipFile(eurosat / "EuroSAT_MS_sample.zip") as patches,
        zipfile.ZipFile(eurosat / "EuroSAT_RGB_trainval.zip") as images,
    ):
        at_hand = set(images.namelist())
        for member in sorted(n for n in patches.namelist() if n.endswith(".tif")):
            folder, name = Path(member).parts[-2:]
            twin = f"2750/{folder}/{Path(name).stem}.jpg"
            if twin not in at_hand:
                continue
            patch = tmp_path / name
            patch.write_bytes(patches.read(member))
            with images.open(twin) as file:
                image = Image.open(file).convert("RGB")
            with rasterio.open(patch) as raster:
                numbers = np.moveaxis(raster.read([4, 3, 2]), 0, -1).astype(float)
            stretched = np.clip(1 + 254 * numbers / 2750, 1, 255)
            differences.append(np.abs(stretched - np.asarray(image)))
            truth = codes[folder]
            scored.append((code_of_patch(patch, maps) == truth, code_of_image(image) == truth))
    assert len(scored) > 80
    from_patch, from_image = np.mean(scored, axis=0)
    print(
        f"{len(scored)} patches: {from_patch:.4f} from GeoTIFF, {from_image:.4f} from JPEG, "
        f"median difference {np.median(differences):.2f} levels"
    )
    assert from_patch == pytest.approx(from_image, abs=0.01)
    assert np.median(differences) <= 3


@pytest.mark.parametrize(
    ("folder", "b10", "b8a"),
    [("eurosat_ms/*/*.tif", 10, 13), ("s2/safe_metadata/ukis_dn_toa_pairs/*.tif", 11, 9)],
)
def test_unnamed_13_bands_are_in_eurosats_or_the_products_order(
    data: Path, request: pytest.FixtureRequest, folder: str, b10: int, b8a: int
) -> None:
    place = data if folder.startswith("eurosat_ms") else request.getfixturevalue("shared")
    found = sorted(p for p in place.glob(folder) if not p.stem.endswith("_toa"))
    assert len(found) >= 2
    for path in found:
        with open_scene(str(path), ("B04", "B10", "B8A")) as scene:
            assert scene.bands == (4, b10, b8a), path
