"""The parameters of an algorithm that limit it to an area and leave out what hides the ground."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
    QgsVectorLayer,
)

from eurosat_qgis.core.masks.scene_classes import (
    DEFAULT_MASK_CLASSES,
    NO_MASK_CLASSES,
    SCENE_CLASSES,
)
from eurosat_qgis.processing.layer_file import written
from eurosat_qgis.runtime.scene_layer import scene_of_layer
from eurosat_qgis.runtime.translation import tr


def area_parameter() -> QgsProcessingParameterDefinition:
    """Polygons, of a layer of any kind; the selected ones where the user wants it so."""
    return QgsProcessingParameterFeatureSource(
        "AREA",
        tr("Area of interest (polygons; all of the scene)"),
        [QgsProcessing.SourceType.TypeVectorPolygon],
        optional=True,
    )


def mask_parameters() -> list[QgsProcessingParameterDefinition]:
    """What to leave out, all advanced."""
    parameters = [
        QgsProcessingParameterMapLayer(
            "MASK",
            tr("Mask (raster, not 0 is masked, or polygons)"),
            optional=True,
            types=[QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon],
        ),
        QgsProcessingParameterRasterLayer(
            "SCL", tr("Scene classification, SCL (the product's own)"), optional=True
        ),
        QgsProcessingParameterEnum(
            "MASK_CLASSES",
            tr("Classes of the scene classification to leave out"),
            list(SCENE_CLASSES),
            allowMultiple=True,
            defaultValue=list(DEFAULT_MASK_CLASSES),
            optional=True,
            usesStaticStrings=True,
        ),
        QgsProcessingParameterBoolean(
            "CLOUD_SCREEN", tr("Leave out what looks like thick cloud"), defaultValue=False
        ),
        QgsProcessingParameterNumber(
            "MAX_MASKED",
            tr("Share of masked pixels over which a cell is left out"),
            QgsProcessingParameterNumber.Type.Double,
            0.5,
            minValue=0.0,
            maxValue=1.0,
        ),
    ]
    for parameter in parameters:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameters


def mask_fields(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """The masks as fields of the worker's request; polygons go through a file.

    Layers belong to the main thread: call it from `prepareAlgorithm`. Raises
    QgsProcessingException.
    """
    fields: dict[str, Any] = {
        "cloud_screen": algorithm.parameterAsBool(parameters, "CLOUD_SCREEN", context),
        "max_masked": algorithm.parameterAsDouble(parameters, "MAX_MASKED", context),
    }
    if _is_given(parameters, "MASK"):
        fields["mask"] = _mask_of_layer(algorithm.parameterAsLayer(parameters, "MASK", context))
    if _is_given(parameters, "SCL"):
        fields["scl"] = _raster_of_layer(
            algorithm.parameterAsRasterLayer(parameters, "SCL", context)
        )
    classes = algorithm.parameterAsEnumStrings(parameters, "MASK_CLASSES", context)
    if parameters.get("MASK_CLASSES") == []:
        # QGIS gives the default where all are unticked.
        fields["mask_classes"] = NO_MASK_CLASSES
    elif set(classes) != set(DEFAULT_MASK_CLASSES):
        # The usual classes are left to the worker: they ask for no scene classification.
        fields["mask_classes"] = ",".join(classes)
    return fields


def area_field(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, str]:
    """The area of interest as a field of the worker's request, its polygons in a file.

    Raises QgsProcessingException when it holds none.
    """
    if not _is_given(parameters, "AREA"):
        return {}
    source = algorithm.parameterAsSource(parameters, "AREA", context)
    if source is None:
        raise QgsProcessingException(tr("The area cannot be opened: choose a layer of polygons."))
    if not source.featureCount():
        raise QgsProcessingException(
            tr(
                "{layer} holds no polygons to take, or none is selected: select some, or choose "
                "another layer."
            ).format(layer=source.sourceName())
        )
    # The worker repairs what is invalid, and says so.
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    features = source.getFeatures(QgsFeatureRequest(), flag)
    return {"aoi": written(features, source.sourceCrs(), source.sourceName())}


def _is_given(parameters: dict[str, Any], name: str) -> bool:
    return parameters.get(name) not in (None, "")


def _mask_of_layer(layer: QgsMapLayer | None) -> str:
    if isinstance(layer, QgsVectorLayer) and layer.isValid():
        return written(layer.getFeatures(), layer.crs(), layer.name())
    return _raster_of_layer(layer)


def _raster_of_layer(layer: QgsMapLayer | None) -> str:
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
        raise QgsProcessingException(tr("The mask cannot be opened: choose another layer or file."))
    if layer.dataProvider().name() != "gdal":
        raise QgsProcessingException(
            tr("{layer} is no raster from a file: save it as GeoTIFF first.").format(
                layer=layer.name()
            )
        )
    return scene_of_layer(layer)
