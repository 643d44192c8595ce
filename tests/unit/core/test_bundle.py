from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from eurosat_qgis.core.bundle import built_in_paths, default_bundle_path, open_bundle
from eurosat_qgis.core.errors import BundleError


@pytest.fixture
def bundle(tmp_path: Path, strongest_band_bundle: Path) -> Path:
    shutil.copy(strongest_band_bundle, tmp_path)
    shutil.copy(strongest_band_bundle.with_suffix(".json"), tmp_path)
    return tmp_path / strongest_band_bundle.name


def change_card(bundle: Path, **changes: object) -> None:
    card = bundle.with_suffix(".json")
    content = json.loads(card.read_text(encoding="utf-8"))
    card.write_text(json.dumps({**content, **changes}), encoding="utf-8")


def test_the_built_in_bundle_fits_and_names_eurosats_classes_in_order() -> None:
    card = open_bundle().card
    names = [c.name for c in card.classes]
    assert names == sorted(names)
    assert [c.code for c in card.classes] == list(range(1, 11))
    assert (names[0], names[-1]) == ("AnnualCrop", "SeaLake")
    assert card.bands == ("B04", "B03", "B02")
    assert default_bundle_path().stat().st_size <= 12e6


def test_the_size_of_the_cells_chooses_among_the_built_in_bundles() -> None:
    cards = {path: open_bundle(path).card for path in built_in_paths()}
    assert len(cards) == 2
    best = max(cards, key=lambda path: cards[path].accuracy)
    assert default_bundle_path() == default_bundle_path(64) == open_bundle(cell=64).path == best
    finest = min(cards, key=lambda path: cards[path].dense.stride)
    assert finest != best
    assert {default_bundle_path(cell) for cell in (8, 16, 32)} == {finest}
    assert open_bundle(cell=8).card.classes == open_bundle().card.classes
    assert open_bundle(best, cell=8).path == best


def test_class_colours_are_distinct() -> None:
    colors = [c.rgb for c in open_bundle().card.classes]
    assert len(set(colors)) == len(colors)


def test_codes_names_and_colours_come_from_the_card(bundle: Path) -> None:
    assert [(c.code, c.name, c.rgb) for c in open_bundle(bundle).card.classes] == [
        (1, "Red", (255, 0, 0)),
        (2, "Green", (0, 255, 0)),
        (7, "Blue", (0, 0, 255)),
    ]


def test_a_changed_file_is_refused(bundle: Path) -> None:
    open_bundle(bundle)
    bundle.write_bytes(bundle.read_bytes() + b"x")
    with pytest.raises(BundleError, match="sha256"):
        open_bundle(bundle)


def test_a_missing_card_is_named(bundle: Path) -> None:
    bundle.with_suffix(".json").unlink()
    with pytest.raises(BundleError, match=r"strongest\.json must lie beside it"):
        open_bundle(bundle)


def test_a_missing_bundle_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="does not exist"):
        open_bundle(tmp_path / "none.keras")


def test_a_newer_format_asks_for_an_update(bundle: Path) -> None:
    change_card(bundle, format_version=2)
    with pytest.raises(BundleError, match="update the plugin"):
        open_bundle(bundle)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"format_version": "1"}', '{"format_version": 1}']
)
def test_a_damaged_card_is_refused_in_one_line(bundle: Path, text: str) -> None:
    bundle.with_suffix(".json").write_text(text, encoding="utf-8")
    with pytest.raises(BundleError) as caught:
        open_bundle(bundle)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"classes": []},
        {"classes": [{"code": 0, "name": "a", "title": "a", "color": "#000000"}]},
        {"classes": [{"code": 1, "name": "a", "title": "a", "color": "red"}]},
        {"temperature": 0},
        {"temperature": "nan"},
        {"input": {}},
        {"files": {}},
    ],
)
def test_a_card_that_makes_no_sense_is_refused(bundle: Path, changes: dict[str, object]) -> None:
    change_card(bundle, **changes)
    with pytest.raises(BundleError, match="incomplete"):
        open_bundle(bundle)


def test_a_network_with_python_code_inside_is_not_opened(bundle: Path) -> None:
    import hashlib

    import keras

    network = keras.Sequential([keras.layers.Input((64, 64, 3)), keras.layers.Lambda(lambda x: x)])
    network.save(bundle)
    change_card(
        bundle, files={bundle.name: {"sha256": hashlib.sha256(bundle.read_bytes()).hexdigest()}}
    )
    with pytest.raises(BundleError, match="Lambda"):
        open_bundle(bundle)


def test_a_file_that_is_no_keras_file_is_refused(bundle: Path) -> None:
    import hashlib

    bundle.write_bytes(b"no zip")
    change_card(bundle, files={bundle.name: {"sha256": hashlib.sha256(b"no zip").hexdigest()}})
    with pytest.raises(BundleError, match=r"no \.keras file"):
        open_bundle(bundle)
