"""What remembers gives what it wraps gives, computes nothing twice, and forgets what is stale."""

import sys
from dataclasses import replace
from importlib.metadata import version

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.stories import load_stories
from discrepancy import Article, Cache, Options, diff, diff_each, embed, extract, pipeline
from discrepancy.cache import mentions, remember_mentions, remember_vectors, vectors, versions
from discrepancy.segment import segment

STORIES = load_stories()
OTHER_OPTIONS = Options(kinds=("count", "money", "age"), min_confidence=0.0)


class Counting:
    """An encoder of small made-up vectors that counts its texts."""

    mask = "[MASK]"

    def __init__(self):
        self.asked = 0

    def encode(self, texts):
        self.asked += len(texts)
        seeds = [np.random.default_rng(len(text)).normal(size=4) for text in texts]
        return np.array(seeds, dtype=np.float32).reshape(-1, 4)

    def encode_spans(self, texts, spans):
        self.asked += len(texts)
        pooled = np.zeros((len(texts), max(map(len, spans), default=0), 4), dtype=np.float32)
        for row, asked in enumerate(spans):
            for column, (start, end) in enumerate(asked):
                pooled[row, column] = np.random.default_rng([row, start, end]).normal(size=4)
        return pooled


@pytest.fixture
def cache(tmp_path):
    with Cache(tmp_path / "cache") as made:
        yield made


@pytest.fixture
def model(tmp_path):
    """A folder that stands for a model."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "weights").write_text("1234")
    return folder


SPANS = st.lists(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5), min_size=0, max_size=4
)


class Refusing:
    """An encoder that must not be asked anything."""

    @property
    def mask(self):
        raise AssertionError("the model was asked")

    def encode(self, texts):
        raise AssertionError("the model was asked")

    def encode_spans(self, texts, spans):
        raise AssertionError("the model was asked")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SPANS)
def test_vectors_of_spans_come_back_to_the_last_bit(cache, model, spans):
    texts = [f"text {row}" for row in range(len(spans))]
    plain = Counting().encode_spans(texts, spans)
    for _ in range(2):
        told = remember_vectors(Counting(), model, cache).encode_spans(texts, spans)
        assert told.dtype == plain.dtype
        assert told.shape == plain.shape
        np.testing.assert_array_equal(told, plain)


@pytest.mark.parametrize("texts", [[], ["one"], ["one", "another", "one", "half \ud800"]])
def test_vectors_of_texts_come_back_without_the_model(cache, model, texts):
    first = remember_vectors(Counting(), model, cache)
    plain = Counting().encode(texts)
    np.testing.assert_array_equal(first.encode(texts), plain)
    assert first.mask == "[MASK]"

    again = remember_vectors(Refusing(), model, cache)
    np.testing.assert_array_equal(again.encode(texts), plain)
    assert again.encode(texts).flags.writeable
    assert again.mask == "[MASK]"


def test_a_model_whose_files_changed_is_another_model(cache, model):
    before = remember_vectors(Counting(), model, cache)
    before.encode(["one"])
    (model / "weights").write_text("12345")
    counting = Counting()
    remember_vectors(counting, model, cache).encode(["one"])
    assert counting.asked == 1


def test_a_model_without_a_folder_is_used_as_it_is(cache, tmp_path):
    counting = Counting()
    assert remember_vectors(counting, tmp_path / "no such", cache) is counting


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_mentions_come_back_as_they_were(story):
    for article in (story.a, story.b):
        sentences = segment(article)
        found = extract(article)
        assert found
        again = mentions.unpack(mentions.pack(found, sentences), sentences)
        assert again == found
        assert [repr(mention) for mention in again] == [repr(mention) for mention in found]  # 40 is not 40.0


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_mentions_of_any_text_come_back(text):
    article = Article(text + " 12 people, 3 km, July 4, “so he said” on Monday", "x", published="2024-02-29")
    sentences = segment(article)
    found = extract(article)
    assert mentions.unpack(mentions.pack(found, sentences), sentences) == found


def test_extraction_is_asked_once_for_a_text_and_a_day(cache, monkeypatch):
    asked = []

    def find(article, sentences):
        asked.append(article.published)
        return pipeline.extract_mentions(article, sentences)

    article = Article("Four boats sank on Monday.", "a", published="2024-01-02")
    later = replace(article, published="2024-02-02")
    for one in (article, replace(article, id="b", title="Boats"), later, article):
        again = remember_mentions(find, cache)(one, segment(one))
        assert again == pipeline.extract_mentions(one, segment(one))
    assert asked == ["2024-01-02", "2024-02-02"]
    monkeypatch.setattr(mentions, "extraction_version", lambda: "tomorrow's rules")
    remember_mentions(find, cache)(article, segment(article))
    assert len(asked) == 3


def test_another_source_is_another_version(tmp_path, monkeypatch):
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    (tmp_path / "extract").mkdir()
    (tmp_path / "extract" / "count.py").write_text("dozen = 12")
    before = versions.hash_sources(*versions.EXTRACTION)
    assert versions.hash_sources(*versions.EXTRACTION) == before
    (tmp_path / "extract" / "count.py").write_text("dozen = 13")
    assert versions.hash_sources(*versions.EXTRACTION) != before


@pytest.mark.parametrize("package", [*versions.EXTRACTORS, *versions.ENGINES])
def test_the_versions_are_those_that_are_installed(package):
    python = " ".join(map(str, sys.version_info[:2]))
    assert versions.name_versions(package) == f"{version(package)} {python}"
    assert versions.name_versions("no-such-package").startswith("- ")


def test_every_source_between_a_text_and_its_mentions_is_there():
    for name in versions.EXTRACTION:
        assert (versions.PACKAGE / name).exists(), name
    assert any((versions.PACKAGE / name).exists() for name in versions.EMBEDDING)


@pytest.mark.parametrize("options", [Options(), OTHER_OPTIONS], ids=["default", "other"])
def test_cold_warm_and_without_a_cache_the_report_is_the_same(cache, options, monkeypatch):
    story = STORIES[0]
    plain = diff(story.a, story.b, options)
    assert plain.agreements
    assert diff(story.a, story.b, options, cache=cache) == plain
    sizes = cache.holdings().size
    monkeypatch.setattr(embed, "load_encoder", lambda model: pytest.fail("the model was loaded"))
    assert diff(story.a, story.b, options, cache=cache) == plain
    assert cache.holdings().size == sizes


def test_half_known_articles_give_the_same_report(cache):
    first, second = STORIES[0], STORIES[1]
    diff(first.a, second.b, cache=cache)
    assert diff(first.a, first.b, cache=cache) == diff(first.a, first.b)


def test_facts_are_the_same_with_a_cache(cache):
    article = STORIES[2].a
    assert extract(article, cache=cache) == extract(article) == extract(article, cache=cache)
    assert cache.holdings().entries == {"mentions": 1}


def test_one_article_is_compared_with_many_and_read_once(monkeypatch):
    read = []
    inner = pipeline.read_facts
    monkeypatch.setattr(pipeline, "read_facts", lambda a, *rest: read.append(a.id) or inner(a, *rest))
    story = STORIES[0]
    others = [replace(story.b, id="b"), replace(STORIES[1].b, id="c"), replace(story.a, id="d")]
    reports = list(diff_each(story.a, others))
    assert read == [story.a.id, "b", "c", "d"]
    monkeypatch.undo()
    assert reports == [diff(story.a, other) for other in others]


def test_the_reading_that_no_vector_is_kept_for_is_whole():
    assert vectors.unpack(vectors.pack(np.zeros((0, 7), dtype=np.float32))).shape == (0, 7)
