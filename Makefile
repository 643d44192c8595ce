# For people and CI alike: `make help` lists the targets. What a target needs it sets up itself;
# what is set up already is not touched again.

VENV := .venv
PYTHON_OF_VENV := $(VENV)/bin/python
OLDEST := .venv-oldest
PUBLISHED := .venv-published
# QGIS' own Python: Debian's, whatever python3 stands first on the PATH.
export QGIS_PYTHON ?= /usr/bin/python3
# Full data for the tests that need it; they skip without.
export EUROSAT_SHARED_DATA ?= $(abspath ../shared/data)
# Where the plugin and the tests find TensorFlow and rasterio.
export EUROSAT_QGIS_PYTHON ?= $(abspath $(PYTHON_OF_VENV))

# What `make train-model` reads: all of EuroSAT RGB and the split's lists.
DATA ?= $(EUROSAT_SHARED_DATA)/eurosat/EuroSAT_RGB_trainval.zip
SPLIT ?= $(EUROSAT_SHARED_DATA)/eurosat/splits
MODEL := lite2
FINE := lite0_fine
# The folder src of Deepness' repository (https://github.com/PUTvision/qgis-plugin-deepness), for
# `make bench` to measure that plugin too; left out when absent.
DEEPNESS ?=
# ImageNet's weights, from which they start: scripts/imagenet_weights.py writes both.
PRETRAINED ?= runs/efficientnet_lite2.npz
FINE_PRETRAINED ?= $(EUROSAT_SHARED_DATA)/weights/efficientnet_lite0_imagenet_f16.npz
TRAIN = $(PYTHON_OF_VENV) -m trainer train $(1) --data $(DATA) --split $(SPLIT)

TESTS ?=
# The folders' Python leaves nothing in the repository.
APART := -p no:cacheprovider
# 96 dots per inch: at any other, QGIS 3.40 scales all it draws and blurs it.
ON_SCREEN := xvfb-run -a -s "-screen 0 1366x768x24 -dpi 96"

.DEFAULT_GOAL := help
.PHONY: help demo docs test test-unit test-qgis test-gui test-qgis-3.40 test-qgis-3.44 test-oldest lint package \
	screenshot screenshot-3.40 fuzz translations \
	example-model check-published pins safe-scenes safe-products input-kinds atmosphere corine bench \
	bench-quick dense train-model train-fine-model bench-training environment clean distclean system-venv \
	system-qgis system-tests system-screen system-translations system-folder

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9. -]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: environment docs ## classify the sample scene in real QGIS and draw the map
	@scripts/install_system_packages.sh qgis || true
	@$(PYTHON_OF_VENV) -m scripts.demo

test: test-unit test-qgis test-gui ## every test

test-unit: environment docs ## tests of core, trainer and runtime, without QGIS
	@scripts/install_system_packages.sh peers || true
	$(PYTHON_OF_VENV) -m pytest tests/unit tests/fuzz $(TESTS)

test-qgis: environment docs system-qgis system-tests ## tests in real QGIS, without a window
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) -m pytest tests/qgis $(TESTS)

test-gui: environment docs system-qgis system-tests system-screen ## tests in a real window on a virtual screen
	$(ON_SCREEN) $(QGIS_PYTHON) -m pytest tests/gui $(TESTS)

# Both of the above in one; QGIS comes into a Debian folder of its own under /var/tmp.
test-qgis-3.40 test-qgis-3.44: test-qgis-%: environment docs system-folder ## every test of QGIS in a newer one
	scripts/newer_qgis.sh $* env QT_QPA_PLATFORM=offscreen /usr/bin/python3 -m pytest $(APART) tests/qgis $(TESTS)
	scripts/newer_qgis.sh $* $(ON_SCREEN) /usr/bin/python3 -m pytest $(APART) tests/gui $(TESTS)

test-oldest: environment $(OLDEST)/.ready ## the bundled model under the oldest TensorFlow supported
	EUROSAT_OLDEST_PYTHON=$(abspath $(OLDEST))/bin/python $(PYTHON_OF_VENV) -m pytest tests/oldest $(TESTS)

fuzz: environment ## open 600 broken scenes: each must give a result or a one-line error
	EUROSAT_FUZZ_MUTATIONS=600 $(PYTHON_OF_VENV) -m pytest tests/fuzz -s $(TESTS)

safe-scenes: environment ## SAFE products of full size, zipped and not, in build/safe (some GB)
	$(PYTHON_OF_VENV) -m scripts.safe_scenes build/safe --zip

input-kinds: environment ## the sample scene as every kind of product: is the map the same?
	$(PYTHON_OF_VENV) -m benchmarks.input_kinds

safe-products: environment ## SAFE products of full size classified whole beside a GeoTIFF (an hour)
	$(PYTHON_OF_VENV) -m benchmarks.safe_products $(EUROSAT_SHARED_DATA)

lint: environment ## style, formatting, types, security
	$(PYTHON_OF_VENV) -m ruff check .
	$(PYTHON_OF_VENV) -m ruff format --check .
	$(PYTHON_OF_VENV) -m mypy
	$(PYTHON_OF_VENV) -m bandit -q -c pyproject.toml -r eurosat_qgis trainer scripts benchmarks

docs: environment ## the help that the plugin's zip carries, in build/help
	@# Not --quiet: what is not printed does not count as a broken link.
	@$(PYTHON_OF_VENV) -m mkdocs build --strict

package: docs ## the plugin's zip for QGIS' "Install from ZIP", in build/
	@python3 scripts/package.py build

check-published: docs $(PUBLISHED)/.ready ## the zip under the plugin site's checks: secrets, bandit, metadata
	$(PUBLISHED)/bin/python scripts/check_published.py

screenshot: environment docs system-qgis system-screen ## a first session in QGIS, pictured in docs/img/
	$(ON_SCREEN) $(PYTHON_OF_VENV) -m scripts.screenshot

translations: environment system-translations ## take the code's texts into resources/i18n, and compile them
	$(PYTHON_OF_VENV) -m scripts.translations

screenshot-3.40: environment docs system-folder ## the same in QGIS 3.40, in docs/img/qgis-3.40/
	scripts/newer_qgis.sh 3.40 $(ON_SCREEN) $(abspath $(PYTHON_OF_VENV)) -m scripts.screenshot docs/img/qgis-3.40

example-model: system-qgis ## write the example model of the model designer, in resources/models
	QT_QPA_PLATFORM=offscreen $(QGIS_PYTHON) scripts/example_model.py

atmosphere: environment ## errors and agreement of Level-2A brought to the top of the atmosphere
	$(PYTHON_OF_VENV) -m benchmarks.atmosphere $(EUROSAT_SHARED_DATA)
	$(PYTHON_OF_VENV) -m benchmarks.high_ground $(EUROSAT_SHARED_DATA)

corine: environment ## agreement of maps of Mol with CORINE Land Cover 2018
	$(PYTHON_OF_VENV) -m benchmarks.corine $(EUROSAT_SHARED_DATA)

bench: environment $(if $(DEEPNESS),build/deepness/.ready) ## speed and memory of the job beside other ways, in benchmarks/RESULTS.md (an hour)
	$(PYTHON_OF_VENV) -m benchmarks.speed --out benchmarks/RESULTS.md \
		$(if $(DEEPNESS),--deepness $(DEEPNESS) --deepness-packages build/deepness)

# What Deepness imports, beside QGIS' own numpy.
build/deepness/.ready: | environment system-qgis
	$(PYTHON_OF_VENV) -m pip install --quiet --target build/deepness --only-binary :all: --no-deps \
		--python-version $$($(QGIS_PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])') \
		'onnxruntime<1.24' 'opencv-python-headless<4.10'
	@touch $@

bench-quick: environment ## a first look at the same, in a minute
	$(PYTHON_OF_VENV) -m benchmarks.speed --quick

dense: environment ## how like windows alone the dense form of the shipped model is, and its speed
	$(PYTHON_OF_VENV) -m benchmarks.dense $(EUROSAT_SHARED_DATA)/s2/mol_be/mol_l1c_rgbn.tif \
		$(EUROSAT_SHARED_DATA)/s2/aquileia_it

pins: environment ## write the packages' versions and checksums of the plugin's environment
	cd eurosat_qgis/runtime && $(abspath $(VENV))/bin/uv pip compile requirements.txt --universal \
		--python-version 3.10 --generate-hashes --only-binary :all: --no-annotate \
		--custom-compile-command "make pins" --output-file pins.txt

train-fine-model: environment ## train the shipped model for small cells likewise (an hour)
	$(call TRAIN,$(FINE)) --pretrained $(FINE_PRETRAINED) --seed 1 --out runs/$(FINE)
	$(PYTHON_OF_VENV) -m trainer export runs/$(FINE) --out eurosat_qgis/models/eurosat_rgb_$(FINE)

train-model: environment ## train the shipped model from DATA, SPLIT and PRETRAINED, and export its bundle
	$(call TRAIN,$(MODEL)) --pretrained $(PRETRAINED) --seed 2 --out runs/$(MODEL)
	$(PYTHON_OF_VENV) -m trainer export runs/$(MODEL) --out eurosat_qgis/models/eurosat_rgb_$(MODEL)

bench-training: environment ## speed and memory of training beside the exercise's own way
	$(PYTHON_OF_VENV) -m benchmarks.training --data $(DATA) $(if $(wildcard $(PRETRAINED)),--pretrained $(PRETRAINED)) --out benchmarks/training.md

environment: $(VENV)/.ready ## the virtual environment of the worker, the trainer and the tools

$(VENV)/.ready: pyproject.toml setup.py scripts/create_environment.sh | system-venv
	@scripts/create_environment.sh $(VENV) --editable '.[trainer,onnx,cluster,dev]'
	@touch $@

$(OLDEST)/.ready: pyproject.toml tests/oldest/requirements.txt scripts/create_environment.sh | system-venv
	@scripts/create_environment.sh $(OLDEST) --requirement tests/oldest/requirements.txt
	@touch $@

$(PUBLISHED)/.ready: scripts/published_requirements.txt scripts/create_environment.sh | system-venv
	@# pyqt5to6 runs on 3.11 too, and asks for more.
	@scripts/create_environment.sh $(PUBLISHED) --ignore-requires-python --requirement scripts/published_requirements.txt
	@touch $@

# Phony and quick: each looks whether anything is missing, and only then calls apt.
system-venv system-qgis system-tests system-screen system-translations system-folder: system-%:
	@scripts/install_system_packages.sh $*

clean: ## remove what was built; environments and training runs stay
	rm -rf build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find eurosat_qgis trainer scripts tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environments too
	rm -rf $(VENV) $(OLDEST) $(PUBLISHED)
