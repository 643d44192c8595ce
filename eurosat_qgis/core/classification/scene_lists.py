"""Which scenes a list, a pattern or a STAC collection names."""

from __future__ import annotations

import glob
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.products.web import fetch_text

_LARGEST_LIST = 64 << 20
_WEB = ("http://", "https://")


def listed_scenes(sources: str) -> list[str]:
    """The scenes of a text file (one a line, # before remarks), a pattern such as `safe/*.zip`, or
    a STAC collection, catalog or item collection (JSON, here or on the web), each once.

    Raises InputError when it names none.
    """
    if sources.startswith(_WEB):
        found = _of_stac(fetch_text(sources, _LARGEST_LIST), sources)
    elif Path(sources).is_file():
        content = _read(Path(sources))
        is_json = content.lstrip()[:1] == b"{"
        found = _of_stac(content, sources) if is_json else _of_lines(content, Path(sources).parent)
    else:
        found = sorted(glob.glob(sources, recursive=True))  # noqa: PTH207 - absolute ones too
    if not found:
        raise InputError(
            f"{sources} names no scene: give a file with a scene a line, a pattern such as "
            "'scenes/*.zip', or a STAC collection."
        )
    return list(dict.fromkeys(found))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise InputError(f"{path.name} is too large for a list: give a file of scenes' names.")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}).") from error


def _of_lines(content: bytes, folder: Path) -> list[str]:
    try:
        lines = content.decode().splitlines()
    except UnicodeDecodeError as error:
        raise InputError(
            "The list is no text: give a file with a scene a line, or the scene to classify."
        ) from error
    names = [line.partition("#")[0].strip() for line in lines]
    return [_beside(name, folder) for name in names if name]


def _beside(name: str, folder: Path) -> str:
    """A name in a list: as it is, or from the list's own folder."""
    beside = folder / name
    return str(beside) if not Path(name).exists() and beside.exists() else name


def _of_stac(content: bytes, location: str) -> list[str]:
    try:
        stac = json.loads(content)
    except ValueError as error:
        raise InputError(f"{location} is no JSON ({error}): give a STAC collection.") from error
    if not isinstance(stac, Mapping):
        return []
    items = stac.get("features")
    links = [_self_link(item) for item in items] if isinstance(items, list) else _item_links(stac)
    return [_followed(link, location) for link in links if link]


def _item_links(stac: Mapping[str, Any]) -> list[str | None]:
    return [_href(link) for link in stac.get("links", []) if _rel(link) == "item"]


def _self_link(item: Any) -> str | None:
    links = item.get("links", []) if isinstance(item, Mapping) else []
    return next((_href(link) for link in links if _rel(link) == "self"), None)


def _rel(link: Any) -> Any:
    return link.get("rel") if isinstance(link, Mapping) else None


def _href(link: Mapping[str, Any]) -> str | None:
    href = link.get("href")
    return href if isinstance(href, str) else None


def _followed(href: str, location: str) -> str:
    if urlsplit(href).scheme in ("http", "https") or Path(href).is_absolute():
        return href
    if location.startswith(_WEB):
        return urljoin(location, href)
    return str(Path(location).parent / href)
