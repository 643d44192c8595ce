"""Packages for vector data, which a Python that the user points at may lack."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from eurosat_qgis.core.errors import MissingPackageError


@contextmanager
def vector_packages_for(what: str) -> Iterator[None]:
    """Import pyogrio and shapely in the block: without them the user reads that `what` need them.

    Raises MissingPackageError.
    """
    try:
        yield
    except ImportError as error:
        raise MissingPackageError(
            f"{what} need pyogrio and shapely 2.1 ({error}): set the environment up again."
        ) from error
