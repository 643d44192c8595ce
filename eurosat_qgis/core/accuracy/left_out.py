"""Why points or cells are in no pair of map and reference. Plain Python for both sides."""

from __future__ import annotations

OUTSIDE = "outside"
NO_LABEL = "no_label"
NOT_MATCHED = "unmatched"
GROUPED_OUT = "left_out"
MIXED = "mixed"
MAP_NODATA = "map_nodata"
MAP_UNCERTAIN = "map_uncertain"
# In the order in which they are told, as they follow "points" or "cells".
REASONS = {
    OUTSIDE: "outside the map, or without reference",
    NO_LABEL: "without a label",
    NOT_MATCHED: "with a value that matches no class",
    GROUPED_OUT: "with a value that the table leaves out",
    MIXED: "of which no class covers enough",
    MAP_NODATA: "where the map has no data",
    MAP_UNCERTAIN: "where the map is uncertain",
}
