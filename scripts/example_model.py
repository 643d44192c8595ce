"""Write the example model that the plugin ships: `make example-model`.

Runs in QGIS' own Python. A model names every parameter of its steps, so it is written anew when an
algorithm gets another one.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
MODEL = REPOSITORY / "resources" / "models" / "land_cover_with_map_and_report.model3"
sys.path.insert(0, str(REPOSITORY))
sys.path.append(f"{os.environ.get('QGIS_PREFIX_PATH', '/usr')}/share/qgis/python/plugins")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

_Source = QgsProcessingModelChildParameterSource
_HELP = {
    "ALG_DESC": (
        "Classifies a scene, then makes a map to print and a report of the result. To change it: "
        "right click, Edit Model, and save it under another name."
    ),
    "scene": "A Sentinel-2 scene, as Land-cover map takes it.",
    "cell": "Cell size in pixels of the scene: 64, 32, 16 or 8.",
}


def example_model() -> QgsProcessingModelAlgorithm:
    """The model: classify, then map and report of what came out."""
    model = QgsProcessingModelAlgorithm("Land cover with map and report", "Land cover")
    model.setHelpContent(_HELP)
    scene = QgsProcessingParameterRasterLayer("scene", "Scene (Sentinel-2)")
    cell = QgsProcessingParameterNumber(
        "cell",
        "Cell size in pixels (64, 32, 16, 8)",
        QgsProcessingParameterNumber.Type.Integer,
        16,
    )
    _add_input(model, scene, 140)
    _add_input(model, cell, 380)
    given = {"INPUT": _Source.fromModelParameter("scene")}
    given["CELL"] = _Source.fromModelParameter("cell")
    outputs = {"Land cover": "OUTPUT", "Confidence": "CONFIDENCE"}
    _add_step(model, "classify", given, outputs, (260, 220))
    made = {
        "INPUT": _Source.fromChildOutput("classify", "OUTPUT"),
        "CONFIDENCE": _Source.fromChildOutput("classify", "CONFIDENCE"),
        "SCENE": _Source.fromModelParameter("scene"),
    }
    _add_step(model, "map", made, {"Map to print": "OUTPUT"}, (140, 400))
    _add_step(model, "report", made, {"Report": "OUTPUT"}, (420, 540))
    model.updateDestinationParameters()
    return model


def _add_input(
    model: QgsProcessingModelAlgorithm, parameter: QgsProcessingParameterDefinition, x: float
) -> None:
    component = QgsProcessingModelParameter(parameter.name())
    component.setDescription(parameter.description())
    component.setPosition(QPointF(x, 80))
    model.addModelParameter(parameter, component)


def _add_step(
    model: QgsProcessingModelAlgorithm,
    name: str,
    given: dict[str, Any],
    outputs: dict[str, str],
    place: tuple[float, float],
) -> None:
    step = QgsProcessingModelChildAlgorithm(f"eurosat:{name}")
    step.setChildId(name)
    step.setDescription(step.algorithm().displayName())
    step.setPosition(QPointF(*place))
    for parameter in step.algorithm().parameterDefinitions():
        optional = parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
        if parameter.name() in given:
            step.addParameterSources(parameter.name(), [given[parameter.name()]])
        elif not optional and not parameter.isDestination():
            source = _Source.fromStaticValue(parameter.defaultValue())
            step.addParameterSources(parameter.name(), [source])
    shown = {}
    for row, (title, output) in enumerate(outputs.items()):
        component = QgsProcessingModelOutput(title)
        component.setDescription(title)
        component.setChildId(name)
        component.setChildOutputName(output)
        component.setPosition(QPointF(place[0] + 240, place[1] + 60 * row))
        shown[title] = component
    step.setModelOutputs(shown)
    model.addChildAlgorithm(step)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(prefix="eurosat-qgis-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
        application = QgsApplication([], False)
        application.initQgis()
        from eurosat_qgis import classFactory

        plugin = classFactory(None)
        plugin.initProcessing()
        model = example_model()
        valid, problems = model.validate()
        MODEL.parent.mkdir(parents=True, exist_ok=True)
        done = valid and model.toFile(str(MODEL))
        plugin.unload()
        del model
        application.exitQgis()
    if not done:
        print(f"example_model.py: {'; '.join(problems) or 'cannot be written'}", file=sys.stderr)
        return 1
    print(MODEL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
