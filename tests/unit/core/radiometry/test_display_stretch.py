from __future__ import annotations

import numpy as np
import pytest

from eurosat_qgis.core.products.product import ProductFacts
from eurosat_qgis.core.radiometry.display_stretch import apply_curves, matched_curves
from eurosat_qgis.core.radiometry.radiometry import detect_radiometry

RGB = ("B04", "B03", "B02")


def picture() -> np.ndarray:
    """Every level from 10 to 210 as often, in three bands of different stretch."""
    levels = np.arange(10, 211)
    return np.stack([levels, levels // 2, np.minimum(levels + 20, 255)], axis=-1)


def test_quantiles_of_a_picture_become_those_of_eurosat() -> None:
    sample = picture()
    numbers = apply_curves(sample, matched_curves(sample, RGB))
    # Medians of the training images: levels 75, 91 and 97 of 1 + 254 * DN / 2750.
    assert np.median(numbers, axis=0) == pytest.approx([801, 974, 1039], abs=12)
    assert (np.diff(numbers, axis=0) >= 0).all()


def test_a_picture_of_one_level_does_not_break_the_curves() -> None:
    flat = np.full((50, 3), 80)
    assert np.isfinite(apply_curves(flat, matched_curves(flat, RGB))).all()


def test_no_pixels_and_other_bands_have_no_curves() -> None:
    assert matched_curves(np.empty((0, 3)), RGB) is None
    assert matched_curves(picture()[:, :2], ("B08", "B04")) is None


def test_a_picture_for_display_is_matched_and_said_so() -> None:
    dark = np.random.default_rng(1).integers(5, 200, (5000, 3)).astype(np.uint8)
    found = detect_radiometry("map.png", ProductFacts(), "uint8", dark, RGB)
    assert found.scaling == "display8"
    assert "matched to EuroSAT's" in found.warnings[0]
    assert found.atmosphere is None
    assert np.median(found.to_digital_numbers(dark)[:, 0]) == pytest.approx(801, rel=0.05)
