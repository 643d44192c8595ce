"""Work spread over the processes of a Dask cluster, here or on other machines.

Dask is optional. Its messages carry Python objects: join only clusters whose machines you trust.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from eurosat_qgis.core.errors import InputError, MissingPackageError
from eurosat_qgis.core.network.threads import cores

_LOCAL, _TCP, _TLS = "local:", "tcp://", "tls://"
_CONNECT_S = 30


@contextmanager
def open_cluster(scheduler: str) -> Iterator[Any]:
    """A Dask client of `local:N`, N processes of this machine, or of the scheduler at an address.

    Raises InputError or MissingPackageError.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise MissingPackageError(
            'Clusters need dask: install it with pip install "eurosat-land-cover[cluster]".'
        ) from error
    if scheduler.startswith((_TCP, _TLS)):
        try:
            client = Client(scheduler, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise InputError(
                f"No scheduler answers at {scheduler}: start one with dask scheduler, and workers "
                "with dask worker."
            ) from error
        with client, client.as_current():
            yield client
        return
    with (
        # A network takes all threads that its process may: one task a process.
        LocalCluster(
            n_workers=_local_workers(scheduler),
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            memory_limit=None,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
        client.as_current(),
    ):
        yield client


def threads_a_worker(scheduler: str, asked: int | None = None) -> int | None:
    """The threads of each of a scheduler's workers: those asked for, or a part of the cores here.

    None where workers are on other machines, and each has all of its own.
    """
    if asked or scheduler.startswith((_TCP, _TLS)):
        return asked
    return max(1, cores() // _local_workers(scheduler))


def _local_workers(scheduler: str) -> int:
    count = scheduler.removeprefix(_LOCAL)
    if not scheduler.startswith(_LOCAL) or not count.isdigit() or not int(count):
        raise InputError(f"Scheduler {scheduler!r} is not known: give local:N or tcp://HOST:8786.")
    return int(count)
