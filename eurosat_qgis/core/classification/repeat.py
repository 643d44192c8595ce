"""The command line that makes a map again."""

from __future__ import annotations

import shlex
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from eurosat_qgis.core.classification.request import ClassifyRequest
from eurosat_qgis.core.scene.source_names import is_there

_ARGUMENTS = ("scene", "output")


def command_line(request: ClassifyRequest) -> str:
    """What to type, in the folder of the files, to do `request` again; a POSIX shell's quoting.

    Files go by their names alone: where they lie is nobody's business whom a map is given to. Of
    addresses what follows `?` is left out, as keys stand there.
    """
    words = ["python", "-m", "eurosat_qgis", "classify"]
    words += [_name(getattr(request, argument)) for argument in _ARGUMENTS]
    for option in fields(ClassifyRequest):
        value = getattr(request, option.name)
        if option.name in _ARGUMENTS or option.default is MISSING or value == option.default:
            continue
        flag = f"--{option.name.replace('_', '-')}"
        words.append(flag if value is True else f"{flag}={_shown(value)}")
    return shlex.join(words)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{number!r}" for number in value)
    return f"{value!r}" if isinstance(value, float) else _name(value)


def _name(value: Any) -> str:
    if isinstance(value, Path):
        return value.name
    text = str(value)
    if text.startswith(("http://", "https://")):
        return text.partition("?")[0]
    file, bar, layer = text.partition("|")
    return Path(file).name + bar + layer if is_there(file) else text
