"""The network's threads: how many there may be, and what they are at."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Generic, TypeVar

_network_threads: ContextVar[int | None] = ContextVar("network_threads", default=None)
T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def limited_network(threads: int | None) -> Iterator[None]:
    """Have the network take so many threads meanwhile; None: a thread for each core."""
    before = _network_threads.set(threads)
    try:
        yield
    finally:
        _network_threads.reset(before)


def network_threads() -> int:
    """How many threads the network may take now."""
    return _network_threads.get() or cores()


def cores() -> int:
    """The cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Begun(Generic[R]):
    """`work` on each of the items, begun on the network's threads."""

    def __init__(self, work: Callable[[T], R], items: Sequence[T]) -> None:
        threads = network_threads()
        if threads > 1:
            self._parts = [_pool(threads).submit(work, item) for item in items]
        else:
            self._parts = [_done(work(item)) for item in items]

    def __len__(self) -> int:
        return len(self._parts)

    def results(self) -> list[R]:
        """What the work gives, in the order of the items; waits for it."""
        return [part.result() for part in self._parts]

    def drop(self) -> None:
        """Do not begin what has not begun."""
        for part in self._parts:
            part.cancel()


def in_threads(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """`work` on each of the `items`, as many at once as the network has threads."""
    return [work(item) for item in items] if len(items) < 2 else Begun(work, items).results()


def _done(result: R) -> Future[R]:
    part: Future[R] = Future()
    part.set_result(result)
    return part


@lru_cache(maxsize=2)
def _pool(threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix="network")
