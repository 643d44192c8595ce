"""The printed map: a QGIS layout of a land-cover layer."""
