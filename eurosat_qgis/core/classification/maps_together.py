"""One raster over all maps of a folder, and a STAC collection of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime, timezone
from html import escape
from pathlib import Path
from typing import Any

import rasterio
from rasterio.warp import transform_bounds

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, Card, CardClass
from eurosat_qgis.core.outputs.outputs import staged_outputs

_STAC = "1.0.0"


def write_mosaics(
    folder: Path, maps: Mapping[str, Path], classes: Sequence[CardClass]
) -> list[Path]:
    """Write a VRT over the maps of each CRS: `landcover.vrt`, or `landcover_EPSG.vrt` where there
    are several, since one raster has one CRS. Where maps overlap the later name shows.
    """
    with ExitStack() as opened:
        rasters = [opened.enter_context(rasterio.open(path)) for path in maps.values()]
        by_crs: dict[str, list[Any]] = {}
        for raster in rasters:
            by_crs.setdefault(raster.crs.to_wkt() if raster.crs else "", []).append(raster)
        written = []
        with staged_outputs() as staged:
            for place, (wkt, group) in enumerate(sorted(by_crs.items())):
                epsg = group[0].crs.to_epsg() if group[0].crs else None
                name = f"landcover_{epsg or place}.vrt" if len(by_crs) > 1 else "landcover.vrt"
                text = _mosaic(wkt, group, classes)
                staged.stage(folder / name).write_text(text, encoding="utf-8")
                written.append(folder / name)
            staged.commit()
    return written


def _mosaic(wkt: str, rasters: Sequence[Any], classes: Sequence[CardClass]) -> str:
    across, down = rasters[0].transform.a, rasters[0].transform.e
    left = min(r.bounds.left for r in rasters)
    top = max(r.bounds.top for r in rasters)
    width = round((max(r.bounds.right for r in rasters) - left) / across)
    height = round((min(r.bounds.bottom for r in rasters) - top) / down)
    sources = "".join(
        "<ComplexSource>"
        f'<SourceFilename relativeToVRT="1">{escape(Path(r.name).name)}</SourceFilename>'
        "<SourceBand>1</SourceBand>"
        f'<SrcRect xOff="0" yOff="0" xSize="{r.width}" ySize="{r.height}"/>'
        f'<DstRect xOff="{(r.bounds.left - left) / across!r}" '
        f'yOff="{(r.bounds.top - top) / down!r}" '
        f'xSize="{r.width * r.transform.a / across!r}" '
        f'ySize="{r.height * r.transform.e / down!r}"/>'
        f"<NODATA>{NODATA_CODE}</NODATA></ComplexSource>"
        for r in rasters
    )
    colors = {c.code: c.rgb for c in (*classes, UNCERTAIN)}
    table = "".join(
        '<Entry c1="{}" c2="{}" c3="{}" c4="{}"/>'.format(
            *colors.get(code, (0, 0, 0)), 255 if code in colors else 0
        )
        for code in range(256)
    )
    return (
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>{escape(wkt)}</SRS>'
        f"<GeoTransform>{left!r}, {across!r}, 0.0, {top!r}, 0.0, {down!r}</GeoTransform>"
        f'<VRTRasterBand dataType="Byte" band="1"><Description>land cover</Description>'
        f"<NoDataValue>{NODATA_CODE}</NoDataValue><ColorInterp>Palette</ColorInterp>"
        f"<ColorTable>{table}</ColorTable>{sources}</VRTRasterBand></VRTDataset>\n"
    )


def write_collection(folder: Path, maps: Mapping[str, Path], card: Card) -> None:
    """Write `collection.json` and an item `NAME.stac.json` for each map (STAC 1.0.0)."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
    boxes: list[list[float]] = []
    with staged_outputs() as staged:
        for name, path in maps.items():
            with rasterio.open(path) as raster:
                box = list(transform_bounds(raster.crs, "EPSG:4326", *raster.bounds))
                item = _item(name, path.name, box, now, raster, card)
            boxes.append(box)
            staged.stage(folder / f"{name}.stac.json").write_text(json.dumps(item, indent=1))
        west, south, east, north = (list(side) for side in zip(*boxes, strict=True))
        collection = {
            "type": "Collection",
            "stac_version": _STAC,
            "id": "eurosat-land-cover",
            "description": f"Land cover of {len(maps)} scenes by {card.name}.",
            "license": "proprietary",
            "extent": {
                "spatial": {"bbox": [[min(west), min(south), max(east), max(north)]]},
                "temporal": {"interval": [[now, now]]},
            },
            "links": [{"rel": "item", "href": f"./{name}.stac.json"} for name in maps],
        }
        staged.stage(folder / "collection.json").write_text(json.dumps(collection, indent=1))
        staged.commit()


def _item(
    name: str, file: str, box: list[float], now: str, raster: Any, card: Card
) -> dict[str, Any]:
    west, south, east, north = box
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "stac_version": _STAC,
        "id": name,
        "bbox": box,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "datetime": now,
            "title": f"Land cover of {raster.tags().get('SCENE', name)}",
            "eurosat:model": card.name,
        },
        "assets": {
            "landcover": {
                "href": f"./{file}",
                "type": "image/tiff; application=geotiff",
                "roles": ["data"],
            }
        },
        "links": [{"rel": "collection", "href": "./collection.json"}],
    }
