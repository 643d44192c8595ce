"""Scenes of every kind, broken in ways drawn from a seed."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from rasterio.windows import Window

from scripts.kinds.ground import crop_of_sample
from scripts.kinds.products import stac_item
from scripts.safe_scenes import SafeKind, sample_pixels, write_safe, zip_safe

_STRANGE_NUMBERS = ("-1", "0", "1e309", "-1e-320", "NaN", "", "9" * 400, "0x10", "1,5", "65536")
_STRANGE_TEXTS = ("\u202e\u0000", "<", "'" * 70, "../../etc/passwd", "%n%s", "{}", "💥" * 9)
_ENTITIES = (
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
)
# Where formats keep their headers, in bytes.
_HEADER = 600

Mutation = Callable[[random.Random, Path], str]


def make_bases(folder: Path) -> dict[str, str]:
    """Small sound scenes of each kind below `folder`, by their names."""
    pixels, crs, transform = sample_pixels(Window(200, 700, 96, 80))
    kind = SafeKind("L1C", "04.00")
    safe = write_safe(folder / "safe", kind, pixels, crs, transform)
    zip_safe(safe, folder / "safe" / "product.zip")
    ground = crop_of_sample()
    small = ground.stack[:, :80, :96].copy()
    (folder / "rasters").mkdir()
    tiff = ground.write(folder / "rasters" / "stack.tif", small)
    (folder / "stac").mkdir()
    item = stac_item(folder / "stac", ground)
    return {
        "safe": str(safe),
        "zip": str(folder / "safe" / "product.zip"),
        "tiff": tiff,
        "stac": item,
    }


def mutate(kind: str, number: int, bases: dict[str, str], folder: Path) -> str:
    """Write mutation `number` of a kind into `folder`; gives the name to open."""
    draw = random.Random(f"{kind} {number}")
    folder.mkdir(parents=True)
    return _KINDS[kind](draw, bases, folder)


def _xml(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    safe = _copied(bases["safe"], folder)
    path = draw.choice(sorted(safe.rglob("*.xml")))
    text = path.read_text(encoding="utf-8")
    how = draw.randrange(7)
    if how == 0:
        text = _with_numbers(draw, text, _STRANGE_NUMBERS)
    elif how == 1:
        text = text.replace("?>", f"?>{draw.choice(_ENTITIES)}", 1)
    elif how == 2:
        text = text[: draw.randrange(len(text))]
    elif how == 3:
        tags = sorted(set(re.findall(r"<(\w[\w:]*)", text)))
        text = text.replace(draw.choice(tags), draw.choice(("x", "PRODUCT_URI", "a:b")))
    elif how == 4:
        text = re.sub(r">[^<>]+<", f">{draw.choice(_STRANGE_NUMBERS)}<", text)
    elif how == 5:
        text = "<a>" * draw.choice((5_000, 100_000)) + text
    else:
        return _bytes(draw, path, safe)
    path.write_text(text, encoding="utf-8", errors="replace")
    return str(safe)


def _json(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    copied = _copied(Path(bases["stac"]).parent, folder)
    path = copied / "item.json"
    how = draw.randrange(5)
    text = path.read_text(encoding="utf-8")
    if how == 0:
        text = text[: draw.randrange(len(text))]
    elif how == 1:
        text = _with_numbers(draw, text, (*_STRANGE_NUMBERS[:3], "null", "[]", "9" * 5000))
    elif how == 2:
        text = "[" * draw.choice((1_000, 200_000)) + text
    elif how == 3:
        item = json.loads(text)
        _change_somewhere(draw, item)
        text = json.dumps(item)
    else:
        return _bytes(draw, path, path)
    path.write_text(text, encoding="utf-8", errors="replace")
    return str(path)


def _change_somewhere(draw: random.Random, item: object) -> None:
    strange = (None, [], {}, 0, -1, True, "", 10**400, "x" * 3000, "file:///etc/passwd",
               "ftp://a/b.tif", "http://[::1", "/vsimem/x", "../../../B04.tif", [[[]]],
               "<VRTDataset/>", "s3://", "https://127.0.0.1:9/B04.tif")  # fmt: skip
    for _ in range(draw.randrange(1, 4)):
        node = item
        while isinstance(node, (dict, list)) and node:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            key = draw.choice(keys)
            deeper = node[key]
            if not isinstance(deeper, (dict, list)) or not deeper or draw.random() < 0.15:
                node[key] = draw.choice(strange)
                break
            node = deeper


def _tiff(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    path = _copied(bases["tiff"], folder)
    return _bytes(draw, path, path)


def _jp2(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    safe = _copied(bases["safe"], folder)
    path = draw.choice(sorted(safe.rglob("*_B0[234].jp2")))
    return _bytes(draw, path, draw.choice((safe, path)))


def _zip(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    path = _copied(bases["zip"], folder)
    content = bytearray(path.read_bytes())
    # The directory at the end names the files.
    start = draw.choice((0, max(0, len(content) - 2500)))
    for _ in range(draw.randrange(1, 12)):
        content[draw.randrange(start, min(len(content), start + 2500))] = draw.randrange(256)
    if draw.random() < 0.2:
        content = content[: draw.randrange(len(content))]
    path.write_bytes(content)
    return str(path)


def _name(draw: random.Random, bases: dict[str, str], folder: Path) -> str:
    how = draw.randrange(5)
    if how == 0:
        alphabet = "abB04_8A.:/\\{}[]<>'\"%?*| ~$&;()#\n\té💥-"
        return "".join(draw.choice(alphabet) for _ in range(draw.randrange(1, 60)))
    if how == 1:
        start = draw.choice(
            ("/vsizip/", "/vsicurl/", "NETCDF:", "SENTINEL2_L1C:", "/vsizip/{", "GTIFF_DIR:9:")
        )
        return (
            f"{start}{draw.choice(list(bases.values()))}{draw.choice(('', '/', '}', ':x', '/x'))}"
        )
    if how == 2:
        return "x" * draw.choice((300, 5000, 70_000))
    if how == 3:
        strange = draw.choice(("a b", "B04", "x{y}", "%20", "é💥", "-o", "B99_B8A", "R10m", "x;y"))
        target = folder / f"{strange}.tif"
        shutil.copy(bases["tiff"], target)
        return str(target)
    safe = _copied(bases["safe"], folder)
    victim = draw.choice(sorted(p for p in safe.rglob("*") if p.is_file()))
    victim.rename(victim.with_name(draw.choice(("B04.jp2", "MTD_TL.xml", "x", "a_B8A_10m.jp2"))))
    return str(safe)


def _bytes(draw: random.Random, path: Path, opened: Path) -> str:
    """Break bytes, of the header mostly."""
    content = bytearray(path.read_bytes())
    how = draw.randrange(4)
    if how == 0:
        content = content[: draw.randrange(len(content))]
    elif how == 1:
        at = draw.randrange(min(_HEADER, len(content)))
        content[at:at] = draw.randbytes(draw.randrange(1, 40))
    else:
        where = _HEADER if how == 2 else len(content)
        for _ in range(draw.randrange(1, 9)):
            content[draw.randrange(min(where, len(content)))] = draw.randrange(256)
    path.write_bytes(content)
    return str(opened)


def _with_numbers(draw: random.Random, text: str, numbers: tuple[str, ...]) -> str:
    share = draw.choice((0.02, 0.2, 1.0))
    return re.sub(
        r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])",
        lambda m: draw.choice(numbers) if draw.random() < share else m.group(),
        text,
    )


def _copied(source: str | Path, folder: Path) -> Path:
    source = Path(source)
    target = folder / source.name
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)
    return target


_KINDS: dict[str, Callable[[random.Random, dict[str, str], Path], str]] = {
    "xml": _xml,
    "json": _json,
    "tiff": _tiff,
    "jp2": _jp2,
    "zip": _zip,
    "name": _name,
}
KINDS = tuple(_KINDS)
