"""Compute the table of core/radiometry/display_stretch.py: how bright EuroSAT's pixels are.

Run it in the trainer's environment: `python scripts/eurosat_quantiles.py ARCHIVE TRAIN_CSV`, where
ARCHIVE is EuroSAT's RGB zip and TRAIN_CSV the list of a split's training images. Prints, a line a
band, the digital numbers below which PROBABILITIES of all their pixels lie.
"""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image

PROBABILITIES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
BANDS = ("B04", "B03", "B02")
# gdal_translate -scale 0 2750 1 255 made the images (Helber et al. 2019).
DN_PER_LEVEL = 2750 / 254


def level_counts(archive: Path, names: list[str]) -> np.ndarray:
    """How many pixels have each level, `(bands, 256)`."""
    counts = np.zeros((len(BANDS), 256), np.int64)
    with zipfile.ZipFile(archive) as images:
        for name in names:
            image = np.asarray(Image.open(io.BytesIO(images.read(f"2750/{name}"))))
            for band in range(len(BANDS)):
                counts[band] += np.bincount(image[..., band].ravel(), minlength=256)
    return counts


def main() -> None:
    archive, train_list = map(Path, sys.argv[1:])
    with train_list.open(newline="", encoding="utf-8") as lines:
        names = [name for name, _ in csv.reader(lines)]
    counts = level_counts(archive, names)
    shares = counts.cumsum(axis=1) / counts.sum(axis=1, keepdims=True)
    for band, share in zip(BANDS, shares, strict=True):
        levels = [int(np.searchsorted(share, p)) for p in PROBABILITIES]
        print(f'    "{band}": {tuple(round((level - 1) * DN_PER_LEVEL) for level in levels)},')


if __name__ == "__main__":
    main()
