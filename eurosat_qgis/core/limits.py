"""How many threads and how much memory a run may take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import rasterio

from eurosat_qgis.core.open_bands import gdal_environment

# What TensorFlow, the shipped network and one batch of windows take, in MiB, rounded up; the rest
# is GDAL's to keep blocks in.
_FIXED_MIB = 900
_LEAST_CACHE_MIB, _LARGEST_CACHE_MIB = 72, 128


@contextmanager
def limited_gdal(threads: int | None, memory_mib: int | None) -> Iterator[None]:
    """GDAL's settings for reading, within the limits; None limits nothing."""
    # A row of blocks of a full tile's JP2s takes 68 MiB; what is more serves no strip.
    options: dict[str, int] = {"GDAL_CACHEMAX": _LARGEST_CACHE_MIB << 20}
    if threads is not None:
        options["GDAL_NUM_THREADS"] = threads
    if memory_mib is not None:
        cache = min(max(memory_mib - _FIXED_MIB, _LEAST_CACHE_MIB), _LARGEST_CACHE_MIB)
        options["GDAL_CACHEMAX"] = cache << 20
    with gdal_environment(), rasterio.Env(**options):
        yield


def limit_tensorflow(threads: int | None) -> tuple[str, ...]:
    """Have TensorFlow take so many threads, as far as it still can; notes where it cannot."""
    if threads is None:
        return ()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from eurosat_qgis.core.predictor import import_tensorflow
    from eurosat_qgis.core.quiet import native_chatter_held_back

    with native_chatter_held_back():
        tf, _ = import_tensorflow()
    threading = tf.config.threading
    try:
        threading.set_intra_op_parallelism_threads(threads)
        threading.set_inter_op_parallelism_threads(threads)
    except RuntimeError:
        # A warm worker's TensorFlow keeps what it began with.
        now = threading.get_intra_op_parallelism_threads()
        if now != threads:
            had = "all cores" if now == 0 else f"{now} threads"
            return (f"The network runs on {had}, as it was loaded before: restart for {threads}.",)
    return ()
