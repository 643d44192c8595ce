from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm


def algorithm() -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().algorithmById("eurosat:classify")


@pytest.mark.usefixtures("plugin")
def test_the_provider_is_registered_with_its_algorithm_and_icon() -> None:
    provider = QgsApplication.processingRegistry().providerById("eurosat")
    assert provider.name() == "EuroSAT Land Cover"
    assert {found.id() for found in provider.algorithms()} == {
        "eurosat:assess",
        "eurosat:classify",
        "eurosat:compare",
        "eurosat:map",
        "eurosat:report",
        "eurosat:sample",
        "eurosat:Land cover with map and report",
    }
    assert Path(provider.svgIconPath()).is_file()
    assert not provider.icon().isNull()


@pytest.mark.usefixtures("plugin")
def test_results_are_geotiff_and_geopackage_only() -> None:
    provider = QgsApplication.processingRegistry().providerById("eurosat")
    assert provider.supportedOutputRasterLayerExtensions() == ["tif"]
    assert provider.supportedOutputVectorLayerExtensions() == ["gpkg"]
    assert provider.defaultVectorFileExtension(True) == "gpkg"


@pytest.mark.usefixtures("plugin")
def test_the_algorithm_has_the_parameters_that_scripts_rely_on() -> None:
    assert {p.name(): p.defaultValue() for p in algorithm().parameterDefinitions()} == {
        "INPUT": None,
        "PRODUCT": None,
        "CELL": 64,
        "EXTENT": None,
        "AREA": None,
        "MIN_CONFIDENCE": 0.0,
        "MODEL": None,
        "BANDS": "auto",
        "SCALING": "auto",
        "ATMOSPHERE": "auto",
        "RESAMPLING": "auto",
        "BORDER_FILL": "auto",
        "FORCE": False,
        "ELEVATION": None,
        "MASK": None,
        "SCL": None,
        "MASK_CLASSES": ["saturated", "shadow", "cloud", "cirrus", "snow"],
        "CLOUD_SCREEN": False,
        "MAX_MASKED": 0.5,
        "DISSOLVE": False,
        "COG": False,
        "SLD": False,
        "OUTPUT": None,
        "CONFIDENCE": None,
        "POLYGONS": None,
        "STATISTICS": None,
    }


@pytest.mark.usefixtures("plugin")
def test_the_help_speaks_of_every_parameter_and_output() -> None:
    titles = tuple(re.findall("<b>(.*?)</b>", algorithm().shortHelpString()))
    for parameter in algorithm().parameterDefinitions():
        assert parameter.description().startswith(titles)


@pytest.mark.usefixtures("plugin")
def test_the_scalings_offered_are_the_cores() -> None:
    core = Path(__file__).resolve().parents[2] / "eurosat_qgis" / "core"
    source = core / "radiometry" / "scalings.py"
    offered = algorithm().parameterDefinition("SCALING").options()
    assert offered[0] == "auto"
    for name in offered[1:]:
        assert f'"{name}": Scaling(' in source.read_text(encoding="utf-8")
    defined = re.findall(r'"(\w+)": Scaling\(', source.read_text(encoding="utf-8"))
    assert offered[1:] == defined


@pytest.mark.usefixtures("qgis")
def test_unloading_takes_the_provider_back_and_it_can_be_loaded_again(plugin: Any) -> None:
    registry = QgsApplication.processingRegistry()
    plugin.unload()
    assert registry.providerById("eurosat") is None
    plugin.initProcessing()
    assert registry.providerById("eurosat") is not None


@pytest.mark.usefixtures("plugin")
def test_qgis_python_imports_neither_tensorflow_nor_rasterio() -> None:
    assert not {"tensorflow", "keras", "rasterio", "pyogrio"} & set(sys.modules)
