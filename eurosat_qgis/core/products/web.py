"""Fetches what the user named by its URL, where GDAL does not; nothing else is ever fetched."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from eurosat_qgis.core.errors import InputError, first_line

_TIMEOUT_S = 20.0
_LARGEST_FILE = 4 << 30
_PIECE = 1 << 20
# ValueError: an address that is none.
_FAILURES = (OSError, http.client.HTTPException, ValueError)


def fetch_text(url: str, largest: int) -> bytes:
    """The content behind an http or https URL of at most `largest` bytes.

    Redirects are followed to http and https alone: no file, FTP or data URL can be reached.
    Raises InputError when there is none.
    """
    with _opened(url) as response:
        try:
            content: bytes = response.read(largest + 1)
        except _FAILURES as error:
            raise _not_fetched(url, error) from error
    if len(content) > largest:
        raise InputError(f"{url} has more than {largest >> 20} MiB, too much for a STAC item.")
    return content


def fetch_file(url: str, folder: Path) -> Path:
    """Fetch a file of at most 4 GiB from a server that gives whole files alone into `folder`.

    Raises InputError when it cannot be had.
    """
    ending = PurePosixPath(url.partition("?")[0]).suffix
    target = folder / f"fetched{ending if ending[1:].isalnum() else ''}"
    left = _LARGEST_FILE
    with _opened(url) as response:
        try:
            with target.open("wb") as file:
                while piece := response.read(_PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise InputError(f"{url} is larger than 4 GiB: download it first.")
                    file.write(piece)
        except _FAILURES as error:
            raise _not_fetched(url, error) from error
    return target


@contextmanager
def _opened(url: str) -> Iterator[Any]:
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        response = opener.open(url, timeout=_TIMEOUT_S)
    except _FAILURES as error:
        raise _not_fetched(url, error) from error
    if response is None:
        raise InputError(f"{url} cannot be fetched: give an http or https address.")
    with response:
        yield response


def _not_fetched(url: str, error: BaseException) -> InputError:
    return InputError(
        f"{url} cannot be fetched ({_reason(error)}): check the address and the connection."
    )


def _reason(error: BaseException) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server says {error.code}"
    return first_line(getattr(error, "reason", None) or error)
