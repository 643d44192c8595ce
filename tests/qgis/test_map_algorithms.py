"""Assessing, sampling and comparing maps in real QGIS, with a real worker."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path
from typing import Any

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsPointXY,
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
    QgsVectorLayer,
)

from tests.qgis.map_files import CELL, LEFT, TOP, write_map

pytestmark = pytest.mark.usefixtures("plugin")

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPORARY = "TEMPORARY_OUTPUT"
BEFORE = [[1, 1, 2, 2], [1, 7, 2, 0]]
AFTER = [[1, 2, 2, 2], [1, 7, 1, 1]]


@pytest.fixture
def before(project: QgsProject, tmp_path: Path) -> QgsRasterLayer:
    return as_layer(project, write_map(tmp_path / "before.tif", BEFORE))


@pytest.fixture
def after(project: QgsProject, tmp_path: Path) -> QgsRasterLayer:
    return as_layer(project, write_map(tmp_path / "after.tif", AFTER))


def as_layer(project: QgsProject, path: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, Path(path).stem)
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def labelled_points(project: QgsProject, *labelled: tuple[float, float, str]) -> QgsVectorLayer:
    """Points in cells, columns and rows, in a layer that lies in no file."""
    layer = QgsVectorLayer(
        "Point?crs=EPSG:32631&field=number:integer&field=reference:string(20)", "points", "memory"
    )
    for number, (col, row, label) in enumerate(labelled):
        feature = QgsFeature(layer.fields())
        place = QgsPointXY(LEFT + col * CELL, TOP - row * CELL)
        feature.setGeometry(QgsGeometry.fromPointXY(place))
        feature.setAttributes([number, label])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"eurosat:{name}")


@pytest.mark.parametrize("name", ["assess", "sample", "compare"])
def test_the_help_speaks_of_every_parameter_and_output(name: str) -> None:
    found = algorithm(name)
    titles = tuple(re.findall("<b>(.*?)</b>", found.shortHelpString()))
    for parameter in found.parameterDefinitions():
        assert parameter.description().startswith(titles), parameter.name()
    assert found.displayName()
    assert found.tags()


def test_points_of_a_layer_without_a_file_are_held_against_a_map(
    before: QgsRasterLayer, project: QgsProject, heard: Any
) -> None:
    points = labelled_points(
        project, (0.5, 0.5, "AnnualCrop"), (0.5, 1.5, "forest"), (2.5, 0.5, "2"),
        (2.5, 1.5, "Forest"), (1.5, 1.5, "Moon"),
    )  # fmt: skip
    result = processing.run(
        "eurosat:assess",
        {"INPUT": before, "REFERENCE": points, "HTML": TEMPORARY, "TABLE": TEMPORARY},
        feedback=heard,
    )
    # Crop: 1 of 2, and 3 of the 6 ha that have points; forest: 2 of 2.
    assert result["ACCURACY"] == pytest.approx(0.5 * 3 / 6 + 3 / 6)
    assert result["COMPARED"] == 4
    assert 0 < result["ACCURACY_CI95"] < 1
    with Path(result["TABLE"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["class"] for row in rows] == ["Annual crop", "Forest", "Sea and lake", "All"]
    assert "Confusion matrix" in Path(result["HTML"]).read_text(encoding="utf-8")
    assert any("Stratified estimator" in line for line in heard.lines)
    assert any("(Moon)" in line for line in heard.lines)
    assert any("No point in Sea and lake" in line for line in heard.lines)


def test_the_report_is_shown_among_the_results() -> None:
    # The algorithm needs a name: its outputs die with it.
    found = algorithm("assess")
    outputs = {output.name(): output.type() for output in found.outputDefinitions()}
    assert outputs["HTML"] == "outputHtml"


def test_a_raster_and_a_table_of_classes_serve_as_reference(
    before: QgsRasterLayer, after: QgsRasterLayer, tmp_path: Path
) -> None:
    result = processing.run("eurosat:assess", {"INPUT": before, "REFERENCE": after})
    # Seven cells have a class before; five of them have it after as well.
    assert (result["COMPARED"], result["ACCURACY"]) == (7, pytest.approx(5 / 7))
    assert "ACCURACY_CI95" not in result
    table = tmp_path / "table.csv"
    table.write_text("reference;class\n1;AnnualCrop\n2;Annual crop\n7;7\n", encoding="utf-8")
    parameters = {"INPUT": before, "REFERENCE": after, "CLASS_TABLE": str(table)}
    result = processing.run("eurosat:assess", parameters)
    assert result["ACCURACY"] == pytest.approx(4 / 7)


def test_corine_is_a_choice(tmp_path: Path) -> None:
    corine = shutil.copy(REPOSITORY / "tests" / "data" / "corine_2018_512x1024.tif", tmp_path)
    # The first 200 x 400 m of it are coniferous forest.
    codes = [[2, 2, 1, 2], [2, 2, 2, 2]]
    land_cover = write_map(tmp_path / "map.tif", codes, left=655_360, top=5_686_280)
    parameters = {"INPUT": land_cover, "REFERENCE": str(corine), "CLASSES": "corine"}
    result = processing.run("eurosat:assess", parameters)
    assert (result["COMPARED"], result["ACCURACY"]) == (8, pytest.approx(7 / 8))


@pytest.mark.parametrize(
    ("fields", "chosen", "words"),
    [
        ("field=a:integer&field=b:string(20)", None, "field of shapes that holds the class"),
        ("field=a:integer&field=b:string(20)", "c", "no field c: choose of a, b"),
        ("field=a:integer", None, ""),
        ("field=a:integer&field=b:string(20)", "b", ""),
    ],
)
def test_a_field_is_asked_for_where_it_is_not_clear(
    before: QgsRasterLayer,
    project: QgsProject,
    context: QgsProcessingContext,
    fields: str,
    chosen: str | None,
    words: str,
) -> None:
    shapes = QgsVectorLayer(f"Point?crs=EPSG:32631&{fields}", "shapes", "memory")
    project.addMapLayer(shapes)
    parameters = {"INPUT": before, "REFERENCE": shapes, "FIELD": chosen}
    accepted, message = algorithm("assess").checkParameterValues(parameters, context)
    assert words in message
    assert accepted == (not words)


def test_a_web_map_is_no_land_cover(project: QgsProject, context: QgsProcessingContext) -> None:
    tiles = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "tiles", "wms")
    project.addMapLayer(tiles)
    parameters = {"BEFORE": tiles, "AFTER": tiles, "OUTPUT": TEMPORARY}
    accepted, message = algorithm("compare").checkParameterValues(parameters, context)
    assert not accepted
    assert "tiles is no raster from a file" in message


def test_points_to_label_are_styled_and_offer_the_maps_classes(
    before: QgsRasterLayer, project: QgsProject
) -> None:
    parameters = {"INPUT": before, "SIZE": 12, "MINIMUM": 2, "SEED": 4, "OUTPUT": TEMPORARY}
    result = processing.runAndLoadResults("eurosat:sample", parameters)
    assert (result["POINTS"], result["SEED_USED"]) == (12, 4)
    (points,) = (x for x in project.mapLayers().values() if isinstance(x, QgsVectorLayer))
    assert points.featureCount() == 12
    setup = points.editorWidgetSetup(points.fields().indexOf("reference"))
    assert setup.type() == "ValueMap"
    offered = [title for choice in setup.config()["map"] for title in choice]
    assert offered == ["(not labelled yet)", "Annual crop", "Forest", "Sea and lake"]
    hidden = points.editorWidgetSetup(points.fields().indexOf("map_class"))
    assert hidden.type() == "Hidden"


def test_a_blind_sample_is_labelled_in_qgis_and_assessed(
    before: QgsRasterLayer, project: QgsProject
) -> None:
    parameters = {"INPUT": before, "SIZE": 30, "BLIND": True, "OUTPUT": TEMPORARY}
    result = processing.runAndLoadResults("eurosat:sample", parameters)
    (points,) = (x for x in project.mapLayers().values() if isinstance(x, QgsVectorLayer))
    assert points.fields().names() == ["fid", "id", "reference"]
    titles = {1: "Annual crop", 2: "Forest", 7: "Sea and lake"}
    assert points.startEditing()
    for feature in points.getFeatures():
        code, found = before.dataProvider().sample(feature.geometry().asPoint(), 1)
        assert found
        index = points.fields().indexOf("reference")
        assert points.changeAttributeValue(feature.id(), index, titles[int(code)])
    # As it is on the screen, before it is saved.
    told = processing.run("eurosat:assess", {"INPUT": before, "REFERENCE": points})
    points.rollBack()
    assert (told["COMPARED"], told["ACCURACY"], told["KAPPA"]) == (result["POINTS"], 1, 1)


def test_changes_come_as_styled_layers_and_a_matrix(
    before: QgsRasterLayer, after: QgsRasterLayer, project: QgsProject, heard: Any
) -> None:
    parameters = {"BEFORE": before, "AFTER": after, **dict.fromkeys(
        ("OUTPUT", "POLYGONS", "STATISTICS"), TEMPORARY)}  # fmt: skip
    result = processing.runAndLoadResults("eurosat:compare", parameters, feedback=heard)
    assert (result["COMPARED_CELLS"], result["CHANGED_CELLS"], result["CHANGED_HA"]) == (7, 2, 2)
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    raster = layers["Changes"].renderer()
    assert isinstance(raster, QgsPalettedRasterRenderer)
    shown = {int(entry.value): (entry.label, entry.color.name()) for entry in raster.classes()}
    assert shown == {
        1002: ("Annual crop → Forest", "#00aa00"),
        2001: ("Forest → Annual crop", "#ffff00"),
    }
    polygons = layers["Changed patches"]
    assert isinstance(polygons.renderer(), QgsCategorizedSymbolRenderer)
    assert {c.label() for c in polygons.renderer().categories()} == {s[0] for s in shown.values()}
    assert sum(feature["area_m2"] for feature in polygons.getFeatures()) == pytest.approx(20_000)
    with Path(result["STATISTICS"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1][:3] == ["Annual crop", "2.0", "1.0"]
    assert "Annual crop → Forest: 1 cells, 1.0 ha" in heard.lines


def test_a_raster_of_changes_opens_styled_by_itself(
    before: QgsRasterLayer, after: QgsRasterLayer, tmp_path: Path
) -> None:
    output = tmp_path / "change.tif"
    processing.run("eurosat:compare", {"BEFORE": before, "AFTER": after, "OUTPUT": str(output)})
    layer = QgsRasterLayer(str(output), "change")
    renderer = layer.renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    assert {entry.label for entry in renderer.classes()} == {
        "Annual crop → Forest", "Forest → Annual crop",
    }  # fmt: skip
    assert list(gdal.Open(str(output)).ReadAsArray()[0]) == [1001, 1002, 2002, 2002]


def test_maps_of_different_cells_are_refused_with_the_way_out(
    before: QgsRasterLayer, project: QgsProject, tmp_path: Path
) -> None:
    other = as_layer(project, write_map(tmp_path / "other.tif", AFTER, 32632))
    parameters = {"BEFORE": before, "AFTER": other, "OUTPUT": str(tmp_path / "change.tif")}
    with pytest.raises(QgsProcessingException, match="gdalwarp"):
        processing.run("eurosat:compare", parameters)
    assert not (tmp_path / "change.tif").exists()


@pytest.mark.parametrize(
    ("name", "wrong", "words"),
    [
        ("assess", {"TABLE": "/tmp/a.xlsx"}, "ends in .csv"),
        ("assess", {"HTML": "/tmp/a.pdf"}, "ends in .html"),
        ("sample", {"OUTPUT": "/tmp/a.shp"}, "ends in .gpkg"),
        ("compare", {"OUTPUT": "/tmp/a.png"}, "ends in .tif"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_run(
    before: QgsRasterLayer, context: QgsProcessingContext, name: str, wrong: dict[str, str],
    words: str,
) -> None:  # fmt: skip
    inputs = {"INPUT": before, "REFERENCE": before, "BEFORE": before, "AFTER": before}
    outputs = {"OUTPUT": TEMPORARY, **wrong}
    accepted, message = algorithm(name).checkParameterValues({**inputs, **outputs}, context)
    assert not accepted
    assert words in message


def test_a_model_compares_and_loads_a_styled_layer(
    before: QgsRasterLayer, after: QgsRasterLayer, project: QgsProject
) -> None:
    model = QgsProcessingModelAlgorithm("change", "tests")
    compare = QgsProcessingModelChildAlgorithm("eurosat:compare")
    compare.setChildId("compare")
    for name in ("before", "after"):
        model.addModelParameter(
            QgsProcessingParameterRasterLayer(name), QgsProcessingModelParameter(name)
        )
        source = QgsProcessingModelChildParameterSource.fromModelParameter(name)
        compare.addParameterSources(name.upper(), [source])
    output = QgsProcessingModelOutput("change")
    output.setChildId("compare")
    output.setChildOutputName("OUTPUT")
    compare.setModelOutputs({"change": output})
    model.addChildAlgorithm(compare)
    model.updateDestinationParameters()
    model.initAlgorithm()
    destination = next(p.name() for p in model.destinationParameterDefinitions())
    parameters = {"before": before, "after": after, destination: TEMPORARY}
    processing.runAndLoadResults(model, parameters)
    given = {before.id(), after.id()}
    (change,) = (x for x in project.mapLayers().values() if x.id() not in given)
    assert {entry.label for entry in change.renderer().classes()} == {
        "Annual crop → Forest", "Forest → Annual crop",
    }  # fmt: skip
