from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.recognise import recognise
from eurosat_qgis.core.products.stac import asset_name, read_item
from eurosat_qgis.core.scene.scene import open_scene
from scripts.kinds.ground import crop_of_sample
from scripts.kinds.products import stac_item

CROP = crop_of_sample()
STACK = CROP.stack
RGB = ("B04", "B03", "B02")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of a real server of `tmp_path`."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """No log."""

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def item(**parts: object) -> bytes:
    made = {"type": "Feature", "stac_version": "1.0.0", "id": "x", "properties": {}, "assets": {}}
    return json.dumps({**made, **parts}).encode()


def test_a_real_item_names_bands_and_states_facts(shared: Path) -> None:
    path = shared / "s2" / "tile_29RKH_100m" / "S2A_29RKH_20200219_0_L2A.json"
    product = recognise(str(path))
    facts = product.facts
    # Read off the item by eye.
    assert facts.name == "S2A_MSIL2A_20200219T112111_N0214_R037_T29RKH_20200219T123947.SAFE"
    assert (facts.level, facts.baseline) == ("L2A", "02.14")
    assert (facts.quantification, facts.offsets["B04"]) == (10000, 0)
    assert facts.sun_zenith == pytest.approx(90 - 48.293248430895)
    assert facts.sun_azimuth == pytest.approx(147.671041914385)
    assert {"B01", "B02", "B03", "B04", "B05", "B08", "B8A", "B11", "B12"} <= set(product.bands)
    # These lie beside the item; the others are on the web alone.
    assert product.bands["B04"].name == str(path.parent / "B04.tif")
    assert facts.scene_classification == str(path.parent / "SCL.tif")
    assert product.bands["B08"].name.startswith("/vsicurl/https://sentinel-cogs")


def test_items_that_stactools_wrote_state_what_their_products_do(shared: Path) -> None:
    found = 0
    for path in (shared / "s2" / "safe_metadata" / "stactools").glob("*/expected_output.json"):
        from_item, from_xml = recognise(str(path)).facts, recognise(str(path.parent)).facts
        assert (from_item.level, from_item.baseline) == (from_xml.level, from_xml.baseline)
        assert from_item.quantification == from_xml.quantification
        assert {from_item.offsets[b] for b in RGB} == {from_xml.offsets[b] for b in RGB}
        found += 1
    assert found == 10


def test_an_offset_that_was_applied_is_not_applied_again() -> None:
    asset = {
        "href": "B04.tif",
        "eo:bands": [{"name": "red"}],
        "raster:bands": [{"scale": 0.0001, "offset": -0.1, "nodata": 0}],
    }
    for applied, offset in ((True, 0), (False, -1000)):
        properties = {"earthsearch:boa_offset_applied": applied}
        product = read_item(item(properties=properties, assets={"red": asset}), "/x/item.json")
        assert product is not None
        assert product.facts.offsets == {"B04": offset}
        assert product.bands["B04"].nodata == 0


def test_stac_1_1_names_bands_and_numbers_in_the_asset() -> None:
    # As the Copernicus Data Space writes them: several resolutions, metadata in the asset.
    def asset(metres: int) -> dict[str, object]:
        return {
            "href": f"B04_{metres}m.jp2",
            "gsd": 10,
            "bands": [{"name": "B04", "eo:common_name": "red"}],
            "raster:scale": 0.0001,
            "raster:offset": -0.1,
            "nodata": 0,
        }

    assets = {f"B04_{m}m": asset(m) for m in (60, 20, 10)}
    product = read_item(item(assets=assets), "/x/item.json")
    assert product is not None
    assert product.bands["B04"].file == "B04_10m.jp2"
    assert (product.facts.quantification, product.facts.offsets) == (10000, {"B04": -1000})


def test_pictures_are_no_bands_and_a_stack_has_them_by_place() -> None:
    colors = [{"name": name} for name in ("B04", "B03", "B02")]
    visual = {"href": "TCI.tif", "eo:bands": colors, "roles": ["visual"]}
    stack = {"href": "all.tif", "eo:bands": colors, "roles": ["data"]}
    product = read_item(item(assets={"visual": visual, "data": stack}), "/x/item.json")
    assert product is not None
    assert {b: (s.file, s.index) for b, s in product.bands.items()} == {
        "B04": ("all.tif", 1),
        "B03": ("all.tif", 2),
        "B02": ("all.tif", 3),
    }


def test_an_item_on_the_web_is_read_with_its_files(served: str, tmp_path: Path) -> None:
    stac_item(tmp_path, CROP)
    with open_scene(f"{served}/item.json", RGB) as scene:
        stored, valid = scene.read(0, 0, scene.height, scene.width)
    assert valid.all()
    assert np.array_equal(stored, np.moveaxis(STACK[:3], 0, -1))


def test_a_raster_on_the_web_is_read(served: str, tmp_path: Path) -> None:
    stac_item(tmp_path, CROP)
    with open_scene(f"/vsicurl/{served}/B04.tif", RGB, "1,1,1") as scene:
        assert np.array_equal(scene.read(0, 0, 8, 8)[0][..., 0], STACK[0, :8, :8])


def test_what_the_web_does_not_have_is_one_line(served: str) -> None:
    with pytest.raises(InputError, match="the server says 404"):
        recognise(f"{served}/none.json")
    with pytest.raises(InputError, match="cannot be fetched"):
        recognise("http://127.0.0.1:9/item.json")


@pytest.mark.parametrize(
    ("href", "location", "name"),
    [
        ("./B04.tif", "/data/item.json", "/data/B04.tif"),
        ("../B04.tif", "/data/a/item.json", "/data/a/../B04.tif"),
        ("s3://bucket/B04.tif", "/data/item.json", "/vsis3/bucket/B04.tif"),
        ("https://a.b/B04.tif?sig=1", "/data/item.json", "/vsicurl/https://a.b/B04.tif?sig=1"),
        ("B04.tif", "https://a.b/items/x.json", "/vsicurl/https://a.b/items/B04.tif"),
        ("/c/B04.tif", "https://a.b/items/x.json", "/vsicurl/https://a.b/c/B04.tif"),
        ("file:///data/B04.tif", "/data/item.json", "/data/B04.tif"),
    ],
)
def test_addresses_start_where_the_item_lies(href: str, location: str, name: str) -> None:
    assert asset_name(href, location) == name


@pytest.mark.parametrize(
    ("href", "location"),
    [
        ("file:///etc/passwd", "https://a.b/x.json"),
        ("ftp://a.b/B04.tif", "/data/item.json"),
        ("/vsimem/x", "/data/item.json"),
        ("<VRTDataset/>", "/data/item.json"),
        ("http://[::1", "/data/item.json"),
    ],
)
def test_other_addresses_are_not_followed(href: str, location: str) -> None:
    with pytest.raises(InputError, match="names a file by"):
        asset_name(href, location)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "no readable JSON"),
        (b"[" * 100_000, "no readable JSON"),
        (item(type="Collection"), "is a STAC Collection"),
        (b'{"type": "FeatureCollection", "features": []}', "lists 0 items"),
    ],
)
def test_json_that_is_no_item_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_item(content, "/x/item.json")


@pytest.mark.parametrize("key", ["earthsearch:boa_offset_applied", "sentinel:boa_offset_applied"])
def test_an_offset_that_the_catalogue_applied_is_not_applied_again(key: str) -> None:
    asset = {"href": "B04.tif", "raster:bands": [{"scale": 0.0001, "offset": -0.1}]}
    properties = {key: True, "sentinel:processing_baseline": "04.00"}
    for applied, offset in ((True, 0.0), (False, -1000.0)):
        made = item(assets={"B04": asset}, properties={**properties, key: applied})
        product = read_item(made, "/x/item.json")
        assert product is not None
        assert product.facts.offsets == {"B04": offset}


def test_the_planetary_computers_item_states_the_sun() -> None:
    properties = {
        "s2:product_type": "S2MSI2A",
        "s2:processing_baseline": "04.00",
        "s2:mean_solar_zenith": 63.5,
        "s2:mean_solar_azimuth": 165.2,
    }
    asset = {"href": "B04.tif", "eo:bands": [{"name": "B04", "common_name": "red"}]}
    product = read_item(item(assets={"B04": asset}, properties=properties), "/x/item.json")
    assert product is not None
    facts = product.facts
    assert (facts.level, facts.baseline) == ("L2A", "04.00")
    assert (facts.sun_zenith, facts.sun_azimuth) == (63.5, 165.2)
    assert facts.offsets == {}
