"""A finished land-cover map, read to be assessed, sampled or compared."""

from __future__ import annotations

import colorsys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from defusedxml import DefusedXmlException, ElementTree
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from eurosat_qgis.core.bundle import NODATA_CODE, UNCERTAIN, CardClass, open_bundle
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.grid import Grid
from eurosat_qgis.core.outputs.map_tags import classes_in_tags, grid_in_tags
from eurosat_qgis.core.outputs.statistics import cell_sides
from eurosat_qgis.core.scene.areas import areas_where_placed
from eurosat_qgis.core.scene.open_bands import open_raster
from eurosat_qgis.core.scene.source_names import may_be_opened

_LARGEST_CODE = 255
# More cells than a tile at 10 m: the whole map is held in memory.
_MOST_CELLS = 400_000_000


@dataclass(frozen=True)
class LandCoverMap:
    """Class codes `(height, width) uint8` of cells, 0 nodata, 255 uncertain, and their classes.

    `transform` is that of the cells; `grid` tells how much of them lies in the scene. `classes`
    are all that the map may hold, in the order of their codes.
    """

    name: str
    codes: np.ndarray
    classes: tuple[CardClass, ...]
    crs: CRS | None
    transform: Affine
    grid: Grid

    @property
    def height(self) -> int:
        return int(self.codes.shape[0])

    @property
    def width(self) -> int:
        return int(self.codes.shape[1])

    @property
    def pixel_transform(self) -> Affine:
        """Geotransform of the pixels that `grid` counts in."""
        return self.transform @ Affine.scale(1 / self.grid.cell)

    def row_areas(self) -> np.ndarray | None:
        """Area in m² of one pixel of each row of `grid`; None without a place on the map."""
        return areas_where_placed(self.crs, self.pixel_transform, self.grid.height, self.grid.width)

    def sides(self) -> tuple[np.ndarray, np.ndarray, bool]:
        """What multiplies to each cell's m², `(height,)` and `(width,)`; pixels when not True."""
        areas = self.row_areas()
        return *cell_sides(self.grid, areas), areas is not None


def open_map(source: str, model: Path | None = None, what: str = "map") -> LandCoverMap:
    """Read a land-cover map: a raster of class codes from 1 to 254.

    Its classes are those of `model`'s card, or what the raster's own tags say, or its category
    names and colours. `what` is what messages call the map.

    Raises InputError when it is no such raster, BundleError for `model`.
    """
    if not may_be_opened(source):
        raise InputError(f"{source} does not exist: check the path of the {what}.")
    with ExitStack() as opened:
        raster = open_raster(source, opened)
        name = Path(source).name
        if raster.count != 1 or not np.issubdtype(np.dtype(raster.dtypes[0]), np.integer):
            raise InputError(
                f"{name} is no land-cover map (one band of class codes, whole numbers): give a map "
                "that classify has written, or another raster of classes."
            )
        if raster.width * raster.height > _MOST_CELLS:
            raise InputError(
                f"{name} has {raster.width} x {raster.height} cells, too many at once: cut out a "
                "part."
            )
        codes = _codes(raster, name)
        classes = _classes(raster, source, codes, model)
        grid = grid_in_tags(raster.tags(), raster.height, raster.width, raster.transform)
        return LandCoverMap(name, codes, classes, raster.crs, raster.transform, grid)


def classes_found(*codes: np.ndarray) -> list[int]:
    """The codes of classes that maps hold, without nodata and uncertain."""
    held = np.zeros(_LARGEST_CODE + 1, bool)
    for of_map in codes:
        held |= np.bincount(of_map.ravel(), minlength=_LARGEST_CODE + 1) > 0
    return [int(code) for code in np.flatnonzero(held) if code not in (NODATA_CODE, UNCERTAIN.code)]


def _codes(raster: rasterio.DatasetReader, name: str) -> np.ndarray:
    try:
        codes = raster.read(1)
    except RasterioError as error:
        raise InputError(f"{name} cannot be read ({error}): is the file whole?") from error
    if raster.nodata is not None:
        codes = np.where(codes == raster.nodata, codes.dtype.type(NODATA_CODE), codes)
    if codes.size and (codes.min() < 0 or codes.max() > _LARGEST_CODE):
        raise InputError(
            f"{name} holds {codes.min()} to {codes.max()}, a land-cover map codes of 1 to 254: "
            "give a map of classes."
        )
    if not classes_found(codes := codes.astype(np.uint8)):
        raise InputError(f"{name} holds no class at all: give a map with classified cells.")
    return codes


def _classes(
    raster: rasterio.DatasetReader, source: str, codes: np.ndarray, model: Path | None
) -> tuple[CardClass, ...]:
    known = open_bundle(model).card.classes if model is not None else classes_in_tags(raster.tags())
    # A map may hold codes that nothing names.
    listed = {c.code: c for c in known}
    titles = {} if known else _category_names(source)
    colors = {} if known else _color_table(raster)
    for code in sorted({*classes_found(codes), *titles} - listed.keys()):
        title = titles.get(code, f"Class {code}")
        is_taken = any(c.name == title for c in listed.values())
        name = f"{title} ({code})" if is_taken else title
        listed[code] = CardClass(code, name, name, colors.get(code, _some_color(code)))
    return tuple(listed[code] for code in sorted(listed))


def _category_names(source: str) -> dict[int, str]:
    """The names that GDAL keeps beside a raster (see `rasters.write_category_names`)."""
    try:
        root = ElementTree.parse(f"{source}.aux.xml")
    except (OSError, ElementTree.ParseError, DefusedXmlException, ValueError):
        return {}
    names = root.findall("PAMRasterBand[@band='1']/CategoryNames/Category")
    titles = {code: (name.text or "").strip() for code, name in enumerate(names)}
    return {code: title for code, title in titles.items() if title and 0 < code < _LARGEST_CODE}


def _color_table(raster: rasterio.DatasetReader) -> dict[int, str]:
    try:
        table = raster.colormap(1)
    except ValueError:
        return {}
    return {code: "#{:02x}{:02x}{:02x}".format(*color[:3]) for code, color in table.items()}


def _some_color(code: int) -> str:
    # Steps by the golden ratio keep neighbours apart.
    shades = colorsys.hls_to_rgb(code * 0.618034 % 1, 0.5, 0.6)
    return "#{:02x}{:02x}{:02x}".format(*(round(255 * shade) for shade in shades))
