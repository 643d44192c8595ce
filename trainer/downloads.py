"""Downloads over HTTP that go on where they broke off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import requests

# A connection that breaks costs less than one of these.
_CHUNK = 2**16
# Seconds without an answer, and without a byte of it.
_TIMEOUT = (15, 60)
_ATTEMPTS = 5
_BROKEN_OFF = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
)


class ResumingDownload:
    """A downloader for pooch that keeps what it has got, and asks the server for the rest.

    What is there lies in `part` until it is complete; pooch then checks it against the checksum.
    A server that cannot give a part of the file (no `206 Partial Content`, RFC 9110 section 15.3.7)
    gives all of it again. A connection that breaks is taken up again as long as each attempt
    brings something.

    Raises requests.RequestException when the server cannot be reached, refuses or breaks off for
    good; what has come stays in `part` for the next time.
    """

    def __init__(self, part: Path, label: str) -> None:
        self._part = part
        self._label = label

    def __call__(self, url: str, output_file: Any, pooch: Any) -> None:
        for attempt in range(1, _ATTEMPTS + 1):
            before = self._size()
            try:
                self._download_rest(url)
                break
            except _BROKEN_OFF:
                if self._size() <= before or attempt == _ATTEMPTS:
                    raise
        self._part.replace(output_file)

    def _size(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _download_rest(self, url: str) -> None:
        have = self._size()
        # Compressed on the way, the bytes counted would not be the file's.
        headers = {"Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        with requests.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as response:
            if response.status_code == requests.codes.requested_range_not_satisfiable:
                # Nothing is left to get: the checksum tells whether it is the file.
                return
            response.raise_for_status()
            if response.status_code != requests.codes.partial_content:
                have = 0
            rest = int(response.headers.get("Content-Length", 0))
            with (
                self._part.open("ab" if have else "wb") as file,
                click.progressbar(
                    length=have + rest,
                    label=f"{self._label} ({(have + rest) / 1e6:.1f} MB)",
                ) as bar,
            ):
                bar.update(have)
                for chunk in response.iter_content(_CHUNK):
                    file.write(chunk)
                    bar.update(len(chunk))
        if rest and self._size() < have + rest:
            raise requests.ConnectionError("the connection ended early")
