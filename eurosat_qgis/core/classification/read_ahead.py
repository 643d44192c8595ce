"""Reads on a thread of its own while what was read before is worked on."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def read_ahead(
    items: Iterator[T], depth: int, environment: Callable[[], AbstractContextManager]
) -> Iterator[Iterator[T]]:
    """`items`, of which up to `depth` are made beforehand, within `environment`, by a thread.

    What making them raises is raised where they are taken. When the block ends, the thread ends.
    """
    # An item, what ended the items, or None where they ended by themselves.
    waiting: queue.Queue[tuple[T] | BaseException | None] = queue.Queue(depth)
    left = threading.Event()

    def put(what: tuple[T] | BaseException | None) -> None:
        # Asked again and again: whoever takes may leave without taking.
        placed = False
        while not placed and not left.is_set():
            with suppress(queue.Full):
                waiting.put(what, timeout=0.1)
                placed = True

    def read() -> None:
        try:
            with environment():
                for item in items:
                    put((item,))
                    if left.is_set():
                        return
            put(None)
        except BaseException as error:  # noqa: BLE001 - raised again where the items are taken
            put(error)

    def taken() -> Iterator[T]:
        while (what := waiting.get()) is not None:
            if isinstance(what, BaseException):
                raise what
            yield what[0]

    thread = threading.Thread(target=read, name="reader", daemon=True)
    thread.start()
    try:
        yield taken()
    finally:
        left.set()
        thread.join()
