from __future__ import annotations

import pytest

from eurosat_qgis.core.products.band_names import (
    band_in_file_name,
    band_of_description,
    band_of_wavelength,
)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("665 nm", "B04"),
        ("B4 (665.1 nm)", "B04"),
        ("0.56 µm", "B03"),
        ("central wavelength 492.4nm", "B02"),
        ("Surface reflectance, red", "B04"),
        ("reflectance_blue", "B02"),
        ("red edge 1", "B05"),
        ("vegetation red edge", None),
        ("rededge1", "B05"),
        ("near infra red", None),
        ("nir08", "B8A"),
        ("swir16", "B11"),
        ("700 nm", "B05"),
        ("GDAL Band Number 1", None),
        ("red and blue", None),
    ],
)
def test_wavelengths_and_colours_name_bands(text: str, band: str | None) -> None:
    assert band_of_description(text) == band


# Centres of Sentinel-2A's bands in nm: ESA, MSI spectral responses, as real metadata state them.
@pytest.mark.parametrize(
    ("nanometres", "band"),
    [
        (442.7, "B01"), (492.4, "B02"), (559.8, "B03"), (664.6, "B04"), (704.1, "B05"),
        (740.5, "B06"), (782.8, "B07"), (832.8, "B08"), (864.7, "B8A"), (945.1, "B09"),
        (1373.5, "B10"), (1613.7, "B11"), (2202.4, "B12"), (600.0, None), (0.0, None),
    ],
)  # fmt: skip
def test_every_bands_own_centre_is_told(nanometres: float, band: str | None) -> None:
    assert band_of_wavelength(nanometres) == band


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("T31UFS_20190411T105031_B04_10m", ("B04", "T31UFS_20190411T105031_", "_10m")),
        ("2019-04-16_Sentinel-2_L2A_B02_(Raw)", ("B02", "2019-04-16_Sentinel-2_L2A_", "_(Raw)")),
        ("B8A", ("B8A", "", "")),
        ("LC-B4", ("B04", "LC-", "")),
        ("scene-red", ("B04", "scene-", "")),
        ("b04_b03", ("B03", "b04_", "")),
        ("TCI", None),
        ("redwood", None),
        ("B99", None),
    ],
)
def test_file_names_are_split_around_their_band(stem: str, told: tuple | None) -> None:
    assert band_in_file_name(stem) == told
