"""The help that the dialog shows beside the parameters of `eurosat:classify`."""

from __future__ import annotations

from eurosat_qgis.processing.help_text import page
from eurosat_qgis.runtime.translation import tr


def classify_help() -> str:
    return page(
        [
            tr(
                "Gives every cell of a Sentinel-2 scene a land-cover class, with a neural "
                "network trained on EuroSAT (10 m pixels, Level-1C). Nothing you open leaves "
                "this machine."
            ),
        ],
        [
            tr(
                "<b>Scene</b>: a raster of reflectance with at least the bands red, green and "
                "blue: GeoTIFF, JPEG 2000 or whatever else GDAL reads from a file or an address. "
                "Numbers as the scene has them; no stretch. Pixels of other sizes, or in degrees "
                "or feet, are brought to 10 m."
            ),
            tr(
                "<b>Product</b>: what QGIS does not load as one layer: a SAFE folder, its zip or "
                "XML, a STAC item (also an address), or one of the files of a scene whose bands "
                "lie in files of their own."
            ),
            tr(
                "<b>Cell size</b>: each cell of 64, 32, 16 or 8 pixels (640, 320, 160 or 80 m at "
                "10 m pixels) gets the class of the 64-pixel window around it. For cells of less "
                "than 64 pixels the built-in model is one made for them."
            ),
            tr("<b>Extent</b>: only this part, in any CRS; empty for all of the scene."),
            tr(
                "<b>Area of interest</b>: only the cells that touch these polygons, in any CRS, "
                "all or the selected ones; nothing else is read. Holes stay out."
            ),
            tr(
                "<b>Minimum confidence</b>: cells whose class is less probable than this (0 to "
                "1) become Uncertain. 0 keeps every class."
            ),
            tr(
                "<b>Model</b>: a bundle NAME.keras with its card NAME.json beside it; empty for "
                "the one of the settings, <i>built-in.keras</i> for the plugin's own."
            ),
            tr(
                "<b>Bands</b>: <i>auto</i> goes by the bands' descriptions; otherwise the places "
                "of red, green and blue, such as 4,3,2."
            ),
            tr(
                "<b>How numbers store reflectance</b>: <i>auto</i> decides and says why; "
                "<i>dn</i> is reflectance × 10000; <i>dn1000</i> the same plus 1000 (products "
                "since baseline 04.00); <i>reflectance</i> is 0 to 1, <i>reflectance_added</i> "
                "that plus 0.1; <i>reflectance1000</i>, <i>reflectance255</i> and <i>dn65535</i> "
                "are it times 1000, 255 and 65535; <i>eurosat8</i> are EuroSAT's own 8-bit "
                "images; <i>tci_l1c</i> and <i>tci_l2a</i> are true-colour images of the "
                "product; <i>display8</i> is any other picture, matched to EuroSAT's colours."
            ),
            tr(
                "<b>What brings Level-2A to the top of the atmosphere</b>: networks learned from "
                "Level-1C, with the air still in. <i>auto</i> puts a standard atmosphere over "
                "Level-2A scenes and over no others; <i>none</i> never does; <i>standard</i> "
                "always."
            ),
            tr(
                "<b>Mask</b>: a raster in any CRS, of which all that is not 0 is masked, or "
                "polygons."
            ),
            tr(
                "<b>Scene classification</b>: the SCL of Level-2A; the product's own is used "
                "where it has one."
            ),
            tr("<b>Classes of the scene classification to leave out</b>: those ticked are masked."),
            tr(
                "<b>Leave out what looks like thick cloud</b>: for scenes without a scene "
                "classification; a simple test for what is bright, white and wide. Thin cloud "
                "and cloud shadow stay."
            ),
            tr(
                "<b>Share of masked pixels over which a cell is left out</b>: of the cell, or of "
                "the window around it; in cells that stay, masked pixels count as nodata."
            ),
            tr(
                "<b>How other pixel sizes are brought to 10 m</b>: <i>auto</i> undoes how a "
                "product's pixels had been brought to another grid, where it can tell; others it "
                "resamples by <i>lanczos</i>, which keeps most of the detail."
            ),
            tr(
                "<b>Nodata at borders</b>: <i>auto</i> finds borders filled with 0 or 65535 in "
                "all bands where the file states no nodata; <i>none</i> takes them for pixels; a "
                "number is nodata where all bands have it."
            ),
            tr(
                "<b>Enlarge pixels more than 6 times</b>: pixels above 60 m are refused "
                "otherwise; what the network learned cannot be seen in them."
            ),
            tr(
                "<b>Mean height of the ground</b>: there is less air above high ground, so less "
                "is put back over a Level-2A scene; empty for sea level. No product states it; "
                "L1C does not need it."
            ),
            tr(
                "<b>One feature a class</b>: dissolves the polygons by class, and counts their "
                "patches."
            ),
            tr(
                "<b>Write rasters as cloud optimized GeoTIFFs</b>: with overviews, to be read in "
                "pieces over the net."
            ),
            tr(
                "<b>Write the style as SLD</b>: beside the land cover, for map servers; one for "
                "QGIS is always there."
            ),
        ],
        [
            tr("<b>Land cover</b>: GeoTIFF of class codes, 0 nodata, 255 Uncertain."),
            tr("<b>Confidence</b>: the probability, 0 to 1, of each cell's class."),
            tr("<b>Land cover polygons</b>: GeoPackage with code, class, cells and area_m2."),
            tr("<b>Areas per class</b>: CSV table with cells, m² and share."),
            tr(
                "EuroSAT knows no cloud, snow or bare rock: such places get some other class, "
                "often with low confidence."
            ),
        ],
    )
