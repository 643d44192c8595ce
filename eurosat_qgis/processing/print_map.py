"""The algorithm `eurosat:map`: a land-cover layer in, a print layout and its file out."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandPseudoColorRenderer,
)

from eurosat_qgis.processing.help_text import map_help
from eurosat_qgis.processing.print_layout.compose import MapLayers, compose, title_of
from eurosat_qgis.processing.styles import (
    found_classes,
    style_confidence,
    style_land_cover,
    style_true_color,
)
from eurosat_qgis.processing.worker_algorithm import WorkerAlgorithm
from eurosat_qgis.runtime.help_pages import HelpPage
from eurosat_qgis.runtime.scene_layer import scene_of_layer
from eurosat_qgis.runtime.translation import class_title, tr

_FILTER = "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"
_RESOLUTIONS = 50, 300, 1200


class PrintMapAlgorithm(WorkerAlgorithm):
    """Makes a layout of a land-cover raster; the worker says what the raster holds."""

    HELP = HelpPage.PRINT
    SUFFIXES: Mapping[str, tuple[str, ...]] = {"OUTPUT": (".pdf", ".png", ".svg")}

    def name(self) -> str:
        return "map"

    def displayName(self) -> str:
        return tr("Map to print")

    def tags(self) -> list[str]:
        return ["print", "layout", "atlas", "pdf", "svg", "png", "legend", "eurosat", "land cover"]

    def shortDescription(self) -> str:
        return tr("Makes a print layout of a land-cover map, with legend and areas.")

    def shortHelpString(self) -> str:
        return map_help()

    def flags(self) -> Any:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer("INPUT", tr("Land-cover map")))
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                "CONFIDENCE", tr("Confidence, for an inset"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer("SCENE", tr("Scene, for an inset"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterString(
                "TITLE", tr("Title (made of date and scene)"), optional=True
            )
        )
        least, usual, most = _RESOLUTIONS
        resolution = QgsProcessingParameterNumber(
            "RESOLUTION",
            tr("Resolution in dots an inch"),
            QgsProcessingParameterNumber.Type.Integer,
            usual,
            minValue=least,
            maxValue=most,
        )
        resolution.setFlags(resolution.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(resolution)
        self.addParameter(
            QgsProcessingParameterBoolean(
                "ADD_TO_PROJECT", tr("Add it to the project's layouts, to be edited"), True
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Map to print"), _FILTER, optional=True
            )
        )
        self.addOutput(QgsProcessingOutputString("LAYOUT", tr("Layout's name")))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        valid, message = super().checkParameterValues(parameters, context)
        if valid:
            message = self._session.problem() or self._wrong_suffix(parameters, context)
        return not message, message

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        if problem := self._session.problem() or self._wrong_suffix(parameters, context):
            raise QgsProcessingException(problem)
        keep = self.parameterAsBool(parameters, "ADD_TO_PROJECT", context)
        project = context.project() if keep else None
        holder = project or QgsProject()
        if project is None:
            holder.setEllipsoid("EPSG:7030")
        layer = self._raster(parameters, "INPUT", context)
        confidence = self._raster(parameters, "CONFIDENCE", context)
        scene = self._raster(parameters, "SCENE", context)
        if layer is None:
            raise QgsProcessingException(
                tr("The land cover cannot be opened: choose another layer.")
            )
        request = {"type": "describe", "map": scene_of_layer(layer)}
        if confidence is not None:
            request["confidence"] = scene_of_layer(confidence)
        described = self._run(request, feedback)
        feedback.setProgress(30)
        layers = MapLayers(
            _shown(layer, holder, lambda made: _style_classes(made, described)),
            _shown(confidence, holder, _style_confidence),
            _shown(scene, holder, lambda made: _style_scene(made, described)),
        )
        title = self.parameterAsString(parameters, "TITLE", context).strip()
        name = _free_name(holder, title or title_of(described))
        layout = compose(holder, name, title, layers, described)
        feedback.setProgress(60)
        results: dict[str, Any] = {"LAYOUT": name}
        output = self._output_path(parameters, "OUTPUT", context)
        if output:
            dpi = self.parameterAsInt(parameters, "RESOLUTION", context)
            export(layout, Path(output), dpi)
            results["OUTPUT"] = output
        if project is not None:
            project.layoutManager().addLayout(layout)
            said = tr('The layout "{name}" is in the project, to be edited.')
            feedback.pushInfo(said.format(name=name))
        feedback.setProgress(100)
        return results

    def _raster(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsRasterLayer | None:
        if parameters.get(name) in (None, ""):
            return None
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None or not layer.isValid() or layer.dataProvider().name() != "gdal":
            raise QgsProcessingException(
                tr("{path} cannot be opened: choose a raster from a file.").format(
                    path=parameters[name]
                )
            )
        return layer


def _shown(
    layer: QgsRasterLayer | None,
    project: QgsProject,
    style: Callable[[QgsRasterLayer], None],
) -> QgsRasterLayer | None:
    """The layer as the layout shows it, in its project and styled.

    The user's own layer stays as it is: where its style does not do, a copy stands in for it that
    the layer panel does not list.
    """
    if layer is None:
        return None
    own = project.mapLayer(layer.id()) is layer
    made = layer.clone()
    style(made)
    if own and made.renderer().type() == layer.renderer().type() and _same(made, layer):
        return layer
    project.addMapLayer(made, not own)
    return made


def _same(made: QgsRasterLayer, layer: QgsRasterLayer) -> bool:
    renderer, other = made.renderer(), layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return True
    shown, there = (
        {(entry.value, entry.label) for entry in found.classes()} for found in (renderer, other)
    )
    return shown == there


def _style_classes(layer: QgsRasterLayer, described: dict[str, Any]) -> None:
    """Unless it has a colour for every class that it holds already."""
    renderer = layer.renderer()
    classes = found_classes(described)
    if isinstance(renderer, QgsPalettedRasterRenderer):
        titles = {int(c.value): c.label for c in renderer.classes()}
        if all(titles.get(found.code, str(found.code)) != str(found.code) for found in classes):
            _translate_labels(layer, renderer)
            return
    style_land_cover(layer, classes)


def _translate_labels(layer: QgsRasterLayer, renderer: QgsPalettedRasterRenderer) -> None:
    """The style beside a map's file has the names of its classes in English."""
    classes = [
        QgsPalettedRasterRenderer.Class(entry.value, entry.color, class_title(entry.label))
        for entry in renderer.classes()
    ]
    translated = QgsPalettedRasterRenderer(layer.dataProvider(), renderer.band(), classes)
    translated.setOpacity(renderer.opacity())
    layer.setRenderer(translated)


def _style_confidence(layer: QgsRasterLayer) -> None:
    if not isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer):
        style_confidence(layer)


def _style_scene(layer: QgsRasterLayer, described: dict[str, Any]) -> None:
    """True colour, by the bands that the map was made of where they lie in this file."""
    bands = [part.partition("=")[2] for part in described["tags"].get("SCENE_BANDS", "").split(",")]
    if len(bands) < 3 or not all(b.isdigit() and int(b) <= layer.bandCount() for b in bands[:3]):
        return
    renderer = layer.renderer()
    wanted = [int(band) for band in bands[:3]]
    if isinstance(renderer, QgsMultiBandColorRenderer) and wanted == [
        renderer.redBand(), renderer.greenBand(), renderer.blueBand(),
    ]:  # fmt: skip
        return
    style_true_color(layer, wanted)


def _free_name(project: QgsProject, wanted: str) -> str:
    """`wanted`, or with a number behind where a layout has that name."""
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted} ({count})"
    return name


def export(layout: QgsPrintLayout, path: Path, dpi: int) -> None:
    """Write a layout as PDF, PNG or SVG, by the suffix; whole or not at all.

    Raises QgsProcessingException when it cannot be written.
    """
    # The suffix stays last: by it QGIS knows the format of a picture.
    part = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
    exporter = QgsLayoutExporter(layout)
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi = dpi
        # Words remain words, in fonts that the file carries.
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        outcome = exporter.exportToPdf(str(part), pdf)
    elif suffix == ".svg":
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi = dpi
        # An SVG carries no fonts: outlines look the same everywhere. QGIS before 3.24 leaves labels
        # text all the same.
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
        outcome = exporter.exportToSvg(str(part), svg)
    else:
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = dpi
        image.generateWorldFile = False
        # QGIS tries to tell GDAL where the picture lies, which a PNG cannot hold.
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            outcome = exporter.exportToImage(str(part), image)
        finally:
            gdal.PopErrorHandler()
    try:
        if outcome != QgsLayoutExporter.ExportResult.Success:
            reason = exporter.errorMessage() or tr("QGIS does not say why")
            raise QgsProcessingException(
                tr(
                    "{path} cannot be written ({why}): choose a folder that exists and that you "
                    "may write to."
                ).format(path=path, why=reason)
            )
        part.replace(path)
    except OSError as error:
        why = tr("{path} cannot be replaced ({why}).").format(path=path, why=error.strerror)
        raise QgsProcessingException(why) from error
    finally:
        part.unlink(missing_ok=True)
