"""XML of products, parsed as the untrusted input that it is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Protocol

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from eurosat_qgis.core.errors import InputError, first_line


class Element(Protocol):
    """What is read of an element that defusedxml has parsed."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    def get(self, key: str) -> str | None: ...
    def iter(self) -> Iterator[Element]: ...
    def __iter__(self) -> Iterator[Element]: ...


class Metadata:
    """The elements of one metadata file, found by their names without namespaces."""

    def __init__(self, root: Element) -> None:
        self._root = root

    @property
    def kind(self) -> str:
        """The root's name, such as `Level-1C_User_Product`."""
        return _local(self._root.tag)

    def elements(self, *names: str) -> Iterator[Element]:
        """Every element that has one of `names`, in the document's order."""
        return (e for e in self._root.iter() if _local(e.tag) in names)

    def text(self, *names: str) -> str | None:
        """The first text that is not empty of an element with one of `names`."""
        return next(filter(None, ((e.text or "").strip() for e in self.elements(*names))), None)

    def number(self, *names: str) -> float | None:
        """The first text that is a finite number; None for NONE, NaN or nothing."""
        numbers = (finite(e.text) for e in self.elements(*names))
        return next((n for n in numbers if n is not None), None)


def parse_metadata(content: bytes, name: str) -> Metadata:
    """Parse a metadata file; no entities, no DTD, nothing fetched.

    Raises InputError naming the file when it is no XML that can be trusted.
    """
    try:
        return Metadata(fromstring(content, forbid_dtd=True))
    # A wrong encoding is a ValueError or LookupError, depth beyond Python's stack the last.
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise InputError(
            f"{name} is no readable XML ({first_line(error)}): download the product again."
        ) from error


def finite(text: str | None) -> float | None:
    """A text as a finite number, None when it is none."""
    try:
        number = float((text or "").strip())
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def child_number(element: Element, name: str) -> float | None:
    """The number in the child of `element` called `name`."""
    return next((finite(child.text) for child in element if _local(child.tag) == name), None)


def _local(tag: object) -> str:
    # Comments and processing instructions have functions for tags.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
