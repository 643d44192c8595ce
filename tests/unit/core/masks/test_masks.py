"""Masks together, and those of polygons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.masks import open_masks
from eurosat_qgis.core.scene.scene import open_scene

BANDS = ("B04", "B03", "B02")
HEIGHT, WIDTH = 60, 50


@pytest.fixture
def scene(write_scene):
    path = write_scene(np.ones((3, HEIGHT, WIDTH), np.uint16))
    with open_scene(str(path), BANDS, scaling="dn") as opened:
        yield opened


@pytest.fixture
def hidden(scene):
    """What the masks of a request hide, their descriptions and notes."""

    def find(product: str | None = None, **options: object):
        request = ClassifyRequest("scene.tif", Path("map.tif"), **options)
        with open_masks(request, scene, BANDS, product) as masks:
            numbers = np.zeros((HEIGHT, WIDTH, 3), np.float32)
            numbers[:10, :10] = 4000
            return masks.hides(0, 0, numbers), masks.descriptions, masks.notes

    return find


@pytest.fixture
def write_classes(write_scene):
    def write(name: str = "SCL.tif") -> str:
        values = np.full((1, HEIGHT, WIDTH), 4, np.uint8)
        values[0, 20:, 20:], values[0, 50:] = 9, 3
        return str(write_scene(values, name=name, descriptions=None))

    return write


def in_scene(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(shape, lambda xy: np.array([600000, 5600000]) + xy * (10, -10))


def test_without_a_mask_nothing_is_asked(hidden) -> None:
    assert hidden() == (None, (), ())


def test_polygons_hide_the_pixels_whose_centre_they_hold(hidden, write_shapes) -> None:
    ring = shapely.box(5.4, 7.6, 30, 40).difference(shapely.box(10, 10, 20, 20))
    found, descriptions, notes = hidden(mask=write_shapes(in_scene(ring)))
    rows, cols = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    assert np.array_equal(found, shapely.contains_xy(ring, cols, rows))
    assert (descriptions, notes) == (("polygons of area.gpkg",), ())


def test_polygons_elsewhere_hide_nothing_and_that_is_said(hidden, write_shapes) -> None:
    found, _, notes = hidden(mask=write_shapes(shapely.box(0, 0, 1, 1)))
    assert not found.any()
    assert notes == ("area.gpkg has no polygon in the scene: it masks nothing.",)


def test_what_one_mask_hides_is_hidden(hidden, write_shapes, write_classes) -> None:
    polygon = in_scene(shapely.box(40, 0, 50, 5))
    found, descriptions, _ = hidden(
        mask=write_shapes(polygon), scl=write_classes(), mask_classes="cloud", cloud_screen=True
    )
    expected = np.zeros((HEIGHT, WIDTH), bool)
    expected[:5, 40:] = expected[20:50, 20:] = expected[:10, :10] = True
    assert np.array_equal(found, expected)
    assert descriptions == (
        "scene classification SCL.tif: cloud",
        "polygons of area.gpkg",
        "screen for thick cloud (bright and flat in the visible)",
    )


def test_the_products_scene_classification_is_used_by_itself(hidden, write_classes) -> None:
    found, (description,), _ = hidden(product=write_classes())
    assert found[20:, 20:].all() and found[50:].all() and not found[:20].any()
    assert description == "scene classification SCL.tif: saturated, shadow, cloud, cirrus, snow"


def test_the_users_scene_classification_goes_before_the_products(hidden, write_classes) -> None:
    _, (description,), _ = hidden(product=write_classes(), scl=write_classes("mine.tif"))
    assert "mine.tif" in description


def test_the_products_scene_classification_can_be_left_aside(hidden, write_classes) -> None:
    assert hidden(product=write_classes(), mask_classes="none") == (None, (), ())


def test_classes_without_a_scene_classification_are_refused(hidden) -> None:
    with pytest.raises(InputError, match="no scene classification"):
        hidden(mask_classes="cloud")
    assert hidden(mask_classes="none")[0] is None


@pytest.mark.parametrize("options", [{"mask": "none.tif"}, {"scl": "none.tif"}])
def test_a_missing_mask_is_refused(hidden, options: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"none.tif does not exist"):
        hidden(**options)
