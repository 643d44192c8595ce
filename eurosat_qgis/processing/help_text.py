"""The help that the dialog shows beside an algorithm's parameters."""

from __future__ import annotations

_CLASSIFY = """
<p>Gives every cell of a Sentinel-2 scene a land-cover class, with a neural network trained on
EuroSAT (10 m pixels, Level-1C). Nothing you open leaves this machine.</p>
<h3>Parameters</h3>
<p><b>Scene</b>: a raster of reflectance with at least the bands red, green and blue: GeoTIFF,
JPEG 2000 or whatever else GDAL reads from a file or an address. Numbers as the scene has them; no
stretch. Pixels of other sizes, or in degrees or feet, are brought to 10 m.</p>
<p><b>Product</b>: what QGIS does not load as one layer: a SAFE folder, its zip or XML, a STAC item
(also an address), or one of the files of a scene whose bands lie in files of their own.</p>
<p><b>Cell size</b>: each cell of 64, 32, 16 or 8 pixels (640, 320, 160 or 80 m at 10 m pixels)
gets the class of the 64-pixel window around it. Half the cell size takes four times as long.</p>
<p><b>Extent</b>: only this part, in any CRS; empty for all of the scene.</p>
<p><b>Area of interest</b>: only the cells that touch these polygons, in any CRS, all or the
selected ones; nothing else is read. Holes stay out.</p>
<p><b>Minimum confidence</b>: cells whose class is less probable than this (0 to 1) become
Uncertain. 0 keeps every class.</p>
<p><b>Model</b>: a bundle NAME.keras with its card NAME.json beside it; empty for the built-in
one.</p>
<p><b>Bands</b>: <i>auto</i> goes by the bands' descriptions; otherwise the places of red, green
and blue, such as 4,3,2.</p>
<p><b>How numbers store reflectance</b>: <i>auto</i> decides and says why; <i>dn</i> is
reflectance × 10000; <i>dn1000</i> the same plus 1000 (products since baseline 04.00);
<i>reflectance</i> is 0 to 1; <i>reflectance1000</i>, <i>reflectance255</i> and <i>dn65535</i> are
that times 1000, 255 and 65535; <i>eurosat8</i> are EuroSAT's own 8-bit images; <i>tci_l1c</i> and
<i>tci_l2a</i> are true-colour images of the product; <i>display8</i> is any other picture, matched
to EuroSAT's colours.</p>
<p><b>What brings Level-2A to the top of the atmosphere</b>: networks learned from Level-1C, with
the air still in. <i>auto</i> puts a standard atmosphere over Level-2A scenes and over no others;
<i>none</i> never does; <i>standard</i> always.</p>
<p><b>Mask</b>: a raster in any CRS, of which all that is not 0 is masked, or polygons.</p>
<p><b>Scene classification</b>: the SCL of Level-2A; the product's own is used where it has one.</p>
<p><b>Classes of the scene classification to leave out</b>: those ticked are masked.</p>
<p><b>Leave out what looks like thick cloud</b>: for scenes without a scene classification; a simple
test for what is bright, white and wide. Thin cloud and cloud shadow stay.</p>
<p><b>Share of masked pixels over which a cell is left out</b>: of the cell, or of the window around
it; in cells that stay, masked pixels count as nodata.</p>
<p><b>How other pixel sizes are brought to 10 m</b>: <i>lanczos</i> keeps most of the detail that
the network goes by.</p>
<p><b>Nodata at borders</b>: <i>auto</i> finds borders filled with 0 or 65535 in all bands where the
file states no nodata; <i>none</i> takes them for pixels; a number is nodata where all bands have
it.</p>
<p><b>Enlarge pixels more than 6 times</b>: pixels above 60 m are refused otherwise; what the
network learned cannot be seen in them.</p>
<h3>Outputs</h3>
<p><b>Land cover</b>: GeoTIFF of class codes, 0 nodata, 255 Uncertain.</p>
<p><b>Confidence</b>: the probability, 0 to 1, of each cell's class.</p>
<p><b>Land cover polygons</b>: GeoPackage with code, class, cells and area_m2.</p>
<p><b>Areas per class</b>: CSV table with cells, m² and share.</p>
<p>EuroSAT knows no cloud, snow or bare rock: such places get some other class, often with low
confidence.</p>
"""

_MAP = """
<p>Makes a print layout (A4, landscape) of a land-cover map: title, map with coordinates, legend
with areas, scale bar, north arrow, credits. Scene, date and model are those that the raster states;
what it does not state is left out.</p>
<h3>Parameters</h3>
<p><b>Land cover</b>: the raster. A layer of the project keeps its colours.</p>
<p><b>Confidence</b>, <b>Scene</b>: shown beside the map, or below the legend, on the same
ground.</p>
<p><b>Title</b>: yours instead of the one made of date and scene.</p>
<p><b>Resolution</b>: of the PNG, and of the map within PDF and SVG.</p>
<p><b>Add it to the project's layouts</b>: you find it under Project &gt; Layouts and edit it there
as any layout. Rasters given as files are added to the project too.</p>
<h3>Outputs</h3>
<p><b>Map to print</b>: PDF, PNG or SVG, by the ending of its name; leave it out to have the layout
alone.</p>
"""

# Processing shows every line break as one.
CLASSIFY_HELP = " ".join(_CLASSIFY.split())
MAP_HELP = " ".join(_MAP.split())
