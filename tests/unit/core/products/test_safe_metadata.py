"""What real metadata state, against what stactools (expected_output.json) and a reader found."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.info import scene_info
from eurosat_qgis.core.products.metadata_xml import parse_metadata
from eurosat_qgis.core.products.names import stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.recognise import recognise
from eurosat_qgis.core.products.safe_metadata import mean_direction, stated_by_product

# Folder, level, baseline, offset: read off the files by eye.
STACTOOLS = [
    ("S2A_MSIL1C_20200717T221941_R029_T01LAC_20200717T234135", "L1C", "02.09", 0),
    ("S2A_MSIL1C_20210908T042701_N0301_R133_T46RER_20210908T070248", "L1C", "03.01", 0),
    ("S2A_MSIL2A_20180721T053721_N0212_R062_T43MDV_20201011T181419", "L2A", "02.12", 0),
    ("S2A_MSIL2A_20190212T192651_N0212_R013_T07HFE_20201007T160857", "L2A", "02.12", 0),
    ("S2A_MSIL2A_20230625T234621_N0509_R073_T01WCP_20230626T022157", "L2A", "05.09", -1000),
    ("S2A_MSIL2A_20230625T234621_N0509_R073_T01WCP_20230626T022158", "L2A", "05.09", -1000),
    ("S2A_MSIL2A_20230625T234621_N0509_R073_T01WCS_20230626T022157", "L2A", "05.09", -1000),
    ("S2A_MSIL2A_20230821T221941_N0509_R029_T01KAB_20230822T021825", "L2A", "05.09", -1000),
    ("S2B_MSIL2A_20191228T210519_N0212_R071_T01CCV_20201003T104658", "L2A", "02.12", 0),
    ("S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126", "L2A", "04.00", -1000),
    ("esa_S2B_MSIL2A_20210122T133229_N0214_R081_T22HBD_20210122T155500", "L2A", "02.14", 0),
]
UKIS = {
    "S2B_MSIL1C_20200406T101559_N0209_R065_T32UPC_20200406T130159": ("02.09", 0),
    "S2B_MSIL1C_20220615T101559_N0400_R065_T32UPC_20220615T122549": ("04.00", -1000),
}


@pytest.mark.parametrize(("name", "level", "baseline", "offset"), STACTOOLS)
def test_real_metadata_state_level_baseline_offset_and_angles(
    shared: Path, name: str, level: str, baseline: str, offset: float
) -> None:
    safe = shared / "s2" / "safe_metadata" / "stactools" / f"{name}.SAFE"
    facts = recognise(str(safe)).facts
    assert (facts.level, facts.baseline, facts.quantification) == (level, baseline, 10000)
    assert set(facts.offsets.values()) == {offset}
    assert len(facts.offsets) == 13
    expected = safe / "expected_output.json"
    if expected.is_file():
        properties = json.loads(expected.read_text(encoding="utf-8"))["properties"]
        assert facts.name == properties["s2:product_uri"]
        if "view:sun_elevation" in properties:
            assert facts.sun_zenith == pytest.approx(90 - properties["view:sun_elevation"])
            assert facts.sun_azimuth == pytest.approx(properties["view:sun_azimuth"])
            # Theirs is over all bands, ours over the visible ones.
            assert facts.view_zenith == pytest.approx(properties["view:incidence_angle"], abs=0.75)


def test_metadata_without_images_are_described_and_said_not_to_be_enough(shared: Path) -> None:
    name = STACTOOLS[-2][0]
    found = scene_info(str(shared / "s2" / "safe_metadata" / "stactools" / f"{name}.SAFE"))
    assert (found["level"], found["baseline"], found["offset"]) == ("L2A", "04.00", -1000)
    # GRANULE_MEAN_AOT, GRANULE_MEAN_WV and OZONE_VALUE of the file.
    assert found["aerosol_optical_thickness"] == 0.06
    assert found["water_vapour"] == 0.308992
    assert found["ozone"] == 437.936081
    assert "cannot be classified" in found["warnings"][-1]


@pytest.mark.parametrize("name", UKIS)
def test_numbers_and_metadata_give_the_reflectance_of_their_twin(shared: Path, name: str) -> None:
    folder = shared / "s2" / "safe_metadata" / "ukis_dn_toa_pairs"
    path = folder / f"{name}_MTD.xml"
    metadata = parse_metadata(path.read_bytes(), path.name)
    facts = stated_by_product(ProductFacts(), metadata, path.name)
    baseline, offset = UKIS[name]
    assert (facts.level, facts.baseline) == ("L1C", baseline)
    assert set(facts.offsets.values()) == {offset}
    with (
        rasterio.open(folder / f"{name}.tif") as stored,
        rasterio.open(folder / f"{name}_toa.tif") as twin,
    ):
        numbers, expected = stored.read().astype(float), twin.read()
        valid = numbers != (stored.nodata or 0)
    offsets = np.array(list(facts.offsets.values()))[:, None, None]
    reflectance = (numbers + offsets) / facts.quantification
    assert np.abs(reflectance - expected)[valid].max() < 1e-6


def test_a_real_jp2_is_found_in_its_real_safe(shared: Path) -> None:
    (safe,) = (shared / "s2" / "safe_metadata" / "eodag").glob("*.SAFE")
    product = recognise(str(safe))
    assert set(product.bands) == {"B01"}
    with rasterio.open(product.bands["B01"].name) as image:
        assert (image.driver, image.width) == ("JP2OpenJPEG", 1830)


def test_zips_with_placeholders_are_refused_in_one_line_that_names_the_file(shared: Path) -> None:
    for archive in (shared / "s2" / "safe_metadata" / "eodatasets_zipped").glob("*.zip"):
        assert recognise(str(archive)).kind == "zipped SAFE"
        with pytest.raises(InputError, match=r"B04\.jp2 are 5\d{3} m wide"):
            scene_info(str(archive))


@pytest.mark.parametrize(
    ("name", "level", "baseline", "time"),
    [
        (
            "S2A_MSIL1C_20180101T105441_N0206_R051_T31TDH_20180101T124911.SAFE",
            "L1C", "02.06", "2018-01-01T10:54:41",
        ),
        (
            "S2A_OPER_PRD_MSIL1C_PDMC_20160504T223345_R008_V20160504T105917_20160504T105917.SAFE",
            "L1C", None, "2016-05-04T10:59:17",
        ),
        (
            "S2A_OPER_MSI_L1C_TL_SGS__20160504T163055_A004524_T31TFL_N02.02",
            "L1C", "02.02", "2016-05-04T16:30:55",
        ),
        ("mol_l1c_rgbn.tif", "L1C", None, None),
        ("S2A1C_TOA.tif", "L1C", None, None),
        ("TOAST_2A1C.tif", None, None, None),
        ("N1234_MSIL2A_x.tif", "L2A", "12.34", None),
    ],
)  # fmt: skip
def test_names_state_level_baseline_and_time(
    name: str, level: str | None, baseline: str | None, time: str | None
) -> None:
    facts = stated_by_name(ProductFacts(), name)
    assert (facts.level, facts.baseline, facts.sensing_time) == (level, baseline, time)


def test_directions_are_averaged_across_north() -> None:
    assert mean_direction([350, 20]) == pytest.approx(5)


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<a>" * 50_000,
        "no xml",
        "",
        '<?xml version="1.0" encoding="unheard-of"?><a/>',
    ],
    ids=("entities", "external", "deep", "text", "empty", "encoding"),
)
def test_xml_that_cannot_be_trusted_is_one_line(attack: str) -> None:
    with pytest.raises(InputError, match="no readable XML") as caught:
        parse_metadata(attack.encode(), "MTD_MSIL1C.xml")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("S2A1C_20190723_022_Barbellino_RGB432_10", "L1C"),
        ("S2B2A_20190723_022_Barbellino_RGB432_10", "L2A"),
        ("20190411_LEVEL2_SEN2A_BOA", "L2A"),
        ("20190411_LEVEL2_SEN2A_TOA", "L1C"),
        ("boat_S2A1", None),
    ],
)
def test_the_names_of_sen2r_and_force_state_the_level(name: str, level: str | None) -> None:
    assert stated_by_name(ProductFacts(), name).level == level
