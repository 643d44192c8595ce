from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import rasterio

from eurosat_qgis.core.scene.band_order import first_is_red
from eurosat_qgis.core.scene.bands import identify_bands
from eurosat_qgis.core.scene.scene import open_scene
from scripts.kinds.ground import crop_of_sample

STACK = crop_of_sample().stack
RGB = ("B04", "B03", "B02")


def test_red_is_told_from_blue_in_nearly_every_image_of_eurosat_and_never_wrongly(
    shared: Path,
) -> None:
    told = []
    with zipfile.ZipFile(shared / "eurosat" / "EuroSAT_MS_sample.zip") as patches:
        for name in (n for n in patches.namelist() if n.endswith(".tif")):
            with rasterio.MemoryFile(patches.read(name)) as file, file.open() as patch:
                red, blue = (patch.read(band).ravel() for band in (4, 2))
            told.append((first_is_red(red, blue), first_is_red(blue, red)))
    assert len(told) == 120
    assert told.count((True, False)) == 110
    assert told.count((None, None)) == 10


def test_both_levels_of_a_real_scene_tell_their_order(shared: Path) -> None:
    for name in ("mol_l1c_rgbn.tif", "mol_l2_icor_rgbn.tif"):
        with rasterio.open(shared / "s2" / "mol_be" / name) as scene:
            red, blue = (scene.read(band).ravel() for band in (1, 3))
        assert first_is_red(red, blue) is True
        assert first_is_red(blue, red) is False


def test_bands_that_are_alike_or_few_tell_nothing() -> None:
    red = STACK[0].ravel()
    assert first_is_red(red, red) is None
    assert first_is_red(red[:500], STACK[2].ravel()[:500]) is None
    assert first_is_red(np.full(5000, 300), np.full(5000, 900)) is None


def test_a_spectrum_that_rises_everywhere_as_deserts_do_is_left_open() -> None:
    # Blue alone is the darker and the less varied: a desert, or open water the other way round.
    blue = np.linspace(1000, 1700, 5000)
    assert first_is_red(2 * blue, blue) is None


def test_12_bands_that_hold_b10_lack_b8a(shared: Path) -> None:
    # sen2r leaves B8A out of Level-1C, and B09 and B10 out of Level-2A.
    folder = shared / "s2" / "barbellino_it"
    for day in ("20170703", "20190723"):
        with open_scene(str(folder / f"S2A1C_{day}_022_Barbellino_TOA_10.tif"), RGB) as scene:
            assert (scene.identified["B09"], scene.identified["B10"]) == (9, 10)
            assert "B8A" not in scene.identified
            assert scene.bands == (4, 3, 2)


def test_12_bands_without_b10_are_in_the_products_order() -> None:
    sample = np.full((50, 3), (2700, 800, 1500))
    found = identify_bands((None,) * 12, ("gray",) * 12, sample=lambda _: sample)
    assert (found.bands["B8A"], found.bands["B09"], found.bands["B11"]) == (9, 10, 11)
