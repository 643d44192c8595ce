"""From a scene to a land-cover map: plain Python, without Qt and QGIS.

The packages, each of which imports only those before it: `products` (what kind a scene is, what its
metadata state), `radiometry` (what pixel values mean), `scene` (pixels, bands, grid, nodata),
`vectors` (vector files), `masks` (what is left out), `network` (probabilities from a bundle),
`outputs` (what is written), `classification` (from a request to a map), `report`, `accuracy`
(assess, sample, compare). All stand on `errors`, `bundle` and `grid`.
"""
