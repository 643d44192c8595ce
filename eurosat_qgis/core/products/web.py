"""Fetches a small text that the user named by its URL; nothing else is ever fetched here."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request

from eurosat_qgis.core.errors import InputError

_TIMEOUT_S = 20.0


def fetch_text(url: str, largest: int) -> bytes:
    """The content behind an http or https URL of at most `largest` bytes.

    Redirects are followed to http and https alone: no file, FTP or data URL can be reached.
    Raises InputError when there is none.
    """
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
        if response is None:
            raise InputError(f"{url} cannot be fetched: give an http or https address.")
        with response:
            content: bytes = response.read(largest + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(
            f"{url} cannot be fetched ({_reason(error)}): check the address and the connection."
        ) from error
    if len(content) > largest:
        raise InputError(f"{url} has more than {largest >> 20} MiB, too much for a STAC item.")
    return content


def _reason(error: BaseException) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server says {error.code}"
    return (str(getattr(error, "reason", None) or error).splitlines() or [type(error).__name__])[0]
