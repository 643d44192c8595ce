"""What a person sees of the plugin in QGIS' window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ENTRIES = ["Land-cover map", "All options…", "Open sample scene", "Set up…", "Settings…"]


def test_every_step_in_the_window_was_taken(seen: dict[str, Any]) -> None:
    assert "error" not in seen, seen["error"]


def test_the_menu_has_the_plugins_entries_and_the_toolbar_its_button(seen: dict[str, Any]) -> None:
    assert seen["menu"] == ENTRIES
    assert seen["toolbar"].count("Land-cover map") == 1


def test_without_an_environment_the_dialogs_entry_opens_nothing_and_offers_the_set_up(
    seen: dict[str, Any],
) -> None:
    (text,) = seen["hint"]["texts"]
    assert "no Python environment yet" in text
    assert "Set up…" in seen["hint"]["buttons"]
    assert seen["hint"]["dialogs"] == 0


def test_the_dock_shows_one_card_until_there_is_an_environment(seen: dict[str, Any]) -> None:
    assert seen["card"]["dock"]
    assert seen["card"]["buttons"] == ["Set up", "Use an existing Python…"]
    for words in ("no Python environment yet", "TensorFlow", "GB"):
        assert words in seen["card"]["text"]
    assert seen["hints_at_start"] == []
    assert "Classify" in seen["card_gone"]


def test_the_environment_is_removed_at_the_second_press(seen: dict[str, Any]) -> None:
    removing = seen["removing"]
    assert removing["there"]
    assert seen["set_up_page"]["base"] in removing["asked"]
    assert not removing["left"]
    assert "removed" in removing["note"]


def test_diagnostics_are_a_report_without_the_users_name(seen: dict[str, Any]) -> None:
    text = seen["diagnostics"]["text"]
    for words in ("EuroSAT Land Cover", "QGIS 3.", "tensorflow 2.", "Environment"):
        assert words in text
    assert str(Path.home()) + "/" not in text
    assert "clipboard" in seen["diagnostics"]["note"]


def test_the_set_up_page_says_what_where_and_how_much(seen: dict[str, Any]) -> None:
    page = seen["set_up_page"]
    assert not page["modal"]
    for words in ("tensorflow", "rasterio", "GB", "Nothing you open leaves this machine."):
        assert words in page["text"]
    assert page["base"] in page["text"]


def test_every_widget_of_the_set_up_page_has_an_accessible_name(seen: dict[str, Any]) -> None:
    assert seen["set_up_page"]["unnamed"] == []
    assert {
        "Set up", "Use an existing Python", "Cancel", "Close", "Log of the set-up",
        "Progress of the set-up", "Result of the set-up", "Environment in use", "Diagnostics",
        "Folder of wheels", "Remove the environment",
    } <= set(seen["set_up_page"]["named"])  # fmt: skip


def test_each_help_button_opens_the_shipped_page_that_tells_of_it(seen: dict[str, Any]) -> None:
    assert seen["help"] == {
        "card": ["qgis.html#set-up-once"],
        "set_up_page": ["qgis.html#set-up-once"],
        "dock": ["qgis.html#choose-and-look"],
        "options_page": ["qgis.html#settings"],
        "dialog": ["qgis.html#in-the-toolbox"],
    }


def test_a_set_up_can_be_cancelled_and_leaves_nothing(seen: dict[str, Any]) -> None:
    cancelled = seen["cancelled_set_up"]
    assert cancelled["seconds"] < 3
    assert "cancelled" in cancelled["note"]
    assert not cancelled["left"]
    assert cancelled["button_works_again"]


def test_a_python_that_lacks_packages_is_refused_with_their_names(seen: dict[str, Any]) -> None:
    assert "tensorflow" in seen["unusable_python"]["note"]
    assert "no Python environment yet" in seen["unusable_python"]["problem"]


def test_a_python_that_has_them_is_taken_and_the_line_goes(seen: dict[str, Any]) -> None:
    assert seen["usable_python"]["note"].startswith("Ready: Python 3.")
    assert seen["usable_python"]["problem"] == ""
    assert seen["usable_python"]["hints"] == []


def test_the_map_entry_opens_the_algorithm_with_the_current_scene(seen: dict[str, Any]) -> None:
    assert seen["dialog"]["algorithm"] == "eurosat:classify"
    assert not seen["dialog"]["modal"]
    assert seen["dialog"]["input_is_the_sample"]


def test_running_it_adds_a_styled_map_while_the_window_stays_alive(seen: dict[str, Any]) -> None:
    assert seen["map"]["paletted"]
    assert 1 <= len(seen["map"]["classes"]) <= 11
    assert all(not label.isdigit() for label in seen["map"]["classes"])
    assert seen["map"]["expanded"]
    assert seen["map"]["stalled_s"] < 2


def test_unloading_leaves_no_trace_and_no_worker(seen: dict[str, Any]) -> None:
    unloaded = seen["unloaded"]
    assert unloaded["worker_started"]
    left = ("menu", "provider", "dialogs", "docks", "worker_runs")
    assert {name: unloaded[name] for name in left} == {
        "docks": 0,
        "menu": [],
        "provider": False,
        "dialogs": 0,
        "worker_runs": False,
    }
    assert "Land-cover map" not in unloaded["toolbar"]
    assert "EuroSAT Land Cover" not in [title.replace("&", "") for title in unloaded["titles"]]


def test_it_can_be_loaded_again(seen: dict[str, Any]) -> None:
    assert seen["loaded_again"]["menu"] == ENTRIES
