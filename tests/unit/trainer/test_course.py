"""The whole course for real, on little; and what `plot` and `evaluate` say of one of its runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from trainer.course import PRINTED
from trainer.data import read_course_arrays, read_images

REPOSITORY = Path(__file__).resolve().parents[3]


def trainer(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.fixture(scope="module")
def arrays(tmp_path_factory: pytest.TempPathFactory, eurosat: Path) -> Path:
    """The course's four files, of 40 and 20 real images."""
    folder = tmp_path_factory.mktemp("data_cnn")
    images = read_images(eurosat)
    rest = np.arange(len(images)) % 3 == 0
    for name, chosen in (("train", ~rest), ("test", rest)):
        np.save(folder / f"x_{name}.npy", images.pixels[chosen])
        np.save(folder / f"y_{name}.npy", images.labels[chosen])
    return folder


@pytest.fixture(scope="module")
def vgg16(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A weights file of VGG16's shape; what it knows does not matter here."""
    keras.utils.set_random_seed(1)
    path = tmp_path_factory.mktemp("weights") / "vgg16.weights.h5"
    model = keras.applications.VGG16(include_top=False, weights=None, input_shape=(64, 64, 3))
    model.save_weights(path)
    return path


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, arrays: Path, vgg16: Path) -> Path:
    """The folder of a whole course of two epochs, with two seeds."""
    out = tmp_path_factory.mktemp("course") / "out"
    options = ("--epochs", 2, "--seeds", 2, "--patience", 1, "--vgg16-weights", vgg16)
    done = trainer("course", "--data", arrays, *options, "--out", out)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[-7:-2]] == ["model", *PRINTED]
    assert done.stdout.splitlines()[-1] == str(out / "course.html")
    return out


class Page(HTMLParser):
    """Collects what the page shows, and checks that its tags close."""

    VOID = ("meta", "img", "br", "link", "input")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.images: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.cells: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag not in self.VOID:
            self.open.append(tag)
        if "src" in values:
            self.images.append(values["src"])
        if "id" in values:
            self.ids.append(values["id"])
        if "href" in values:
            self.targets.append(values["href"])
        if tag == "tr":
            self.cells.append([])
        if tag in ("td", "th"):
            self.cells[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self.open or "th" in self.open:
            self.cells[-1][-1] = " ".join((self.cells[-1][-1] + " " + data).split())


@pytest.fixture(scope="module")
def page(course: Path) -> Page:
    return Page((course / "course.html").read_text(encoding="utf-8"))


def test_the_page_stands_alone(page: Page) -> None:
    assert page.open == []
    assert page.images
    assert all(source.startswith("data:image/png;base64,") for source in page.images)
    assert all(target.removeprefix("#") in page.ids for target in page.targets)


def test_the_page_holds_every_result_beside_the_printed_one(page: Page, course: Path) -> None:
    rows = {row[0]: row for row in page.cells}
    for name, printed in PRINTED.items():
        summaries = [
            json.loads((course / name / f"seed_{seed}" / "summary.json").read_text())
            for seed in (1, 2)
        ]
        assert rows[name][2] == f"{summaries[0]['parameters']:,}"
        for column, key in ((3, "initial_accuracy"), (5, "final_accuracy")):
            values = [summary[key] for summary in summaries]
            expected = f"{sum(values) / 2:.3f} {min(values):.3f}–{max(values):.3f}"
            assert rows[name][column] == expected
        assert rows[name][6] == "{:.2f}–{:.2f}".format(*printed.final)


def test_the_page_compares_the_last_and_the_best_epoch(page: Page, course: Path) -> None:
    rows = {row[0]: row for row in page.cells}
    summary = json.loads((course / "model1_callbacks" / "summary.json").read_text())
    for weights in ("last", "best"):
        assert rows[weights][3] == f"{summary[f'{weights}_val_accuracy']:.3f}"
    assert rows["best"][1] == str(summary["best_epoch"])
    assert rows["best"][2] == "checkpoints_best_only/checkpoint.weights.h5"


def test_the_callbacks_stop_after_as_many_epochs_as_they_are_patient(course: Path) -> None:
    arguments = json.loads((course / "model1_callbacks" / "arguments.json").read_text())
    assert arguments["recipe"]["patience"] == 1
    assert (
        json.loads((course / "model1" / "seed_1" / "arguments.json").read_text())["recipe"][
            "patience"
        ]
        == 0
    )


def test_the_frozen_trunk_stays_as_it_was_given(course: Path, vgg16: Path) -> None:
    from trainer.runs import RunFolder
    from trainer.trained_run import trained_model

    given = keras.applications.VGG16(include_top=False, weights=str(vgg16), input_shape=(64, 64, 3))
    model = trained_model(RunFolder(course / "model4" / "seed_1"), "last")
    for layer in given.layers[1:]:
        for one, other in zip(
            layer.get_weights(), model.get_layer(layer.name).get_weights(), strict=True
        ):
            assert np.array_equal(one, other)


def test_the_course_goes_on_where_it_stopped(course: Path, arrays: Path, vgg16: Path) -> None:
    options = ("--epochs", 2, "--seeds", 2, "--patience", 1, "--vgg16-weights", vgg16)
    refused = trainer("course", "--data", arrays, *options, "--out", course)
    assert (refused.returncode, "--resume" in refused.stderr) == (2, True)
    history = course / "model2" / "seed_2" / "history.csv"
    history.write_text("\n".join(history.read_text().splitlines()[:2]) + "\n")
    done = trainer("course", "--data", arrays, *options, "--out", course, "--resume")
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith("Epoch")] == ["Epoch 2/2"]


def test_a_split_without_test_images_is_refused_before_training(
    eurosat: Path, lists: Path, tmp_path: Path
) -> None:
    done = trainer("course", "--data", eurosat, "--split", lists, "--out", tmp_path / "out")
    assert (done.returncode, "no test images" in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.fixture
def run_of_course(course: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(course / "model1" / "seed_1", tmp_path / "run"))


def test_a_run_says_what_it_knew_before_and_after(run_of_course: Path, arrays: Path) -> None:
    from trainer.runs import RunFolder
    from trainer.trained_run import trained_model

    summary = json.loads((run_of_course / "summary.json").read_text())
    assert (summary["judged_on"], summary["judged_images"]) == ("test", 10)
    images = read_course_arrays(arrays)["test"]
    model = trained_model(RunFolder(run_of_course), "last")
    inputs = images.pixels.astype(np.float32) / 255
    right = model.predict(inputs, verbose=0).argmax(axis=1) == images.labels
    assert summary["final_accuracy"] == pytest.approx(right.mean())


def test_plot_draws_a_run(run_of_course: Path) -> None:
    shutil.rmtree(run_of_course / "plots")
    done = trainer("plot", run_of_course)
    assert done.returncode == 0, done.stderr
    drawn = [Path(line) for line in done.stdout.splitlines()]
    names = {path.name for path in drawn}
    assert names >= {"learning_curves.png", "confusion.png", "mistakes.png", "model.txt"}
    for path in drawn:
        if path.suffix == ".png":
            with Image.open(path) as image:
                image.load()
                assert image.width > 300
    text = (run_of_course / "plots" / "model.txt").read_text(encoding="utf-8")
    assert "conv_1" in text
    assert "18,354" in text


def test_without_graphviz_plot_says_so_and_writes_the_layers(run_of_course: Path) -> None:
    shutil.rmtree(run_of_course / "plots")
    done = trainer("plot", run_of_course, PATH="/nowhere")
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.splitlines()
    assert "graphviz is not installed" in line
    assert "model.txt" in line
    assert not (run_of_course / "plots" / "model.png").exists()
    assert "conv_1" in (run_of_course / "plots" / "model.txt").read_text(encoding="utf-8")


def test_plot_refuses_other_images_than_the_runs(
    run_of_course: Path, eurosat: Path, tmp_path: Path
) -> None:
    images = read_images(eurosat)
    for name in ("train", "test"):
        np.save(tmp_path / f"x_{name}.npy", images.pixels)
        np.save(tmp_path / f"y_{name}.npy", images.labels)
    done = trainer("plot", run_of_course, "--data", tmp_path)
    assert (done.returncode, "are not those of" in done.stderr) == (2, True)


def test_plots_keep_nothing_in_pyplot(run_of_course: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from trainer.run_plots import plot_run\n"
        "from trainer.runs import RunFolder\n"
        "plot_run(RunFolder(Path(sys.argv[1])))\n"
        "import matplotlib.pyplot as plt\n"
        "print(plt.get_fignums())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(run_of_course)],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_evaluate_compares_weights_side_by_side(run_of_course: Path, arrays: Path) -> None:
    file = run_of_course / "checkpoints_every_epoch" / "checkpoint_001.weights.h5"
    weights = ("--weights", "last", "--weights", "best", "--weights", file)
    data = ("--run", run_of_course, "--data", arrays, "--subset", "val")
    summary = json.loads((run_of_course / "summary.json").read_text())
    shown = trainer("evaluate", *data, *weights)
    assert shown.returncode == 0, shown.stderr
    last, best, first = (line.partition(",")[0] for line in shown.stdout.splitlines())
    assert last == f"last weights: accuracy {summary['last_val_accuracy']:.4f} of 10"
    assert best == f"best weights: accuracy {summary['best_val_accuracy']:.4f} of 10"
    assert first.startswith(f"{file} weights: accuracy ")
    stored = json.loads(trainer("evaluate", *data, *weights, "--json", "-").stdout)
    assert list(stored) == ["last", "best", str(file)]
    assert stored["best"]["accuracy"] == pytest.approx(summary["best_val_accuracy"])


def test_evaluate_names_a_damaged_checkpoint(run_of_course: Path, arrays: Path) -> None:
    file = run_of_course / "checkpoints_best_only" / "checkpoint.weights.h5"
    file.write_bytes(file.read_bytes()[:5000])
    done = trainer("evaluate", "--run", run_of_course, "--data", arrays)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "checkpoint.weights.h5" in done.stderr
