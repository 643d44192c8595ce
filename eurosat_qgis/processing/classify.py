"""The algorithm `eurosat:classify`: a scene in, a styled land-cover map out."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
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

from eurosat_qgis.core.classification.request import CELL_SIZES
from eurosat_qgis.core.radiometry.scalings import ATMOSPHERES, AUTO, SCALING_NAMES
from eurosat_qgis.processing.area_and_masks import (
    area_field,
    area_parameter,
    mask_fields,
    mask_parameters,
)
from eurosat_qgis.processing.areas_table import DIGIT_WIDE_SPACE, areas_table, limits
from eurosat_qgis.processing.classify_help import classify_help
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
from eurosat_qgis.processing.worker_algorithm import WorkerAlgorithm
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.map_record import MapRecord
from eurosat_qgis.runtime.models import BUILT_IN
from eurosat_qgis.runtime.scene_layer import scene_in_text, scene_of_layer, why_no_scene
from eurosat_qgis.runtime.session import Session
from eurosat_qgis.runtime.translation import later, tr

# How outputs are written: the request's field, and what the dialog calls it.
_WRITTEN_AS = {
    "DISSOLVE": ("dissolve", later("One feature a class in the polygons")),
    "COG": ("cog", later("Write rasters as cloud optimized GeoTIFFs")),
    "SLD": ("sld", later("Write the style as SLD too, for map servers")),
}
# What of a request the worker needs to describe its scene.
_INFO_FIELDS = (
    "scene", "model", "bands", "scaling", "atmosphere", "resampling", "border_fill", "force",
    "elevation",
)  # fmt: skip
# The counts that the algorithm gives, as the result calls them in lower case.
_COUNTS = ("CELLS", "VALID_CELLS", "MASKED_CELLS")


class ClassifyAlgorithm(WorkerAlgorithm):
    """Classifies a scene in the worker."""

    HELP = HelpPage.CLASSIFY
    SUFFIXES: Mapping[str, tuple[str, ...]] = {
        "OUTPUT": (".tif", ".tiff"),
        "CONFIDENCE": (".tif", ".tiff"),
        "POLYGONS": (".gpkg",),
        "STATISTICS": (".csv",),
    }

    def __init__(self, session: Session, stylers: MutableSequence[LayerStyler]) -> None:
        super().__init__(session, stylers)
        self._request: dict[str, Any] = {}

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:
        return tr("Land-cover map")

    def tags(self) -> list[str]:
        return [
            "sentinel-2", "eurosat", "land cover", "land use", "classification", "classify",
            "deep learning", "cnn", "raster", "corine",
        ]  # fmt: skip

    def shortDescription(self) -> str:
        return tr("Classifies a Sentinel-2 scene into land-cover classes with a neural network.")

    def shortHelpString(self) -> str:
        return classify_help()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in scene_parameters():
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterNumber(
                "CELL",
                tr("Cell size in pixels of the scene ({sizes})").format(
                    sizes=", ".join(map(str, CELL_SIZES))
                ),
                QgsProcessingParameterNumber.Type.Integer,
                CELL_SIZES[0],
            )
        )
        self.addParameter(
            QgsProcessingParameterExtent("EXTENT", tr("Extent (all of the scene)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "MIN_CONFIDENCE",
                tr("Minimum confidence (cells below it become Uncertain)"),
                QgsProcessingParameterNumber.Type.Double,
                0.0,
                minValue=0.0,
                maxValue=1.0,
            )
        )
        self.addParameter(area_parameter())
        model = QgsProcessingParameterFile(
            "MODEL",
            tr("Model (the built-in one)"),
            optional=True,
            fileFilter=tr("Model bundles (*.keras)"),
        )
        bands = QgsProcessingParameterString(
            "BANDS", tr("Bands that hold red, green, blue: auto, or places such as 4,3,2"), "auto"
        )
        scaling = QgsProcessingParameterEnum(
            "SCALING",
            tr("How numbers store reflectance"),
            list(SCALING_NAMES),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        atmosphere = QgsProcessingParameterEnum(
            "ATMOSPHERE",
            tr("What brings Level-2A to the top of the atmosphere"),
            list(ATMOSPHERES),
            defaultValue=AUTO,
            usesStaticStrings=True,
        )
        for parameter in (model, bands, scaling, atmosphere, *reading_parameters()):
            parameter.setFlags(
                parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced
            )
            self.addParameter(parameter)
        for parameter in mask_parameters():
            self.addParameter(parameter)
        for name, (_, title) in _WRITTEN_AS.items():
            switch = QgsProcessingParameterBoolean(name, tr(title), defaultValue=False)
            switch.setFlags(switch.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(switch)
        self._add_outputs()

    def _add_outputs(self) -> None:
        self.addParameter(QgsProcessingParameterRasterDestination("OUTPUT", tr("Land cover")))
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                "CONFIDENCE", tr("Confidence"), optional=True, createByDefault=False
            )
        )
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                "POLYGONS",
                tr("Land cover polygons"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "STATISTICS",
                tr("Areas per class"),
                tr("Tables (*.csv)"),
                optional=True,
                createByDefault=False,
            )
        )
        self.addOutput(QgsProcessingOutputNumber("CELLS", tr("Cells")))
        self.addOutput(QgsProcessingOutputNumber("VALID_CELLS", tr("Classified cells")))
        self.addOutput(QgsProcessingOutputNumber("MASKED_CELLS", tr("Masked cells")))

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
            return tr("A cell of {cell} pixels is not possible: choose {sizes}.").format(
                cell=cell, sizes=sizes
            )
        if not 0 <= self.parameterAsDouble(parameters, "MIN_CONFIDENCE", context) < 1:
            return tr("The minimum confidence must be 0 or more, and less than 1.")
        return self._wrong_suffix(parameters, context)

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
            **self._session.settings().run_fields(),
        }
        self._request.update(mask_fields(self, parameters, context))
        for name, (field, _) in _WRITTEN_AS.items():
            self._request[field] = self.parameterAsBool(parameters, name, context)
        if layer and (extent := self._extent(parameters, context, layer.crs())):
            self._request["extent"] = extent
        model = self.parameterAsFile(parameters, "MODEL", context) or self._session.settings().model
        if model and model != BUILT_IN:
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
