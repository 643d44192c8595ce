from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.radiometry import (
    EUROSAT_STRETCH,
    Radiometry,
    detect_radiometry,
    to_model_values,
)
from eurosat_qgis.core.scalings import SCALINGS
from eurosat_qgis.core.scene import open_scene

RGB = ("B04", "B03", "B02")
# Water, forest and town: digital numbers of three bands.
DARK = np.array([[250.0, 400.0, 700.0], [300.0, 500.0, 800.0], [2500.0, 2600.0, 2700.0]])


def test_digital_numbers_become_eurosats_eight_bits() -> None:
    # Helber et al.: -scale 0 2750 1 255; 1375 is halfway, 1 + 127 = 128; beyond 2750 is clipped.
    numbers = np.array([-50, 0, 1375, 2750, 9000], np.float32)
    assert to_model_values(numbers, EUROSAT_STRETCH).tolist() == [1, 1, 128, 255, 255]


def test_values_are_rounded_half_up_as_gdal_translate_does() -> None:
    # One level is 2750 / 254 = 10.83 DN, so 5 DN give 1.46 and 6 DN give 1.55.
    assert to_model_values(np.array([5, 6], np.float32), EUROSAT_STRETCH).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("scaling", "stored"),
    [("dn", 1375), ("dn1000", 2375), ("reflectance", 0.1375), ("eurosat8", 128)],
)
def test_the_same_reflectance_gives_the_same_digital_number_in_every_scaling(
    scaling: str, stored: float
) -> None:
    numbers = Radiometry(None, None, scaling, ()).to_digital_numbers(np.array([stored]))
    assert numbers == pytest.approx([1375], abs=0.01)


@pytest.mark.parametrize("scaling", SCALINGS)
def test_offset_and_quantification_state_reflectance(scaling: str) -> None:
    radiometry = Radiometry(None, None, scaling, ())
    stored = np.array([0.5, 20.0, 200.0])
    reflectance = (stored + radiometry.offset) / radiometry.quantification
    assert radiometry.to_digital_numbers(stored) == pytest.approx(reflectance * 10000, rel=1e-5)


@pytest.mark.parametrize(
    ("name", "tags", "level", "baseline", "scaling"),
    [
        ("S2A_MSIL1C_20180101T105441_N0206_R051_T31TDH_x.tif", {}, "L1C", "02.06", "dn"),
        ("S2B_MSIL2A_20230905T101559_N0509_R065_T32TQM_x.tif", {}, "L2A", "05.09", "dn1000"),
        ("S2A_MSIL1C_20160101T000000_N0500_R051_T31TDH_x.tif", {}, "L1C", "05.00", "dn1000"),
        ("mol_l1c_rgbn.tif", {}, "L1C", None, "dn"),
        ("stack.tif", {"PROCESSING_BASELINE": "04.00"}, None, "04.00", "dn1000"),
        ("stack.tif", {"PROCESSING_LEVEL": "Level-2A"}, "L2A", None, "dn"),
        ("S2A1C_TOA.tif", {}, None, None, "dn"),
    ],
)
def test_level_and_offset_come_from_tags_and_product_names(
    name: str, tags: dict[str, str], level: str | None, baseline: str | None, scaling: str
) -> None:
    found = detect_radiometry(name, tags, "uint16", DARK)
    assert (found.level, found.baseline, found.scaling) == (level, baseline, scaling)


def test_decimal_numbers_up_to_one_are_reflectance() -> None:
    assert detect_radiometry("a.tif", {}, "float32", DARK / 10000).scaling == "reflectance"
    assert detect_radiometry("a.tif", {}, "float32", DARK).scaling == "dn"


def test_pixels_that_are_never_dark_raise_the_question_of_the_offset() -> None:
    assert "dn1000" in detect_radiometry("a.tif", {}, "uint16", DARK + 1000).warnings[0]
    assert not detect_radiometry("a.tif", {}, "uint16", DARK).warnings
    assert not detect_radiometry("a_N0509_x.tif", {}, "uint16", DARK + 1000).warnings


def test_a_scene_with_the_offset_left_in_is_warned_about(shared: Path) -> None:
    # 2024, float32 with the 1000 still in and no word of the baseline.
    with open_scene(str(shared / "s2" / "corrientes_ar" / "20240101.tif"), RGB) as scene:
        assert "dn1000" in " ".join(scene.radiometry.warnings)
    with open_scene(str(shared / "s2" / "mol_be" / "mol_l1c_rgbn.tif"), RGB) as scene:
        assert not scene.radiometry.warnings


def test_the_user_overrules_what_was_detected() -> None:
    found = detect_radiometry("a_N0509_x.tif", {}, "uint16", DARK, "dn")
    assert found.scaling == "dn"
    assert "chosen by the user" in " ".join(found.reasons)


def test_an_unknown_scaling_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(InputError, match="auto, dn, dn1000, reflectance, eurosat8"):
        detect_radiometry("a.tif", {}, "uint16", DARK, "x")


def test_level_2a_and_eight_bits_are_warned_about() -> None:
    assert "Level-2A" in detect_radiometry("a_MSIL2A_x.tif", {}, "uint16", DARK).warnings[0]
    assert "8-bit" in detect_radiometry("a.tif", {}, "uint8", DARK).warnings[0]


def test_multispectral_patches_give_the_pixels_of_their_jpeg_twins(data: Path) -> None:
    differences = []
    for patch in sorted((data / "eurosat_ms").glob("*/*.tif")):
        with rasterio.open(patch) as raster:
            numbers = np.moveaxis(raster.read([4, 3, 2]), 0, -1).astype(np.float32)
        twin = data / "eurosat_rgb" / patch.parent.name / f"{patch.stem}.jpg"
        jpeg = np.asarray(Image.open(twin)).astype(int)
        differences.append(np.abs(to_model_values(numbers, EUROSAT_STRETCH).astype(int) - jpeg))
    assert len(differences) == 10
    # The twins are JPEG; a level is 1/254 of the stretch.
    assert np.median(differences) <= 3
