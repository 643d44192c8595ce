"""The window in each language: its words, and room for them at 1366 x 768."""

from __future__ import annotations

from typing import Any

import pytest

MENU = {
    "de": ["Landbedeckungskarte", "Alle Optionen…", "Beispielszene öffnen", "Einrichten…",
           "Einstellungen…"],
    "es": ["Mapa de cobertura del suelo", "Todas las opciones…", "Abrir la escena de ejemplo",
           "Instalar…", "Configuración…"],
    "fr": ["Carte d'occupation du sol", "Toutes les options…", "Ouvrir la scène d'exemple",
           "Installer…", "Paramètres…"],
}  # fmt: skip
IN_DOCK = {
    "de": {"Szene", "Modell", "Klassifizieren", "Bericht"},
    "es": {"Escena", "Modelo", "Clasificar", "Informe"},
    "fr": {"Scène", "Modèle", "Classer", "Rapport"},
    "en": {"Scene", "Model", "Classify", "Report"},
}


def test_every_step_was_taken(languages: dict[str, Any]) -> None:
    assert "error" not in languages, languages["error"]


@pytest.mark.parametrize("language", MENU)
def test_menu_and_dock_are_in_the_language(languages: dict[str, Any], language: str) -> None:
    assert languages[language]["menu"] == MENU[language]
    assert set(languages[language]["dock"]) >= IN_DOCK[language]
    others = set().union(*(words for other, words in IN_DOCK.items() if other != language))
    assert not set(languages[language]["dock"]) & (others - IN_DOCK[language])


@pytest.mark.parametrize("language", MENU)
def test_no_text_is_cut_off(languages: dict[str, Any], language: str) -> None:
    assert languages[language]["cut"] == []
    assert languages[language]["names"] == []
