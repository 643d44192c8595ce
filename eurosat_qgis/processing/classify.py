"""The algorithm `eurosat:classify`: a scene in, a styled land-cover map out."""

from __future__ import annotations

from collections.abc import Callable, MutableSequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
)
from qgis.PyQt.QtGui import QIcon

from eurosat_qgis.core.errors import LandCoverError
from eurosat_qgis.core.request import CELL_SIZES
from eurosat_qgis.core.scalings import ATMOSPHERES, AUTO, SCALING_NAMES
from eurosat_qgis.paths import resource
from eurosat_qgis.processing.area_and_masks import (
    area_field,
    area_parameter,
    mask_fields,
    mask_parameters,
)
from eurosat_qgis.processing.areas_table import DIGIT_WIDE_SPACE, areas_table, limits
from eurosat_qgis.processing.help_text import CLASSIFY_HELP
from eurosat_qgis.processing.scene_layer import scene_in_text, scene_of_layer, why_no_scene
from eurosat_qgis.processing.scene_parameters import (
    product_given,
    reading_fields,
    reading_parameters,
    scene_parameters,
)
from eurosat_qgis.processing.styles import (
    LayerStyler,
    found_classes,
    style_confidence,
    style_map,
    style_polygons,
)
from eurosat_qgis.runtime.client import WorkerError
from eurosat_qgis.runtime.map_record import MapRecord
from eurosat_qgis.runtime.session import Session

# Failures whose cause may stand in the worker's log.
KINDS_WITH_LOG = ("died", "environment", "internal", "protocol")
# What the outputs may be called: other formats are not written.
_SUFFIXES = {
    "OUTPUT": (".tif", ".tiff"),
    "CONFIDENCE": (".tif", ".tiff"),
    "POLYGONS": (".gpkg",),
    "STATISTICS": (".csv",),
}
# What of a request the worker needs to describe its scene.
_INFO_FIELDS = (
    "scene", "model", "bands", "scaling", "atmosphere", "resampling", "border_fill", "force",
)  # fmt: skip
# The counts that the algorithm gives, as the result calls them in lower case.
_COUNTS = ("CELLS", "VALID_CELLS", "MASKED_CELLS")


class ClassifyAlgorithm(QgsProcessingAlgorithm):
    """Classifies a scene in the worker of `session`.

    `stylers` outlives the run and so keeps what styles the layers: Processing runs a copy of the
    algorithm, drops it, and only then loads the layers.
    """

    def __init__(self, session: Session, stylers: MutableSequence[LayerStyler]) -> None:
        super().__init__()
        self._session = session
        self._stylers = stylers
        self._request: dict[str, Any] = {}

    def createInstance(self) -> ClassifyAlgorithm:
        return ClassifyAlgorithm(self._session, self._stylers)

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:
        return "Land-cover map"

    def group(self) -> str:
        return "Land cover"

    def groupId(self) -> str:
        return "landcover"

    def tags(self) -> list[str]:
        return [
            "sentinel-2", "eurosat", "land cover", "land use", "classification", "classify",
            "deep learning", "cnn", "raster", "corine",
        ]  # fmt: skip

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(resource("icon.svg"))

    def shortDescription(self) -> str:
        return "Classifies a Sentinel-2 scene into land-cover classes with a neural network."

    def shortHelpString(self) -> str:
        return CLASSIFY_HELP

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in scene_parameters():
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterNumber(
                "CELL",
                f"Cell size in pixels of the scene ({', '.join(map(str, CELL_SIZES))})",
                QgsProcessingParameterNumber.Type.Integer,
                CELL_SIZES[0],
            )
        )
        self.addParameter(
            QgsProcessingParameterExtent("EXTENT", "Extent (all of the scene)", optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "MIN_CONFIDENCE",
                "Minimum confidence (cells below it become Uncertain)",
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=1.0,
            )
        )
        self.addParameter(area_parameter())
        model = QgsProcessingParameterFile(
            "MODEL",
            "Model (the built-in one)",
            optional=True,
            fileFilter="Model bundles (*.keras)",
        )
        bands = QgsProcessingParameterString(
            "BANDS", "Bands that hold red, green, blue: auto, or places such as 4,3,2", "auto"
        )
        scaling = QgsProcessingParameterEnum(
            "SCALING",
            "How numbers store reflectance",
            list(SCALING_NAMES),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        atmosphere = QgsProcessingParameterEnum(
            "ATMOSPHERE",
            "What brings Level-2A to the top of the atmosphere",
            list(ATMOSPHERES),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        for parameter in (model, bands, scaling, atmosphere, *reading_parameters()):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
            self.addParameter(parameter)
        for parameter in mask_parameters():
            self.addParameter(parameter)
        self._add_outputs()

    def _add_outputs(self) -> None:
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", "Land cover"))
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                "CONFIDENCE", "Confidence", optional=True, createByDefault=False
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                "POLYGONS",
                "Land cover polygons",
                QgsProcessing.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "STATISTICS",
                "Areas per class",
                "Tables (*.csv)",
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("CELLS", "Cells"))
        self.addOutput(QgsProcessingOutputNumber("VALID_CELLS", "Classified cells"))
        self.addOutput(QgsProcessingOutputNumber("MASKED_CELLS", "Masked cells"))

    def canExecute(self) -> tuple[bool, str]:
        problem = self._session.problem()
        return not problem, problem

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # QGIS refuses what it cannot load as a layer; the worker opens more.
        checked = dict(parameters)
        if scene_in_text(parameters.get("INPUT")):
            checked.pop("INPUT")
        valid, message = super().checkParameterValues(checked, context)
        if valid:
            message = self._session.problem() or self._why_not(parameters, context)
        return not message, message

    def _why_not(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        cell = self.parameterAsInt(parameters, "CELL", context)
        if not product_given(self, parameters, context):
            layer = self.parameterAsRasterLayer(parameters, "INPUT", context)
            if problem := why_no_scene(layer):
                return problem
        if cell not in CELL_SIZES:
            sizes = ", ".join(map(str, CELL_SIZES))
            return f"A cell of {cell} pixels is not possible: choose {sizes}."
        if not 0 <= self.parameterAsDouble(parameters, "MIN_CONFIDENCE", context) < 1:
            return "The minimum confidence must be 0 or more, and less than 1."
        for name, suffixes in _SUFFIXES.items():
            given = self._output_path(parameters, name, context)
            if given and Path(given).suffix.lower() not in suffixes:
                title = self.parameterDefinition(name).description()
                return f"{title}: give a file name that ends in {suffixes[0]}, not {given}."
        return ""

    def _output_path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        if parameters.get(name) in (None, ""):
            return ""
        return str(self.parameterAsFileOutput(parameters, name, context))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        product = product_given(self, parameters, context)
        layer = None if product else self.parameterAsRasterLayer(parameters, "INPUT", context)
        if problem := self._session.problem() or self._why_not(parameters, context):
            raise QgsProcessingException(problem)
        self._request = {
            "type": "classify",
            "scene": scene_of_layer(layer) if layer else product,
            "cell": self.parameterAsInt(parameters, "CELL", context),
            "bands": self.parameterAsString(parameters, "BANDS", context).strip() or "auto",
            "scaling": self.parameterAsEnumString(parameters, "SCALING", context) or "auto",
            "atmosphere": self.parameterAsEnumString(parameters, "ATMOSPHERE", context) or AUTO,
            **reading_fields(self, parameters, context),
            "min_confidence": self.parameterAsDouble(parameters, "MIN_CONFIDENCE", context),
        }
        self._request.update(mask_fields(self, parameters, context))
        if layer and (extent := self._extent(parameters, context, layer.crs())):
            self._request["extent"] = extent
        model = self.parameterAsFile(parameters, "MODEL", context) or self._session.settings().model
        if model:
            self._request["model"] = model
        return True

    def _extent_on_product(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The extent in the CRS of a product that only the worker can open."""
        if "extent" in self._request or parameters.get("EXTENT") in (None, ""):
            return {}
        question = {name: self._request[name] for name in _INFO_FIELDS if name in self._request}
        found = self._run({"type": "info", **question}, feedback)
        crs = QgsCoordinateReferenceSystem(found["crs"] or "")
        extent = self._extent(parameters, context, crs)
        return {"extent": extent} if extent else {}

    def _extent(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
    ) -> list[float] | None:
        """The extent in the scene's CRS, None for all of it."""
        if parameters.get("EXTENT") in (None, ""):
            return None
        rectangle = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        if rectangle.isNull():
            return None
        return [
            rectangle.xMinimum(),
            rectangle.yMinimum(),
            rectangle.xMaximum(),
            rectangle.yMaximum(),
        ]

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        outputs = {
            "OUTPUT": self.parameterAsOutputLayer(parameters, "OUTPUT", context),
            "CONFIDENCE": self.parameterAsOutputLayer(parameters, "CONFIDENCE", context),
            "POLYGONS": self.parameterAsOutputLayer(parameters, "POLYGONS", context),
            "STATISTICS": self.parameterAsFileOutput(parameters, "STATISTICS", context),
        }
        outputs = {name: path for name, path in outputs.items() if path}
        fields = {"OUTPUT": "output", "CONFIDENCE": "confidence", "POLYGONS": "polygons"}
        fields["STATISTICS"] = "stats"
        request = {**self._request, **{fields[name]: path for name, path in outputs.items()}}
        request.update(area_field(self, parameters, context))
        request.update(self._extent_on_product(parameters, context, feedback))
        result = self._run(request, feedback)
        classes = found_classes(result)
        for line in result.get("warnings", []):
            feedback.pushWarning(line)
        # Spaces collapse in the dialog's log; a terminal needs no others.
        in_window = QgsApplication.platform() == "desktop"
        for line in areas_table(classes, DIGIT_WIDE_SPACE if in_window else " "):
            feedback.pushInfo(line)
        for line in limits(result):
            feedback.pushInfo(line)
        record = MapRecord(request, result)
        self._style("OUTPUT", outputs, context, lambda layer: style_map(layer, classes, record))
        self._style("CONFIDENCE", outputs, context, style_confidence)
        self._style("POLYGONS", outputs, context, lambda layer: style_polygons(layer, classes))
        counts = {name: result[name.lower()] for name in _COUNTS}
        return {**outputs, **counts}

    def _run(self, request: dict[str, Any], feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """The worker's result; QgsProcessingException with its message when there is none."""
        said: set[str] = set()

        def on_progress(done: int, total: int, message: str) -> None:
            if message and message not in said:
                said.add(message)
                feedback.pushInfo(message)
            if total:
                feedback.setProgress(100 * done / total)

        try:
            return self._session.client().run(request, on_progress, feedback.isCanceled)
        except LandCoverError as error:
            if isinstance(error, WorkerError) and error.kind in KINDS_WITH_LOG and error.log:
                feedback.pushDebugInfo(f"The worker's last lines:\n{error.log}")
            raise QgsProcessingException(str(error)) from error

    def _style(
        self,
        name: str,
        outputs: dict[str, str],
        context: QgsProcessingContext,
        style: Callable[[Any], None],
    ) -> None:
        path = outputs.get(name)
        if path and context.willLoadLayerOnCompletion(path):
            styler = LayerStyler(style)
            self._stylers.append(styler)
            context.layerToLoadOnCompletionDetails(path).setPostProcessor(styler)
