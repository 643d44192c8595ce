from __future__ import annotations

import itertools

import numpy as np
import pytest

from trainer.classes import EUROSAT_CLASSES

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
}
# IEC 61966-2-1: linear sRGB to XYZ, and its white.
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def cielab(color: str, sight: np.ndarray) -> np.ndarray:
    stored = np.array(list(bytes.fromhex(color[1:]))) / 255
    linear = np.where(stored <= 0.04045, stored / 12.92, ((stored + 0.055) / 1.055) ** 2.4)
    ratio = TO_XYZ @ np.clip(sight @ linear, 0, 1) / WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_codes_are_1_to_10_in_alphabetical_order() -> None:
    names = [c.name for c in EUROSAT_CLASSES]
    assert names == sorted(names)
    assert [c.code for c in EUROSAT_CLASSES] == list(range(1, 11))


@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_colours_are_told_apart(sight: str) -> None:
    grey = "#9e9e9e"  # what "uncertain" is drawn in
    seen = {c.name: cielab(c.color, SIGHT[sight]) for c in EUROSAT_CLASSES}
    seen["Uncertain"] = cielab(grey, SIGHT[sight])
    distances = {
        pair: np.linalg.norm(seen[pair[0]] - seen[pair[1]])
        for pair in itertools.combinations(seen, 2)
    }
    closest = min(distances, key=lambda pair: distances[pair])
    assert distances[closest] >= 20, closest
