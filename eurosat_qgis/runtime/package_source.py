"""Where the managed environment's packages come from: the package index, or a folder of wheels."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True)
class PackageSource:
    """`wheels` is a folder that replaces the index; `proxy` an address such as
    `http://host:3128`, with user and password before the host where it asks for them, empty for
    what the system says."""

    wheels: Path | None = None
    proxy: str = ""

    def pip_options(self) -> list[str]:
        """What pip is told."""
        if self.wheels is None:
            return []
        return ["--no-index", "--find-links", os.fspath(self.wheels)]

    def environment(self, environment: Mapping[str, str]) -> dict[str, str]:
        """`environment` with the proxy; pip reads it there, where no list of processes shows it."""
        if not self.proxy:
            return dict(environment)
        names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
        return {**environment, **dict.fromkeys(names, self.proxy)}


PACKAGE_INDEX = PackageSource()


def proxy_address(host: str, port: int, user: str, password: str) -> str:
    """The address of an HTTP proxy, its user and password escaped; empty without a host."""
    if not host:
        return ""
    credentials = quote(user, safe="")
    if password:
        credentials += f":{quote(password, safe='')}"
    at = f"{credentials}@" if credentials else ""
    return f"http://{at}{host}{f':{port}' if port else ''}"
