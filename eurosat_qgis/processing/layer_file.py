"""Features of a layer of any kind as a file that the worker reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from eurosat_qgis.runtime.translation import tr


def written(
    features: Iterable[QgsFeature],
    crs: QgsCoordinateReferenceSystem,
    name: str,
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.MultiPolygon,
    fields: Sequence[QgsField] = (),
) -> str:
    """A GeoPackage of shapes, and the values of `fields`, gone with Processing's temporary files.

    `kind` is a flat multi type. Raises QgsProcessingException when it cannot be written.
    """
    stem = re.sub(r"[^\w-]+", "_", name).strip("_") or "layer"
    path = QgsProcessingUtils.generateTempFilename(f"{stem}.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "features"
    transforms = QgsProject.instance().transformContext()
    kept = QgsFields()
    for field in fields:
        kept.append(field)
    writer = QgsVectorFileWriter.create(path, kept, kind, crs, transforms, options)
    for feature in features:
        shape = feature.geometry()
        if shape.isNull():
            continue
        # Arcs become chords, as the worker knows no arcs; heights go.
        flat = QgsGeometry(shape.constGet().segmentize())
        flat.get().dropZValue()
        flat.get().dropMValue()
        flat.convertToMultiType()
        plain = QgsFeature(kept)
        plain.setGeometry(flat)
        plain.setAttributes([feature.attribute(field.name()) for field in fields])
        writer.addFeature(plain)
    problem = writer.errorMessage()
    # Dropping the writer closes the file.
    del writer
    if problem:
        raise QgsProcessingException(
            tr("{layer} cannot be handed to the worker ({why}).").format(layer=name, why=problem)
        )
    return path
