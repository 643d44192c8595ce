"""The printed map in real QGIS: what stands on it, what it is written as, that it can be edited."""

from __future__ import annotations

import re
import shutil
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QColor

pytestmark = pytest.mark.usefixtures("plugin", "project")


class Made:
    """A land-cover map of the small scene, and what classify said of it."""

    def __init__(self, folder: Path, scene: Path) -> None:
        self.scene = shutil.copy(scene, folder / "S2_MSIL1C_20190411.tif")
        self.map, self.confidence = folder / "map.tif", folder / "confidence.tif"
        self.areas = folder / "areas.csv"
        processing.run(
            "eurosat:classify",
            {
                "INPUT": str(self.scene), "CELL": 16, "OUTPUT": str(self.map),
                "CONFIDENCE": str(self.confidence), "STATISTICS": str(self.areas),
            },
        )  # fmt: skip

    def found(self) -> dict[str, list[str]]:
        """Rows of the table of areas by class, those found."""
        rows = [line.split(",") for line in self.areas.read_text("utf-8").splitlines()[1:]]
        return {row[1]: row for row in rows if row[2] != "0"}


@pytest.fixture(scope="module")
def made(
    request: pytest.FixtureRequest, scenes: Path, tmp_path_factory: pytest.TempPathFactory
) -> Made:
    request.getfixturevalue("plugin")
    return Made(tmp_path_factory.mktemp("printed"), scenes / "small.tif")


def layout_of(project: QgsProject, name: str) -> QgsPrintLayout:
    found = project.layoutManager().layoutByName(name)
    assert isinstance(found, QgsPrintLayout)
    return found


def items(layout: QgsPrintLayout, kind: type) -> dict[str, Any]:
    return {item.id(): item for item in layout.items() if isinstance(item, kind)}


def texts(layout: QgsPrintLayout) -> dict[str, str]:
    return {name: label.text() for name, label in items(layout, QgsLayoutItemLabel).items()}


def table(layout: QgsPrintLayout) -> list[list[str]]:
    frame = items(layout, QgsLayoutFrame)["Areas"]
    contents = frame.multiFrame()
    assert isinstance(contents, QgsLayoutItemManualTable)
    return [[cell.content() for cell in row] for row in contents.tableContents()]


def legend_labels(layout: QgsPrintLayout) -> list[str]:
    legend = items(layout, QgsLayoutItemLegend)["Legend"]
    model = legend.model()
    (entry,) = model.rootGroup().findLayers()
    return [str(node.data(0)) for node in model.layerLegendNodes(entry)]


def run(made: Made, **parameters: Any) -> dict[str, Any]:
    return dict(processing.run("eurosat:map", {"INPUT": str(made.map), **parameters}))


def test_it_shows_every_class_found_with_the_areas_of_the_run(
    made: Made, project: QgsProject
) -> None:
    layout = layout_of(project, run(made)["LAYOUT"])
    found = made.found()
    heading, *rows, total = table(layout)
    assert heading == ["Land cover", "km²", "%"]
    labels = legend_labels(layout)
    assert set(labels) == set(found)
    for label, (_, area, share) in zip(labels, rows, strict=True):
        assert float(area) == pytest.approx(float(found[label][3]) / 1e6, abs=5e-4)
        assert float(share) == pytest.approx(100 * float(found[label][4]), abs=0.05)
    # 200 x 168 pixels of 100 m².
    assert total == ["In all", "3.360", "100.0"]


def test_its_rows_stand_beside_the_legends(made: Made, project: QgsProject, tmp_path: Path) -> None:
    # A legend has a size once it was drawn.
    drawn = {"OUTPUT": str(tmp_path / "map.png"), "RESOLUTION": 50}
    layout = layout_of(project, run(made, **drawn)["LAYOUT"])
    legend = items(layout, QgsLayoutItemLegend)["Legend"]
    frame = items(layout, QgsLayoutFrame)["Areas"]
    rows = len(table(layout))
    row = frame.rect().height() / rows
    # The legend has a row less at each end, and no space above its first swatch.
    assert legend.rect().height() == pytest.approx(row * (rows - 2), abs=row / 2)
    assert legend.pos().y() == pytest.approx(frame.pos().y() + row, abs=row / 3)


def test_it_says_scene_date_and_credits(made: Made, project: QgsProject) -> None:
    shown = texts(layout_of(project, run(made)["LAYOUT"]))
    assert shown["Title"] == "Land cover, 11 April 2019"
    assert "S2_MSIL1C_20190411.tif  ·  Level-1C  ·  cells of 160 m" in shown["Subtitle"]
    crs, owed = shown["Credits"].splitlines()
    assert crs == "WGS 84 / UTM zone 31N (EPSG:32631)"
    card = Path(gdal.Open(str(made.map)).GetMetadataItem("MODEL") or "").name
    for words in ("Copernicus Sentinel data 2019", "Helber et al. 2019", f"model {card}"):
        assert words in owed


def test_what_the_map_does_not_say_is_left_out(
    made: Made, project: QgsProject, tmp_path: Path
) -> None:
    copy = shutil.copy(made.map, tmp_path / "map.tif")
    dataset = gdal.Open(str(copy), gdal.GA_Update)
    kept = {k: v for k, v in dataset.GetMetadata().items() if k in ("CLASSES", "SCENE_EXTENT")}
    dataset.SetMetadata(kept)
    del dataset
    result = processing.run("eurosat:map", {"INPUT": str(copy)})
    shown = texts(layout_of(project, result["LAYOUT"]))
    assert shown["Title"] == "Land cover of map.tif"
    assert "Sentinel" not in shown["Credits"]
    assert not re.search("unknown|None|accuracy", " ".join(shown.values()))


def test_the_map_shows_the_raster_with_its_scale_north_and_coordinates(
    made: Made, project: QgsProject
) -> None:
    layout = layout_of(project, run(made)["LAYOUT"])
    (shown,) = items(layout, QgsLayoutItemMap).values()
    (layer,) = shown.layers()
    assert Path(layer.source()) == made.map
    assert shown.extent().buffered(1).contains(layer.extent())
    assert shown.crs().authid() == "EPSG:32631"
    assert shown.grid().annotationEnabled()
    bar = items(layout, QgsLayoutItemScaleBar)["Scale bar"]
    assert bar.linkedMap() is shown
    arrow = items(layout, QgsLayoutItemPicture)["North arrow"]
    assert arrow.linkedMap() is shown
    assert Path(arrow.picturePath()).is_file()


def test_no_item_reaches_beyond_the_page(made: Made, project: QgsProject, tmp_path: Path) -> None:
    drawn = {"OUTPUT": str(tmp_path / "map.png"), "RESOLUTION": 50}
    result = run(made, CONFIDENCE=str(made.confidence), SCENE=str(made.scene), **drawn)
    layout = layout_of(project, result["LAYOUT"])
    page = layout.pageCollection().page(0)
    sheet = page.sceneBoundingRect().adjusted(-0.5, -0.5, 0.5, 0.5)
    for item in layout.items():
        if hasattr(item, "displayName") and item is not page:
            assert sheet.contains(item.sceneBoundingRect()), item.displayName()
    assert set(items(layout, QgsLayoutItemMap)) == {"Map", "Confidence", "Scene"}


def test_a_pdf_is_one_a4_page_with_its_fonts_in_it(made: Made, tmp_path: Path) -> None:
    output = run(made, OUTPUT=str(tmp_path / "map.pdf"))["OUTPUT"]
    content = Path(output).read_bytes()
    assert content.startswith(b"%PDF")
    # One for each version of the page that the file holds.
    boxes = re.findall(rb"/MediaBox ?\[ ?([\d. ]+?) ?\]", content)
    assert boxes
    for box in boxes:
        left, bottom, right, top = map(float, box.split())
        # 297 x 210 mm in points of 1/72 inch.
        assert (right - left, top - bottom) == pytest.approx((841.9, 595.3), abs=1)
    fonts, embedded = content.count(b"/FontDescriptor\n"), content.count(b"/FontFile")
    assert embedded >= max(fonts, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["map.pdf"]


def test_a_png_has_the_resolution_asked_for(made: Made, tmp_path: Path) -> None:
    output = run(made, OUTPUT=str(tmp_path / "map.png"), RESOLUTION=100)["OUTPUT"]
    width, height = struct.unpack(">II", Path(output).read_bytes()[16:24])
    assert (width, height) == pytest.approx((297 / 25.4 * 100, 210 / 25.4 * 100), abs=1)
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


def test_an_svg_holds_map_and_words(made: Made, tmp_path: Path) -> None:
    output = run(made, OUTPUT=str(tmp_path / "map.svg"), RESOLUTION=100)["OUTPUT"]
    root = ET.parse(output).getroot()
    assert root.tag.endswith("svg")
    images = [element for element in root.iter() if element.tag.endswith("image")]
    assert images
    for image in images:
        assert image.get("{http://www.w3.org/1999/xlink}href", "").startswith("data:image/")


def test_a_project_keeps_the_layout_to_be_edited(
    made: Made, project: QgsProject, tmp_path: Path
) -> None:
    name = run(made, TITLE="My county")["LAYOUT"]
    assert name == "My county"
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "project.qgz"))
    layout = layout_of(project, name)
    assert texts(layout)["Title"] == "My county"
    (layer,) = items(layout, QgsLayoutItemMap)["Map"].layers()
    assert Path(layer.source()) == made.map
    label = items(layout, QgsLayoutItemLabel)["Title"]
    label.setText("Another title")
    assert texts(layout)["Title"] == "Another title"


def test_layouts_of_one_name_get_numbers(made: Made) -> None:
    names = [run(made, TITLE="Twice")["LAYOUT"] for _ in range(2)]
    assert names == ["Twice", "Twice (2)"]


def test_the_project_stays_as_it_is_where_no_layout_is_wanted_in_it(
    made: Made, project: QgsProject, tmp_path: Path
) -> None:
    run(made, OUTPUT=str(tmp_path / "map.pdf"), ADD_TO_PROJECT=False)
    assert project.layoutManager().layouts() == []
    assert project.mapLayers() == {}
    assert (tmp_path / "map.pdf").is_file()


def test_a_layers_own_colours_are_kept(made: Made, project: QgsProject) -> None:
    layer = QgsRasterLayer(str(made.map), "mine")
    project.addMapLayer(layer)
    classes = layer.renderer().classes()
    classes[0].color = QColor("#123456")
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    result = processing.run("eurosat:map", {"INPUT": layer})
    (shown,) = items(layout_of(project, result["LAYOUT"]), QgsLayoutItemMap)["Map"].layers()
    assert shown is layer
    assert list(project.mapLayers()) == [layer.id()]


def test_a_layer_without_names_of_classes_is_shown_with_them_and_left_as_it_is(
    made: Made, project: QgsProject
) -> None:
    layer = QgsRasterLayer(str(made.map), "plain")
    project.addMapLayer(layer)
    layer.setRenderer(
        QgsPalettedRasterRenderer(
            layer.dataProvider(), 1, [QgsPalettedRasterRenderer.Class(1, QColor("red"), "1")]
        )
    )
    result = processing.run("eurosat:map", {"INPUT": layer})
    assert set(legend_labels(layout_of(project, result["LAYOUT"]))) == set(made.found())
    assert [entry.label for entry in layer.renderer().classes()] == ["1"]


def test_a_scene_is_no_map(made: Made, project: QgsProject) -> None:
    with pytest.raises(QgsProcessingException, match="is no land-cover map"):
        processing.run("eurosat:map", {"INPUT": str(made.scene)})
    assert project.layoutManager().layouts() == []


def test_other_formats_are_refused_before_the_run(made: Made, context: Any) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("eurosat:map")
    accepted, message = algorithm.checkParameterValues(
        {"INPUT": str(made.map), "OUTPUT": "/tmp/map.docx"}, context
    )
    assert not accepted
    assert "ends in .pdf" in message


def test_a_file_that_cannot_be_written_is_told_of(made: Made, tmp_path: Path) -> None:
    (tmp_path / "map.pdf").mkdir()
    with pytest.raises(QgsProcessingException, match=r"map\.pdf cannot be replaced"):
        run(made, OUTPUT=str(tmp_path / "map.pdf"))
    assert [path.name for path in tmp_path.iterdir()] == ["map.pdf"]


def test_the_report_is_the_command_lines(made: Made, tmp_path: Path) -> None:
    import os
    import subprocess

    parameters = {
        "INPUT": str(made.map), "CONFIDENCE": str(made.confidence), "SCENE": str(made.scene),
        "OUTPUT": str(tmp_path / "report.html"),
    }  # fmt: skip
    processing.run("eurosat:report", parameters)
    command = [os.environ["EUROSAT_QGIS_PYTHON"], "-m", "eurosat_qgis", "report", str(made.map)]
    command += [str(tmp_path / "other.html"), "--confidence", str(made.confidence)]
    repository = Path(__file__).resolve().parents[2]
    subprocess.run([*command, "--scene", str(made.scene)], cwd=repository, check=True)
    assert (tmp_path / "report.html").read_bytes() == (tmp_path / "other.html").read_bytes()
