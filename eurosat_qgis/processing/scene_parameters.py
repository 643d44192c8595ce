"""The parameters of an algorithm that name its scene and say how it is read."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from eurosat_qgis.core.scene.reading import AUTO, HIGHEST_M, LOWEST_M, RESAMPLING_NAMES
from eurosat_qgis.runtime.scene_layer import scene_in_text
from eurosat_qgis.runtime.translation import later, tr

# Folders and addresses pass QGIS' check by the second.
_PRODUCT_FILES = later(
    "Sentinel-2 products (*.zip *.xml *.json *.geojson *.jp2 *.tif *.tiff *.vrt *.nc)"
    ";;All files (*.*)"
)


def scene_parameters() -> list[QgsProcessingParameterDefinition]:
    """A layer, or a product that QGIS does not load as one; neither can be asked for alone."""
    return [
        QgsProcessingParameterRasterLayer("INPUT", tr("Scene (Sentinel-2)"), optional=True),
        QgsProcessingParameterFile(
            "PRODUCT",
            tr("Product instead of a layer (SAFE folder, zip or XML, STAC item, band file)"),
            optional=True,
            fileFilter=tr(_PRODUCT_FILES),
        ),
    ]


def product_given(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """The product that is given instead of a layer, empty when there is none."""
    given = algorithm.parameterAsFile(parameters, "PRODUCT", context)
    return str(given or scene_in_text(parameters.get("INPUT")))


def reading_parameters() -> list[QgsProcessingParameterDefinition]:
    """How pixels are brought to 10 m, what counts as nodata, and how high the ground lies."""
    return [
        QgsProcessingParameterEnum(
            "RESAMPLING",
            tr("How other pixel sizes are brought to 10 m"),
            list(RESAMPLING_NAMES),
            defaultValue=RESAMPLING_NAMES[0],
            usesStaticStrings=True,
        ),
        QgsProcessingParameterString(
            "BORDER_FILL", tr("Nodata at borders without a tag: auto, none, or a number"), AUTO
        ),
        QgsProcessingParameterBoolean(
            "FORCE", tr("Enlarge pixels more than 6 times"), defaultValue=False
        ),
        QgsProcessingParameterNumber(
            "ELEVATION",
            tr("Mean height of the ground in m, for Level-2A (sea level)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=LOWEST_M,
            maxValue=HIGHEST_M,
        ),
    ]


def reading_fields(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """The same as fields of the worker's request."""
    fill = algorithm.parameterAsString(parameters, "BORDER_FILL", context).strip()
    given = parameters.get("ELEVATION") not in (None, "")
    return {
        "resampling": algorithm.parameterAsEnumString(parameters, "RESAMPLING", context),
        "border_fill": fill or AUTO,
        "force": algorithm.parameterAsBool(parameters, "FORCE", context),
        "elevation": (
            algorithm.parameterAsDouble(parameters, "ELEVATION", context) if given else None
        ),
    }
