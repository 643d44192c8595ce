"""The report: one file, nothing fetched, nothing run, and the map's own numbers."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from eurosat_qgis.core.classification.classify import ClassifyResult, classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError, OutputError
from eurosat_qgis.core.report.report import write_report

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

REPOSITORY = Path(__file__).resolve().parents[4]
SCENE = REPOSITORY / "tests" / "data" / "scene_200x168.tif"


class Page(HTMLParser):
    """A page's tags, its text outside of the style, and the rows of its tables."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.policy = ""
        self._in_style = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.text += data
            if self.rows and self.rows[-1]:
                self.rows[-1][-1] += data


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> ClassifyResult:
    folder = tmp_path_factory.mktemp("made")
    scene = shutil.copy(SCENE, folder / "S2_20190411.tif")
    return classify(
        ClassifyRequest(str(scene), folder / "map.tif", cell=16, confidence=folder / "c.tif")
    )


@pytest.fixture(scope="module")
def report(made: ClassifyResult) -> Path:
    land_cover = made.request.output
    output = land_cover.with_name("report.html")
    written = write_report(land_cover, output, made.request.confidence, made.request.scene)
    assert written["warnings"] == []
    return output


def pictures(page: Page) -> list[np.ndarray]:
    found = []
    for tag, attributes in page.tags:
        if tag == "img":
            data = (attributes["src"] or "").removeprefix("data:image/png;base64,")
            with MemoryFile(base64.b64decode(data)) as file, file.open() as picture:
                found.append(picture.read())
    return found


def test_it_fetches_nothing_and_runs_nothing(report: Path) -> None:
    page = Page(report)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "iframe", "object", "embed", "base", "form"}
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        for name in ("src", "href", "srcset", "data"):
            assert (attributes.get(name) or "data:").startswith("data:"), tag
    assert "url(" not in report.read_text(encoding="utf-8")
    policy = next(a["content"] for t, a in page.tags if t == "meta" and "http-equiv" in a)
    assert "default-src 'none'" in (policy or "")


def test_its_areas_are_those_of_the_run(made: ClassifyResult, report: Path) -> None:
    rows = {row[0]: row[2:4] for row in Page(report).rows if len(row) == 5 and not row[1]}
    for area in made.areas:
        if area.cells:
            shown = rows[area.land_cover_class.title]
            assert float(shown[0]) == pytest.approx((area.area_m2 or 0) / 1e6, abs=5e-4)
            assert float(shown[1]) == pytest.approx(100 * area.share, abs=0.05)
    # 200 x 168 pixels of 100 m².
    assert rows["In all"] == ["3.360", "100.0"]


def test_its_first_picture_has_a_pixel_a_cell_in_the_classs_colour(
    made: ClassifyResult, report: Path
) -> None:
    with rasterio.open(made.request.output) as raster:
        codes, colors = raster.read(1), raster.colormap(1)
    picture = pictures(Page(report))[0]
    assert picture.shape == (4, 11, 13)
    for (row, col), code in np.ndenumerate(codes):
        assert tuple(picture[:, row, col]) == colors[code]


def test_its_second_picture_is_the_scene_where_the_map_lies(report: Path) -> None:
    scene = pictures(Page(report))[1]
    with rasterio.open(SCENE) as raster:
        red = raster.read(1).astype(float)
    # The map's last row and column reach half a cell beyond the scene: 176 rows for its 168.
    rows, cols = scene.shape[1] * 168 // 176, scene.shape[2] * 200 // 208
    inside = scene[0, : rows - 2, : cols - 2].astype(float)
    places = np.ix_(
        np.linspace(0, 167, inside.shape[0]).astype(int),
        np.linspace(0, 199, inside.shape[1]).astype(int),
    )
    # The brightest are all white in the picture.
    expected = np.minimum(red, np.quantile(red, 0.9))[places]
    assert np.corrcoef(inside.ravel(), expected.ravel())[0, 1] > 0.9
    assert (scene[3, rows + 2 :] == 0).all()


def test_it_tells_of_scene_model_versions_and_the_command(
    made: ClassifyResult, report: Path
) -> None:
    text = Page(report).text
    card = made.bundle.card
    for words in (
        "11 April 2019", "Level-1C", card.name, card.sha256, "Scores by class",
        "python -m eurosat_qgis classify S2_20190411.tif map.tif --cell=16 --confidence=c.tif",
        "Contains modified Copernicus Sentinel data 2019", "tensorflow", "EPSG:32631",
    ):  # fmt: skip
        assert words in text
    assert str(made.request.output.parent) not in text


def test_the_histogram_has_a_bar_for_each_twentieth(made: ClassifyResult, report: Path) -> None:
    titles = re.findall(r"<title>([\d.]+) to [\d.]+: ([\d.]+)%</title>", report.read_text("utf-8"))
    with rasterio.open(made.request.confidence) as raster:
        values = raster.read(1)
    weights = np.ones(values.shape)
    weights[:, -1] *= 0.5
    weights[-1] *= 0.5
    bars, _ = np.histogram(values, np.linspace(0, 1, 21), weights=weights)
    assert [float(share) for _, share in titles] == pytest.approx(
        100 * bars / weights.sum(), abs=0.051
    )


def test_hostile_names_stay_text(made: ClassifyResult, tmp_path: Path) -> None:
    copy = Path(shutil.copy(made.request.output, tmp_path / "map.tif"))
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    with rasterio.open(copy, "r+") as raster:
        tags = dict.fromkeys(("SCENE", "WARNINGS", "COMMAND", "MODEL", "SCENE_TIME"), attack)
        classes = raster.tags()["CLASSES"].replace("Annual crop", attack)
        raster.update_tags(CLASSES=classes, **tags)
    write_report(copy, tmp_path / "report.html")
    page = Page(tmp_path / "report.html")
    assert "script" not in {tag for tag, _ in page.tags}
    assert sum(tag == "img" for tag, _ in page.tags) == 1
    assert attack in page.text


def test_what_is_not_given_is_left_out(made: ClassifyResult, tmp_path: Path) -> None:
    write_report(made.request.output, tmp_path / "report.html")
    page = Page(tmp_path / "report.html")
    assert len(pictures(page)) == 1
    assert "svg" not in {tag for tag, _ in page.tags}


def test_a_scene_of_elsewhere_is_left_out_with_a_word(
    made: ClassifyResult, write_scene, tmp_path: Path
) -> None:
    elsewhere = write_scene(np.full((3, 80, 80), 900, np.uint16))
    written = write_report(made.request.output, tmp_path / "r.html", scene=str(elsewhere))
    assert "does not lie where map.tif lies" in written["warnings"][0]
    assert len(pictures(Page(tmp_path / "r.html"))) == 1


def test_another_model_is_refused(
    made: ClassifyResult, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="did not make this map"):
        write_report(made.request.output, tmp_path / "r.html", model=strongest_band_bundle)
    assert list(tmp_path.iterdir()) == []


def test_a_map_of_a_model_that_is_not_at_hand_is_reported_all_the_same(
    scene_file: Path, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    classify(ClassifyRequest(str(scene_file), tmp_path / "m.tif", model=strongest_band_bundle))
    written = write_report(tmp_path / "m.tif", tmp_path / "r.html")
    assert "no card of strongest" in written["warnings"][0]
    with_card = write_report(tmp_path / "m.tif", tmp_path / "r.html", model=strongest_band_bundle)
    assert with_card["warnings"] == []
    assert "Strongest band" in Page(tmp_path / "r.html").text


def test_it_never_replaces_the_map(made: ClassifyResult) -> None:
    with pytest.raises(OutputError, match="is the map itself"):
        write_report(made.request.output, made.request.output)


def test_the_command_line_writes_the_same_page(made: ClassifyResult, report: Path) -> None:
    output = report.with_name("other.html")
    command = [sys.executable, "-m", "eurosat_qgis", "report", str(made.request.output)]
    command += [str(output), "--confidence", str(made.request.confidence)]
    command += ["--scene", made.request.scene]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert output.read_bytes() == report.read_bytes()
