"""What a user asks of the core: one frozen record, the same from all three faces."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eurosat_qgis.core.errors import InputError
from eurosat_qgis.core.masks.scene_classes import class_numbers
from eurosat_qgis.core.network.precision import FLOAT32, PRECISIONS
from eurosat_qgis.core.scene.reading import RESAMPLING_NAMES, Reading

# From EuroSAT's own window of 640 m down to 80 m at 10 m pixels.
CELL_SIZES = (64, 32, 16, 8)
LEAST_MEMORY_MIB = 1024
DENSE_NAMES = ("auto", "on", "off")


@dataclass(frozen=True)
class ClassifyRequest:
    """A classification to do.

    `scene` is a path or any name that GDAL opens; `cell` is in pixels; `extent` is xmin, ymin,
    xmax, ymax in the scene's CRS; `min_confidence` is 0..1. `model` None means the built-in bundle.
    Outputs that are None are not written.

    `aoi` is a file of polygons, or `FILE|layer`; `mask` a raster (nonzero is masked) or a file of
    polygons; `scl` a scene classification, of which `mask_classes` are masked (names or numbers as
    in `scene_classes`, None the usual ones where there is a scene classification); `max_masked`
    the share of masked pixels, 0..1, over which a cell gets no class.

    `dense` tells whether cells smaller than a window share the network's trunk (`auto`, `on`,
    `off`), `window_average` over how many pixels a side, of a window's middle, its head pools.

    `precision` is that of windows, `float32` or, where the processor has it, `bfloat16`.

    `threads` and `memory` (MiB) limit what the run takes; None leaves it the whole machine.
    `scheduler` is `local:N` or the address of a Dask scheduler, whose workers then classify.

    `dissolve` makes one feature a class of the polygons; `cog` makes every raster a cloud optimized
    GeoTIFF; `sld` writes the land cover's style as SLD beside it, as the QML always is.

    `resampling`, `border_fill`, `force` and `elevation` are those of Reading.

    Raises InputError on an option that cannot be used, or two outputs of one name.
    """

    scene: str
    output: Path
    model: Path | None = None
    cell: int = 64
    extent: tuple[float, float, float, float] | None = None
    bands: str = "auto"
    scaling: str = "auto"
    atmosphere: str = "auto"
    resampling: str = RESAMPLING_NAMES[0]
    border_fill: str = "auto"
    force: bool = False
    elevation: float | None = None
    min_confidence: float = 0.0
    aoi: str | None = None
    mask: str | None = None
    scl: str | None = None
    mask_classes: str | None = None
    cloud_screen: bool = False
    max_masked: float = 0.5
    dense: str = DENSE_NAMES[0]
    window_average: int = CELL_SIZES[0]
    precision: str = FLOAT32
    threads: int | None = None
    memory: int | None = None
    scheduler: str | None = None
    confidence: Path | None = None
    probabilities: Path | None = None
    polygons: Path | None = None
    dissolve: bool = False
    stats: Path | None = None
    cog: bool = False
    sld: bool = False

    def __post_init__(self) -> None:
        sizes = ", ".join(map(str, CELL_SIZES))
        if self.cell not in CELL_SIZES:
            raise InputError(f"A cell of {self.cell} pixels is not possible: choose {sizes}.")
        if self.dense not in DENSE_NAMES:
            raise InputError(f"Dense {self.dense!r} is not known: choose auto, on or off.")
        if self.window_average not in CELL_SIZES:
            raise InputError(
                f"A window average of {self.window_average} pixels is not possible: choose {sizes}."
            )
        if self.precision not in PRECISIONS:
            raise InputError(
                f"Precision {self.precision!r} is not known: choose {' or '.join(PRECISIONS)}."
            )
        if self.threads is not None and self.threads < 1:
            raise InputError(f"{self.threads} threads are not possible: give 1 or more.")
        if self.memory is not None and self.memory < LEAST_MEMORY_MIB:
            raise InputError(
                f"{self.memory} MiB are too little: TensorFlow and a network take most of "
                f"{LEAST_MEMORY_MIB} MiB; give that or more."
            )
        if not 0 <= self.min_confidence < 1:
            raise InputError(
                f"A minimum confidence of {self.min_confidence} is not possible: "
                "choose 0 up to, but not, 1."
            )
        if not 0 <= self.max_masked <= 1:
            raise InputError(
                f"A largest share of masked pixels of {self.max_masked} is not possible: choose 0 "
                "to 1."
            )
        if self.mask_classes is not None:
            class_numbers(self.mask_classes)
        self.reading()
        paths = [p.resolve() for p in self.outputs().values()]
        if len(set(paths)) < len(paths):
            raise InputError("Two outputs have the same name: give each its own.")

    def reading(self) -> Reading:
        """How the scene is to be read."""
        return Reading(self.resampling, self.border_fill, self.force, self.elevation)

    def inputs(self) -> dict[str, str]:
        """The given inputs by what they are for the user."""
        named = {
            "scene": self.scene,
            "area of interest": self.aoi,
            "mask": self.mask,
            "scene classification": self.scl,
        }
        return {name: source for name, source in named.items() if source is not None}

    def outputs(self) -> dict[str, Path]:
        """The wanted outputs by name: `output`, `confidence`, `probabilities`, ..."""
        named = {
            "output": self.output,
            "confidence": self.confidence,
            "probabilities": self.probabilities,
            "polygons": self.polygons,
            "stats": self.stats,
        }
        return {name: path for name, path in named.items() if path is not None}
