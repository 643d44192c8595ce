from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.gdal_tags import stated_by_tags
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.radiometry import (
    EUROSAT_STRETCH,
    Radiometry,
    detect_radiometry,
    to_model_values,
)
from eurosat_qgis.core.radiometry.scalings import SCALINGS
from eurosat_qgis.core.scene.scene import open_scene

RGB = ("B04", "B03", "B02")


def facts_of_tags(name: str, tags: dict[str, str]) -> ProductFacts:
    return stated_by_name(stated_by_tags(ProductFacts(name=name), tags), name)


# Water, forest and town under air, as digital numbers of three bands.
DARK = np.array([[250.0, 400.0, 700.0], [300.0, 500.0, 800.0], [2500.0, 2600.0, 2700.0]])
FORMULAS = [name for name in SCALINGS if name != "display8"]


def radiometry_of(scaling: str) -> Radiometry:
    stored = SCALINGS[scaling]
    return Radiometry(None, None, scaling, (stored.offset,) * 3, stored.quantification)


def detect(
    sample: np.ndarray,
    facts: ProductFacts | None = None,
    dtype: str = "uint16",
    name: str = "a.tif",
    **options: object,
) -> Radiometry:
    return detect_radiometry(name, facts or ProductFacts(), dtype, sample, RGB, **options)


def test_digital_numbers_become_eurosats_eight_bits() -> None:
    # Helber et al.: -scale 0 2750 1 255; 1375 is halfway, 1 + 127 = 128; beyond 2750 is clipped.
    numbers = np.array([-50, 0, 1375, 2750, 9000], np.float32)
    assert to_model_values(numbers, EUROSAT_STRETCH).tolist() == [1, 1, 128, 255, 255]


def test_values_are_rounded_half_up_as_gdal_translate_does() -> None:
    # One level is 2750 / 254 = 10.83 DN, so 5 DN give 1.46 and 6 DN give 1.55.
    assert to_model_values(np.array([5, 6], np.float32), EUROSAT_STRETCH).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("scaling", "stored"),
    [
        ("dn", 1375),
        ("dn1000", 2375),
        ("reflectance", 0.1375),
        ("reflectance_added", 0.2375),
        ("eurosat8", 128),
        ("reflectance1000", 137.5),
        ("reflectance255", 35.0625),
        ("dn65535", 9011.0625),
        # 1 + 254 * 1375 / 3558 and / 2500, less half a level.
        ("tci_l1c", 98.6591),
        ("tci_l2a", 140.2),
    ],
)
def test_the_same_reflectance_gives_the_same_digital_number_in_every_scaling(
    scaling: str, stored: float
) -> None:
    numbers = radiometry_of(scaling).to_digital_numbers(np.array([stored] * 3))
    assert numbers == pytest.approx([1375] * 3, abs=0.01)


def test_every_scaling_with_a_formula_is_checked_above() -> None:
    marks = test_the_same_reflectance_gives_the_same_digital_number_in_every_scaling.pytestmark
    assert [case[0] for case in marks[0].args[1]] == FORMULAS


@pytest.mark.parametrize("scaling", FORMULAS)
def test_offset_and_quantification_state_reflectance(scaling: str) -> None:
    radiometry = radiometry_of(scaling)
    stored = np.array([0.5, 20.0, 200.0])
    reflectance = (stored + radiometry.offset) / radiometry.quantification
    assert radiometry.to_digital_numbers(stored) == pytest.approx(reflectance * 10000, rel=1e-5)


def test_each_band_has_its_own_offset() -> None:
    facts = ProductFacts(quantification=10000, offsets={"B04": -1000, "B03": -900, "B02": 0})
    found = detect(DARK, facts)
    assert found.to_digital_numbers(np.full((1, 3), 2000)).tolist() == [[1000, 1100, 2000]]
    assert (found.scaling, found.confidence) == ("metadata", 1.0)


def test_what_metadata_state_wins_over_the_pixels() -> None:
    facts = ProductFacts(quantification=10000, offsets=dict.fromkeys(RGB, 0.0), baseline="05.09")
    assert detect(DARK + 1000, facts).scaling == "dn"
    stated = ProductFacts(quantification=10000, offsets=dict.fromkeys(RGB, -1000.0))
    assert detect(DARK, stated).scaling == "dn1000"


@pytest.mark.parametrize(
    ("name", "tags", "level", "baseline", "scaling"),
    [
        ("S2A_MSIL1C_20180101T105441_N0206_R051_T31TDH_x.tif", {}, "L1C", "02.06", "dn"),
        ("S2B_MSIL2A_20230905T101559_N0509_R065_T32TQM_x.tif", {}, "L2A", "05.09", "dn1000"),
        ("S2A_MSIL1C_20160101T000000_N0500_R051_T31TDH_x.tif", {}, "L1C", "05.00", "dn1000"),
        ("mol_l1c_rgbn.tif", {}, "L1C", None, "dn"),
        ("stack.tif", {"PROCESSING_BASELINE": "04.00"}, None, "04.00", "dn1000"),
        ("stack.tif", {"PROCESSING_LEVEL": "Level-2A"}, "L2A", None, "dn"),
        ("S2A1C_TOA.tif", {}, "L1C", None, "dn"),
    ],
)
def test_level_and_offset_come_from_tags_and_product_names(
    name: str, tags: dict[str, str], level: str | None, baseline: str | None, scaling: str
) -> None:
    facts = facts_of_tags(name, tags)
    assert (facts.level, facts.baseline) == (level, baseline)
    assert detect(DARK + (1000 if scaling == "dn1000" else 0), facts).scaling == scaling


def test_names_state_when_the_scene_was_taken() -> None:
    product = "S2A_MSIL1C_20180101T105441_N0206_R051_T31TDH_20180101T124911.tif"
    assert facts_of_tags(product, {}).sensing_time == "2018-01-01T10:54:41"
    assert (
        facts_of_tags("S2A2A_20170703_022_Barbellino_BOA_10.tif", {}).sensing_time == "2017-07-03"
    )
    assert facts_of_tags("stack.tif", {}).sensing_time is None


def test_an_offset_that_a_new_baseline_should_have_but_pixels_have_not_is_doubted() -> None:
    found = detect(DARK, ProductFacts(baseline="05.09", level="L1C"))
    assert found.scaling == "dn"
    assert "subtracted before" in " ".join(found.warnings)


def test_an_offset_stated_but_not_in_the_pixels_is_warned_about() -> None:
    facts = ProductFacts(level="L1C", quantification=10000, offsets=dict.fromkeys(RGB, -1000.0))
    assert "subtracted before" in detect(DARK, facts).warnings[0]
    assert not detect(DARK + 1000, facts).warnings


def test_what_a_product_states_of_its_bands_is_not_said_of_its_picture() -> None:
    facts = ProductFacts(level="L2A", quantification=10000, offsets=dict.fromkeys(RGB, -1000.0))
    picture = (DARK / 12).astype(np.uint8)
    found = detect(picture, facts, "uint8", "T31UFS_20190411T105031_TCI_10m.jp2")
    assert found.scaling == "tci_l2a"
    assert found.atmosphere is not None


def test_bands_that_the_atmosphere_does_not_know_are_left_as_they_are() -> None:
    facts = ProductFacts(level="L2A")
    found = detect_radiometry("a.tif", facts, "uint16", DARK, ("R", "G", "B"))
    assert found.atmosphere is None
    assert "misclassified" in found.warnings[0]


@pytest.mark.parametrize("pair", ["20200406T101559_N0209", "20220615T101559_N0400"])
def test_digital_numbers_become_the_reflectance_of_the_given_twin(shared: Path, pair: str) -> None:
    folder = shared / "s2" / "safe_metadata" / "ukis_dn_toa_pairs"
    twin = next(folder.glob(f"*{pair}*_toa.tif"))
    stored = twin.with_name(twin.name.replace("_toa", ""))
    with rasterio.open(stored) as raster, rasterio.open(twin) as other:
        sample, reflectance = (np.moveaxis(r.read((4, 3, 2)), 0, -1) for r in (raster, other))
    facts = facts_of_tags(stored.name, {})
    found = detect(sample.reshape(-1, 3), facts, name=stored.name)
    given = sample != 0
    assert found.to_digital_numbers(sample)[given] / 10000 == pytest.approx(
        reflectance[given], abs=1e-6
    )


def test_a_scene_with_the_offset_left_in_is_read_without_it(shared: Path) -> None:
    # 2024, float32 with the 1000 still in and no word of the baseline.
    with open_scene(str(shared / "s2" / "corrientes_ar" / "20240101.tif"), RGB) as scene:
        assert (scene.radiometry.scaling, scene.radiometry.level) == ("dn1000", "L2A")
        assert scene.radiometry.confidence >= 0.75
        assert not scene.radiometry.warnings
    with open_scene(str(shared / "s2" / "mol_be" / "mol_l1c_rgbn.tif"), RGB) as scene:
        assert scene.radiometry.scaling == "dn"
        assert not scene.radiometry.warnings


def test_the_user_overrules_what_was_detected() -> None:
    found = detect(DARK, ProductFacts(baseline="05.09"), option="dn")
    assert (found.scaling, found.confidence) == ("dn", 1.0)
    assert "chosen by the user" in " ".join(found.reasons)


def test_unknown_options_are_refused_with_the_names_there_are() -> None:
    with pytest.raises(
        InputError, match="auto, dn, dn1000, reflectance, reflectance_added, eurosat8"
    ):
        detect(DARK, option="x")
    with pytest.raises(InputError, match="auto, none, standard"):
        detect(DARK, atmosphere="x")


def test_what_is_uncertain_is_warned_about() -> None:
    eight = np.full((100, 3), 120) + np.arange(100)[:, None]
    warning = " ".join(detect(eight, dtype="uint8").warnings)
    assert "uncertain (60%)" in warning
    assert "8-bit" in warning


def test_air_is_put_over_level_2a_only_where_the_network_saw_level_1c() -> None:
    surface, top = ProductFacts(level="L2A"), ProductFacts(level="L1C")
    assert detect(DARK, surface).atmosphere is not None
    assert detect(DARK, surface, wanted_level="L2A").atmosphere is None
    assert detect(DARK, top).atmosphere is None
    assert detect(DARK, surface, atmosphere="none").atmosphere is None
    assert detect(DARK, top, atmosphere="standard").atmosphere is not None


def test_what_level_and_air_mean_for_the_map_is_said() -> None:
    facts = ProductFacts(level="L2A", sun_zenith=44.0, aerosol_optical_thickness=0.12)
    corrected = detect(DARK, facts)
    assert not corrected.warnings
    assert "sun zenith 44.0° (metadata)" in corrected.reasons[-1]
    assert "thickness 0.12 (metadata)" in corrected.reasons[-1]
    assert "misclassified" in detect(DARK, facts, atmosphere="none").warnings[0]
    top = ProductFacts(level="L1C")
    assert "misclassified" in detect(DARK, top, wanted_level="L2A").warnings[0]
    assert "as you chose" in " ".join(detect(DARK, top, atmosphere="standard").warnings)


@settings(deadline=None)
@given(
    arrays(
        np.float64,
        st.tuples(st.integers(0, 40), st.just(3)),
        elements=st.floats(-1e9, 1e9, width=32),
    ),
    st.sampled_from(["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]),
    st.sampled_from(["a.tif", "x_TCI_10m.jp2", "S2A_MSIL2A_20190411T105031_N0211_x.tif"]),
)
def test_any_numbers_are_read_somehow_or_other(pixels: np.ndarray, dtype: str, name: str) -> None:
    with np.errstate(invalid="ignore"):
        sample = pixels.astype(dtype)
    found = detect(sample, facts_of_tags(name, {}), dtype, name)
    assert 0.5 <= found.confidence <= 1
    assert np.isfinite(found.to_digital_numbers(sample)).all()


def test_numbers_are_told_before_they_are_brought_to_another_grid(shared: Path) -> None:
    # 65535 is reflectance 1, in degrees: resampled, the numbers no longer lie on that comb.
    folder = shared / "s2" / "aquileia_it"
    path = folder / "2019-04-16_Sentinel-2_L2A_B04_(Raw).tiff"
    with open_scene(str(path), RGB) as scene:
        assert not scene.grid.as_it_is
        assert scene.radiometry.scaling == "dn65535"
        assert (scene.radiometry.level, scene.facts.sensing_time) == ("L2A", "2019-04-16")


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


def test_a_baseline_before_the_offset_keeps_decimal_numbers_as_they_are() -> None:
    decimal = (DARK + 1000).astype(np.float32) / 10000
    assert detect(decimal, ProductFacts(), "float32").scaling == "reflectance_added"
    assert detect(decimal, ProductFacts(baseline="05.09"), "float32").scaling == "reflectance_added"
    assert detect(decimal, ProductFacts(baseline="02.14"), "float32").scaling == "reflectance"
