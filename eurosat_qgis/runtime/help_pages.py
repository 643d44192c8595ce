"""Where the Help buttons lead: the pages of docs/, built into the plugin's zip."""

from __future__ import annotations

from enum import Enum

from eurosat_qgis.paths import metadata, shipped_help


class HelpPage(Enum):
    """A page of docs/ by its name, with the heading that answers the window's question."""

    SET_UP = "qgis#set-up-once"
    DOCK = "qgis#choose-and-look"
    SETTINGS = "qgis#settings"
    CLASSIFY = "qgis#in-the-toolbox"
    ASSESS = "accuracy"
    SAMPLE = "accuracy#judging-a-map-in-four-steps"
    COMPARE = "accuracy#what-changed"
    REPORT = "exports#the-report"
    PRINT = "exports#the-map-to-print"

    def url(self) -> str:
        """The page that came with the plugin; from a checkout, which has none, that on the web."""
        page, mark, heading = self.value.partition("#")
        file = shipped_help() / f"{page}.html"
        if file.is_file():
            return f"{file.as_uri()}{mark}{heading}"
        return f"{metadata('homepage')}/blob/main/docs/{page}.md{mark}{heading}"
