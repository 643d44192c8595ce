"""What a network sees of a patch: which bands, in which order, and how numbers become inputs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from trainer.errors import DataError

# The order of EuroSAT's multispectral files (Helber et al. 2019): B8A comes last.
PATCH_BANDS = (
    "B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B09", "B10", "B11", "B12", "B8A",
)  # fmt: skip
RGB_BANDS = ("B04", "B03", "B02")
# Reflectance 1 as a digital number; brighter is clipped: clouds and metal roofs, no land cover.
_BRIGHTEST_DN = 10_000
_AT_A_TIME = 500
_SMALLEST_STD = 1e-4


@dataclass(frozen=True)
class InputScaling:
    """How a Level-1C digital number becomes a value of the images, as the bundle's card says it.

    `clip(value_min + (value_max - value_min) * (DN - dn_min) / (dn_max - dn_min), value_min,
    value_max)`, rounded to a whole number where `round` is true.
    """

    dn_min: int
    dn_max: int
    value_min: int
    value_max: int
    round: bool

    @property
    def values_per_dn(self) -> float:
        """By how much a value grows with one digital number."""
        return (self.value_max - self.value_min) / (self.dn_max - self.dn_min)


@dataclass(frozen=True)
class InputFormat:
    """The bands of an image in their order, and what its values mean.

    The network sees a value divided by `divide_by`: 0..1.
    """

    bands: tuple[str, ...]
    scaling: InputScaling
    divide_by: float

    @property
    def is_rgb(self) -> bool:
        """Whether these are EuroSAT's RGB images."""
        return self == RGB

    @property
    def title(self) -> str:
        """`RGB`, or the number of bands, for people."""
        return "RGB" if self.is_rgb else f"{len(self.bands)} bands"

    def as_json(self) -> dict[str, Any]:
        """The object that `input_format_from_json` reads back."""
        return {
            "bands": list(self.bands),
            "scaling": asdict(self.scaling),
            "divide_by": self.divide_by,
        }


# EuroSAT RGB (Helber et al. 2019): gdal_translate -scale 0 2750 1 255, to Byte; then RGB/255.
RGB = InputFormat(RGB_BANDS, InputScaling(0, 2750, 1, 255, round=True), 255.0)


def reflectance(bands: tuple[str, ...]) -> InputFormat:
    """Digital numbers of `bands` as they are in the patches; the network sees reflectance 0..1."""
    scaling = InputScaling(0, _BRIGHTEST_DN, 0, _BRIGHTEST_DN, round=False)
    return InputFormat(bands, scaling, float(_BRIGHTEST_DN))


def input_format_from_json(content: dict[str, Any]) -> InputFormat:
    """Read what `as_json` wrote, or the `input` of a bundle's card."""
    scaling = InputScaling(**content["scaling"])
    return InputFormat(tuple(content["bands"]), scaling, float(content["divide_by"]))


def parse_bands(text: str) -> tuple[str, ...]:
    """The band names in `B02,B03,B8A`, in that order; `B2` serves as well.

    Raises DataError when one is no Sentinel-2 band or comes twice.
    """
    names = []
    for part in text.split(","):
        number = part.strip().upper().removeprefix("B")
        name = f"B{number.zfill(2)}"
        if name not in PATCH_BANDS:
            raise DataError(
                f"{part.strip()!r} is no band of Sentinel-2: choose of {', '.join(PATCH_BANDS)}."
            )
        if name in names:
            raise DataError(f"Band {name} is named twice: name each band once.")
        names.append(name)
    return tuple(names)


@dataclass(frozen=True)
class BandStatistics:
    """Mean and standard deviation of each band's inputs (0..1): what the first layer centres by."""

    mean: tuple[float, ...]
    std: tuple[float, ...]

    def __len__(self) -> int:
        return len(self.mean)

    def as_json(self) -> dict[str, list[float]]:
        """The object that a run's arguments hold."""
        return {"mean": list(self.mean), "std": list(self.std)}


# Of the 16,200 training images of the AiTLAS arena's split, rounded.
RGB_STATISTICS = BandStatistics((0.345, 0.381, 0.408), (0.203, 0.136, 0.115))


def band_statistics(pixels: np.ndarray, divide_by: float) -> BandStatistics:
    """Statistics of images `(N, rows, cols, bands)`, in inputs, rounded to four decimals."""
    total = np.zeros(pixels.shape[-1])
    squares = np.zeros(pixels.shape[-1])
    # A part at a time: numbers as float64 take four times the room of the images.
    for start in range(0, len(pixels), _AT_A_TIME):
        inputs = pixels[start : start + _AT_A_TIME].astype(np.float64) / divide_by
        total += inputs.sum(axis=(0, 1, 2))
        squares += (inputs**2).sum(axis=(0, 1, 2))
    count = pixels[..., 0].size
    mean = total / count
    # A band that never changes is divided by something all the same.
    std = np.sqrt(np.maximum(squares / count - mean**2, _SMALLEST_STD**2))
    return BandStatistics(_rounded(mean), _rounded(std))


def _rounded(numbers: np.ndarray) -> tuple[float, ...]:
    return tuple(round(float(number), 4) for number in numbers)
