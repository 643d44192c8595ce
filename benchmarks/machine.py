"""What a benchmark ran on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

from trainer.processor import processor_name


def machine(*packages: str) -> str:
    """Processor, cores, memory, load, and the versions of Python and of `packages`, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return (
        f"{os.cpu_count()} cores of {processor_name()}, {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, {versions}; "
        f"load {os.getloadavg()[0]:.1f} at the start."
    )
