"""Products that were interpolated bilinearly to another grid: told, and solved for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from rasterio.enums import Resampling

from scripts.kinds.resampled import RESAMPLED, between_pixels, in_degrees
from tests.unit.core.scene.test_nearest_neighbour import EARTH_ENGINE, WHOLE, moved, read

INNER = np.s_[:, 12:-12, 12:-12]


def error(found: np.ndarray) -> float:
    """Root mean square of what red, green and blue differ in from the sample's."""
    return float(np.sqrt(((found[INNER] - WHOLE.stack[:3][INNER]) ** 2).mean()))


@pytest.mark.parametrize(
    ("code", "size", "most"), [(3857, 10.0, 1.5), (3035, 8.0, 1.5), (4326, EARTH_ENGINE, 8.0)]
)
def test_pixels_come_back_nearly(code: int, size: float, most: float, tmp_path: Path) -> None:
    name = moved(tmp_path, WHOLE, code, size, Resampling.bilinear)
    found, valid, transform, reason = read(name)
    assert "bilinear interpolation of 10 m in EPSG:32631" in reason
    assert transform == WHOLE.transform
    assert found.shape == (3, *WHOLE.stack.shape[1:])
    assert valid[2:-2, 2:-2].all()
    # The numbers vary by 550; the softest way of reading them is 27 off.
    assert error(found) < most
    assert error(found) < 0.35 * error(read(name, resampling="lanczos")[0])


def test_as_many_numbers_as_pixels_are_enough(tmp_path: Path) -> None:
    name = in_degrees(Resampling.bilinear)(tmp_path, WHOLE)
    found, _, _, reason = read(name)
    assert "bilinear" in reason
    assert error(found) < 0.3 * error(read(name, resampling="lanczos")[0])


@pytest.mark.parametrize("how", [Resampling.cubic, Resampling.lanczos, Resampling.nearest])
@pytest.mark.parametrize(("code", "size"), [(3857, 10.0), (3035, 9.0), (4326, EARTH_ENGINE)])
def test_other_ways_are_not_taken_for_it(
    code: int, size: float, how: Resampling, tmp_path: Path
) -> None:
    assert "bilinear" not in read(moved(tmp_path, WHOLE, code, size, how))[3]


@pytest.mark.parametrize("kind", [kind for kind in RESAMPLED if "bilinear" not in kind])
def test_other_kinds_are_not_taken_for_it(kind: str, tmp_path: Path) -> None:
    assert "bilinear" not in read(RESAMPLED[kind](tmp_path, WHOLE))[3]


def test_means_of_pixels_elsewhere_are_not_taken_for_it(tmp_path: Path) -> None:
    other = replace(WHOLE, transform=WHOLE.transform @ Affine.translation(0.4, 0.3))
    assert "bilinear" not in read(moved(tmp_path, other, 3857, 10.0, Resampling.bilinear))[3]


def test_larger_pixels_are_too_few_equations(tmp_path: Path) -> None:
    reason = read(moved(tmp_path, WHOLE, 3035, 11.0, Resampling.bilinear))[3]
    assert "brought to 10 m" in reason


def test_noise_and_even_ground_tell_nothing(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    for name, numbers in (
        ("flat", np.full(WHOLE.stack.shape[1:], 900)),
        ("noise", rng.integers(800, 1000, WHOLE.stack.shape[1:])),
    ):
        pixels = {band: numbers.astype(np.uint16) for band in WHOLE.pixels}
        (tmp_path / name).mkdir()
        made = between_pixels(tmp_path / name, replace(WHOLE, pixels=pixels))
        assert "bilinear" not in read(made)[3]


def test_nodata_lends_nothing_to_what_is_solved_for(tmp_path: Path) -> None:
    pixels = {name: p.copy() for name, p in WHOLE.pixels.items()}
    for band in pixels.values():
        band[300:340, 100:180] = 0
    name = moved(tmp_path, replace(WHOLE, pixels=pixels), 3035, 8.0, Resampling.bilinear)
    found, valid, _, reason = read(name)
    assert "bilinear" in reason
    assert not valid[302:338, 102:178].any()
    valid[299:341, 99:181] = False
    assert np.abs(found[:, valid] - WHOLE.stack[:3, valid])[:, 4:-4].mean() < 1.0
    assert valid.mean() > 0.98
