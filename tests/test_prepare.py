"""The embedded model prepared: the same vectors as sentence-transformers, and a graph that can be trusted."""

import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from discrepancy.embed import export, onnx_graph, weights
from discrepancy.embed.export import GraphError, prepare
from discrepancy.embed.fingerprint import fingerprint, hash_content
from discrepancy.embed.onnx_graph import OnnxEncoder, load_graph
from discrepancy.embed.sentence_transformer import SentenceTransformerEncoder, load_embedded
from discrepancy.user_cache import user_cache_folder

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "fixtures" / "stories" / "court-pension-fraud"
TEXTS = [
    *(line for line in (STORY / "a.txt").read_text(encoding="utf-8").splitlines() if line),
    "",
    "A meeting of [MASK] minutes with the envoy.",
    "word " * 400 + "far",
    "Zoë’s “naïve” — 東京 ﬁnal \u00a0 x",
]


@pytest.fixture(scope="module")
def graph():
    return prepare()


@pytest.fixture
def cache(tmp_path, monkeypatch, graph):
    """A cache of its own with the prepared graph in it."""
    (tmp_path / "models").mkdir()
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path))
    return Path(shutil.copy(graph, tmp_path / "models"))


@pytest.fixture
def made_again(monkeypatch, graph):
    """How often a graph was exported, with the export replaced by a copy: it takes seconds."""
    times = []

    def copy(draft):
        times.append(draft)
        shutil.copy(graph, draft)

    monkeypatch.setattr(export, "_export", copy)
    return times


def test_the_two_engines_agree(graph):
    prepared = load_graph(graph)
    whole = SentenceTransformerEncoder(load_embedded())
    assert isinstance(prepared, OnnxEncoder)
    np.testing.assert_allclose(prepared.encode(TEXTS), whole.encode(TEXTS), atol=1e-4)
    spans = [[(0, 9), (row % 30, row % 30 + 12), (0, len(text))] for row, text in enumerate(TEXTS)]
    np.testing.assert_allclose(
        prepared.encode_spans(TEXTS, spans), whole.encode_spans(TEXTS, spans), atol=1e-4
    )


def test_a_prepared_graph_is_taken_as_it_is(cache, made_again):
    assert prepare() == cache
    assert prepare() == cache
    assert not made_again


def test_a_graph_whose_content_changed_is_made_anew(cache, made_again):
    content = bytearray(cache.read_bytes())
    content[len(content) // 2] ^= 1
    cache.write_bytes(content)
    assert prepare() == cache
    assert len(made_again) == 1
    assert hash_content(cache)[:20] in cache.name


def test_a_graph_of_other_weights_is_not_taken(cache, made_again, monkeypatch, tmp_path):
    assert prepare() == cache
    adapter = tmp_path / "adapter.safetensors"
    monkeypatch.setattr(weights, "ADAPTER", adapter)
    adapter.write_bytes(b"low-rank")
    with_adapter = prepare()
    assert with_adapter != cache
    adapter.write_bytes(b"higher rank")
    assert prepare() not in (cache, with_adapter)
    assert len(made_again) == 2


def test_a_graph_that_cannot_be_run_is_made_anew(cache, made_again, monkeypatch):
    """Written by another version, say: its bytes are those that were written."""
    broken = cache.with_name(f"{cache.stem.rpartition('-')[0]}-{'0' * 20}.onnx")
    cache.unlink()
    broken.write_bytes(b"no graph")
    monkeypatch.setattr(export, "_is_whole", lambda graph: graph == broken)
    with pytest.raises(GraphError, match="cannot be run"):
        load_graph(prepare())
    from discrepancy.embed import prepare_model

    assert prepare_model() == cache
    assert len(made_again) == 1


def test_nothing_is_left_of_an_export_that_failed(cache, monkeypatch):
    def fail(draft):
        draft.write_bytes(b"half")
        raise OSError("disk full")

    cache.unlink()
    monkeypatch.setattr(export, "_export", fail)
    with pytest.raises(GraphError, match=r"disk full; name a folder .* DISCREPANCY_CACHE"):
        prepare()
    assert not list(cache.parent.iterdir())


def test_old_graphs_are_forgotten(cache, made_again):
    for age in range(5):
        old = cache.with_name(f"embedded-0-{age}-{age}.onnx")
        old.write_bytes(b"old")
        os.utime(old, (age, age))
    cache.unlink()
    prepare()
    assert len(list(cache.parent.glob("*.onnx"))) == 3
    assert cache.exists()


def test_a_file_is_hashed_again_only_when_it_changed(cache, tmp_path, monkeypatch):
    file = tmp_path / "weights"
    file.write_bytes(b"one")
    first = fingerprint(file)
    monkeypatch.setattr("discrepancy.embed.fingerprint.hash_content", lambda path: "read again")
    assert fingerprint(file) == first
    file.write_bytes(b"three")
    assert fingerprint(file) == "read again"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "\x00"])
def test_a_broken_list_of_hashes_is_no_list(tmp_path, monkeypatch, content):
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path))
    (tmp_path / "hashes.json").write_text(content, encoding="utf-8")
    file = tmp_path / "weights"
    file.write_bytes(b"one")
    assert fingerprint(file) == hash_content(file)


def test_where_nothing_can_be_kept_the_model_still_runs(tmp_path, monkeypatch, caplog):
    from discrepancy import embed

    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("DISCREPANCY_CACHE", str(blocked))
    with caplog.at_level(logging.WARNING):
        encoder = embed._load_embedded()
    assert isinstance(encoder, SentenceTransformerEncoder)
    assert "DISCREPANCY_CACHE" in caplog.text


def test_threads_are_those_asked_for(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    assert onnx_graph._session_options().intra_op_num_threads == 1
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert onnx_graph._session_options().intra_op_num_threads == 0


def test_the_cache_is_the_users_own_unless_said_otherwise(monkeypatch, tmp_path):
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path))
    assert user_cache_folder() == tmp_path
    monkeypatch.delenv("DISCREPANCY_CACHE")
    assert user_cache_folder().name == "discrepancy"
    assert user_cache_folder().is_absolute()


SLOW = ("torch", "transformers", "sentence_transformers", "sklearn", "scipy", "pandas")


FORMS = ("terminal", "json", "csv", "html", "markdown", "xlsx", "jsonl", "annotations")


@pytest.mark.parametrize(("command", "form"), [*(("diff", form) for form in FORMS), ("check", "terminal")])
def test_a_comparison_needs_nothing_slow_once_the_model_is_prepared(graph, command, form):
    arguments = [command, str(STORY / "a.txt"), str(STORY / "b.txt"), "--format", form]
    program = (
        "import sys\nfrom discrepancy.cli import main\n"
        f"try: main({arguments!r})\n"
        f"except SystemExit: print('LOADED', *({set(SLOW)} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr.decode().splitlines()[-1] == "LOADED"
