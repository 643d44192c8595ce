"""Reads EuroSAT's multispectral patches: GeoTIFFs of 13 bands, of which any subset is taken."""

from __future__ import annotations

import warnings

import numpy as np

from trainer.errors import DataError
from trainer.inputs import PATCH_BANDS, InputFormat

PATCH_SUFFIXES = {".tif", ".tiff"}


def decode_patch(data: bytes, name: str, size: int, wanted: InputFormat) -> np.ndarray:
    """The values of the wanted bands of a GeoTIFF in memory, `(size, size, bands) uint16`.

    The file holds all 13 bands in EuroSAT's order; digital numbers above the scaling's largest are
    clipped. Raises DataError when it is damaged, of another size, or holds other bands or numbers.
    """
    from rasterio.errors import NotGeoreferencedWarning, RasterioError
    from rasterio.io import MemoryFile

    indices = [PATCH_BANDS.index(band) + 1 for band in wanted.bands]
    try:
        with warnings.catch_warnings(), MemoryFile(data) as file:
            # A patch's place on the map is of no interest to the trainer.
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with file.open(driver="GTiff") as patch:
                if (patch.height, patch.width) != (size, size):
                    raise DataError(
                        f"{name} is {patch.width} x {patch.height} pixels, EuroSAT patches are "
                        f"{size} x {size}: remove it or cut it to size."
                    )
                if patch.count != len(PATCH_BANDS) or patch.dtypes[0] != "uint16":
                    raise DataError(
                        f"{name} holds {patch.count} bands of {patch.dtypes[0]}: --bands needs "
                        f"EuroSAT's multispectral patches, {len(PATCH_BANDS)} bands of uint16."
                    )
                numbers = patch.read(indices)
    except RasterioError as error:
        reason = (str(error).splitlines() or ["cannot be read"])[0]
        raise DataError(f"{name} is damaged ({reason}): fetch the data set again.") from error
    return np.moveaxis(np.minimum(numbers, wanted.scaling.dn_max), 0, -1)
