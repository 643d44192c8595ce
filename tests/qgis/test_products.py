"""Products that QGIS does not load as one layer, through the algorithm, with a real worker."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRasterLayer,
)

pytestmark = pytest.mark.usefixtures("plugin")

REPOSITORY = Path(__file__).resolve().parents[2]
NAME = "S2A_MSIL1C_20190411T105031_N0509_R051_T31UFS_20190411T105031"
SIDE = 128


@pytest.fixture(scope="module")
def products(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with small SAFE products and their zips."""
    folder = tmp_path_factory.mktemp("products")
    command = [os.environ["EUROSAT_QGIS_PYTHON"], "-m", "scripts.safe_scenes", str(folder)]
    environment = {**os.environ, "EUROSAT_SHARED_DATA": str(folder / "none")}
    subprocess.run(
        [*command, "--side", str(SIDE), "--zip"],
        cwd=REPOSITORY,
        env=environment,
        check=True,
        timeout=300,
        capture_output=True,
    )
    return folder


def codes(parameters: dict[str, Any]) -> bytes:
    result = processing.run(
        "eurosat:classify", {"CELL": 32, "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
    )
    dataset = gdal.Open(result["OUTPUT"])
    return bytes(dataset.GetRasterBand(1).ReadRaster())


def test_a_safe_is_classified_as_folder_zip_and_xml_by_either_parameter(products: Path) -> None:
    safe = products / f"{NAME}.SAFE"
    zipped = products / f"{NAME}.zip"
    expected = codes({"PRODUCT": str(safe)})
    assert len(expected) == (SIDE // 32) ** 2
    assert 0 not in expected
    assert codes({"PRODUCT": str(zipped)}) == expected
    assert codes({"PRODUCT": str(safe / "MTD_MSIL1C.xml")}) == expected
    assert codes({"INPUT": str(zipped)}) == expected
    assert codes({"INPUT": str(safe)}) == expected


def test_a_layer_of_one_band_in_a_zip_stands_for_its_scene(products: Path, project: Any) -> None:
    zipped = products / f"{NAME}.zip"
    inside = next(n for n in gdal.ReadDirRecursive(f"/vsizip/{zipped}") if n.endswith("B04.jp2"))
    layer = QgsRasterLayer(f"/vsizip/{zipped}/{inside}", "B04")
    assert layer.isValid()
    project.addMapLayer(layer)
    assert codes({"INPUT": layer}) == codes({"PRODUCT": str(zipped)})


def test_an_extent_on_a_product_is_brought_to_its_crs(products: Path) -> None:
    safe = products / f"{NAME}.SAFE"
    # One cell of 32 pixels and a half, in the product's north-western corner.
    extent = "655360,655840,5685800,5686280 [EPSG:32631]"
    assert len(codes({"PRODUCT": str(safe), "EXTENT": extent})) == 4


def test_neither_layer_nor_product_is_said_to_be_missing(context: QgsProcessingContext) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("eurosat:classify")
    valid, message = algorithm.checkParameterValues({"OUTPUT": "TEMPORARY_OUTPUT"}, context)
    assert (valid, "product" in message) == (False, True)


def test_a_product_that_is_none_is_refused_in_the_workers_words(tmp_path: Path) -> None:
    (tmp_path / "item.json").write_text("{}", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="no STAC item"):
        codes({"PRODUCT": str(tmp_path / "item.json")})
