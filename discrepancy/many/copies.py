"""Which articles repeat another's text: copies of one agency report are one voice, not many.

A paragraph is found in another article where most of its runs of four words are (Broder, "On the
resemblance and containment of documents", 1997); an article repeats another where most of its own
words, those quoted from somebody left out, stand in such paragraphs. Containment is not symmetrical:
a digest of three paragraphs repeats the long report that it was cut from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from discrepancy.layout import blocks
from discrepancy.matrix import Repetition
from discrepancy.model import Article

RUN = 4  # words; one word exchanged breaks four runs, and common phrases are rarely longer
SAME_PARAGRAPH = 0.6  # of a paragraph's runs: two figures in 25 words may have been edited
SAME_ARTICLE = 0.6  # of an article's words: two reporters at one event share far less once quotes are out
_QUOTED = re.compile(r"[“\"][^“”\"\n]{0,1000}[”\"]")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """An article as the runs of words of its paragraphs."""

    paragraphs: tuple[frozenset[Run], ...]
    runs: frozenset[Run]


def group_copies(articles: Sequence[Article]) -> list[int]:
    """For every article the index of the one whose text it shares, its own where it repeats none.

    The first article is the wire and stands for its group; else the earliest does, then the longest.
    """
    prints = [_take_print(article) for article in articles]
    group = list(range(len(articles)))
    for i, j in _candidates(prints):
        if group[i] != group[j] and (_repeats(prints[i], prints[j]) or _repeats(prints[j], prints[i])):
            left, right = group[i], group[j]
            group = [left if head == right else head for head in group]
    heads = {head: _choose_head(articles, group, head) for head in set(group)}
    return [heads[head] for head in group]


def tell_repetitions(articles: Sequence[Article], heads: Sequence[int]) -> list[Repetition | None]:
    """How much of each article stands in the head of its group; None for the heads themselves."""
    prints = {at: _take_print(articles[at]) for at, head in enumerate(heads) if heads.count(head) > 1}
    told: list[Repetition | None] = []
    for at, head in enumerate(heads):
        if at == head:
            told.append(None)
            continue
        found = sum(_is_in(paragraph, prints[head]) for paragraph in prints[at].paragraphs)
        told.append(Repetition(articles[head].id, found, len(prints[at].paragraphs)))
    return told


def _take_print(article: Article) -> Print:
    text = article.text
    body = [block for block in blocks(text) if block.role == "body"]
    paragraphs = [_runs(text[block.start : block.end]) for block in body]
    told = tuple(runs for runs in paragraphs if runs)
    return Print(told, frozenset().union(*told))


def _runs(paragraph: str) -> frozenset[Run]:
    words = re.findall(r"\w+", _QUOTED.sub(" ", paragraph).casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _candidates(prints: Sequence[Print]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough runs for one to repeat the other, found without comparing all pairs."""
    holders: dict[Run, list[int]] = {}
    for at, each in enumerate(prints):
        for run in each.runs:
            holders.setdefault(run, []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for among in holders.values():
        shared.update(combinations(among, 2))
    for (i, j), number in sorted(shared.items()):
        if number >= SAME_PARAGRAPH * SAME_ARTICLE * min(len(prints[i].runs), len(prints[j].runs)):
            yield i, j


def _repeats(one: Print, other: Print) -> bool:
    found = sum(len(paragraph) for paragraph in one.paragraphs if _is_in(paragraph, other))
    return found >= SAME_ARTICLE * sum(map(len, one.paragraphs))


def _is_in(paragraph: frozenset[Run], other: Print) -> bool:
    return len(paragraph & other.runs) >= SAME_PARAGRAPH * len(paragraph)


def _choose_head(articles: Sequence[Article], group: Sequence[int], head: int) -> int:
    members = [at for at, each in enumerate(group) if each == head]
    if 0 in members:
        return 0
    return min(members, key=lambda at: _seniority(articles[at]))


def _seniority(article: Article) -> tuple[str, int, str, str]:
    return article.published or "9999", -len(article.text), article.text, article.id
