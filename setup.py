"""Tell setuptools the version, which metadata.txt alone states."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from setuptools import setup

metadata = ConfigParser(interpolation=None)
metadata.read(Path(__file__).parent / "metadata.txt", encoding="utf-8")
setup(version=metadata["general"]["version"])
