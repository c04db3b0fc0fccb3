"""Dates, times, ordinals, scores, quotes and attribution on any text at all, and on long texts."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_cases import read

from discrepancy.extract import attribution, dates, extract_values, ordinals, quotes, scores, times
from discrepancy.extract.attribution import attribute, find_sources, sources_of_article, sources_of_sentence
from discrepancy.model import Article, Mention, Sentence, Value
from discrepancy.segment import segment

FINDERS: dict[str, Callable[[Sentence, Article], Iterator[Mention]]] = {
    "dates": dates.find,
    "times": times.find,
    "ordinals": ordinals.find,
    "scores": scores.find,
    "quotes": quotes.find,
}

# What the finders look for, and what may stand between or inside it.
WORDS = (
    "Thursday|July 10, 2025|10/07/25|2011|1990s|last|year ago|31 Feb|4 p.m.|25:99|0300 GMT|noon|first|2nd"
    "|second-largest|since February|3-2|51% to 49%|vote|he said|according to|the|99999|0|ß|𝟙|²"
    "|June 85|in 2905|2930s|60am|4300 GMT|89.07.2016|1951-4957"
)
MARKS = "“ ” \" ' , . - – ( )"
PIECES = st.sampled_from([*WORDS.split("|"), *MARKS.split(), " ", "\n"])
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@given(text=TEXTS, published=st.one_of(st.none(), st.dates().map(str)))
@settings(max_examples=300, deadline=None)
def test_no_text_breaks_a_finder_and_spans_are_exact(text: str, published: str | None) -> None:
    for find in FINDERS.values():
        for mention in read(find, text, published):
            assert mention.surface
            value = mention.value
            if isinstance(value, Value):
                assert value.low <= value.high


@given(text=TEXTS, start=st.integers(0, 60), length=st.integers(0, 30))
@settings(deadline=None)
def test_no_text_breaks_attribution(text: str, start: int, length: int) -> None:
    who = attribute(text, start, start + length)
    assert who is None or who in text
    for source in find_sources(text):
        assert 0 <= source.start < source.end <= len(text)


def test_sources_are_looked_for_once_in_a_sentence_and_once_in_an_article(monkeypatch) -> None:
    seen: Counter[str] = Counter()
    found = attribution._find_sources
    monkeypatch.setattr(attribution, "_find_sources", lambda text: seen.update([text]) or found(text))
    lines = [f"“We lost {n} of {n + 9} boats in the flood,” the harbour master said." for n in range(2, 40)]
    article = Article(text="\n\n".join(lines), id="long")
    list(extract_values(article, segment(article)))
    assert max(seen.values()) == 1
    assert seen[article.text] == 1


REPEATED = (
    '1|1 |1-|1:|3-2 |first |the |he said |“|"a|"a b c d" |“a b c d,” he said, |May |Thursday |2011-'
    "|from 2011 to |June 85 |in 2905 |60am |4 p.m. to |, |A. "
)


@pytest.mark.parametrize("name", FINDERS)
@pytest.mark.parametrize("unit", REPEATED.split("|"))
def test_time_grows_with_the_text_and_not_faster(name: str, unit: str) -> None:
    def seconds(length: int) -> float:
        sources_of_sentence.cache_clear()
        sources_of_article.cache_clear()
        text = (unit * length)[:length]
        began = time.process_time()
        list(FINDERS[name](Sentence(0, len(text), text, 0), Article(text=text, id="long")))
        return time.process_time() - began

    assert seconds(20_000) < max(1.0, 12 * seconds(5_000))
