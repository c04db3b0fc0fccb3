"""Sentences -> mentions: every kind of fact in its own file, overlaps resolved here and only here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from discrepancy.extract import (
    age,
    attribution,
    count,
    dates,
    duration,
    heights,
    measure,
    money,
    ordinals,
    percent,
    quotes,
    rate,
    scores,
    stamps,
    standings,
    times,
    worded,
)
from discrepancy.model import READ_ROLES, Article, Mention, Sentence

# A finder reads one sentence and yields mentions with offsets into the article. It needs the article
# only for its day of publication; it never looks at what other finders found.
Finder = Callable[[Sentence, Article], Iterator[Mention]]

# In order of precedence: an earlier rank keeps its words against a later one ("July 10" against "10"), and
# within a rank the longest wins ("first meeting since May" against "since May"). To add a kind, add its
# file and its place here.
RANKS: tuple[tuple[Finder, ...], ...] = (
    (age.find, dates.find, times.find, scores.find, heights.find, ordinals.find, standings.find),
    (money.find, percent.find, rate.find, measure.find, duration.find),
    (count.find,),
)
# A quote holds other mentions and takes no words from them.
OVERLAPPING_FINDERS: tuple[Finder, ...] = (quotes.find,)


def extract_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every mention in the sentences that report something, sorted by where it starts."""
    return _sorted([*extract_values(article, sentences), *extract_worded(sentences)])


def extract_values(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every value and quote: what one sentence tells by itself; of a stamp only what cannot be."""
    stamped = [sentence for sentence in sentences if sentence.role == "stamp"]
    slips = [mention for sentence in stamped for mention in stamps.find(sentence, article)]
    return _sorted([*slips, *(found for each in _reporting(sentences) for found in _read(each, article))])


def extract_worded(sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Names, titles, places and polarities: the whole article tells which capitals make a name."""
    return tuple(worded.find(_reporting(sentences)))


def extract_names(sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The names of people, places and organisations alone."""
    return tuple(worded.names.find(_reporting(sentences)))


def _reporting(sentences: Sequence[Sentence]) -> list[Sentence]:
    return [sentence for sentence in sentences if sentence.role in READ_ROLES]


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.kind)))


def _read(sentence: Sentence, article: Article) -> list[Mention]:
    kept = resolve_overlaps(
        [mention for find in rank for mention in find(sentence, article)] for rank in RANKS
    )
    kept += [mention for find in OVERLAPPING_FINDERS for mention in find(sentence, article)]
    return _attributed(sentence, kept)


def resolve_overlaps(ranked: Iterable[Iterable[Mention]]) -> list[Mention]:
    """The mentions that keep their words: earlier ranks before later, longer before shorter in a rank."""
    taken: set[int] = set()
    kept: list[Mention] = []
    for rank in ranked:
        for mention in sorted(rank, key=lambda found: (found.start - found.end, found.start)):
            places = range(mention.start, mention.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(mention)
    return kept


def _attributed(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Name who says so, where the sentence names a source and the finder has not."""
    if not attribution.sources_of_sentence(sentence.text):
        return mentions
    return [_with_source(sentence, mention) for mention in mentions]


def _with_source(sentence: Sentence, mention: Mention) -> Mention:
    if mention.attribution:
        return mention
    start, end = mention.start - sentence.start, mention.end - sentence.start
    return replace(mention, attribution=attribution.attribute(sentence.text, start, end))
