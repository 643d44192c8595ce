"""The scene classification of Level-2A by name. Plain Python: the plugin side lists it."""

from __future__ import annotations

from eurosat_qgis.core.errors import InputError

# ESA, Sentinel-2 products specification, Scene Classification Layer (SCL) of Sen2Cor.
LARGEST_NUMBER = 11
SCENE_CLASSES: dict[str, tuple[int, ...]] = {
    "saturated": (1,),
    "dark": (2,),
    "shadow": (3,),
    "vegetation": (4,),
    "bare": (5,),
    "water": (6,),
    "unclassified": (7,),
    "cloud": (8, 9),
    "cirrus": (10,),
    "snow": (11,),
}
# Saturated or defective pixels hold no measurement. Dark ones (2) do: dark forest, burnt ground and
# water on slopes are land cover, as are the unclassified ones (7).
DEFAULT_MASK_CLASSES = ("saturated", "shadow", "cloud", "cirrus", "snow")
NO_MASK_CLASSES = "none"


def class_numbers(option: str) -> frozenset[int]:
    """The numbers of the classes in a list such as `cloud,shadow,7`; none for `none`.

    Raises InputError on what is neither a name nor a number of the scene classification.
    """
    if option.strip().lower() == NO_MASK_CLASSES:
        return frozenset()
    numbers: set[int] = set()
    for part in (part.strip().lower() for part in option.split(",")):
        if part in SCENE_CLASSES:
            numbers.update(SCENE_CLASSES[part])
        elif part.isascii() and part.isdigit() and int(part) <= LARGEST_NUMBER:
            numbers.add(int(part))
        else:
            raise InputError(
                f"{part or option!r} is no class of the scene classification: choose from "
                f"{', '.join(SCENE_CLASSES)}, 0 to {LARGEST_NUMBER}, or {NO_MASK_CLASSES}."
            )
    return frozenset(numbers)


def class_names(numbers: frozenset[int]) -> str:
    """The names of class numbers, `cloud, shadow`; a number where a class is not wholly in."""
    whole = {name: of for name, of in SCENE_CLASSES.items() if numbers.issuperset(of)}
    named = {number for of in whole.values() for number in of}
    return ", ".join([*whole, *map(str, sorted(numbers - named))])
