"""Products that nearest neighbour moved to another grid: told, and given back pixel for pixel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import Resampling

from scripts.kinds.ground import Ground, whole_sample
from scripts.kinds.resampled import RESAMPLED, in_degrees, projected
from tests.unit.core.scene.whole_scenes import check_windows, read

WHOLE = whole_sample()
# Degrees that Earth Engine makes of 10 m, at the equator.
EARTH_ENGINE = 8.983152841195215e-05


def moved(
    folder: Path, ground: Ground, code: int, size: float, how: Resampling = Resampling.nearest
) -> str:
    """A ground in another CRS, with pixels of so many of its units."""
    return projected(code, size, how)(folder, ground)


@pytest.mark.parametrize(
    ("code", "size"), [(3857, 10.0), (3035, 8.0), (2154, 7.3), (4326, EARTH_ENGINE)]
)
def test_pixels_come_back_to_the_last_digit(code: int, size: float, tmp_path: Path) -> None:
    found, valid, transform, reason = read(moved(tmp_path, WHOLE, code, size))
    assert "nearest neighbour of 10 m in EPSG:32631" in reason
    assert transform == WHOLE.transform
    assert found.shape == (3, *WHOLE.stack.shape[1:])
    # The border of the other grid is ragged.
    inner = np.s_[2:-2, 2:-2]
    assert valid[inner].all()
    same = (found == WHOLE.stack[:3]).all(axis=0)[inner]
    # Earth Engine's degrees are some hundredths larger than 10 m from north to south.
    assert same.mean() > 0.9999 if code == 4326 else same.all()


def test_what_larger_pixels_left_out_is_interpolated(tmp_path: Path) -> None:
    name = moved(tmp_path, WHOLE, 3035, 11.5)
    inner = np.s_[:, 4:-4, 4:-4]
    expected = WHOLE.stack[:3][inner].astype(float)
    errors = {}
    for resampling in ("auto", "lanczos", "cubic"):
        found, valid, transform, _ = read(name, resampling=resampling)
        assert transform == WHOLE.transform
        assert valid[4:-4, 4:-4].all()
        errors[resampling] = found[inner] - expected
    # As many pixels are whole as there are copies: 10 / 11.5 along each side.
    assert (errors["auto"] == 0).all(axis=0).mean() == pytest.approx((10 / 11.5) ** 2, abs=0.01)
    worth = {name: np.sqrt((error**2).mean()) for name, error in errors.items()}
    assert worth["auto"] < 0.7 * min(worth["lanczos"], worth["cubic"])


def test_a_product_of_the_next_zone_goes_back_to_it(tmp_path: Path) -> None:
    # Zone 32 as far west as its products reach: the scene's middle lies in zone 31.
    west = replace(
        WHOLE, crs=CRS.from_epsg(32632), transform=Affine(10, 0, 236_000, 0, -10, 5_686_280)
    )
    found, _, transform, reason = read(moved(tmp_path, west, 4326, EARTH_ENGINE))
    assert "EPSG:32632" in reason
    assert transform == west.transform
    assert np.array_equal(found[:, 2:-2, 2:-2], WHOLE.stack[:3, 2:-2, 2:-2])


def test_a_product_of_the_south_goes_back(tmp_path: Path) -> None:
    south = replace(
        WHOLE, crs=CRS.from_epsg(32721), transform=Affine(10, 0, 455_350, 0, -10, 6_900_000)
    )
    found, _, transform, reason = read(moved(tmp_path, south, 3857, 10.0))
    assert "EPSG:32721" in reason
    assert transform == south.transform
    assert np.array_equal(found[:, 2:-2, 2:-2], WHOLE.stack[:3, 2:-2, 2:-2])


@pytest.mark.parametrize("kind", [kind for kind in RESAMPLED if "nearest" not in kind])
def test_numbers_that_were_computed_are_no_copies(kind: str, tmp_path: Path) -> None:
    assert "nearest neighbour" not in read(RESAMPLED[kind](tmp_path, WHOLE))[3]


def test_copies_of_another_grid_are_none_of_this(tmp_path: Path) -> None:
    # Pixels of 10 m that do not lie at multiples of 10 m in any zone.
    other = replace(WHOLE, transform=WHOLE.transform @ Affine.translation(0.4, 0.3))
    reason = read(moved(tmp_path, other, 3857, 10.0))[3]
    assert "nearest neighbour" not in reason


def test_even_ground_tells_nothing(tmp_path: Path) -> None:
    flat = replace(WHOLE, pixels={name: np.full_like(p, 900) for name, p in WHOLE.pixels.items()})
    found, valid, _, reason = read(moved(tmp_path, flat, 3857, 10.0))
    assert "nearest neighbour" not in reason
    assert np.abs(found[:, valid] - 900).max() < 0.01


def test_the_users_own_choice_is_kept(tmp_path: Path) -> None:
    name = moved(tmp_path, WHOLE, 3857, 10.0)
    for resampling in ("lanczos", "cubic", "bilinear"):
        assert "brought to 10 m" in read(name, resampling=resampling)[3]


def test_a_pixel_is_the_same_whatever_window_it_is_read_with(tmp_path: Path) -> None:
    check_windows(in_degrees(Resampling.nearest)(tmp_path, WHOLE))


def test_nodata_stays_where_it_was(tmp_path: Path) -> None:
    pixels = {name: p.copy() for name, p in WHOLE.pixels.items()}
    for band in pixels.values():
        band[300:340, 100:180] = 0
    _, valid, _, reason = read(moved(tmp_path, replace(WHOLE, pixels=pixels), 3035, 8.0))
    assert "nearest neighbour" in reason
    assert not valid[300:340, 100:180].any()
    valid[300:340, 100:180] = True
    assert valid[2:-2, 2:-2].all()
