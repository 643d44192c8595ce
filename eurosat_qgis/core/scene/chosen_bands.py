"""Which bands of which files are read for a model, and as what the user knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

import numpy as np
from rasterio import DatasetReader

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.band_names import band_of_description
from eurosat_qgis.core.products.gdal_tags import band_of_sources
from eurosat_qgis.core.products.sources import BandSource, Product
from eurosat_qgis.core.products.variables import named_variables
from eurosat_qgis.core.radiometry.scalings import AUTO
from eurosat_qgis.core.scene.bands import BandNames, choose_bands, identify_bands, wanted_parts
from eurosat_qgis.core.scene.nodata import Nodata
from eurosat_qgis.core.scene.open_bands import open_raster, spread_sample
from eurosat_qgis.core.scene.pixels import OpenBand, OwnPixels
from eurosat_qgis.core.scene.scene_grid import SceneGrid


@dataclass(frozen=True)
class ChosenBands:
    """The bands to read, `sources`, and their `places` as the user knows them: indices or files.

    `identified` are all that are known by name; `doubt` says, where they are guessed, what to
    check.
    """

    sources: tuple[BandSource, ...]
    places: tuple[int | str, ...]
    identified: Mapping[str, int | str]
    reason: str
    doubt: str | None = None


class MissingBandsError(InputError):
    """A product was recognised but lacks a band that is needed."""

    def __init__(self, product: Product, message: str) -> None:
        super().__init__(message)
        self.product = product


def choose(
    product: Product, wanted: tuple[str, ...], option: str, opened: ExitStack
) -> tuple[Product, ChosenBands]:
    """The bands `wanted` of a product by the user's `option` (`auto`, indices or names).

    Gives the product as well, which knows more when its raster turned out to hold variables.
    What is opened stays so until `opened` closes. Raises InputError when a band is not there.
    """
    if product.raster is None:
        return product, _of_files(product, wanted, option)
    dataset = open_raster(product.raster, opened)
    if dataset.count:
        bands = tuple(OpenBand(dataset, index) for index in dataset.indexes)
        # A file fetched from the web is there already; other names GDAL may spell in its own way.
        name = dataset.name if Path(dataset.name).is_file() else product.raster
        sources = tuple(BandSource(name, index) for index in dataset.indexes)
        return product, _of_stack(sources, bands, wanted, option)
    parts = dataset.subdatasets
    named = named_variables(parts)
    if named:
        product = replace(
            product,
            kind="raster of variables",
            recognised=f"A file of variables, {len(named)} of them named as bands.",
            bands=named,
            raster=None,
        )
        for source in named.values():
            _check_single(open_raster(source.name, opened))
        return product, _of_files(product, wanted, option)
    if not parts:
        raise InputError(f"{product.name} holds no bands: give a raster with red, green and blue.")
    bands = tuple(OpenBand(_check_single(open_raster(name, opened)), 1) for name in parts)
    sources = tuple(BandSource(name) for name in parts)
    return product, _of_stack(sources, bands, wanted, option)


def _check_single(dataset: DatasetReader) -> DatasetReader:
    if dataset.count != 1:
        raise InputError(
            f"{PurePath(dataset.name).name} holds {dataset.count} images, of several times perhaps:"
            " save the one you mean as a file of its own."
        )
    return dataset


def _of_stack(
    sources: tuple[BandSource, ...],
    bands: tuple[OpenBand, ...],
    wanted: tuple[str, ...],
    option: str,
) -> ChosenBands:
    """The bands of a stack, which has to be asked which is which."""
    first = bands[0].dataset

    def sample(places: Sequence[int]) -> np.ndarray:
        asked = tuple(bands[place - 1] for place in places)
        grid = SceneGrid(first.crs, first.transform, first.width, first.height, "")
        return spread_sample(OwnPixels(asked, grid, Nodata((0.0,), "")), asked)

    descriptions = [b.dataset.descriptions[b.index - 1] for b in bands]
    colors = [b.dataset.colorinterp[b.index - 1].name for b in bands]
    if option == AUTO:
        tags = [b.dataset.tags(b.index) | b.dataset.tags(b.index, ns="IMAGERY") for b in bands]
        made_of = [band_of_sources(b.dataset.tags(b.index, ns="vrt_sources")) for b in bands]
        names = identify_bands(
            descriptions, colors, tags, sample, PurePath(first.name).stem, made_of
        )
    else:
        names = BandNames(identify_bands(descriptions, colors).bands, "Bands chosen by the user.")
    places = choose_bands(wanted, option, names.bands, len(bands))
    chosen = tuple(sources[place - 1] for place in places)
    return ChosenBands(chosen, places, names.bands, names.reason, names.doubt)


def _of_files(product: Product, wanted: tuple[str, ...], option: str) -> ChosenBands:
    """The bands of a product that names them itself."""
    names = wanted
    reason = "Bands by the names that the product gives them."
    if option != AUTO:
        names = tuple(_named_by_user(part) for part in wanted_parts(wanted, option))
        reason = "Bands chosen by the user."
    absent = [name for name in names if name not in product.bands]
    if absent:
        there = ", ".join(product.bands) or "no band"
        raise MissingBandsError(
            product,
            f"{product.name} lacks {', '.join(absent)} (it has {there}): give a product with "
            f"{', '.join(wanted)}.",
        )
    sources = tuple(product.bands[name] for name in names)
    identified = {band: source.file for band, source in product.bands.items()}
    return ChosenBands(sources, tuple(source.file for source in sources), identified, reason)


def _named_by_user(part: str) -> str:
    if part.isascii() and part.isdecimal():
        part = f"B{part}"
    return band_of_description(part) or part
