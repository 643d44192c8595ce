"""GeoPackages of one layer."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from rasterio.crs import CRS

from eurosat_qgis.core.errors import OutputError
from eurosat_qgis.core.vectors.vector_packages import vector_packages_for


def write_geopackage(
    path: Path,
    layer: str,
    shapes: Sequence[bytes],
    fields: Mapping[str, np.ndarray],
    kind: str,
    crs: CRS | None,
) -> None:
    """Write `shapes` (well-known binary of the geometry type `kind`) with a value of each field.

    Raises OutputError when the file cannot be written, or MissingPackageError.
    """
    with vector_packages_for("GeoPackages"):
        import pyogrio
    # The part file is written anew: GDAL would otherwise open the empty one to append to it.
    path.unlink(missing_ok=True)
    with warnings.catch_warnings():
        # GDAL would like the part file to end in gpkg already, and warns where there is no CRS.
        warnings.simplefilter("ignore")
        try:
            pyogrio.raw.write(
                str(path),
                geometry=np.array(shapes, object),
                field_data=list(fields.values()),
                fields=list(fields),
                layer=layer,
                driver="GPKG",
                # The GDAL of QGIS 3.22 warns about GeoPackage 1.4, today's default.
                dataset_options={"VERSION": "1.2"},
                geometry_type=kind,
                crs=None if crs is None else crs.to_wkt(),
            )
        except (pyogrio.errors.DataSourceError, RuntimeError) as error:
            raise OutputError(f"{layer} cannot be written ({error}).") from error
