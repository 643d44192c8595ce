"""The dock in QGIS' window: what a person sees of it, and what happens in bad moments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

# 200 x 168 pixels: 4 x 3 cells of 64, of which the western half touches 2 x 3.
CELLS, HALF = "12 cells", "6 cells"


def quiet(step: dict[str, Any]) -> bool:
    """Whether the dock is ready for the next run and nothing half-written is left."""
    return step["idle"] and step["button"] and not step["parts"]


def only_message(step: dict[str, Any]) -> str:
    (text,) = step["messages"]
    return text


def test_every_step_in_the_window_was_taken(dock: dict[str, Any]) -> None:
    assert "error" not in dock, dock["error"]


def test_behind_a_closed_dock_no_worker_is_started(dock: dict[str, Any]) -> None:
    assert dock["closed"] == {"chosen": "", "worker": False}


def test_without_a_scene_one_sentence_says_so(dock: dict[str, Any]) -> None:
    assert "Choose a scene first." in only_message(dock["nothing_chosen"])
    assert quiet(dock["nothing_chosen"])


def test_a_new_layer_becomes_the_scene_and_is_recognised_in_one_line(dock: dict[str, Any]) -> None:
    assert dock["recognised"]["chosen"] == "small"
    assert "B04 B03 B02" in dock["recognised"]["line"]


def test_before_the_first_run_cells_are_told_and_no_time(dock: dict[str, Any]) -> None:
    assert dock["recognised"]["cost"] == CELLS


def test_every_input_of_the_dock_has_an_accessible_name(dock: dict[str, Any]) -> None:
    assert dock["recognised"]["unnamed"] == []


def test_the_tab_key_goes_from_top_to_bottom(dock: dict[str, Any]) -> None:
    rows = [
        "Scene", "Other scene", "What was recognised", "Model", "Area: all", "Area: rectangle",
        "Detail", "Classify",
    ]  # fmt: skip
    assert [name for name in dock["recognised"]["by_tab"] if name in rows] == rows


def test_enter_classifies_while_the_window_stays_alive(dock: dict[str, Any]) -> None:
    assert dock["enter_started_a_run"]
    assert dock["stalled_s"] < 2


def test_results_arrive_as_a_group_on_top_of_the_scene(dock: dict[str, Any]) -> None:
    assert dock["results"]["group"] == "Land cover · small"
    assert dock["results"]["layers"] == ["Land cover", "Confidence"]
    assert quiet(dock["results"])
    # What was made is no scene.
    assert [name for name in dock["results"]["scenes_to_choose"] if name][-1:] == ["small"]
    assert len(dock["results"]["scenes_to_choose"]) == 2


def test_the_legend_names_each_class_with_its_area_and_share(dock: dict[str, Any]) -> None:
    legend, classes = dock["results"]["legend"], dock["results"]["classes"]
    assert len(legend) == len(classes) >= 1
    for text, title in zip(legend, classes, strict=True):
        assert text.startswith(f"{title}: ")
        assert " ha, " in text
        assert text.endswith(" %")


def test_a_bar_for_each_class_tells_area_and_share(dock: dict[str, Any]) -> None:
    bars = dock["results"]["bars"]
    assert [bar.split(":")[0] for bar in bars] == dock["results"]["classes"]
    assert all("%" in bar for bar in bars)


def test_the_dock_fits_a_screen_of_1366_x_768_without_scrolling(dock: dict[str, Any]) -> None:
    results = dock["results"]
    assert results["width"] <= 330
    assert results["bottom"] <= results["height"]
    assert not results["scrolls"]


def test_a_saved_project_remembers_the_areas_of_its_maps(dock: dict[str, Any]) -> None:
    assert dock["remembered"] == dock["results"]["bars"]


def test_report_and_print_are_offered_where_their_algorithms_are(dock: dict[str, Any]) -> None:
    for offered, registered in dock["buttons"].values():
        assert offered == registered
    assert dock["given_to_report"] == {"map": True, "scene": "small", "confidence": True}


def test_pressing_a_bar_shows_its_cells_on_the_map(dock: dict[str, Any]) -> None:
    assert dock["flash"] > 0


def test_hovering_shows_the_window_and_three_classes_with_their_probabilities(
    dock: dict[str, Any],
) -> None:
    inspect = dock["inspect"]
    lines = inspect["text"].splitlines()
    assert inspect["picture"]
    assert lines[0] == inspect["on_map"]
    assert len(lines) == 5
    assert all(line.endswith("%") for line in lines[1:4])


def test_a_click_keeps_the_cell_and_esc_leaves(dock: dict[str, Any]) -> None:
    inspect = dock["inspect"]
    assert (inspect["pinned"], inspect["pinned_after_click"]) == (False, True)
    assert inspect["same_after_moving_on"] == inspect["on_map"]
    assert inspect["left"] == {"panel": False, "button": False, "tool": True}


def test_the_slider_sets_the_opacity_of_the_map(dock: dict[str, Any]) -> None:
    assert dock["opacity"] == pytest.approx(0.4)


def test_a_drawn_rectangle_limits_the_run_and_its_cost(dock: dict[str, Any]) -> None:
    assert dock["half"]["cost"].startswith(HALF)
    assert dock["half"]["crs"] == "EPSG:32631"
    assert dock["half"]["cells"] == 6


def test_selected_polygons_limit_the_run_and_polygons_come_as_a_third_layer(
    dock: dict[str, Any],
) -> None:
    selection = dock["selection"]
    assert "No polygon is selected" in selection["none"]
    # 700 m x 500 m touch four cells of 640 m on average, and two here, in the scene's corner.
    assert selection["cost"].startswith("about 4 cells")
    assert selection["cells"] == 2
    assert selection["layers"] == ["Land cover", "Confidence", "Land cover polygons"]
    assert quiet(selection)


def test_a_model_comes_from_an_address_only_with_the_right_checksum(dock: dict[str, Any]) -> None:
    models = dock["models"]
    assert "SHA-256 differs" in models["refused"]
    assert (models["after_refusal"], models["listed"]) == (1, 2)
    assert "Classes (" in models["card"]
    assert models["unnamed"] == []


def test_a_removed_model_leaves_nothing(dock: dict[str, Any]) -> None:
    assert "is removed" in dock["models"]["removed"]
    assert dock["models"]["left"] == []


def test_settings_are_kept_and_honoured_at_once(dock: dict[str, Any]) -> None:
    settings = dock["settings"]
    assert (settings["cell"], settings["offered_cell"]) == (16, 16)
    assert settings["idle_minutes"] == 7
    assert settings["unlimited"] == ["all there are", "as needed"]
    assert settings["run_fields"] == {"threads": 1, "memory": 1024, "precision": "bfloat16"}
    assert settings["model"].startswith(settings["folder"])


def test_a_map_that_is_open_is_written_again_and_shown_once(dock: dict[str, Any]) -> None:
    again = dock["again"]
    assert quiet(again)
    assert (again["layers"], again["valid"]) == (1, [True])
    # That of the first run, which was a temporary file, and one of the two that followed.
    assert again["groups"] == ["Land cover · small", "Land cover · small"]
    assert "again.tif" in again["beside"]
    assert "again_confidence.tif" in again["beside"]


def test_two_runs_at_once_both_end_well(dock: dict[str, Any]) -> None:
    two = dock["two_at_once"]
    assert two["toolbox"] == [True]
    assert two["map"]
    assert quiet(two)


def test_a_layer_that_is_removed_while_it_is_classified_still_gets_its_map(
    dock: dict[str, Any],
) -> None:
    assert dock["layer_removed"]["new_maps"] == 1
    assert quiet(dock["layer_removed"])


def test_a_scene_without_crs_is_told_in_pixels_and_cells(dock: dict[str, Any]) -> None:
    assert dock["without_crs"]["size"] == "64 pixels"
    assert dock["without_crs"]["bars"]
    assert all("cell" in bar for bar in dock["without_crs"]["bars"])


def test_a_layer_of_pictures_is_refused_with_the_way_out(dock: dict[str, Any]) -> None:
    assert "GeoTIFF" in dock["tiles"]["line"]
    assert "GeoTIFF" in only_message(dock["tiles"])
    assert quiet(dock["tiles"])


def test_a_full_disk_is_one_message_and_leaves_nothing(dock: dict[str, Any]) -> None:
    if "disk_full" not in dock:
        pytest.skip("unshare cannot mount a small disk here")
    assert "space" in only_message(dock["disk_full"])
    assert dock["disk_full"]["left"] == ["filler"]
    assert quiet(dock["disk_full"])


@pytest.mark.parametrize("when", ["at_once", "middle"])
def test_a_cancelled_run_ends_within_two_seconds_and_leaves_nothing(
    dock: dict[str, Any], when: str
) -> None:
    cancelled = dock[f"cancelled_{when}"]
    assert cancelled["seconds"] < 4
    assert "Cancelled" in only_message(cancelled)
    assert not cancelled["map"]
    assert quiet(cancelled)


def test_cancelling_at_the_very_end_leaves_the_dock_ready(dock: dict[str, Any]) -> None:
    assert quiet(dock["cancelled_end"])


def test_a_killed_worker_is_one_message_and_the_dock_is_ready(dock: dict[str, Any]) -> None:
    assert "worker process ended" in only_message(dock["killed"])
    assert quiet(dock["killed"])


def test_closing_the_project_ends_the_run(dock: dict[str, Any]) -> None:
    assert "The project was closed" in only_message(dock["project_closed"])
    assert not dock["project_closed"]["results"]
    assert quiet(dock["project_closed"])


def test_switching_the_plugin_off_under_a_run_leaves_no_trace(dock: dict[str, Any]) -> None:
    off = {"worker": False, "threads": [], "docks": 0, "panels": 0, "parts": []}
    assert dock["switched_off"] == off


def test_quitting_under_a_run_leaves_no_process(dock: dict[str, Any]) -> None:
    assert dock["quit"]["running"]
    assert dock["quit"]["children"]
    for child in dock["quit"]["children"]:
        assert not Path(f"/proc/{child}").exists()
    assert dock["exit_status"] == 0
