"""NetCDF, HDF and the like, whose bands are variables with names of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eurosat_qgis.core.products.band_names import band_of_description
from eurosat_qgis.core.products.sources import BandSource


def named_variables(subdatasets: Sequence[str]) -> dict[str, BandSource]:
    """The bands among the variables of a file, by GDAL's names of them.

    Those end in the variable: `netcdf:/path/scene.nc:B04`, `HDF5:"scene.h5"://group/B04`. Names
    that only count, `Band1` to `Band4` as GDAL's own writer gives, name nothing.
    """
    variables = [n.rpartition(":")[2].strip('"/').rpartition("/")[2] for n in subdatasets]
    if all(re.fullmatch(rf"Band{place}", v) for place, v in enumerate(variables, start=1)):
        return {}
    bands: dict[str, BandSource] = {}
    for name, variable in zip(subdatasets, variables, strict=True):
        band = band_of_description(variable)
        if band and band not in bands:
            bands[band] = BandSource(name)
    return bands
