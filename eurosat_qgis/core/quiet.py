"""Keeps TensorFlow's start-up chatter from the user's terminal."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def native_chatter_held_back() -> Iterator[None]:
    """Hold back what native code writes to stderr; show it only when the block fails.

    TensorFlow's C++ writes about CUDA and oneDNN before its own log level takes effect, past
    `sys.stderr`.
    """
    sys.stderr.flush()
    try:
        terminal = os.dup(2)
    except OSError:
        # No stderr at all, as under pythonw.
        yield
        return
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        except BaseException:
            held.seek(0)
            os.write(terminal, held.read())
            raise
        finally:
            sys.stderr.flush()
            os.dup2(terminal, 2)
            os.close(terminal)
