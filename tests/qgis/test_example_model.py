"""The example model that ships with the plugin."""

from __future__ import annotations

from pathlib import Path

import processing
import pytest
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsRasterLayer

pytestmark = pytest.mark.usefixtures("plugin")

ID = "eurosat:Land cover with map and report"
REPOSITORY = Path(__file__).resolve().parents[2]


def test_it_names_every_parameter_that_its_steps_need() -> None:
    (path,) = (REPOSITORY / "resources" / "models").glob("*.model3")
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    # Where an algorithm got another parameter: make example-model.
    assert model.validate() == (True, [])


def test_it_makes_map_and_report_in_one_go(scene: QgsRasterLayer, tmp_path: Path) -> None:
    model = QgsApplication.processingRegistry().createAlgorithmById(ID)
    endings = {"Land cover": "tif", "Confidence": "tif", "Map to print": "pdf", "Report": "html"}
    outputs = {}
    for parameter in model.destinationParameterDefinitions():
        title = parameter.description()
        outputs[parameter.name()] = str(tmp_path / f"{title}.{endings[title]}")
    assert len(outputs) == 4
    processing.run(ID, {"scene": scene, "cell": 32, **outputs})
    for path in outputs.values():
        assert Path(path).stat().st_size > 0
