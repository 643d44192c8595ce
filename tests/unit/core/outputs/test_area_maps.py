"""Maps of an area: the full map's cells, and no work beyond them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import shapely.geometry
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st

from eurosat_qgis.core.classification.classify import ClassifyResult, classify
from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import Cancelled, InputError, OutputError

PIXEL = Affine(10, 0, 600000, 0, -10, 5600000)
HEIGHT, WIDTH = 203, 171
PARTS = ("output", "confidence", "probabilities")


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as raster:
        return raster.read()


class Maps:
    """One scene, its full map at every cell size, and maps of areas of it."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.folder = folder
        self._requests = ClassifyRequest(
            str(folder / "scene.tif"), folder / "map.tif", model=model, scaling="dn"
        )
        coarse = np.random.default_rng(11).integers(200, 2500, (3, 27, 23))
        pixels = coarse.repeat(8, axis=1).repeat(8, axis=2)[:, :HEIGHT, :WIDTH].astype(np.uint16)
        # Two clouds, and a corner without data.
        pixels[:, 70:120, 20:75] = pixels[:, 150:163, 100:160] = 4000
        pixels[:, :40, 130:] = 0
        profile = {"count": 3, "height": HEIGHT, "width": WIDTH, "dtype": "uint16"}
        placed = {"crs": "EPSG:32631", "transform": PIXEL}
        with rasterio.open(folder / "scene.tif", "w", driver="GTiff", **profile, **placed) as file:
            file.write(pixels)
            file.descriptions = ("B04", "B03", "B02")
        self._full: dict[tuple[int, bool], dict[str, np.ndarray]] = {}

    def run(self, cell: int, **options: object) -> tuple[ClassifyResult, dict[str, np.ndarray]]:
        paths = {name: self.folder / f"{name}.tif" for name in PARTS}
        result = classify(replace(self._requests, cell=cell, **paths, **options))
        return result, {name: read(path) for name, path in paths.items()}

    def full(self, cell: int, screen: bool = False) -> dict[str, np.ndarray]:
        if (cell, screen) not in self._full:
            self._full[cell, screen] = self.run(cell, cloud_screen=screen)[1]
        return self._full[cell, screen]

    def write_area(self, *shapes: shapely.Geometry) -> str:
        """Shapes in pixels as a file in the scene's CRS."""
        path = self.folder / "area.geojson"
        moved = [
            shapely.transform(s, lambda xy: np.column_stack(PIXEL @ (xy[:, 0], xy[:, 1])))
            for s in shapes
        ]
        features = [
            {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(shape)}
            for shape in moved
        ]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
        path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
        return str(path)


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory, strongest_band_bundle: Path) -> Maps:
    return Maps(tmp_path_factory.mktemp("maps"), strongest_band_bundle)


def cells_touched(shape: shapely.Geometry, cell: int) -> np.ndarray:
    touched = np.zeros((-(-HEIGHT // cell), -(-WIDTH // cell)), bool)
    inside = shape.intersection(shapely.box(0, 0, WIDTH, HEIGHT))
    for row, col in np.ndindex(touched.shape):
        box = shapely.box(col * cell, row * cell, (col + 1) * cell, (row + 1) * cell)
        touched[row, col] = inside.intersection(box).area > 1e-4
    return touched


@st.composite
def areas(draw: st.DrawFn) -> shapely.Geometry:
    """One to three parts, one of them with a hole."""
    corner = st.integers(0, 200)
    parts = [
        shapely.box(x, y, x + draw(st.integers(1, 90)), y + draw(st.integers(1, 90)))
        for x, y in draw(st.lists(st.tuples(corner, corner), min_size=1, max_size=3))
    ]
    hole = shapely.Point(draw(corner), draw(corner)).buffer(draw(st.integers(1, 30)))
    return shapely.union_all(parts).difference(hole)


@settings(deadline=None, max_examples=12)
@given(shape=areas(), cell=st.sampled_from([64, 32, 16, 8]), screen=st.booleans())
def test_the_map_of_an_area_is_the_full_maps_to_the_last_cell(
    maps: Maps, shape: shapely.Geometry, cell: int, screen: bool
) -> None:
    touched = cells_touched(shape, cell)
    full = maps.full(cell, screen)
    left_with_data = touched & (full["output"][0] != 0)
    if not left_with_data.any():
        with pytest.raises(InputError):
            maps.run(cell, aoi=maps.write_area(shape), cloud_screen=screen)
        return
    result, part = maps.run(cell, aoi=maps.write_area(shape), cloud_screen=screen)
    rows, cols = np.flatnonzero(touched.any(axis=1)), np.flatnonzero(touched.any(axis=0))
    inside = np.s_[:, rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    wanted = touched[None][inside]
    assert np.array_equal(part["output"], np.where(wanted, full["output"][inside], 0))
    for name in ("confidence", "probabilities"):
        expected = np.where(wanted, full[name][inside], np.nan)
        assert np.array_equal(part[name], expected, equal_nan=True)
    with rasterio.open(result.request.output) as raster:
        assert raster.transform == PIXEL @ Affine.translation(
            cols[0] * cell, rows[0] * cell
        ) @ Affine.scale(cell)
    assert result.cells == touched.sum()
    assert result.windows == result.valid_cells == left_with_data.sum()


@settings(deadline=None, max_examples=6)
@given(st.data())
def test_the_order_of_the_areas_shapes_does_not_matter(maps: Maps, draw: st.DataObject) -> None:
    # One that surely touches cells with data, and others that may overlap it.
    shapes = [shapely.box(0, 120, 30, 150), *draw.draw(st.lists(areas(), min_size=1, max_size=3))]
    shuffled = draw.draw(st.permutations(shapes))
    one, part = maps.run(32, aoi=maps.write_area(*shapes))
    other, same = maps.run(32, aoi=maps.write_area(*shuffled))
    assert one.area_of_interest_m2 == pytest.approx(other.area_of_interest_m2)
    assert np.array_equal(part["output"], same["output"])


def test_the_classes_areas_are_those_of_whole_cells_and_the_areas_own_stands_beside(
    maps: Maps,
) -> None:
    # A triangle of 60 x 80 pixels, and by hand the cells of 16 that it touches in rows 2 to 6.
    shape = shapely.Polygon([(20, 40), (80, 40), (20, 120)])
    result, _ = maps.run(16, aoi=maps.write_area(shape))
    assert result.area_of_interest_m2 == pytest.approx(60 * 80 / 2 * 100)
    cells = int(cells_touched(shape, 16).sum())
    assert result.cells == cells
    assert sum(a.area_m2 or 0 for a in result.areas) == pytest.approx(cells * 16 * 16 * 100)
    found = result.as_json()
    assert found["area_of_interest_m2"] == pytest.approx(240_000)
    assert found["masked_cells"] == 0


@pytest.fixture
def large_scene(write_scene) -> Path:
    """1280 x 1280 pixels in blocks of 64."""
    pixels = np.full((3, 1280, 1280), 700, np.uint16)
    return write_scene(pixels, tiled=True, blockxsize=64, blockysize=64)


def pixel_box(*bounds: float) -> shapely.Geometry:
    xmin, ymin, xmax, ymax = bounds
    left, top = PIXEL @ (xmin, ymin)
    right, bottom = PIXEL @ (xmax, ymax)
    return shapely.box(left, bottom, right, top)


@pytest.mark.parametrize("cell", [64, 16])
def test_an_area_of_a_tenth_costs_a_tenth(
    large_scene: Path, write_shapes, strongest_band_bundle: Path, tmp_path: Path, cell: int
) -> None:
    request = ClassifyRequest(
        str(large_scene), tmp_path / "map.tif", strongest_band_bundle, cell, scaling="dn"
    )
    full = classify(request)
    # Two parts of 5 % each, far apart in the same rows, along the cells' edges.
    apart = [pixel_box(64, 320, 192, 960), pixel_box(1088, 320, 1216, 960)]
    result = classify(replace(request, aoi=write_shapes(*apart)))
    assert result.windows == result.cells == full.cells // 10
    if cell == 64:
        assert result.pixels == full.pixels // 10 == result.cells * 64 * 64
    else:
        # Windows reach 24 pixels beyond their cells on either side: 176 columns a part, not 128.
        assert result.pixels == (640 // 16) * 64 * 2 * 176
        assert result.pixels < 0.15 * full.pixels


def test_what_lies_beyond_the_area_is_not_read(
    write_scene, write_shapes, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    noise = np.random.default_rng(5).integers(300, 3000, (3, 640, 640)).astype(np.uint16)
    blocks = {"tiled": True, "blockxsize": 64, "blockysize": 64, "interleave": "pixel"}
    scene = write_scene(noise, compress="deflate", **blocks)
    # Spoil blocks from pixel row 512 on, between the windows from which the numbers' scaling is
    # told, but not at the edges, which are asked for a border of nodata.
    with rasterio.open(scene) as raster:
        start, stop = (
            int(raster.get_tag_item(f"BLOCK_OFFSET_{col}_8", "TIFF", bidx=1)) for col in (1, 9)
        )
    content = bytearray(scene.read_bytes())
    content[start:stop] = bytes(stop - start)
    scene.write_bytes(content)
    request = ClassifyRequest(str(scene), tmp_path / "map.tif", strongest_band_bundle, scaling="dn")
    with pytest.raises(InputError, match="damaged"):
        classify(request)
    upper = write_shapes(pixel_box(100, 100, 600, 300))
    # Columns 1 to 9 of rows 1 to 4.
    assert classify(replace(request, aoi=upper)).windows == 9 * 4


def test_progress_counts_the_areas_cells_and_cancelling_leaves_nothing(
    large_scene: Path, write_shapes, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    area = write_shapes(pixel_box(0, 0, 640, 640))
    request = ClassifyRequest(
        str(large_scene), tmp_path / "map.tif", strongest_band_bundle, 16, aoi=area
    )
    heard: list[tuple[int, int]] = []
    classify(request, lambda done, total: heard.append((done, total)))
    assert {total for _, total in heard} == {1600}
    done = [d for d, _ in heard]
    assert (done[0], done[-1], done == sorted(done)) == (0, 1600, True)
    before = {path.name for path in tmp_path.iterdir()}
    request = replace(request, output=tmp_path / "other.tif")
    asked = iter(range(100))
    with pytest.raises(Cancelled):
        classify(request, is_cancelled=lambda: next(asked) > 3)
    assert {path.name for path in tmp_path.iterdir()} == before


def test_an_area_and_an_extent_leave_what_both_touch(maps: Maps) -> None:
    area = maps.write_area(shapely.box(0, 0, 100, 100))
    left, top = PIXEL @ (70, 30)
    right, bottom = PIXEL @ (170, 200)
    result, part = maps.run(16, aoi=area, extent=(left, bottom, right, top))
    # By hand: columns 4 to 6 of the area's 0 to 6, rows 1 to 6.
    assert part["output"].shape == (1, 6, 3)
    assert np.array_equal(part["output"], maps.full(16)["output"][:, 1:7, 4:7])
    assert result.cells == 18
    with pytest.raises(InputError, match="no cell in common"):
        maps.run(16, aoi=area, extent=(left + 500, bottom, right, top))


def test_polygons_and_table_hold_the_areas_cells_only(maps: Maps) -> None:
    shape = shapely.box(20, 50, 60, 90).difference(shapely.box(30, 60, 50, 80))
    outputs = {"polygons": maps.folder / "p.gpkg", "stats": maps.folder / "a.csv"}
    result, _ = maps.run(8, aoi=maps.write_area(shape), **outputs)
    _, _, geometries, _ = pyogrio.raw.read(outputs["polygons"])
    outlines = shapely.union_all(shapely.from_wkb(geometries))
    touched = cells_touched(shape, 8)
    assert outlines.area == pytest.approx(touched.sum() * 6400) == result.cells * 6400
    assert "Masked" not in outputs["stats"].read_text()


def test_the_map_tells_of_its_area(maps: Maps) -> None:
    result, _ = maps.run(16, aoi=maps.write_area(shapely.box(20, 50, 60, 300)))
    with rasterio.open(result.request.output) as raster:
        tags = raster.tags()
    assert tags["AREA_OF_INTEREST"] == "area.geojson"
    assert float(tags["AREA_OF_INTEREST_M2"]) == pytest.approx(40 * (HEIGHT - 50) * 100)
    assert "only the part inside counts" in tags["WARNINGS"]
    assert result.warnings[-1] in tags["WARNINGS"]


def test_an_output_may_not_be_the_area(
    large_scene: Path, write_shapes, strongest_band_bundle: Path, tmp_path: Path
) -> None:
    area = write_shapes(pixel_box(0, 0, 640, 640))
    for source in (area, f"{area}|area"):
        request = ClassifyRequest(
            str(large_scene), tmp_path / "m.tif", strongest_band_bundle, aoi=source
        )
        with pytest.raises(OutputError, match="is the area of interest itself"):
            classify(replace(request, polygons=Path(area)))
