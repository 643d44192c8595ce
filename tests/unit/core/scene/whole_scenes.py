"""Scenes read whole, and held against what is read of them window by window."""

from __future__ import annotations

import numpy as np
from affine import Affine

from eurosat_qgis.core.scene.reading import Reading
from eurosat_qgis.core.scene.scene import open_scene

RGB = ("B04", "B03", "B02")


def read(name: str, **reading: str) -> tuple[np.ndarray, np.ndarray, Affine, str]:
    """Red, green and blue of a scene, which of it is valid, its geotransform, how it was read."""
    with open_scene(name, RGB, reading=Reading(**reading)) as scene:
        stored, valid = scene.read(0, 0, scene.height, scene.width)
        return np.moveaxis(stored, -1, 0), valid, scene.transform, scene.grid.reason


def check_windows(name: str, **reading: str) -> None:
    """Pixels are the same whatever window they are read with."""
    whole, valid, _, _ = read(name, **reading)
    with open_scene(name, RGB, reading=Reading(**reading)) as scene:
        for row, col, height, width in ((0, 0, 64, 64), (200, 130, 90, 300), (500, 250, 64, 17)):
            stored, good = scene.read(row, col, height, width)
            rows, cols = slice(row, row + height), slice(col, col + width)
            assert np.array_equal(good, valid[rows, cols])
            expected = np.moveaxis(whole[:, rows, cols], 0, -1)
            assert np.array_equal(stored[good], expected[good])
