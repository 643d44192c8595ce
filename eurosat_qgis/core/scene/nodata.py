"""Which pixels hold nothing: what files state, and borders filled without a word of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.scene.reading import AUTO, NONE

# So many pixels in a row along an edge, with one of the usual numbers in all bands, are a fill: no
# surface is as even as that.
_RUN = 16
_USUAL_FILLS = (0.0, 65535.0, -9999.0, -32768.0)
# No reflectance is as negative as that, whatever its scaling: -9999, -32768, float's lowest.
_NO_REFLECTANCE = -9000.0
# Places along each side edge where a piece of it is read. Rows at the top and bottom are read
# whole; reading whole columns would decode every block of a file in strips.
_PLACES, _PIECE = 16, 64


@dataclass(frozen=True)
class Nodata:
    """`fills` are the numbers that mean nodata where all bands hold one; `reason` says why.

    `stated` is what the file or product itself states, None when nothing or more than one number.
    """

    fills: tuple[float, ...]
    reason: str
    stated: float | None = None

    @property
    def value(self) -> float | None:
        """The number to be shown as nodata."""
        return self.stated if self.stated is not None or not self.fills else self.fills[-1]

    def valid(self, stored: np.ndarray) -> np.ndarray:
        """`(rows, cols) bool` of numbers `(bands, rows, cols)` that are finite and no fill.

        Nor is what is too negative for reflectance valid, in any band.
        """
        if np.issubdtype(stored.dtype, np.floating):
            valid = (np.isfinite(stored) & (stored > _NO_REFLECTANCE)).all(axis=0)
        elif np.issubdtype(stored.dtype, np.signedinteger):
            valid = (stored > _NO_REFLECTANCE).all(axis=0)
        else:
            valid = np.ones(stored.shape[1:], bool)
        for fill in self.fills:
            valid &= (stored != fill).any(axis=0)
        return valid


ReadStored = Callable[[Window], np.ndarray]


def find_nodata(
    option: str,
    stated: float | None,
    masked: bool,
    dtype: np.dtype,
    size: tuple[int, int],
    read: ReadStored,
) -> Nodata:
    """Decide what is nodata. `option` is `auto`, `none` or the user's own number.

    `stated` is the number that the file or product states, `masked` whether it has a mask or an
    alpha band; `size` is height, width; `read` gives the stored numbers `(bands, rows, cols)` of a
    window. Pixels are read only when nothing is stated.
    """
    told = _told(stated, masked, dtype)
    if option == NONE:
        return Nodata((), f"{told} No border fill: chosen by the user.", stated)
    if option != AUTO:
        fill = float(option)
        reason = f"{told} {fill:g} in all bands is nodata: chosen by the user."
        return Nodata((fill,), reason, stated)
    # 0 in all bands is nodata in Sentinel-2 products and in EuroSAT; in 8 bits it may be black.
    fills = () if dtype == np.uint8 or stated == 0 else (0.0,)
    found = None if stated is not None or masked else border_fill(dtype, size, read)
    if found is None:
        kept = " 0 in all bands is nodata, as in every Sentinel-2 product." if fills else ""
        return Nodata(fills, told + kept, stated)
    return Nodata(
        (*(f for f in fills if f != found), found),
        f"{told} The border is filled with {found:g} in all bands: nodata. If it is none, say "
        "--border-fill none (BORDER_FILL in QGIS).",
        stated,
    )


def _told(stated: float | None, masked: bool, dtype: np.dtype) -> str:
    if stated == 0 and dtype == np.uint8:
        return "Nodata 0: stated by the file; where all bands hold it, for in one it may be black."
    if stated is not None:
        return f"Nodata {stated:g}: stated by the file.".replace(" nan:", " NaN:")
    return "Nodata by the file's mask." if masked else "No nodata is stated."


def border_fill(dtype: np.dtype, size: tuple[int, int], read: ReadStored) -> float | None:
    """The number with which the border of a scene is filled, None when it is not.

    A fill that touches the edge holds pixels of the edge itself, so only edges are read: the first
    and last row, and pieces of the first and last column. What a swath, a turned or a clipped scene
    leaves empty lies in corners and along edges; a bay between two pieces alone goes unnoticed.
    In 8 bits only 0 counts: 255 is cloud as well.
    """
    usual = (0.0,) if dtype == np.uint8 else _USUAL_FILLS
    runs = dict.fromkeys(usual, 0)
    for window in _edges(*size):
        try:
            line = read(window).reshape(-1, window.height * window.width)
        except InputError:
            # Damage is said where its pixels are needed.
            continue
        same = (line == line[0]).all(axis=0)
        for value, length in _runs(line[0], same):
            if value in runs and length >= min(_RUN, line.shape[1]):
                runs[value] += length
    best = max(runs, key=lambda value: runs[value])
    return best if runs[best] else None


def _edges(height: int, width: int) -> Iterator[Window]:
    yield Window(0, 0, width, 1)
    yield Window(0, height - 1, width, 1)
    last = max(0, height - _PIECE)
    for row in sorted({round(last * i / (_PLACES - 1)) for i in range(_PLACES)}):
        piece = min(_PIECE, height - row)
        yield Window(0, row, 1, piece)
        yield Window(width - 1, row, 1, piece)


def _runs(values: np.ndarray, same: np.ndarray) -> Iterator[tuple[float, int]]:
    """`(value, length)` of stretches of equal values where `same` holds."""
    if not values.size:
        return
    changes = np.flatnonzero((values[1:] != values[:-1]) | (same[1:] != same[:-1])) + 1
    for start, stop in zip([0, *changes], [*changes, values.size], strict=True):
        if same[start] and np.isfinite(values[start]):
            yield float(values[start]), int(stop - start)
