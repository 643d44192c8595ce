"""Loads TensorFlow without its start-up chatter."""

from __future__ import annotations

import os
import sys


def load_tensorflow() -> None:
    """Import TensorFlow and let it look for devices, with the process's stderr held shut.

    Its C++ writes about CUDA and oneDNN past `sys.stderr`, before its own log level takes effect,
    and would bury the one line of an error. What fails in earnest is raised, not written.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    sys.stderr.flush()
    terminal = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        import tensorflow as tf

        tf.config.list_logical_devices()
    finally:
        os.dup2(terminal, 2)
        os.close(nowhere)
        os.close(terminal)
