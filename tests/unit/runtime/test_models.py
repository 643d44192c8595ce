"""The user's models: the built-in bundle, copies of it, and damaged ones."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from eurosat_qgis.core.bundle import default_bundle_path
from eurosat_qgis.core.errors import BundleError
from eurosat_qgis.runtime.models import (
    BUILT_IN,
    import_model,
    listed_models,
    read_model,
    remove_model,
)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The built-in bundle's two files in another folder."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    built_in = default_bundle_path()
    for path in (built_in, built_in.with_suffix(".json")):
        shutil.copy(path, folder)
    return folder / built_in.name


def test_the_built_in_model_comes_first_with_what_its_card_tells(tmp_path: Path) -> None:
    (model,) = listed_models(tmp_path / "none")
    assert model.built_in
    assert not model.problem
    assert model.classes
    text = model.describe()
    for words in (model.title, model.classes[0], model.bands[0], "Licence"):
        assert words in text
    # The other built-in one stands in the same card: which is taken follows from the cells.
    small = model.for_small_cells
    assert small is not None
    assert f"Smaller cells: {small.title}, made for them, {100 * small.accuracy:.2f} %" in text
    assert model.choice == BUILT_IN


def test_a_card_says_whether_its_accuracy_is_a_trials(bundle: Path) -> None:
    card = bundle.with_suffix(".json")
    content = json.loads(card.read_text())
    content["scores"] = {"accuracy": 0.9, "measured_on": "a trial"}
    card.write_text(json.dumps(content))
    assert "before it was trained on them: 90.00 %" in read_model(bundle).describe()
    del content["scores"]["measured_on"]
    card.write_text(json.dumps(content))
    assert "on its own validation images: 90.00 %" in read_model(bundle).describe()


def test_an_imported_model_is_listed_and_can_be_removed(bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    imported = import_model(bundle, folder)
    assert imported.path == folder / bundle.name
    assert imported.choice == str(imported.path)
    assert [model.built_in for model in listed_models(folder)] == [True, False]
    remove_model(imported)
    assert list(folder.iterdir()) == []


def test_the_checksum_that_the_user_was_told_is_held(bundle: Path, tmp_path: Path) -> None:
    told = hashlib.sha256(bundle.read_bytes()).hexdigest()
    with pytest.raises(BundleError, match="SHA-256 differs"):
        import_model(bundle, tmp_path / "models", "0" * 64)
    assert import_model(bundle, tmp_path / "models", f" {told.upper()} ").path.is_file()


def test_a_damaged_bundle_is_refused_and_leaves_nothing(bundle: Path, tmp_path: Path) -> None:
    with bundle.open("ab") as file:
        file.write(b"x")
    with pytest.raises(BundleError, match="sha256 differs"):
        import_model(bundle, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_a_bundle_without_its_card_is_refused(bundle: Path, tmp_path: Path) -> None:
    bundle.with_suffix(".json").unlink()
    with pytest.raises(BundleError, match="card"):
        import_model(bundle, tmp_path / "models")
    assert read_model(bundle).problem


def test_a_model_is_not_replaced_in_silence(bundle: Path, tmp_path: Path) -> None:
    import_model(bundle, tmp_path / "models")
    with pytest.raises(BundleError, match="there already"):
        import_model(bundle, tmp_path / "models")


def test_the_built_in_model_cannot_be_removed() -> None:
    with pytest.raises(BundleError, match="stays"):
        remove_model(read_model(default_bundle_path(), built_in=True))


def test_a_default_model_elsewhere_is_listed_too(bundle: Path, tmp_path: Path) -> None:
    assert listed_models(tmp_path / "none", str(bundle))[-1].path == bundle
