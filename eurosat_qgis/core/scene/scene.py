"""A Sentinel-2 scene of any kind, open to be read window by window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from eurosat_qgis.core.bundle import InputScaling
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.gdal_tags import stated_by_scale, stated_by_tags
from eurosat_qgis.core.products.names import product_in_path, stated_by_name
from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.products.recognise import recognise
from eurosat_qgis.core.products.sources import Product
from eurosat_qgis.core.radiometry.radiometry import Radiometry, detect_radiometry, to_model_values
from eurosat_qgis.core.radiometry.scalings import AUTO
from eurosat_qgis.core.scene.areas import areas_where_placed
from eurosat_qgis.core.scene.chosen_bands import choose
from eurosat_qgis.core.scene.nodata import Nodata
from eurosat_qgis.core.scene.open_bands import (
    gdal_environment,
    on_one_grid,
    open_sources,
    spread_sample,
)
from eurosat_qgis.core.scene.pixels import OpenBand, Pixels
from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene_grid import WGS84, SceneGrid, to_crs

# Of so few numbers that each is worth looking up.
_FEW_NUMBERS = (np.dtype(np.uint8), np.dtype(np.uint16))


@dataclass(frozen=True)
class Scene:
    """An open scene and what is known of it.

    `identified` maps band names to 1-based indices or files, `bands` are those that are read.
    `transform`, `height`, `width` and `crs` are of the grid that the map is on; `own` is the
    scene's own grid, which may be another.
    """

    name: str
    product: Product
    pixels: Pixels
    grid: SceneGrid
    own: SceneGrid
    nodata: Nodata
    identified: Mapping[str, int | str]
    band_reason: str
    band_doubt: str | None
    bands: tuple[int | str, ...]
    facts: ProductFacts
    radiometry: Radiometry
    _tables: dict[tuple[str, InputScaling], np.ndarray] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def height(self) -> int:
        return self.grid.height

    @property
    def width(self) -> int:
        return self.grid.width

    @property
    def transform(self) -> Affine:
        return self.grid.transform

    @property
    def crs(self) -> CRS | None:
        return self.grid.crs

    @property
    def is_placed(self) -> bool:
        """Whether the scene has a place on the map: a CRS and a geotransform."""
        return _row_areas(self.grid) is not None

    @property
    def reasons(self) -> tuple[str, ...]:
        """How the scene was recognised and is read, each in a line."""
        return (
            self.product.recognised,
            self.band_reason,
            *self.radiometry.reasons,
            self.nodata.reason,
            self.grid.reason,
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What of the scene makes a map doubtful, each in a line."""
        doubts = [self.band_doubt] if self.band_doubt else []
        return (
            *self.product.warnings,
            *doubts,
            *self.radiometry.warnings,
            *self.grid.warnings,
        )

    def row_areas(self) -> np.ndarray | None:
        """Area in m² of one pixel of each row, `(height,) float64`; None without a place."""
        return _row_areas(self.grid)

    def pixel_size_m(self) -> float | None:
        """Side of a square pixel of the grid's mean area, in metres; None without a place."""
        return _mean_side(self.row_areas())

    def own_pixel_size_m(self) -> float | None:
        """The same of the scene's own pixels, before they are brought to the grid."""
        return _mean_side(_row_areas(self.own))

    def extent_on_grid(
        self, extent: tuple[float, float, float, float] | None
    ) -> tuple[float, float, float, float] | None:
        """An extent (xmin, ymin, xmax, ymax) in the scene's own CRS in that of the grid."""
        if extent is None or self.own.crs is None or self.own.crs == self.crs:
            return extent
        found = transform_bounds(self.own.crs, self.crs, *extent)
        if not np.isfinite(found).all():
            raise InputError("The extent does not touch the scene: choose one inside it.")
        left, bottom, right, top = found
        return left, bottom, right, top

    def read(self, row: int, col: int, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        """Read a window of pixels of the chosen bands.

        Returns the stored numbers `(height, width, bands)` and `(height, width) bool`, which
        pixels are valid: not nodata, masked, NaN or beyond the scene in any band.

        Raises InputError when a file turns out to be damaged.
        """
        stored, valid = self.pixels.read(Window(col, row, width, height))
        return np.moveaxis(stored, 0, -1), valid

    def values(self, stored: np.ndarray, valid: np.ndarray, scaling: InputScaling) -> np.ndarray:
        """What a network of this scaling takes for stored numbers `(height, width, bands)`.

        Same shape; where not `valid`, what it takes for a digital number of 0.
        """
        if stored.dtype not in _FEW_NUMBERS:
            numbers = self.radiometry.to_digital_numbers(stored)
            return to_model_values(np.where(valid[..., None], numbers, 0), scaling)
        # Each number is looked up: all that happens to it is the same wherever it stands.
        key = (stored.dtype.str, scaling)
        if key not in self._tables:
            every = np.arange(np.iinfo(stored.dtype).max + 1, dtype=stored.dtype)
            numbers = self.radiometry.to_digital_numbers(np.stack([every] * stored.shape[-1], -1))
            self._tables[key] = np.ascontiguousarray(to_model_values(numbers, scaling).T)
        tables = self._tables[key]
        values = np.empty(stored.shape, tables.dtype)
        for place, table in enumerate(tables):
            values[..., place] = table[stored[..., place]]
        if not valid.all():
            values[~valid] = to_model_values(np.zeros(1, np.float32), scaling)
        return values


def _row_areas(grid: SceneGrid) -> np.ndarray | None:
    return areas_where_placed(grid.crs, grid.transform, grid.height, grid.width)


def _mean_side(areas: np.ndarray | None) -> float | None:
    return None if areas is None else float(np.sqrt(areas.mean()))


@contextmanager
def open_scene(
    scene: str,
    wanted_bands: tuple[str, ...],
    bands: str = AUTO,
    scaling: str = AUTO,
    atmosphere: str = AUTO,
    wanted_level: str = "L1C",
    reading: Reading | None = None,
) -> Iterator[Scene]:
    """Open a scene and find out which bands and numbers it holds.

    `scene` is a path, a URL or any name that GDAL opens, `wanted_bands` and `wanted_level` are the
    card's, `bands`, `scaling` and `atmosphere` the user's choice or `auto`.

    Raises InputError when it is no scene, lacks a band, or an option makes no sense.
    """
    reading = reading or Reading()
    with gdal_environment(), ExitStack() as opened:
        product, chosen = choose(recognise(scene), wanted_bands, bands, opened)
        open_bands = open_sources(chosen.sources, opened)
        pixels, grid, nodata = on_one_grid(open_bands, reading)
        facts = _facts(product, open_bands, wanted_bands)
        dtype = str(np.result_type(*(b.dataset.dtypes[b.index - 1] for b in open_bands)))
        sample = spread_sample(pixels, open_bands)
        first = open_bands[0].dataset
        own = replace(grid, crs=first.crs, transform=first.transform)
        yield Scene(
            product.name,
            product,
            pixels,
            grid,
            replace(own, width=first.width, height=first.height),
            nodata,
            chosen.identified,
            chosen.reason,
            chosen.doubt,
            chosen.places,
            facts,
            detect_radiometry(
                product.name,
                facts,
                dtype,
                sample,
                wanted_bands,
                scaling,
                atmosphere,
                wanted_level,
                _place(grid),
                reading.elevation,
            ),
        )


def _place(grid: SceneGrid) -> tuple[float, float] | None:
    """Longitude and latitude of the scene's centre in degrees, None where it has none."""
    if _row_areas(grid) is None or grid.crs is None:
        return None
    x, y = grid.transform @ (grid.width / 2, grid.height / 2)
    longitudes, latitudes = to_crs(grid.crs, WGS84, [x], [y])
    place = float(longitudes[0]), float(latitudes[0])
    return place if abs(place[0]) <= 360 and abs(place[1]) <= 90 else None


def _facts(product: Product, bands: tuple[OpenBand, ...], wanted: tuple[str, ...]) -> ProductFacts:
    """What the product states, and after it the files' own tags and names."""
    facts = product.facts
    for dataset in {id(b.dataset): b.dataset for b in bands}.values():
        facts = stated_by_tags(facts, dataset.tags())
    facts = stated_by_scale(
        facts,
        wanted,
        [b.dataset.scales[b.index - 1] for b in bands],
        [b.dataset.offsets[b.index - 1] for b in bands],
    )
    facts = stated_by_name(facts, product.name, "the file's name")
    # A VRT's own name says little, those of its sources may say more.
    files = [file for b in bands for file in b.dataset.files]
    for name in dict.fromkeys(filter(None, map(product_in_path, files))):
        facts = stated_by_name(facts, name, "the product's name in a file's path")
    return facts
