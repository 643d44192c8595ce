"""NetCDF, HDF and the like, whose bands are variables with names of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from eurosat_qgis.core.band_names import band_of_description
from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.sources import BandSource, Product


def variables_of(product: Product, subdatasets: Sequence[str]) -> Product:
    """The product whose bands are those of its `subdatasets` that a band's name names.

    GDAL's names end in the variable: `netcdf:/path/scene.nc:B04`, `HDF5:"scene.h5"://group/B04`.
    Raises InputError when none does.
    """
    bands: dict[str, BandSource] = {}
    for name in subdatasets:
        variable = name.rpartition(":")[2].strip('"/').rpartition("/")[2]
        band = band_of_description(variable)
        if band and band not in bands:
            bands[band] = BandSource(name)
    if not bands:
        held = f"{len(subdatasets)} parts of other names" if subdatasets else "no bands"
        raise InputError(
            f"{product.name} holds {held}: give one of its parts, or a raster with red, green and "
            "blue."
        )
    return replace(
        product,
        kind="raster of variables",
        recognised=f"A file of variables, {len(bands)} of them named as bands.",
        bands=bands,
        raster=None,
    )
