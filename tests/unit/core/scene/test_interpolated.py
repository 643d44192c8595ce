"""Products that were interpolated on another grid: how is told, and they are solved for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import Resampling

from scripts.kinds.resampled import averaged, in_degrees, rotated
from tests.unit.core.scene.test_nearest_neighbour import EARTH_ENGINE, WHOLE, moved
from tests.unit.core.scene.whole_scenes import check_windows, read

INNER = np.s_[:, 12:-12, 12:-12]
CALLED = {
    Resampling.nearest: "nearest neighbour",
    Resampling.bilinear: "bilinear interpolation",
    Resampling.cubic: "cubic interpolation",
    Resampling.lanczos: "Lanczos' interpolation",
}


def error(found: np.ndarray) -> float:
    """Root mean square of what red, green and blue differ in from the sample's."""
    return float(np.sqrt(((found[INNER] - WHOLE.stack[:3][INNER]) ** 2).mean()))


@pytest.mark.parametrize(
    ("code", "size", "how"),
    [
        *((3857, 10.0, how) for how in CALLED),
        (3035, 8.0, Resampling.bilinear),
        (4326, EARTH_ENGINE, Resampling.cubic),
        (2154, 9.3, Resampling.lanczos),
    ],
)
def test_how_pixels_were_made_is_told_and_undone(
    code: int, size: float, how: Resampling, tmp_path: Path
) -> None:
    name = moved(tmp_path, WHOLE, code, size, how)
    found, valid, transform, reason = read(name)
    assert f"made by {CALLED[how]} of 10 m in EPSG:32631" in reason
    assert transform == WHOLE.transform
    assert found.shape == (3, *WHOLE.stack.shape[1:])
    assert valid[2:-2, 2:-2].all()
    # The numbers vary by 550.
    assert error(found) < 6
    assert error(found) < 0.35 * error(read(name, resampling="lanczos")[0])


def test_decimal_reflectance_is_told_as_well(tmp_path: Path) -> None:
    with rasterio.open(moved(tmp_path, WHOLE, 3857, 10.0, Resampling.bilinear)) as whole:
        stack, transform = whole.read().astype(np.float32) / 10000, whole.transform
    name = WHOLE.write(tmp_path / "decimal.tif", stack, crs="EPSG:3857", transform=transform)
    found, _, _, reason = read(name)
    assert "bilinear interpolation of 10 m in EPSG:32631" in reason
    assert error(found * 10000) < 6


@pytest.mark.parametrize("how", [Resampling.bilinear, Resampling.cubic, Resampling.lanczos])
def test_as_many_numbers_as_pixels_are_enough(how: Resampling, tmp_path: Path) -> None:
    name = in_degrees(how)(tmp_path, WHOLE)
    found, _, _, reason = read(name)
    assert CALLED[how] in reason
    assert error(found) < 0.5 * error(read(name, resampling="lanczos")[0])


def test_a_rotated_scene_is_solved_for(tmp_path: Path) -> None:
    name = rotated(tmp_path, WHOLE)
    found, valid, transform, reason = read(name)
    assert "Lanczos' interpolation" in reason
    assert transform == WHOLE.transform
    assert valid.mean() > 0.999
    assert error(found) < 0.7 * error(read(name, resampling="lanczos")[0])


def test_pixels_that_are_too_few_equations_are_left_to_lanczos(tmp_path: Path) -> None:
    for name in (
        moved(tmp_path, WHOLE, 3035, 11.0, Resampling.bilinear),
        averaged(2)(tmp_path, WHOLE),
    ):
        found, valid, _, reason = read(name)
        assert "brought to 10 m" in reason
        same, good, _, _ = read(name, resampling="lanczos")
        assert np.array_equal(valid, good)
        assert np.array_equal(found[:, valid], same[:, valid])


@pytest.mark.parametrize("how", [Resampling.bilinear, Resampling.lanczos])
def test_pixels_from_elsewhere_are_not_solved_for(how: Resampling, tmp_path: Path) -> None:
    # Of 10 m, but not at multiples of 10 m in any zone.
    other = replace(WHOLE, transform=WHOLE.transform @ Affine.translation(0.4, 0.3))
    assert "brought to 10 m" in read(moved(tmp_path, other, 3857, 10.0, how))[3]


def test_noise_and_even_ground_tell_nothing(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    degrees = Affine(1.3e-4, 0, 5.2, 0, -9e-5, 51.3)
    for name, numbers in (
        ("flat", np.full(WHOLE.stack.shape[1:], 900)),
        ("noise", rng.integers(800, 1000, WHOLE.stack.shape[1:])),
    ):
        pixels = np.broadcast_to(numbers.astype(np.uint16), WHOLE.stack.shape)
        made = WHOLE.write(tmp_path / f"{name}.tif", pixels, crs="EPSG:4326", transform=degrees)
        assert "brought to 10 m" in read(made)[3]


def test_nodata_lends_nothing_to_what_is_solved_for(tmp_path: Path) -> None:
    pixels = {name: p.copy() for name, p in WHOLE.pixels.items()}
    for band in pixels.values():
        band[300:340, 100:180] = 0
    name = moved(tmp_path, replace(WHOLE, pixels=pixels), 3035, 8.0, Resampling.bilinear)
    found, valid, _, reason = read(name)
    assert "bilinear" in reason
    assert not valid[302:338, 102:178].any()
    assert valid.mean() > 0.98
    far = valid.copy()
    far[299:341, 99:181] = False
    far[:4], far[-4:], far[:, :4], far[:, -4:] = False, False, False, False
    assert np.abs(found[:, far] - WHOLE.stack[:3, far]).mean() < 1.0


def test_a_pixel_is_the_same_whatever_window_it_is_read_with(tmp_path: Path) -> None:
    check_windows(in_degrees(Resampling.bilinear)(tmp_path, WHOLE))
