"""Low-rank changes to the embedded model's weights, merged once, so that they cost nothing afterwards.

The file holds two half-precision matrices for each changed layer: `<layer>.down` (rank, inputs) and
`<layer>.up` (outputs, rank), made by benchmarks/train_adapter.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from discrepancy.errors import ModelError


def merge_adapter(transformer: Any, path: Path) -> None:
    """Add up @ down to the weight of every layer that the file names; ModelError where it does not fit."""
    import torch
    from safetensors.torch import load_file

    try:
        arrays = load_file(path)
        layers = sorted({name.rpartition(".")[0] for name in arrays})
        with torch.no_grad():
            for layer in layers:
                change = arrays[f"{layer}.up"].float() @ arrays[f"{layer}.down"].float()
                weight = transformer.get_submodule(layer).weight
                weight += change.to(weight.device)
    except (OSError, KeyError, AttributeError, RuntimeError, ValueError) as error:
        raise ModelError(
            f"{path.name} does not fit the embedded model: {error}; install discrepancy anew"
        ) from error
