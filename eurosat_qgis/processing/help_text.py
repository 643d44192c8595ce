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
<i>reflectance</i> is 0 to 1, <i>reflectance_added</i> that plus 0.1; <i>reflectance1000</i>,
<i>reflectance255</i> and <i>dn65535</i> are it times 1000, 255 and 65535; <i>eurosat8</i> are
EuroSAT's own 8-bit images; <i>tci_l1c</i> and <i>tci_l2a</i> are true-colour images of the product;
<i>display8</i> is any other picture, matched to EuroSAT's colours.</p>
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
<p><b>Mean height of the ground</b>: there is less air above high ground, so less is put back over a
Level-2A scene; empty for sea level. No product states it; L1C does not need it.</p>
<p><b>One feature a class</b>: dissolves the polygons by class, and counts their patches.</p>
<p><b>Write rasters as cloud optimized GeoTIFFs</b>: with overviews, to be read in pieces over the
net.</p>
<p><b>Write the style as SLD</b>: beside the land cover, for map servers; one for QGIS is always
there.</p>
<h3>Outputs</h3>
<p><b>Land cover</b>: GeoTIFF of class codes, 0 nodata, 255 Uncertain.</p>
<p><b>Confidence</b>: the probability, 0 to 1, of each cell's class.</p>
<p><b>Land cover polygons</b>: GeoPackage with code, class, cells and area_m2.</p>
<p><b>Areas per class</b>: CSV table with cells, m² and share.</p>
<p>EuroSAT knows no cloud, snow or bare rock: such places get some other class, often with low
confidence.</p>
"""

# Processing shows every line break as one.
CLASSIFY_HELP = " ".join(_CLASSIFY.split())

_ASSESS = """
<p>Holds a land-cover map against a reference: confusion matrix, overall accuracy and kappa, user's
and producer's accuracy and F1 of each class, and areas with 95 % intervals where the reference is a
random sample.</p>
<h3>Parameters</h3>
<p><b>Land-cover map</b>: a map of this plugin, or another raster of class codes from 1 to 254.</p>
<p><b>Reference</b>: labelled points, labelled polygons or a raster of classes, in any CRS. A point
is held against the cell that it lies in; of polygons and rasters the class counts that covers most
of a cell.</p>
<p><b>Field that holds the class</b>: of points or polygons; empty for <i>reference</i>, which
"Points to label" makes, or the only field.</p>
<p><b>How values of the reference are matched with classes</b>: <i>map</i> by the map's codes, names
and titles; <i>corine</i> by a ready-made grouping of CORINE 2018, by its codes (311), grid codes
(23) or names. What matches no class is counted and told.</p>
<p><b>Table of classes instead</b>: a CSV with a first line such as reference,class: values of the
reference before the column class, the map's class in it; an empty class leaves values out.</p>
<p><b>How the reference was chosen</b>: <i>auto</i> takes points for a random sample within each
class of this map, and estimates with the classes' areas (Olofsson et al. 2014); <i>stratified</i>
the same; <i>counts</i> counts points as they are. Polygons and rasters are always counted, and have
no intervals.</p>
<p><b>Share of a cell that one reference class must cover</b>: cells where no class of polygons or a
raster covers that much (0 to 1) are left out as mixed.</p>
<p><b>Model that names the classes</b>: a bundle NAME.keras, for maps that do not name their classes
themselves.</p>
<h3>Outputs</h3>
<p><b>Report</b>: one HTML page with everything, to read and to print.</p>
<p><b>Table</b>: CSV with a row a class: its row of the matrix, its scores and areas.</p>
"""

_SAMPLE = """
<p>Draws random points within each class of a land-cover map, the strata. Label them by what you see
on better images, in their field <i>reference</i>, then run "Accuracy of a land-cover map".</p>
<h3>Parameters</h3>
<p><b>Land-cover map</b>: a map of this plugin, or another raster of class codes from 1 to 254.</p>
<p><b>Points in all</b>: empty for as many as the standard error asks for, and rare classes' minimum
on top.</p>
<p><b>Standard error of overall accuracy</b>: 0.02 makes an interval of about ± 4 %.</p>
<p><b>User's accuracy to expect</b>: a guess from 0 to 1; it decides how many points there must be.
Classes may have their own: Forest=0.9,River=0.6,0.8, with the last for all others.</p>
<p><b>How points are shared among classes</b>: <i>proportional</i> to their area, in <i>equal</i>
parts, or <i>neyman</i>: by area and expected error, the best for overall accuracy.</p>
<p><b>Leave the map's class out of the file</b>: so that it cannot sway who labels.</p>
<p><b>Points in a class at least</b>: 50 where there is room for that.</p>
<p><b>Place of a point in its cell</b>: <i>random</i> makes every place of a class equally likely,
and areas right also where cells are mixed; <i>centre</i> is for labels of whole cells, and draws
none twice.</p>
<p><b>Seed</b>: a whole number that draws the same points again.</p>
<p><b>Model that names the classes</b>: a bundle NAME.keras, for maps that do not name their classes
themselves.</p>
<h3>Outputs</h3>
<p><b>Points</b>: GeoPackage with id, map_code and map_class (unless left out) and reference, empty.
In QGIS a label is chosen from the map's classes.</p>
"""

_COMPARE = """
<p>Tells what changed from one land-cover map to another, cell by cell. Both maps must have the same
cells; of maps of different extent the part that both have is compared.</p>
<p>Errors of both maps look like change. Where change matters, draw points in the changed patches
and look.</p>
<h3>Parameters</h3>
<p><b>Map before</b>, <b>Map after</b>: maps of this plugin with the same cell size and classes, or
other rasters of class codes from 1 to 254.</p>
<p><b>Model that names the classes</b>: a bundle NAME.keras, for maps that do not name their classes
themselves.</p>
<h3>Outputs</h3>
<p><b>Changes</b>: GeoTIFF; the code of a cell is that before × 1000 plus that after, such as 2008
from class 2 to class 8; 0 where a map has no data or is uncertain. Only changes are coloured, as
what is there now.</p>
<p><b>Changed patches</b>: GeoPackage of connected cells of one change, with their classes, cells
and area_m2.</p>
<p><b>From-to matrix</b>: CSV in ha, rows before, columns after.</p>
"""

ASSESS_HELP = " ".join(_ASSESS.split())
SAMPLE_HELP = " ".join(_SAMPLE.split())
COMPARE_HELP = " ".join(_COMPARE.split())

_MAP = """
<p>Makes a print layout (A4, landscape) of a land-cover map: title, map with coordinates, legend
with areas, scale bar, north arrow, credits. Scene, date and model are those that the raster states;
what it does not state is left out.</p>
<h3>Parameters</h3>
<p><b>Land-cover map</b>: the raster. A layer of the project keeps its colours.</p>
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

_REPORT = """
<p>Writes all that is known of a land-cover map as one HTML page: the map, areas with a chart, a
histogram of confidence, what was recognised of the scene and what was done to it, the model's card,
versions, and the command that makes the map again. The page needs no other file and no network.</p>
<h3>Parameters</h3>
<p><b>Land-cover map</b>: the raster.</p>
<p><b>Confidence</b>: the raster made with it, for the histogram and the mean of each class.</p>
<p><b>Scene</b>: for a picture beside the map.</p>
<p><b>Model</b>: the bundle that made the map, where it is none of the plugin's, for its card.</p>
<h3>Outputs</h3>
<p><b>Report</b>: an HTML page, to read and to print.</p>
"""

MAP_HELP = " ".join(_MAP.split())
REPORT_HELP = " ".join(_REPORT.split())
