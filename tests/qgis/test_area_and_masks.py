"""Areas of interest and masks in real QGIS: the command line's cells."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import processing
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("plugin")

REPOSITORY = Path(__file__).resolve().parents[2]


def pixels(path: str | Path) -> list[list[int]]:
    return gdal.Open(str(path)).ReadAsArray().tolist()


def by_command_line(*arguments: object) -> dict[str, Any]:
    command = [os.environ["EUROSAT_QGIS_PYTHON"], "-m", "eurosat_qgis", "classify", "--json"]
    command += [str(argument) for argument in arguments]
    done = subprocess.run(
        command, cwd=REPOSITORY, check=True, timeout=300, capture_output=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def inside(scene: QgsRasterLayer, *bounds: float) -> QgsGeometry:
    """A rectangle in metres right of and below the scene's corner."""
    left, top = scene.extent().xMinimum(), scene.extent().yMaximum()
    xmin, ymin, xmax, ymax = bounds
    return QgsGeometry.fromRect(QgsRectangle(left + xmin, top - ymax, left + xmax, top - ymin))


@pytest.fixture
def memory_layer(project: QgsProject, scene: QgsRasterLayer):
    """Polygons that are in no file, in the CRS asked for."""

    def make(
        *shapes: QgsGeometry, crs: str = "EPSG:32631", kind: str = "Polygon"
    ) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"{kind}?crs={crs}", "my area", "memory")
        transform = QgsCoordinateTransform(scene.crs(), layer.crs(), project)
        features = []
        for shape in shapes:
            moved = QgsGeometry(shape)
            moved.transform(transform)
            feature = QgsFeature()
            feature.setGeometry(moved)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        project.addMapLayer(layer)
        return layer

    return make


def run(scene: QgsRasterLayer, heard: Any = None, **options: Any) -> dict[str, Any]:
    parameters = {"INPUT": scene, "CELL": 16, "OUTPUT": "TEMPORARY_OUTPUT", **options}
    return processing.run("eurosat:classify", parameters, feedback=heard)


def test_a_memory_layer_gives_the_command_lines_map(
    scene: QgsRasterLayer, memory_layer: Any, heard: Any, tmp_path: Path
) -> None:
    shape = inside(scene, 200, 170, 900, 700).difference(inside(scene, 480, 320, 640, 480))
    result = run(scene, heard, AREA=memory_layer(shape))
    area = tmp_path / "area.csv"
    area.write_text(f'WKT\n"{shape.asWkt()}"\n')
    found = by_command_line(scene.source(), tmp_path / "m.tif", "--cell", 16, "--aoi", area)
    assert pixels(result["OUTPUT"]) == pixels(tmp_path / "m.tif")
    # By hand, cells of 160 m: columns 1 to 5 and rows 1 to 4, without column 3 of row 2.
    assert result["CELLS"] == found["cells"] == 5 * 4 - 1
    assert any("itself has 0.35 km²" in line for line in heard.lines)


def test_only_the_selected_polygons_count(scene: QgsRasterLayer, memory_layer: Any) -> None:
    layer = memory_layer(inside(scene, 0, 0, 160, 160), inside(scene, 800, 800, 960, 1120))
    layer.selectByIds([2])
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    assert run(scene, AREA=chosen)["CELLS"] == 2
    assert run(scene, AREA=layer)["CELLS"] == 3
    layer.removeSelection()
    with pytest.raises(QgsProcessingException, match="none is selected"):
        run(scene, AREA=chosen)


def test_an_area_in_degrees_and_in_arcs_selects_the_same_cells(
    scene: QgsRasterLayer, memory_layer: Any
) -> None:
    layer = memory_layer(inside(scene, 330, 330, 630, 470), crs="EPSG:4326")
    assert run(scene, AREA=layer)["CELLS"] == 2
    # A circle of 150 m around the middle of a cell of 160 m touches it and its eight neighbours
    # but for the corners, whose next point is 113 m away: nine in all.
    circle = QgsGeometry.fromWkt(
        "CurvePolygon(CircularString(-150 0, 0 150, 150 0, 0 -150, -150 0))"
    )
    circle.translate(scene.extent().xMinimum() + 880, scene.extent().yMaximum() - 880)
    layer = memory_layer(circle, kind="CurvePolygon")
    assert run(scene, AREA=layer)["CELLS"] == 9


def test_an_invalid_polygon_is_repaired_and_said(
    scene: QgsRasterLayer, memory_layer: Any, heard: Any
) -> None:
    left, top = scene.extent().xMinimum(), scene.extent().yMaximum()
    corners = ((10, 10), (310, 150), (310, 10), (10, 150), (10, 10))
    ring = ", ".join(f"{left + x} {top - y}" for x, y in corners)
    result = run(scene, heard, AREA=memory_layer(QgsGeometry.fromWkt(f"Polygon(({ring}))")))
    assert result["CELLS"] == 2
    assert any("have been repaired" in line for line in heard.lines)


def test_an_area_beside_the_scene_is_refused_in_one_line(
    scene: QgsRasterLayer, memory_layer: Any
) -> None:
    with pytest.raises(QgsProcessingException, match="lies outside the scene") as refused:
        run(scene, AREA=memory_layer(inside(scene, 90000, 0, 91000, 100)))
    assert "my_area" in str(refused.value)


@pytest.fixture
def classes_file(scene: QgsRasterLayer, tmp_path: Path) -> str:
    """A scene classification of 20 m: cloud over the first 640 m both ways, dark beside it."""
    path = str(tmp_path / "scl.tif")
    raster = gdal.GetDriverByName("GTiff").Create(path, 100, 84, 1, gdal.GDT_Byte)
    extent = scene.extent()
    raster.SetGeoTransform((extent.xMinimum(), 20, 0, extent.yMaximum(), 0, -20))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    raster.SetProjection(reference.ExportToWkt())
    band = raster.GetRasterBand(1)
    band.Fill(4)
    band.WriteRaster(0, 0, 32, 32, bytes([9]) * 1024, 32, 32, gdal.GDT_Byte)
    band.WriteRaster(32, 0, 32, 32, bytes([2]) * 1024, 32, 32, gdal.GDT_Byte)
    raster = None
    return path


def test_masks_give_the_command_lines_map(
    scene: QgsRasterLayer, classes_file: str, memory_layer: Any, heard: Any, tmp_path: Path
) -> None:
    polygons = memory_layer(inside(scene, 1280, 1280, 1440, 1440))
    statistics = str(tmp_path / "areas.csv")
    options = {"SCL": classes_file, "MASK_CLASSES": ["cloud"], "MAX_MASKED": 0.3}
    result = run(scene, heard, MASK=polygons, CLOUD_SCREEN=True, STATISTICS=statistics, **options)
    area = tmp_path / "mask.csv"
    area.write_text(f'WKT\n"{inside(scene, 1280, 1280, 1440, 1440).asWkt()}"\n')
    found = by_command_line(
        scene.source(), tmp_path / "m.tif", "--cell", 16, "--scl", classes_file,
        "--mask-classes", "cloud", "--max-masked", 0.3, "--mask", area, "--cloud-screen",
    )  # fmt: skip
    codes = pixels(result["OUTPUT"])
    assert codes == pixels(tmp_path / "m.tif")
    assert codes[8][8] == codes[0][0] == 0
    assert result["MASKED_CELLS"] == found["masked_cells"] > 16
    assert any(line.startswith(f"Masked: {found['masked_cells']} of 143") for line in heard.lines)
    assert f"\n0,Masked,{found['masked_cells']}," in Path(statistics).read_text()


def test_the_classes_ticked_decide(scene: QgsRasterLayer, classes_file: str) -> None:
    def masked(**options: Any) -> int:
        return run(scene, SCL=classes_file, CELL=64, **options)["MASKED_CELLS"]

    assert masked() == 1
    assert masked(MASK_CLASSES=["dark", "cloud"]) == 2
    assert masked(MASK_CLASSES=["snow"]) == 0
    assert masked(MASK_CLASSES=[]) == 0


def test_a_raster_layer_masks(
    scene: QgsRasterLayer, project: QgsProject, classes_file: str
) -> None:
    mask = QgsRasterLayer(classes_file, "mask")
    project.addMapLayer(mask)
    # Every class is not 0.
    with pytest.raises(QgsProcessingException, match=r"Nothing of small.tif is left"):
        run(scene, MASK=mask)


@pytest.mark.parametrize("name", ["MASK", "SCL"])
def test_a_mask_that_cannot_be_opened_is_refused(scene: QgsRasterLayer, name: str) -> None:
    with pytest.raises(QgsProcessingException, match=rf"(value|layer) for {name}"):
        run(scene, **{name: "/none.tif"})


def test_masks_are_advanced_and_the_area_is_not() -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("eurosat:classify")
    advanced = {
        parameter.name()
        for parameter in algorithm.parameterDefinitions()
        if parameter.flags() & QgsProcessingParameterDefinition.FlagAdvanced
    }
    assert {"MASK", "SCL", "MASK_CLASSES", "CLOUD_SCREEN", "MAX_MASKED"} <= advanced
    assert "AREA" not in advanced
