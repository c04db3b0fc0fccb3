"""The whole way of the data on one screen: read, segment, extract, embed, align, compare, report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from discrepancy.align import (
    Reading,
    align,
    align_worded,
    describe,
    group_facts,
    limit_mentions,
    read_names,
    read_vectors,
)
from discrepancy.cache import Cache, Extract, remember_mentions, remember_vectors
from discrepancy.compare import compare
from discrepancy.embed import Encoder, LateEncoder, locate_embedded_model, prepare_model
from discrepancy.findings import collect_findings
from discrepancy.layout import published_day
from discrepancy.many import choose_pairs, collect_check, group_copies, number_ids
from discrepancy.matrix import CheckReport
from discrepancy.model import WORDED_KINDS, Article, Kind, Match, Mention, Report, Sentence
from discrepancy.options import EMBEDDED_MODEL, Options
from discrepancy.segment import segment


def diff(a: Article, b: Article, options: Options | None = None, *, cache: Cache | None = None) -> Report:
    """Compare two articles and report every fact on which they disagree, most certain first.

    With a cache, what was read before is not read again. Raises ModelError where the embedding model
    cannot be loaded.
    """
    (report,) = diff_each(a, [b], options, cache=cache)
    return report


def diff_each(
    a: Article, others: Iterable[Article], options: Options | None = None, *, cache: Cache | None = None
) -> Iterator[Report]:
    """Compare one article with many others, reading it once; one report for each, as it is ready.

    Raises what `diff` raises, at the first report.
    """
    options = options or Options()
    read = choose_reader(options, cache)
    first = read(a)
    for other in others:
        yield diff_readings(first, read(other), options)


def check(
    wire: Article,
    others: Sequence[Article],
    options: Options | None = None,
    *,
    cache: Cache | None = None,
    track: Callable[[Sequence[Any]], Iterable[Any]] = iter,
) -> CheckReport:
    """Compare one article with many and report by fact what each of them says, the widest disputes first.

    Each article is read once, and with a cache not again; `track` goes round what is gone through, such as
    `tqdm.tqdm`. Articles with one id get numbers. Raises ModelError where the model cannot be loaded.
    """
    options = options or Options()
    read = choose_reader(options, cache)
    wire, *others = number_ids((wire, *others))
    every = replace(options, severities=("hard", "soft"))  # a row tells the soft voices beside the hard ones
    first = read(wire)
    readings: list[Reading] = []
    reports: list[Report] = []
    for other in track(others):
        readings.append(read(other))
        reports.append(diff_readings(first, readings[-1], every))
    heads = group_copies([first.article, *(reading.article for reading in readings)])
    own = [(at, each.article, len(each.facts)) for at, each in enumerate(readings) if heads[at + 1] == at + 1]
    among = [diff_readings(readings[i], readings[j], every) for i, j in track(choose_pairs(own))]
    known = (first.article, first.mentions)
    return collect_check(known, reports, among, heads, compare, options.severities)


def prepare() -> Path:
    """Make the embedded model ready for every later run; raises ModelError where that cannot be kept."""
    return prepare_model()


def extract(article: Article, *, cache: Cache | None = None) -> tuple[Mention, ...]:
    """Every mention of every kind in an article, in the order of the text."""
    dated = date_article(article)
    return choose_extraction(cache)(dated, segment(dated))


def choose_reader(options: Options, cache: Cache | None = None) -> Callable[[Article], Reading]:
    """What reads an article with the options; with a cache, it remembers."""
    model = LateEncoder(options.model)
    encoder, find = choose_encoder(options.model, model, cache), choose_extraction(cache, model.begin)
    return lambda article: read_facts(article, encoder, options.kinds, find)


def choose_encoder(name: str, model: Encoder, cache: Cache | None = None) -> Encoder:
    """The model of that name; with a cache, one that remembers and asks the model only when it must."""
    if cache is None:
        return model
    folder = locate_embedded_model() if name == EMBEDDED_MODEL else Path(name)
    return remember_vectors(model, folder, cache)


def choose_extraction(cache: Cache | None = None, begin: Callable[[], None] | None = None) -> Extract:
    """The extraction; with a cache, one that remembers. `begin` is called before a text that is new."""

    def extract(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        if begin:
            begin()
        return extract_mentions(article, sentences)

    return extract if cache is None else remember_mentions(extract, cache)


def extract_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The stage `extract`, whose grammars are half of what there is to import: a cache may not need them."""
    from discrepancy.extract import extract_mentions

    return extract_mentions(article, sentences)


def read_facts(
    article: Article, encoder: Encoder, kinds: Collection[Kind], find: Extract = extract_mentions
) -> Reading:
    """Everything that comparing needs of one article, computed once however often it is compared."""
    dated = date_article(article)
    sentences = segment(dated)
    found = find(dated, sentences)
    # What is told in words masks nothing, and has no context.
    worded = [mention for mention in found if mention.kind in WORDED_KINDS and mention.kind in kinds]
    mentions = limit_mentions(dated, [mention for mention in found if mention.kind not in WORDED_KINDS])
    contexts = describe(sentences, mentions, encoder.mask)
    asked = [at for at, mention in enumerate(mentions) if mention.kind in kinds]  # the others stay masked
    mentions, contexts = tuple(mentions[at] for at in asked), tuple(contexts[at] for at in asked)
    facts = group_facts(mentions, contexts, partial(compare, day_a=dated.day, day_b=dated.day))
    vectors = read_vectors(encoder, sentences, mentions, contexts)
    names = read_names(dated, worded)
    return Reading(dated, sentences, mentions, contexts, facts, *vectors, names, tuple(worded))


def diff_readings(a: Reading, b: Reading, options: Options) -> Report:
    """The report on two readings; which comes first changes the sides and nothing else."""
    day_a, day_b = a.article.day, b.article.day
    matches = match_facts(a, b)
    verdicts = [compare(match.best_a, match.best_b, day_a, day_b) for match in matches]
    judged = [(match, verdict) for match, verdict in zip(matches, verdicts, strict=True) if verdict]
    return collect_findings(a.article, b.article, (a.all_facts, b.all_facts), judged, options)


def match_facts(a: Reading, b: Reading) -> tuple[Match, ...]:
    """Matches of two readings, always computed in one order, so that exchanging them mirrors the result."""
    if b.article.text < a.article.text:
        return tuple(match.mirror() for match in match_facts(b, a))
    matches = align(a, b, partial(compare, day_a=a.article.day, day_b=b.article.day))
    return (*matches, *align_worded(a, b))


def date_article(article: Article) -> Article:
    """The article with its day of publication, read from the page where it was not given."""
    if article.published is not None:
        return article
    day = published_day(article.text)
    return replace(article, published=day.isoformat()) if day else article
