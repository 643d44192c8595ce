"""Scenes and bundles that the tests of the core share."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

REPOSITORY = Path(__file__).resolve().parents[3]
DATA = REPOSITORY / "tests" / "data"
SHARED = Path(os.environ.get("EUROSAT_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))

WriteScene = Callable[..., Path]


@pytest.fixture(scope="session")
def data() -> Path:
    return DATA


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is absent: set EUROSAT_SHARED_DATA to the full data")
    return SHARED


@pytest.fixture
def scene_file(data: Path) -> Path:
    """200 x 168 pixels of a real Level-1C scene, bands B04, B03, B02, B08."""
    return data / "scene_200x168.tif"


@pytest.fixture
def write_scene(tmp_path: Path) -> WriteScene:
    """Writes `(bands, rows, cols)` numbers as a GeoTIFF at 10 m in UTM 31N."""

    def write(pixels: np.ndarray, name: str = "scene.tif", **profile: object) -> Path:
        descriptions = profile.pop("descriptions", ("B04", "B03", "B02"))
        defaults = {"crs": "EPSG:32631", "transform": Affine(10, 0, 600000, 0, -10, 5600000)}
        count, height, width = pixels.shape
        with rasterio.open(
            tmp_path / name,
            "w",
            driver="GTiff",
            dtype=pixels.dtype,
            count=count,
            height=height,
            width=width,
            **{**defaults, **profile},
        ) as raster:
            raster.write(pixels)
            if descriptions:
                raster.descriptions = descriptions
        return tmp_path / name

    return write


@pytest.fixture(scope="session")
def strongest_band_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real Keras network with weights set by hand: its class is the band of the largest mean.

    What it must say of any window can be worked out with numpy alone.
    """
    import keras

    network = keras.Sequential(
        [
            keras.layers.Input((64, 64, 3)),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(3, activation="softmax", use_bias=False),
        ]
    )
    network.layers[-1].set_weights([np.eye(3, dtype=np.float32) * 20])
    return save_bundle(network, tmp_path_factory.mktemp("bundle") / "strongest.keras")


@pytest.fixture(scope="session")
def write_bundle(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes a Keras network of three bands and classes as a bundle, with its card's `dense`."""

    def write(network, name: str, dense: dict[str, object] | None = None) -> Path:
        return save_bundle(network, tmp_path_factory.mktemp("bundle") / f"{name}.keras", dense)

    return write


def save_bundle(network, path: Path, dense: dict[str, object] | None = None) -> Path:
    network.save(path)
    card = {
        "format_version": 1,
        "name": path.stem,
        "title": "Strongest band",
        "classes": [
            {"code": 1, "name": "Red", "title": "Red", "color": "#ff0000"},
            {"code": 2, "name": "Green", "title": "Green", "color": "#00ff00"},
            {"code": 7, "name": "Blue", "title": "Blue & <cold>", "color": "#0000ff"},
        ],
        "input": {
            "bands": ["B04", "B03", "B02"],
            "patch_size": 64,
            "pixel_size_m": 10.0,
            "level": "L1C",
            "scaling": {
                "dn_min": 0,
                "dn_max": 2750,
                "value_min": 1,
                "value_max": 255,
                "round": True,
            },
            "divide_by": 255.0,
        },
        "temperature": 1.0,
        **({} if dense is None else {"dense": dense}),
        "files": {path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}},
    }
    path.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
    return path


@pytest.fixture
def write_shapes(tmp_path: Path) -> Callable[..., str]:
    """Writes shapely shapes as a vector file; None as `crs` states none."""

    def write(
        *shapes: shapely.Geometry, name: str = "area.gpkg", crs: str | None = "EPSG:32631"
    ) -> str:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "'crs' was not provided")
            pyogrio.raw.write(
                tmp_path / name,
                geometry=np.array([shape.wkb for shape in shapes], object),
                field_data=[],
                fields=[],
                geometry_type="Unknown",
                crs=crs,
            )
        return str(tmp_path / name)

    return write
