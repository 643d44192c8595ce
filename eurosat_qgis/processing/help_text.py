"""The help that the dialog shows beside an algorithm's parameters.

A paragraph is one text to translate: markup around it stays out.
"""

from __future__ import annotations

from eurosat_qgis.runtime.translation import tr


def page(introduction: list[str], parameters: list[str], outputs: list[str]) -> str:
    """The help as markup, of its paragraphs without any."""
    parts = [
        *introduction,
        _heading(tr("Parameters")),
        *parameters,
        _heading(tr("Outputs")),
        *outputs,
    ]
    return "".join(part if part.startswith("<h3>") else f"<p>{part}</p>" for part in parts)


def _heading(text: str) -> str:
    return f"<h3>{text}</h3>"


def _model_that_names_the_classes() -> str:
    return tr(
        "<b>Model that names the classes</b>: a bundle NAME.keras, for maps that do not name their "
        "classes themselves."
    )


def _land_cover_map() -> str:
    return tr(
        "<b>Land-cover map</b>: a map of this plugin, or another raster of class codes from 1 to "
        "254."
    )


def assess_help() -> str:
    return page(
        [
            tr(
                "Holds a land-cover map against a reference: confusion matrix, overall accuracy "
                "and kappa, user's and producer's accuracy and F1 of each class, and areas with "
                "95 % intervals where the reference is a random sample."
            ),
        ],
        [
            _land_cover_map(),
            tr(
                "<b>Reference</b>: labelled points, labelled polygons or a raster of classes, in "
                "any CRS. A point is held against the cell that it lies in; of polygons and "
                "rasters the class counts that covers most of a cell."
            ),
            tr(
                "<b>Field that holds the class</b>: of points or polygons; empty for "
                '<i>reference</i>, which "Points to label" makes, or the only field.'
            ),
            tr(
                "<b>How values of the reference are matched with classes</b>: <i>map</i> by the "
                "map's codes, names and titles; <i>corine</i> by a ready-made grouping of CORINE "
                "2018, by its codes (311), grid codes (23) or names. What matches no class is "
                "counted and told."
            ),
            tr(
                "<b>Table of classes instead</b>: a CSV with a first line such as "
                "reference,class: values of the reference before the column class, the map's "
                "class in it; an empty class leaves values out."
            ),
            tr(
                "<b>How the reference was chosen</b>: <i>auto</i> takes points for a random "
                "sample within each class of this map, and estimates with the classes' areas "
                "(Olofsson et al. 2014); <i>stratified</i> the same; <i>counts</i> counts points "
                "as they are. Polygons and rasters are always counted, and have no intervals."
            ),
            tr(
                "<b>Share of a cell that one reference class must cover</b>: cells where no "
                "class of polygons or a raster covers that much (0 to 1) are left out as mixed."
            ),
            _model_that_names_the_classes(),
        ],
        [
            tr("<b>Report</b>: one HTML page with everything, to read and to print."),
            tr(
                "<b>Table</b>: CSV with a row a class: its row of the matrix, its scores and areas."
            ),
        ],
    )


def sample_help() -> str:
    return page(
        [
            tr(
                "Draws random points within each class of a land-cover map, the strata. Label "
                "them by what you see on better images, in their field <i>reference</i>, then "
                'run "Accuracy of a land-cover map".'
            ),
        ],
        [
            _land_cover_map(),
            tr(
                "<b>Points in all</b>: empty for as many as the standard error asks for, and "
                "rare classes' minimum on top."
            ),
            tr("<b>Standard error of overall accuracy</b>: 0.02 makes an interval of about ± 4 %."),
            tr(
                "<b>User's accuracy to expect</b>: a guess from 0 to 1; it decides how many "
                "points there must be. Classes may have their own: Forest=0.9,River=0.6,0.8, "
                "with the last for all others."
            ),
            tr(
                "<b>How points are shared among classes</b>: <i>proportional</i> to their area, "
                "in <i>equal</i> parts, or <i>neyman</i>: by area and expected error, the best "
                "for overall accuracy."
            ),
            tr("<b>Leave the map's class out of the file</b>: so that it cannot sway who labels."),
            tr("<b>Points in a class at least</b>: 50 where there is room for that."),
            tr(
                "<b>Place of a point in its cell</b>: <i>random</i> makes every place of a class "
                "equally likely, and areas right also where cells are mixed; <i>centre</i> is "
                "for labels of whole cells, and draws none twice."
            ),
            tr("<b>Seed</b>: a whole number that draws the same points again."),
            _model_that_names_the_classes(),
        ],
        [
            tr(
                "<b>Points</b>: GeoPackage with id, map_code and map_class (unless left out) and "
                "reference, empty. In QGIS a label is chosen from the map's classes."
            ),
        ],
    )


def compare_help() -> str:
    return page(
        [
            tr(
                "Tells what changed from one land-cover map to another, cell by cell. Both maps "
                "must have the same cells; of maps of different extent the part that both have "
                "is compared."
            ),
            tr(
                "Errors of both maps look like change. Where change matters, draw points in the "
                "changed patches and look."
            ),
        ],
        [
            tr(
                "<b>Map before</b>, <b>Map after</b>: maps of this plugin with the same cell "
                "size and classes, or other rasters of class codes from 1 to 254."
            ),
            _model_that_names_the_classes(),
        ],
        [
            tr(
                "<b>Changes</b>: GeoTIFF; the code of a cell is that before × 1000 plus that "
                "after, such as 2008 from class 2 to class 8; 0 where a map has no data or is "
                "uncertain. Only changes are coloured, as what is there now."
            ),
            tr(
                "<b>Changed patches</b>: GeoPackage of connected cells of one change, with their "
                "classes, cells and area_m2."
            ),
            tr("<b>From-to matrix</b>: CSV in ha, rows before, columns after."),
        ],
    )


def map_help() -> str:
    return page(
        [
            tr(
                "Makes a print layout (A4, landscape) of a land-cover map: title, map with "
                "coordinates, legend with areas, scale bar, north arrow, credits. Scene, date "
                "and model are those that the raster states; what it does not state is left out."
            ),
        ],
        [
            tr("<b>Land-cover map</b>: the raster. A layer of the project keeps its colours."),
            tr(
                "<b>Confidence</b>, <b>Scene</b>: shown beside the map, or below the legend, on "
                "the same ground."
            ),
            tr("<b>Title</b>: yours instead of the one made of date and scene."),
            tr("<b>Resolution</b>: of the PNG, and of the map within PDF and SVG."),
            tr(
                "<b>Add it to the project's layouts</b>: you find it under Project &gt; Layouts "
                "and edit it there as any layout. Rasters given as files are added to the "
                "project too."
            ),
        ],
        [
            tr(
                "<b>Map to print</b>: PDF, PNG or SVG, by the ending of its name; leave it out "
                "to have the layout alone."
            ),
        ],
    )


def report_help() -> str:
    return page(
        [
            tr(
                "Writes all that is known of a land-cover map as one HTML page: the map, areas "
                "with a chart, a histogram of confidence, what was recognised of the scene and "
                "what was done to it, the model's card, versions, and the command that makes the "
                "map again. The page needs no other file and no network."
            ),
        ],
        [
            tr("<b>Land-cover map</b>: the raster."),
            tr(
                "<b>Confidence</b>: the raster made with it, for the histogram and the mean of "
                "each class."
            ),
            tr("<b>Scene</b>: for a picture beside the map."),
            tr(
                "<b>Model</b>: the bundle that made the map, where it is none of the plugin's, "
                "for its card."
            ),
        ],
        [
            tr("<b>Report</b>: an HTML page, to read and to print."),
        ],
    )
