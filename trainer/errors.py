"""Errors meant for the person at the command line."""

from __future__ import annotations


class TrainerError(Exception):
    """What is wrong and what to do about it, in one line of the user's words."""


class DataError(TrainerError):
    """A data set, split list or image that cannot be used."""


class RunError(TrainerError):
    """A run folder that cannot be written, resumed or read."""
