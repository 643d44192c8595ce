from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.vectors.vector_layer import read_layer, repaired

SQUARE = shapely.box(0, 0, 10, 10)
# The cloud mask of products before baseline 04.00, in the form of the products specification.
CLOUDS = """<?xml version="1.0" encoding="UTF-8"?>
<eop:Mask xmlns:eop="http://www.opengis.net/eop/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" gml:id="MSK_CLOUDS">
  <gml:name>MSK_CLOUDS pixels mask</gml:name>
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG:8.7:32631">
    <gml:lowerCorner>600000 5598000</gml:lowerCorner>
    <gml:upperCorner>602000 5600000</gml:upperCorner>
  </gml:Envelope></gml:boundedBy>
  {members}
</eop:Mask>
"""
MEMBER = """<eop:maskMembers><eop:MaskFeature gml:id="OPAQUE.0">
  <eop:maskType codeSpace="urn:gs2:S2PDGS:maskType">OPAQUE</eop:maskType>
  <eop:extentOf><gml:Polygon gml:id="OPAQUE.0_Polygon"><gml:exterior><gml:LinearRing>
    <gml:posList srsDimension="2">600640 5600000 601280 5600000 601280 5599360 600640 5599360
      600640 5600000</gml:posList>
  </gml:LinearRing></gml:exterior></gml:Polygon></eop:extentOf>
</eop:MaskFeature></eop:maskMembers>"""


def write_layers(path: Path, **layers: shapely.Geometry) -> str:
    for number, (name, shape) in enumerate(layers.items()):
        pyogrio.raw.write(
            path,
            geometry=np.array([shape.wkb], object),
            field_data=[],
            fields=[],
            layer=name,
            geometry_type=shape.geom_type,
            crs="EPSG:32631",
            append=bool(number),
        )
    return str(path)


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.shp", "a.fgb"])
def test_every_format_gives_its_polygons_and_crs(write_shapes, name: str) -> None:
    square = shapely.box(4, 50, 5, 51)
    layer = read_layer(write_shapes(square, name=name, crs="EPSG:4326"))
    assert (layer.name, layer.crs.to_epsg()) == (name, 4326)
    assert [p.equals(square) for p in layer.polygons] == [True]
    assert layer.notes == ()


def test_multipolygons_and_collections_are_taken_apart(write_shapes) -> None:
    two = shapely.MultiPolygon([SQUARE, shapely.box(20, 0, 30, 10)])
    nested = shapely.GeometryCollection(
        [shapely.GeometryCollection([two]), shapely.box(50, 0, 60, 1)]
    )
    assert shapely.area(read_layer(write_shapes(nested)).polygons).tolist() == [100, 100, 10]


def test_holes_stay_holes(write_shapes) -> None:
    ring = SQUARE.difference(shapely.box(2, 2, 8, 8))
    assert shapely.area(read_layer(write_shapes(ring)).polygons).tolist() == [100 - 36]


def test_points_and_lines_are_left_out_and_said_to_be(write_shapes) -> None:
    layer = read_layer(
        write_shapes(SQUARE, shapely.Point(1, 1), shapely.LineString([(0, 0), (1, 1)]))
    )
    assert len(layer.polygons) == 1
    assert layer.notes == ("area.gpkg: 2 of 3 shapes are points or lines: left out.",)


def test_a_figure_of_eight_keeps_both_its_halves(write_shapes) -> None:
    eight = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    layer = read_layer(write_shapes(eight, SQUARE))
    # Two triangles of base 2 and height 1.
    assert shapely.area(layer.polygons).sum() == pytest.approx(2 + 100)
    assert layer.notes == ("area.gpkg: 1 of 2 polygons were invalid and have been repaired.",)


def test_overlapping_parts_of_a_multipolygon_stay_filled(write_shapes) -> None:
    overlapping = shapely.MultiPolygon([SQUARE, shapely.box(5, 0, 15, 10)])
    assert not overlapping.is_valid
    polygons = read_layer(write_shapes(overlapping)).polygons
    assert shapely.union_all(polygons).area == 150


def test_an_open_ring_is_closed(tmp_path: Path) -> None:
    # Well-known binary by hand: a polygon of one ring of three points, the first not repeated.
    ring = struct.pack("<BIII6d", 1, 3, 1, 3, 0, 0, 2, 0, 2, 2)
    path = tmp_path / "open.gpkg"
    pyogrio.raw.write(
        path,
        geometry=np.array([ring], object),
        field_data=[],
        fields=[],
        geometry_type="Polygon",
        crs="EPSG:32631",
    )
    assert shapely.area(read_layer(str(path)).polygons).tolist() == [2]


def test_coordinates_that_are_no_numbers_are_left_out(write_shapes) -> None:
    broken = shapely.Polygon([(0, 0), (float("nan"), 2), (2, 0)])
    layer = read_layer(write_shapes(SQUARE, broken))
    assert len(layer.polygons) == 1
    assert "no numbers" in layer.notes[0]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=9))
def test_what_is_repaired_is_valid_and_covers_what_the_ring_encloses(points) -> None:
    polygon = shapely.Polygon(points)
    whole = repaired(np.array([polygon]))
    assert shapely.is_valid(whole).all()
    outline = polygon.convex_hull.buffer(1e-9)
    assert all(outline.covers(part) for part in whole)
    if polygon.is_valid:
        assert shapely.union_all(whole).equals(polygon)


@pytest.mark.parametrize(
    "suffix", ["|woods", "|layername=woods", "|layername=woods|geometrytype=x"]
)
def test_a_layer_is_named_behind_the_file(tmp_path: Path, suffix: str) -> None:
    path = write_layers(tmp_path / "two.gpkg", lakes=SQUARE, woods=shapely.box(0, 0, 3, 3))
    assert shapely.area(read_layer(path + suffix).polygons).tolist() == [9]


def test_a_file_with_two_layers_of_polygons_asks_for_one(tmp_path: Path) -> None:
    path = write_layers(tmp_path / "two.gpkg", lakes=SQUARE, woods=SQUARE)
    with pytest.raises(InputError, match=r'lakes, woods\): name one, as in "two.gpkg\|lakes"'):
        read_layer(path)


def test_the_only_layer_of_polygons_needs_no_name(tmp_path: Path) -> None:
    path = write_layers(tmp_path / "two.gpkg", ways=shapely.Point(1, 1), woods=SQUARE)
    assert len(read_layer(path).polygons) == 1


def test_a_filter_of_qgis_is_refused_and_not_overlooked(write_shapes) -> None:
    with pytest.raises(InputError, match="filter"):
        read_layer(write_shapes(SQUARE) + "|subset=id = 1")


def test_a_products_cloud_mask_is_read_and_nothing_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "MSK_CLOUDS_B00.gml"
    path.write_text(CLOUDS.format(members=MEMBER))
    layer = read_layer(str(path))
    assert shapely.bounds(layer.polygons).tolist() == [[600640, 5599360, 601280, 5600000]]
    assert layer.crs.to_epsg() == 32631
    assert list(tmp_path.iterdir()) == [path]


def test_the_cloud_mask_of_a_clear_product_gives_no_polygons(tmp_path: Path) -> None:
    path = tmp_path / "MSK_CLOUDS_B00.gml"
    path.write_text(CLOUDS.format(members=""))
    assert len(read_layer(str(path)).polygons) == 0


def test_a_gml_of_two_layers_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "two.gml"
    other = MEMBER.replace("MaskFeature", "Other").replace("OPAQUE", "CIRRUS")
    path.write_text(CLOUDS.format(members=MEMBER + other))
    with pytest.raises(InputError, match="name one"):
        read_layer(str(path))
    assert len(read_layer(f"{path}|Other").polygons) == 1


def test_a_file_without_polygons_is_refused(tmp_path: Path) -> None:
    path = write_layers(tmp_path / "ways.gpkg", ways=shapely.Point(1, 1))
    with pytest.raises(InputError, match="holds no polygons"):
        read_layer(path)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.geojson", "{not json", "cannot be read as polygons"),
        ("a.gpkg", "words", "cannot be read as polygons"),
        ("a.tif", "words", "cannot be read as polygons"),
        ("a.geojson", json.dumps({"type": "FeatureCollection"}), "polygons"),
    ],
)
def test_what_is_no_vector_file_is_refused_in_one_line(
    tmp_path: Path, name: str, content: str, says: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(InputError, match=says) as refused:
        read_layer(str(path))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("source", ["none.gpkg", "none.gpkg|woods", "n" * 5000, "n\0", "", "|"])
def test_a_missing_file_is_said_to_be_missing(source: str) -> None:
    with pytest.raises(InputError, match=r"does not exist"):
        read_layer(source)


def test_a_missing_layer_is_refused(write_shapes) -> None:
    with pytest.raises(InputError, match="cannot be read as polygons"):
        read_layer(write_shapes(SQUARE) + "|woods")
