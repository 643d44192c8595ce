"""How a scene is to be read, as far as that is the user's choice."""

from __future__ import annotations

from dataclasses import dataclass

from eurosat_qgis.core.errors import InputError

AUTO, NONE = "auto", "none"
# Of those that there are, Lanczos keeps most of the detail that the network goes by.
BY_DEFAULT = "lanczos"
RESAMPLING_NAMES = (AUTO, BY_DEFAULT, "cubic", "bilinear")
# The Dead Sea's shore lies at -430 m, Everest at 8849 m.
LOWEST_M, HIGHEST_M = -500.0, 9000.0


@dataclass(frozen=True)
class Reading:
    """`resampling` brings other pixel sizes to 10 m, `auto` by undoing how a product's pixels had
    been resampled, where that is known, else by Lanczos; `border_fill` is `auto`, `none` or a
    number that counts as nodata; `force` goes on where pixels are too large or too small;
    `elevation` is the ground's mean height in m, for the air put back over Level-2A (None: sea
    level).

    Raises InputError on a choice that there is not.
    """

    resampling: str = AUTO
    border_fill: str = AUTO
    force: bool = False
    elevation: float | None = None

    def __post_init__(self) -> None:
        if self.resampling not in RESAMPLING_NAMES:
            names = ", ".join(RESAMPLING_NAMES)
            raise InputError(f"Resampling {self.resampling!r} is not known: choose {names}.")
        if self.border_fill not in (AUTO, NONE):
            try:
                float(self.border_fill)
            except ValueError:
                raise InputError(
                    f"Border fill {self.border_fill!r} is not known: choose auto, none or a "
                    "number such as 0."
                ) from None
        if self.elevation is not None and not LOWEST_M <= self.elevation <= HIGHEST_M:
            raise InputError(
                f"An elevation of {self.elevation:g} m is on no ground: give {LOWEST_M:g} to "
                f"{HIGHEST_M:g} m."
            )
