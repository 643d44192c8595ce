"""The plugin in QGIS' languages, German, French and Spanish, and in English again afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from qgis.core import QgsApplication, QgsRasterLayer, QgsSettings

pytestmark = pytest.mark.usefixtures("qgis")

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "resources" / "i18n"
LANGUAGES = ("de", "es", "fr")
# By the algorithm: its name, and what one of its parameters is called.
SAID = {
    "de": {
        "classify": ("Landbedeckungskarte", "OUTPUT", "Landbedeckung"),
        "assess": ("Genauigkeit einer Landbedeckungskarte", "HTML", "Bericht"),
        "compare": ("Veränderung zwischen zwei Landbedeckungskarten", "BEFORE", "Karte vorher"),
        "map": ("Karte zum Drucken", "SCENE", "Szene, als Nebenkarte"),
        "report": ("Bericht zu einer Landbedeckungskarte", "SCENE", "Szene, für ein Bild"),
        "sample": ("Punkte zum Beschriften", "OUTPUT", "Punkte"),
    },
    "es": {
        "classify": ("Mapa de cobertura del suelo", "OUTPUT", "Cobertura del suelo"),
        "assess": ("Exactitud de un mapa de cobertura del suelo", "HTML", "Informe"),
        "compare": ("Cambio entre dos mapas de cobertura del suelo", "BEFORE", "Mapa anterior"),
        "map": ("Mapa para imprimir", "SCENE", "Escena, para un recuadro"),
        "report": (
            "Informe sobre un mapa de cobertura del suelo", "SCENE", "Escena, para una imagen",
        ),
        "sample": ("Puntos para etiquetar", "OUTPUT", "Puntos"),
    },
    "fr": {
        "classify": ("Carte d'occupation du sol", "OUTPUT", "Occupation du sol"),
        "assess": ("Exactitude d'une carte d'occupation du sol", "HTML", "Rapport"),
        "compare": ("Changement entre deux cartes d'occupation du sol", "BEFORE", "Carte avant"),
        "map": ("Carte à imprimer", "SCENE", "Scène, en carton"),
        "report": ("Rapport sur une carte d'occupation du sol", "SCENE", "Scène, pour une image"),
        "sample": ("Points à étiqueter", "OUTPUT", "Points"),
    },
}  # fmt: skip


@contextmanager
def set_to(locale: str) -> Iterator[None]:
    """QGIS' settings as after Settings > Options > General > User interface translation."""
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", locale)
    try:
        yield
    finally:
        settings.remove("locale/overrideFlag")
        settings.remove("locale/userLocale")


@contextmanager
def plugin_in(locale: str) -> Iterator[Any]:
    """A plugin that is loaded and enabled while QGIS has that language."""
    from eurosat_qgis import classFactory

    with set_to(locale):
        loaded = classFactory(None)
        loaded.initProcessing()
    try:
        yield loaded
    finally:
        loaded.unload()


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """The language alone, for a plugin that is loaded already."""
    from eurosat_qgis.runtime.translation import install

    with set_to(locale):
        remove = install()
    try:
        yield
    finally:
        remove()


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"eurosat:{name}")


def messages(language: str) -> dict[str, str]:
    tree = ET.parse(FOLDER / f"eurosat_qgis_{language}.ts")
    return {m.findtext("source"): m.findtext("translation") for m in tree.iter("message")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAID["de"])
def test_algorithms_speak_the_language_of_qgis(language: str, name: str) -> None:
    title, parameter, description = SAID[language][name]
    with plugin_in(language):
        made = algorithm(name)
        assert made.displayName() == title
        assert made.parameterDefinition(parameter).description() == description
        in_english = {text for text, other in messages(language).items() if text != other}
        descriptions = {d.description() for d in made.parameterDefinitions()}
        descriptions |= {d.description() for d in made.outputDefinitions()}
        assert not descriptions & in_english


def test_words_that_machines_read_stay_english() -> None:
    with plugin_in("de"):
        made = algorithm("classify")
        assert made.id() == "eurosat:classify"
        assert made.groupId() == "landcover"
        assert made.parameterDefinition("ATMOSPHERE").options() == ["auto", "none", "standard"]


def test_a_country_of_the_language_is_understood() -> None:
    with plugin_in("de_AT"):
        assert algorithm("map").displayName() == "Karte zum Drucken"


def test_unloaded_the_plugin_takes_its_language_with_it() -> None:
    with plugin_in("fr"):
        assert algorithm("map").displayName() == "Carte à imprimer"
    with plugin_in("en"):
        assert algorithm("map").displayName() == "Map to print"


def test_other_languages_get_english() -> None:
    with plugin_in("fi"):
        assert algorithm("map").displayName() == "Map to print"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qgis_loads_says_what_its_source_says(language: str) -> None:
    from eurosat_qgis.runtime.translation import tr

    with speaking(language):
        said = {text: tr(text) for text in messages(language)}
    assert said == messages(language)


def test_legend_log_and_print_name_classes_in_the_language_and_files_do_not(
    plugin: Any, scene: QgsRasterLayer, heard: Any, context: Any, tmp_path: Path
) -> None:
    from eurosat_qgis.processing.styles import found_classes, style_land_cover

    output = tmp_path / "map.tif"
    with speaking("de"):
        _, successful = algorithm("classify").run(
            {"INPUT": scene, "OUTPUT": str(output)}, context, heard
        )
        assert successful, heard.lines
        described = plugin.session.client().run({"type": "describe", "map": str(output)})
        layer = context.project().addMapLayer(QgsRasterLayer(str(output), "map"))
        style_land_cover(layer, found_classes(described))
        printed, successful = algorithm("map").run({"INPUT": str(output)}, context, heard)
        assert successful, heard.lines
    english = {entry["title"] for entry in described["classes"]}
    german = {messages("de")[title] for title in english}
    assert {entry.label for entry in layer.renderer().classes()} == german
    assert any(line.endswith("insgesamt") for line in heard.lines)
    layout = context.project().layoutManager().layoutByName(printed["LAYOUT"])
    assert printed["LAYOUT"] == f"Landbedeckung von {scene.name()}.tif"
    (on_sheet,) = layout.referenceMap().layers()
    assert {entry.label for entry in on_sheet.renderer().classes()} == german
    style = output.with_suffix(".qml").read_text(encoding="utf-8")
    assert {title for title in english if f'label="{title}"' in style} == english
