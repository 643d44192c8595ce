"""The network's threads."""

from __future__ import annotations

import os
import threading

from eurosat_qgis.core.network.threads import (
    Begun,
    in_threads,
    limited_network,
    network_threads,
)


def test_the_network_has_as_many_threads_as_it_may_take() -> None:
    together = threading.Barrier(3, timeout=30)

    def meet(number: int) -> tuple[int, str]:
        together.wait()
        return number, threading.current_thread().name

    with limited_network(3):
        found = in_threads(meet, range(6))
    assert [number for number, _ in found] == list(range(6))
    assert len({name for _, name in found}) == 3
    with limited_network(1):
        assert (
            in_threads(lambda _: threading.current_thread(), [1, 2])
            == [threading.current_thread()] * 2
        )
    assert network_threads() == len(os.sched_getaffinity(0))


def test_work_begins_before_it_is_asked_for_and_keeps_its_order() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(number: int) -> int:
        begun.set()
        # The second ends before the first.
        if number == 0:
            assert go_on.wait(30)
        else:
            go_on.set()
        return number * 10

    with limited_network(2):
        begun_work = Begun(work, [0, 1, 2])
        assert begun.wait(30)
        assert begun_work.results() == [0, 10, 20]


def test_what_is_dropped_before_it_begins_never_does() -> None:
    go_on, seen = threading.Event(), []

    def work(number: int) -> None:
        seen.append(number)
        assert go_on.wait(30)

    with limited_network(2):
        begun_work = Begun(work, range(6))
        begun_work.drop()
        go_on.set()
        # Whatever was begun comes before this on the same two threads.
        assert Begun(int, ["7", "8"]).results() == [7, 8]
    assert len(seen) <= 2


def test_one_thread_does_the_work_itself() -> None:
    with limited_network(1):
        found = Begun(lambda _: threading.current_thread(), [1, 2]).results()
    assert found == [threading.current_thread()] * 2
