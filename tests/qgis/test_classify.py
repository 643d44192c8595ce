"""The algorithm in real QGIS, with a real worker."""

from __future__ import annotations

import csv
import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import processing
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeModelLegendNode,
    QgsMapLayerLegend,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
)

from eurosat_qgis.runtime.map_record import RECORD_PROPERTY, MapRecord
from eurosat_qgis.runtime.settings import load_settings, save_settings

pytestmark = pytest.mark.usefixtures("plugin")

REPOSITORY = Path(__file__).resolve().parents[2]
ALL_OUTPUTS = dict.fromkeys(("OUTPUT", "CONFIDENCE", "POLYGONS", "STATISTICS"), "TEMPORARY_OUTPUT")


def pixels(path: str | Path) -> bytes:
    # The dataset needs a name: its band dies with it.
    dataset = gdal.Open(str(path))
    return bytes(dataset.GetRasterBand(1).ReadRaster())


def by_command_line(*arguments: object) -> None:
    command = [os.environ["EUROSAT_QGIS_PYTHON"], "-m", "eurosat_qgis", "classify"]
    command += [str(argument) for argument in arguments]
    subprocess.run(command, cwd=REPOSITORY, check=True, timeout=300, capture_output=True)


def legend(layer: Any) -> list[str]:
    """The labels that the layer panel shows."""
    tree_layer = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    made = (
        QgsMapLayerLegend.defaultRasterLegend(layer)
        if isinstance(layer, QgsRasterLayer)
        else QgsMapLayerLegend.defaultVectorLegend(layer)
    )
    nodes = made.createLayerTreeModelLegendNodes(tree_layer)
    labels = [node.data(0) for node in nodes if isinstance(node, QgsLayerTreeModelLegendNode)]
    return [label for label in labels if label and not label.startswith("Band 1")]


def classes_in_table(path: str | Path) -> dict[str, int]:
    """Cells by class, those found, from the table of areas."""
    with Path(path).open(encoding="utf-8") as file:
        return {
            row["class"]: int(row["cells"]) for row in csv.DictReader(file) if row["cells"] != "0"
        }


def test_the_limits_of_the_settings_reach_the_run(scene: QgsRasterLayer) -> None:
    kept = load_settings()
    save_settings(replace(kept, memory=5))
    try:
        with pytest.raises(QgsProcessingException, match="5 MiB are too little"):
            processing.run("eurosat:classify", {"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT"})
    finally:
        save_settings(kept)


def test_every_output_is_written_and_the_numbers_are_given(
    scene: QgsRasterLayer, heard: Any
) -> None:
    result = processing.run(
        "eurosat:classify", {"INPUT": scene, "CELL": 16, **ALL_OUTPUTS}, feedback=heard
    )
    # 168 and 200 pixels in cells of 16: 11 rows of 13.
    assert (result["CELLS"], result["VALID_CELLS"]) == (143, 143)
    land_cover = gdal.Open(result["OUTPUT"])
    assert (land_cover.RasterYSize, land_cover.RasterXSize) == (11, 13)
    assert len(pixels(result["CONFIDENCE"])) == 143 * 4
    assert sum(classes_in_table(result["STATISTICS"]).values()) == 143
    polygons = ogr.Open(result["POLYGONS"])
    fields = polygons.GetLayer(0).GetLayerDefn()
    assert [fields.GetFieldDefn(i).GetName() for i in range(4)] == [
        "code", "class", "cells", "area_m2",
    ]  # fmt: skip
    assert heard.progress[-1] == 100
    assert any("km²" in line for line in heard.lines)


def test_the_raster_is_the_command_lines_pixel_for_pixel(
    scene: QgsRasterLayer, tmp_path: Path
) -> None:
    result = processing.run(
        "eurosat:classify", {"INPUT": scene, "CELL": 16, "OUTPUT": "TEMPORARY_OUTPUT"}
    )
    by_command_line(scene.source(), tmp_path / "map.tif", "--cell", 16)
    assert pixels(result["OUTPUT"]) == pixels(tmp_path / "map.tif")


def test_only_the_land_cover_is_written_unless_more_is_asked(scene: QgsRasterLayer) -> None:
    result = processing.run("eurosat:classify", {"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert set(result) == {"OUTPUT", "CELLS", "VALID_CELLS", "MASKED_CELLS"}
    assert result["CELLS"] == 12
    assert sorted(path.name for path in Path(result["OUTPUT"]).parent.iterdir()) == [
        "OUTPUT.qml", "OUTPUT.tif", "OUTPUT.tif.aux.xml",
    ]  # fmt: skip


def test_the_input_may_be_a_path(scene: QgsRasterLayer, tmp_path: Path) -> None:
    output = tmp_path / "map.tif"
    result = processing.run("eurosat:classify", {"INPUT": scene.source(), "OUTPUT": str(output)})
    assert Path(result["OUTPUT"]) == output
    assert output.is_file()


def test_loaded_results_are_styled_with_the_classes_found_and_no_others(
    scene: QgsRasterLayer, project: QgsProject, heard: Any
) -> None:
    parameters = {"INPUT": scene, "CELL": 16, "MIN_CONFIDENCE": 0.5, **ALL_OUTPUTS}
    result = processing.runAndLoadResults("eurosat:classify", parameters, feedback=heard)
    found = classes_in_table(result["STATISTICS"])
    assert "Uncertain" in found
    assert 2 <= len(found) < 11
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    land_cover = layers["Land cover"]
    assert isinstance(land_cover.renderer(), QgsPalettedRasterRenderer)
    assert {entry.label for entry in land_cover.renderer().classes()} == set(found)
    assert sorted(legend(land_cover)) == sorted(found)
    record = MapRecord.from_text(land_cover.customProperty(RECORD_PROPERTY))
    assert record is not None
    assert (record.request["scene"], record.cell) == (scene.source(), 16)
    assert {entry["title"] for entry in record.result["classes"]} == set(found)
    polygons = layers["Land cover polygons"]
    assert isinstance(polygons.renderer(), QgsCategorizedSymbolRenderer)
    assert polygons.renderer().classAttribute() == "class"
    assert sorted(legend(polygons)) == sorted(found)
    confidence = layers["Confidence"].renderer()
    assert isinstance(confidence, QgsSingleBandPseudoColorRenderer)
    assert (confidence.classificationMin(), confidence.classificationMax()) == (0, 1)


def test_a_map_of_the_command_line_opens_styled_with_the_classes_found(
    scene: QgsRasterLayer, tmp_path: Path
) -> None:
    by_command_line(scene.source(), tmp_path / "map.tif", "--stats", tmp_path / "areas.csv")
    layer = QgsRasterLayer(str(tmp_path / "map.tif"), "map")
    found = {name: n for name, n in classes_in_table(tmp_path / "areas.csv").items() if n}
    assert set(legend(layer)) == set(found)


def test_raster_and_polygons_have_the_same_colour_for_a_class(
    scene: QgsRasterLayer, project: QgsProject
) -> None:
    processing.runAndLoadResults("eurosat:classify", {"INPUT": scene, "CELL": 16, **ALL_OUTPUTS})
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    in_raster = {
        entry.label: entry.color.name() for entry in layers["Land cover"].renderer().classes()
    }
    in_polygons = {
        category.label(): category.symbol().color().name()
        for category in layers["Land cover polygons"].renderer().categories()
    }
    assert in_raster == in_polygons


def test_cells_below_the_minimum_confidence_become_uncertain(scene: QgsRasterLayer) -> None:
    parameters = {"INPUT": scene, "CELL": 16, **ALL_OUTPUTS}
    confident = processing.run("eurosat:classify", {**parameters, "MIN_CONFIDENCE": 0.999})
    every = processing.run("eurosat:classify", parameters)
    assert 255 in pixels(confident["OUTPUT"])
    assert 255 not in pixels(every["OUTPUT"])


def test_an_extent_in_another_crs_selects_the_same_cells(
    scene: QgsRasterLayer, project: QgsProject, tmp_path: Path
) -> None:
    whole = scene.extent()
    # Well inside the second to the third column and row of cells of 320 m.
    left, top = whole.xMinimum() + 420, whole.yMaximum() - 420
    inside = QgsRectangle(left, top - 440, left + 440, top)
    geographic = QgsCoordinateReferenceSystem("EPSG:4326")
    degrees = QgsCoordinateTransform(scene.crs(), geographic, project).transformBoundingBox(inside)
    numbers = (
        degrees.xMinimum(), degrees.xMaximum(), degrees.yMinimum(), degrees.yMaximum(),
    )  # fmt: skip
    extent = ",".join(map(str, numbers)) + " [EPSG:4326]"
    output = str(tmp_path / "part.tif")
    result = processing.run(
        "eurosat:classify", {"INPUT": scene, "CELL": 32, "EXTENT": extent, "OUTPUT": output}
    )
    part = gdal.Open(result["OUTPUT"])
    assert (part.RasterXSize, part.RasterYSize) == (2, 2)
    origin_x, _, _, origin_y, _, _ = part.GetGeoTransform()
    assert origin_x == pytest.approx(whole.xMinimum() + 320)
    assert origin_y == pytest.approx(whole.yMaximum() - 320)


def test_cancelling_stops_the_run_within_two_seconds_and_leaves_nothing(
    large_scene: QgsRasterLayer, heard: Any, tmp_path: Path
) -> None:
    cancelled_at: list[float] = []

    def cancel_once_at_work(progress: float) -> None:
        if progress > 0 and not cancelled_at:
            cancelled_at.append(time.monotonic())
            heard.cancel()

    heard.progressChanged.connect(cancel_once_at_work)
    parameters = {"INPUT": large_scene, "CELL": 8, "OUTPUT": str(tmp_path / "map.tif")}
    with pytest.raises(QgsProcessingException, match="ancelled"):
        processing.run("eurosat:classify", parameters, feedback=heard)
    assert time.monotonic() - cancelled_at[0] < 2
    assert list(tmp_path.iterdir()) == []


def refusal(parameters: dict[str, Any], context: QgsProcessingContext) -> str:
    """What the dialog says before it runs."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("eurosat:classify")
    accepted, message = algorithm.checkParameterValues(parameters, context)
    assert accepted == (not message)
    return message


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"CELL": 10}, "choose 64, 32, 16, 8"),
        ({"CELL": 0}, "choose 64, 32, 16, 8"),
        ({"MIN_CONFIDENCE": 1}, "less than 1"),
        ({"OUTPUT": "/tmp/map.png"}, "ends in .tif"),
        ({"POLYGONS": "/tmp/map.shp"}, "ends in .gpkg"),
        ({"STATISTICS": "/tmp/map.xlsx"}, "ends in .csv"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_before_the_run(
    scene: QgsRasterLayer, context: QgsProcessingContext, wrong: dict[str, Any], words: str
) -> None:
    assert words in refusal({"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT", **wrong}, context)


def test_a_web_map_is_refused(project: QgsProject, context: QgsProcessingContext) -> None:
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "tiles", "wms")
    assert tiles.isValid()
    project.addMapLayer(tiles)
    message = refusal({"INPUT": tiles, "OUTPUT": "TEMPORARY_OUTPUT"}, context)
    assert "tiles is a layer of the kind wms" in message
    assert "GeoTIFF" in message


def test_the_workers_words_reach_the_user(scene: QgsRasterLayer, tmp_path: Path) -> None:
    parameters = {"INPUT": scene, "OUTPUT": str(tmp_path / "map.tif"), "BANDS": "9,9,9"}
    with pytest.raises(QgsProcessingException, match="band"):
        processing.run("eurosat:classify", parameters)
    assert list(tmp_path.iterdir()) == []


def test_without_an_environment_the_user_reads_what_to_do(
    scene: QgsRasterLayer, context: QgsProcessingContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EUROSAT_QGIS_PYTHON")
    expected = (
        "EuroSAT Land Cover has no Python environment yet: open Raster > EuroSAT Land Cover > "
        "Set up…, or set EUROSAT_QGIS_PYTHON to a Python with TensorFlow and rasterio."
    )
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("eurosat:classify")
    assert algorithm.canExecute() == (False, expected)
    assert refusal({"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT"}, context) == expected


def test_an_environment_without_tensorflow_is_told_of(
    scene: QgsRasterLayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # QGIS' own Python: it has numpy and none of the rest.
    monkeypatch.setenv("EUROSAT_QGIS_PYTHON", "/usr/bin/python3")
    with pytest.raises(QgsProcessingException, match=r"/usr/bin/python3 lacks \w+"):
        processing.run("eurosat:classify", {"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT"})


def test_the_worker_survives_an_error_and_serves_the_next_run(
    plugin: Any, scene: QgsRasterLayer
) -> None:
    good = {"INPUT": scene, "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.run("eurosat:classify", good)
    worker = plugin.session.client().pid
    with pytest.raises(QgsProcessingException):
        processing.run("eurosat:classify", {**good, "BANDS": "9,9,9"})
    processing.run("eurosat:classify", good)
    assert plugin.session.client().pid == worker


def test_a_model_that_uses_it_loads_a_styled_map(
    scene: QgsRasterLayer, project: QgsProject
) -> None:
    model = QgsProcessingModelAlgorithm("map", "tests")
    model.addModelParameter(
        QgsProcessingParameterRasterLayer("scene"), QgsProcessingModelParameter("scene")
    )
    child = QgsProcessingModelChildAlgorithm("eurosat:classify")
    child.setChildId("classify")
    child.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("scene")]
    )
    output = QgsProcessingModelOutput("map")
    output.setChildId("classify")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"map": output})
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    model.initAlgorithm()
    destination = next(p.name() for p in model.destinationParameterDefinitions())
    processing.runAndLoadResults(model, {"scene": scene, destination: "TEMPORARY_OUTPUT"})
    (land_cover,) = (layer for layer in project.mapLayers().values() if layer.id() != scene.id())
    assert isinstance(land_cover.renderer(), QgsPalettedRasterRenderer)
    assert all(not entry.label.isdigit() for entry in land_cover.renderer().classes())
