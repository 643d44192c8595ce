"""The QGIS plugin Deepness on a scene, timed without a window, in QGIS' own Python.

`python benchmarks/deepness.py SOURCE SCENE MODEL.onnx`: SOURCE is the folder `src` of its
repository (https://github.com/PUTvision/qgis-plugin-deepness), SCENE an image of 8 bits stretched
as EuroSAT is, MODEL what `python -m trainer export --format onnx` writes. Needs onnxruntime and
opencv-python-headless beside QGIS' numpy. Prints a JSON object as benchmarks/contestants.py does.
"""

from __future__ import annotations

import contextlib
import json
import sys
import time
from pathlib import Path
from typing import Any

BATCH_SIZE = 64


def classified(source: str, scene: str, model: str) -> dict[str, Any]:
    """Seconds and windows of Deepness' own segmentation of a scene, polygons included."""
    sys.path.insert(0, source)
    from deepness.common.channels_mapping import ChannelsMapping, ImageChannelStandaloneBand
    from deepness.common.processing_overlap import ProcessingOverlap, ProcessingOverlapOptions
    from deepness.common.processing_parameters.map_processing_parameters import ProcessedAreaType
    from deepness.common.processing_parameters.segmentation_parameters import SegmentationParameters
    from deepness.processing.map_processor.map_processing_result import MapProcessingResultSuccess
    from deepness.processing.map_processor.map_processor_segmentation import (
        MapProcessorSegmentation,
    )
    from deepness.processing.models.segmentor import Segmentor
    from qgis.core import QgsProject, QgsRasterLayer

    layer = QgsRasterLayer(scene, "scene")
    QgsProject.instance().addMapLayer(layer)
    network = Segmentor(model)
    channels = ChannelsMapping()
    bands = ("red", "green", "blue")
    channels.set_image_channels(
        [ImageChannelStandaloneBand(place, name) for place, name in enumerate(bands, 1)]
    )
    channels.set_number_of_model_inputs_same_as_image_channels()
    parameters = SegmentationParameters(
        resolution_cm_per_px=100 * layer.rasterUnitsPerPixelX(),
        tile_size_px=network.get_input_size_in_pixels()[0],
        batch_size=BATCH_SIZE,
        local_cache=False,
        processed_area_type=ProcessedAreaType.ENTIRE_LAYER,
        mask_layer_id=None,
        input_layer_id=layer.id(),
        input_channels_mapping=channels,
        postprocessing_dilate_erode_size=0,
        processing_overlap=ProcessingOverlap(
            ProcessingOverlapOptions.OVERLAP_IN_PERCENT, percentage=0
        ),
        pixel_classification__probability_threshold=0.0,
        model=network,
    )
    processor = MapProcessorSegmentation(
        rlayer=layer, vlayer_mask=None, map_canvas=None, params=parameters
    )
    started = time.perf_counter()
    processor.run()
    seconds = time.perf_counter() - started
    if not isinstance(processor._processing_result, MapProcessingResultSuccess):
        sys.exit(f"Deepness failed: {processor._processing_result.message}")
    return {"seconds": seconds, "windows": processor.x_bins_number * processor.y_bins_number}


def main() -> None:
    from qgis.core import QgsApplication

    source, scene, model = sys.argv[1:]
    application = QgsApplication([], False)
    application.initQgis()
    # It prints a line for every tile.
    with Path("/dev/null").open("w") as nothing, contextlib.redirect_stdout(nothing):
        found = classified(source, scene, model)
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
