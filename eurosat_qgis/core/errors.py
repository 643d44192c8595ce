"""The one family of errors meant for the user.

Each message says in one line what is wrong and what to do. Everything else that is raised is a bug
and shows its traceback.
"""

from __future__ import annotations


class LandCoverError(Exception):
    """Base of all errors for the user; `kind` is the word that the worker protocol carries."""

    kind = "internal"

    def __str__(self) -> str:
        # A name in a message may hold line breaks.
        return " ".join(super().__str__().splitlines())


def first_line(error: BaseException | str) -> str:
    """What another library's error says, which may have several lines, as part of a sentence."""
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


class InputError(LandCoverError):
    """The scene or an option cannot be used."""

    kind = "input"


class BundleError(LandCoverError):
    """The model's file or its card cannot be used."""

    kind = "bundle"


class OutputError(LandCoverError):
    """A result cannot be written."""

    kind = "output"


class MissingPackageError(LandCoverError):
    """TensorFlow, rasterio or another package of the worker's environment cannot be imported."""

    kind = "environment"


class Cancelled(LandCoverError):
    """The user cancelled the run; nothing was written."""

    kind = "cancelled"
