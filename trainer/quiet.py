"""Loads TensorFlow without its start-up chatter."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


def load_tensorflow(find_devices: bool = True) -> None:
    """Import TensorFlow and let it look for devices, with the process's stderr held shut.

    Without `find_devices` it is left as it starts, which a cluster of machines asks for.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with stderr_held_shut():
        import tensorflow as tf

        # A bundle that Keras 3.0 reads lists its one input, which newer versions remark upon.
        warnings.filterwarnings("ignore", message="The structure of `inputs`")
        # It counts each model's first prediction as a needless "retracing".
        tf.get_logger().setLevel("ERROR")
        if find_devices:
            tf.config.list_logical_devices()


@contextmanager
def stderr_held_shut() -> Iterator[None]:
    """Nothing is written to the process's stderr meanwhile.

    TensorFlow's C++ writes about CUDA and oneDNN past `sys.stderr`, before its own log level takes
    effect, and would bury the one line of an error. What fails in earnest is raised, not written.
    """
    sys.stderr.flush()
    terminal = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(terminal, 2)
        os.close(nowhere)
        os.close(terminal)
