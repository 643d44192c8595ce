"""The small real EuroSAT that the trainer's tests learn from."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

REPOSITORY = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("EUROSAT_SHARED_DATA", REPOSITORY.parent / "shared" / "data"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The full data, which is too large for the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is absent: set EUROSAT_SHARED_DATA to the full data")
    return SHARED


@pytest.fixture(scope="session")
def eurosat() -> Path:
    """60 images, six a class, in class folders."""
    return REPOSITORY / "tests" / "data" / "eurosat_rgb"


@pytest.fixture(scope="session")
def lists() -> Path:
    """train.csv (four a class) and val.csv (two a class) of those images."""
    return REPOSITORY / "tests" / "data" / "eurosat_split"


@pytest.fixture
def course_folder(tmp_path: Path, eurosat: Path) -> Path:
    """The course's four npy files, made of the real images: 40 to train and 20 besides."""
    from trainer.data import read_images

    images = read_images(eurosat)
    rest = np.arange(len(images)) % 3 == 0
    for name, chosen in (("train", ~rest), ("test", rest)):
        np.save(tmp_path / f"x_{name}.npy", images.pixels[chosen])
        np.save(tmp_path / f"y_{name}.npy", images.labels[chosen])
    return tmp_path
