"""What a product reader gives: the bands' places and the metadata's statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from eurosat_qgis.core.products.product import ProductFacts


@dataclass(frozen=True)
class BandSource:
    """Where the pixels of one band lie: a name that GDAL opens and the 1-based band in it.

    `nodata` is the number that the product's own rules keep for nodata in this band.
    """

    name: str
    index: int = 1
    nodata: float | None = None

    @property
    def file(self) -> str:
        """The file's own name, without folders and what follows a URL's `?`."""
        return PurePath(self.name.partition("?")[0]).name


@dataclass(frozen=True)
class Product:
    """A scene that was recognised.

    Either `bands` name the places of its bands, or one `raster` holds them all and is to be asked
    which is which. `kind` is the kind of product in a few words, `recognised` how it was told.
    """

    name: str
    kind: str
    recognised: str
    facts: ProductFacts = field(default_factory=ProductFacts)
    bands: Mapping[str, BandSource] = field(default_factory=dict)
    raster: str | None = None
    warnings: tuple[str, ...] = ()
