"""The adapter of the embedded model: what it adds, and what it refuses."""

import numpy as np
import pytest

from discrepancy.embed.adapter import merge_adapter
from discrepancy.embed.weights import ADAPTER
from discrepancy.errors import ModelError

torch = pytest.importorskip("torch")
from safetensors.numpy import load_file, save_file  # noqa: E402


@pytest.fixture
def layers():
    return torch.nn.ModuleDict({"one": torch.nn.Linear(3, 2), "other": torch.nn.Linear(2, 2)})


def save(path, **arrays):
    save_file({name: np.asarray(array, dtype=np.float16) for name, array in arrays.items()}, path)
    return path


def test_a_layer_that_is_named_changes_and_no_other(layers, tmp_path):
    before = {name: layer.weight.detach().clone() for name, layer in layers.items()}
    path = save(tmp_path / "a.safetensors", **{"one.up": [[1], [2]], "one.down": [[1, 0, -1]]})
    merge_adapter(layers, path)
    change = (layers["one"].weight - before["one"]).detach().numpy()
    assert change == pytest.approx(np.array([[1, 0, -1], [2, 0, -2]]), abs=1e-5)
    assert torch.equal(layers["other"].weight, before["other"])


@pytest.mark.parametrize(
    "arrays",
    [
        {"third.up": [[1], [2]], "third.down": [[1, 0, -1]]},
        {"one.up": [[1], [2]]},
        {"one.up": [[1], [2], [3]], "one.down": [[1, 0, -1]]},
    ],
    ids=["no such layer", "half of it", "another shape"],
)
def test_what_does_not_fit_is_refused(layers, tmp_path, arrays):
    with pytest.raises(ModelError, match="does not fit the embedded model"):
        merge_adapter(layers, save(tmp_path / "a.safetensors", **arrays))


def test_a_missing_file_is_refused(layers, tmp_path):
    with pytest.raises(ModelError, match="gone"):
        merge_adapter(layers, tmp_path / "gone.safetensors")


def test_the_shipped_adapter_is_small_and_of_low_rank():
    arrays = load_file(ADAPTER)
    assert ADAPTER.stat().st_size < 2_000_000
    assert {array.dtype for array in arrays.values()} == {np.dtype("float16")}
    assert all(min(array.shape) <= 16 and np.isfinite(array).all() for array in arrays.values())
    assert any(np.abs(array).max() > 0 for name, array in arrays.items() if name.endswith(".up"))
