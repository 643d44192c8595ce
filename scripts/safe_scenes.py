"""Make SAFE products out of real pixels: `python -m scripts.safe_scenes [FOLDER] [--side 10980]`.

The pixels are the sample scene's, repeated; the metadata are real ones where the folder that
EUROSAT_SHARED_DATA names has them (s2/safe_metadata/stactools), and otherwise written here after
ESA's Sentinel-2 Products Specification Document. Tests make small ones with the same functions.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from eurosat_qgis.core.products.metadata_xml import Metadata, parse_metadata
from eurosat_qgis.core.products.safe_metadata import BAND_IDS

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "resources" / "sample" / "mol_l1c_20190411.tif"
FULL_SIDE = 10980
# From this baseline on 1000 is added to the numbers and stated in the metadata.
_FIRST_WITH_OFFSET = "04.00"
_ADDED = 1000
_BANDS = ("B02", "B03", "B04", "B08")
# Lossless, in tiles of 1024 as ESA's own images.
_JP2 = {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES", "YCBCR420": "NO"}
_TILE = 1024


@dataclass(frozen=True)
class SafeKind:
    """A product to be written: `L1C` or `L2A`, its baseline, and whether in the format of 2015."""

    level: str
    baseline: str
    old: bool = False
    tile: str = "31UFS"
    sensed: str = "20190411T105031"

    @property
    def name(self) -> str:
        """The product's name, which is its folder's."""
        if self.old:
            return f"S2A_OPER_PRD_MSI{self.level}_PDMC_{self.sensed}_R051_V{self.sensed}.SAFE"
        number = self.baseline.replace(".", "")
        return f"S2A_MSI{self.level}_{self.sensed}_N{number}_R051_T{self.tile}_{self.sensed}.SAFE"

    @property
    def granule(self) -> str:
        """The name of its one granule."""
        if self.old:
            stem = f"S2A_OPER_MSI_{self.level}_TL_SGS__{self.sensed}_A019857_T{self.tile}"
            return f"{stem}_N{self.baseline}"
        return f"{self.level}_T{self.tile}_A019857_{self.sensed}"

    @property
    def product_xml(self) -> str:
        """The name of the product's metadata."""
        if self.old:
            return f"S2A_OPER_MTD_SAF{self.level}_PDMC_{self.sensed}.xml"
        return f"MTD_MSI{self.level}.xml"

    @property
    def granule_xml(self) -> str:
        """The name of the granule's metadata."""
        if self.old:
            stem = f"S2A_OPER_MTD_{self.level}_TL_SGS__{self.sensed}_A019857_T{self.tile}"
            return f"{stem}.xml"
        return "MTD_TL.xml"

    @property
    def added(self) -> int:
        """What is added to the numbers before they are stored."""
        return _ADDED if self.baseline >= _FIRST_WITH_OFFSET else 0

    def image(self, band: str, metres: int = 10) -> str:
        """The path of a band's image below the granule, without its ending."""
        stem = f"T{self.tile}_{self.sensed}"
        if self.old:
            stem = self.granule.rpartition("_N")[0]
        if self.level == "L1C":
            return f"IMG_DATA/{stem}_{band}"
        return f"IMG_DATA/R{metres}m/{stem}_{band}_{metres}m"


def write_safe(
    folder: Path,
    kind: SafeKind,
    pixels: Mapping[str, np.ndarray],
    crs: CRS,
    transform: Affine,
    ending: str = "jp2",
) -> Path:
    """Write a product of `pixels` (band to `(rows, cols) uint16`, no offset) and own metadata.

    Gives the path of the SAFE folder in `folder`.
    """
    safe = folder / kind.name
    granule = safe / "GRANULE" / kind.granule
    granule.mkdir(parents=True)
    (safe / kind.product_xml).write_text(_product_xml(kind), encoding="utf-8")
    (granule / kind.granule_xml).write_text(_granule_xml(kind), encoding="utf-8")
    for band, numbers in pixels.items():
        path = granule / f"{kind.image(band)}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        stored = np.where(numbers == 0, 0, numbers + kind.added).astype(np.uint16)
        write_image(path, stored, crs, transform)
    return safe


def write_image(path: Path, numbers: np.ndarray, crs: CRS, transform: Affine) -> None:
    """Write one band, `(rows, cols)`, as a JP2 like ESA's or a GeoTIFF, by the name's ending."""
    height, width = numbers.shape
    tile = {"blockxsize": min(_TILE, width), "blockysize": min(_TILE, height)}
    options = {**_JP2, **tile} if path.suffix == ".jp2" else {"driver": "GTiff"}
    with rasterio.open(
        path,
        "w",
        **options,
        width=width,
        height=height,
        count=1,
        dtype=numbers.dtype,
        crs=crs,
        transform=transform,
    ) as image:
        image.write(numbers, 1)


def zip_safe(safe: Path, archive: Path) -> Path:
    """Pack a SAFE folder as the data hub does, the folder itself at the top."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(safe.rglob("*")):
            packed.write(path, Path(safe.name) / path.relative_to(safe))
    return archive


def _product_xml(kind: SafeKind) -> str:
    quantification = (
        '<QUANTIFICATION_VALUE unit="none">10000</QUANTIFICATION_VALUE>'
        if kind.level == "L1C"
        else '<QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000'
        "</BOA_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>"
    )
    element = "RADIO_ADD_OFFSET" if kind.level == "L1C" else "BOA_ADD_OFFSET"
    offsets = "".join(
        f'<{element} band_id="{place}">-{kind.added}</{element}>' for place in range(len(BAND_IDS))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<n1:Level-{kind.level[1:]}_User_Product xmlns:n1="https://psd-14.sentinel2.eo.esa.int/">'
        "<n1:General_Info><Product_Info>"
        f"<PRODUCT_START_TIME>{_time(kind)}</PRODUCT_START_TIME>"
        f"<PRODUCT_URI>{kind.name}</PRODUCT_URI>"
        f"<PROCESSING_LEVEL>Level-{kind.level[1:]}</PROCESSING_LEVEL>"
        f"<PRODUCT_TYPE>S2MSI{kind.level[1:]}</PRODUCT_TYPE>"
        f"<PROCESSING_BASELINE>{kind.baseline}</PROCESSING_BASELINE>"
        "</Product_Info><Product_Image_Characteristics>"
        f"{quantification}{f'<Offsets>{offsets}</Offsets>' if kind.added else ''}"
        "</Product_Image_Characteristics></n1:General_Info>"
        f"</n1:Level-{kind.level[1:]}_User_Product>"
    )


def _granule_xml(kind: SafeKind) -> str:
    views = "".join(
        f'<Mean_Viewing_Incidence_Angle bandId="{place}"><ZENITH_ANGLE unit="deg">5</ZENITH_ANGLE>'
        '<AZIMUTH_ANGLE unit="deg">105</AZIMUTH_ANGLE></Mean_Viewing_Incidence_Angle>'
        for place in range(len(BAND_IDS))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<n1:Level-{kind.level[1:]}_Tile_ID xmlns:n1="https://psd-14.sentinel2.eo.esa.int/">'
        f"<n1:General_Info><SENSING_TIME>{_time(kind)}</SENSING_TIME></n1:General_Info>"
        "<n1:Geometric_Info><Tile_Angles><Mean_Sun_Angle>"
        '<ZENITH_ANGLE unit="deg">44</ZENITH_ANGLE><AZIMUTH_ANGLE unit="deg">160</AZIMUTH_ANGLE>'
        f"</Mean_Sun_Angle>{views}</Tile_Angles></n1:Geometric_Info>"
        f"</n1:Level-{kind.level[1:]}_Tile_ID>"
    )


def _time(kind: SafeKind) -> str:
    s = kind.sensed
    return f"{s[:4]}-{s[4:6]}-{s[6:8]}T{s[9:11]}:{s[11:13]}:{s[13:15]}.000Z"


def fill_real_safe(metadata: Path, folder: Path, side: int, bands: Sequence[str] = _BANDS) -> Path:
    """Copy a SAFE's real `metadata` to `folder` and write the 10 m images of `bands` they list.

    `side` is that of the images in pixels; a real one has 10980.
    """
    safe = folder / metadata.name.removeprefix("esa_")
    shutil.copytree(metadata, safe, ignore=shutil.ignore_patterns("*.json", "QI_DATA", "HTML"))
    product = _metadata(next(safe.glob("MTD_MSI*.xml")))
    granule = _metadata(next(safe.glob("GRANULE/*/MTD_TL.xml")))
    baseline = product.text("PROCESSING_BASELINE") or ""
    crs = CRS.from_string(granule.text("HORIZONTAL_CS_CODE") or "")
    left, top = (granule.number(name) or 0.0 for name in ("ULX", "ULY"))
    transform = Affine(10, 0, left, 0, -10, top)
    added = _ADDED if baseline >= _FIRST_WITH_OFFSET else 0
    listed = [(e.text or "").strip() for e in product.elements("IMAGE_FILE")]
    for band in bands:
        at_ten = [n for n in listed if n.endswith((f"_{band}", f"_{band}_10m"))]
        path = safe / f"{at_ten[0]}.jp2"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_image(path, repeated(band, side) + np.uint16(added), crs, transform)
    return safe


def _metadata(path: Path) -> Metadata:
    return parse_metadata(path.read_bytes(), path.name)


def sample_pixels(window: Window | None = None) -> tuple[dict[str, np.ndarray], CRS, Affine]:
    """The sample scene's bands `(rows, cols) uint16`, its CRS and the window's geotransform."""
    with rasterio.open(SAMPLE) as scene:
        window = window or Window(0, 0, scene.width, scene.height)
        bands = dict(zip(scene.descriptions, scene.read(window=window), strict=True))
        return bands, scene.crs, scene.window_transform(window)


def repeated(band: str, side: int) -> np.ndarray:
    """One band of the sample scene, mirrored over and over to `side` x `side` pixels."""
    numbers = sample_pixels()[0][band]
    height, width = numbers.shape
    return np.pad(numbers, ((0, max(0, side - height)), (0, max(0, side - width))), "symmetric")[
        :side, :side
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Make SAFE products out of real pixels.")
    parser.add_argument("folder", type=Path, nargs="?", default=REPOSITORY / "build" / "safe")
    parser.add_argument("--side", type=int, default=FULL_SIDE, help="pixels a side of an image")
    parser.add_argument("--zip", action="store_true", help="also pack each as a zip")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shared = Path(os.environ.get("EUROSAT_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))
    real = shared / "s2" / "safe_metadata" / "stactools"
    made = []
    for pattern in ("*MSIL2A*_N0214_*", "*MSIL2A*_N0400_*", "*MSIL2A*T01KAB*"):
        found = sorted(real.glob(pattern))
        made += [fill_real_safe(metadata, options.folder, options.side) for metadata in found]
    pixels = {band: repeated(band, options.side) for band in _BANDS}
    _, crs, transform = sample_pixels()
    for baseline in ("02.14", "04.00", "05.09"):
        kind = SafeKind("L1C", baseline)
        made.append(write_safe(options.folder, kind, pixels, crs, transform))
    for safe in made:
        print(safe)
        if options.zip:
            print(zip_safe(safe, safe.with_suffix(".zip")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
