"""Facts that most sources state and the wire does not: stars of agreements among the sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.identity import digest_of
from discrepancy.many.rows import Compare
from discrepancy.matrix import MissingFact
from discrepancy.model import Article, Fact, Mention, Report

# Aligning every source with every other grows with the square of their number. What more than half of
# them state, one of these states with a chance of 1 - 1/2**HUBS or better; up to HUBS + 1 all are aligned.
HUBS = 5

Place = tuple[str, Fact]  # id of the article, and the fact in it


def choose_pairs(voices: Sequence[tuple[int, Article, int]]) -> list[tuple[int, int]]:
    """Pairs of sources to align with each other, by index; each voice is (index, article, its facts).

    The sources with the most facts are aligned with all others, so that the work stays linear.
    """
    hubs = sorted(voices, key=lambda voice: (-voice[2], voice[1].text, voice[1].id))[:HUBS]
    chosen = {at for at, _, _ in hubs}
    pairs = combinations([at for at, _, _ in voices], 2)
    return [(i, j) for i, j in pairs if i in chosen or j in chosen]


def find_missing(
    reports: Sequence[Report],
    among: Sequence[Report],
    articles: Sequence[Article],
    wire: Sequence[Mention],
    compare: Compare,
) -> list[MissingFact]:
    """Facts that more than half of the independent articles state, two at least, the most stated first.

    `reports` have the wire on side a, `among` are those on pairs of articles, `wire` are its mentions.
    """
    alone = {(report.b.id, fact) for report in reports for fact in report.only_b}
    known = {article.id: article for article in articles}
    stars = _find_stars(among)
    candidates = [
        star
        for star in stars
        if len(star) > max(1, len(articles) / 2) and all(place in alone for place in star.items())
    ]
    found: list[MissingFact] = []
    taken: set[Place] = set()
    for star in sorted(candidates, key=_rank):
        if taken & set(star.items()):
            continue
        taken |= set(star.items())
        told = tuple((known[id], star[id].mentions[0]) for id in known if id in star)
        if not any(_is_stated(mention, article, wire, compare) for article, mention in told):
            found.append(MissingFact(_identify(told), told, len(articles)))
    return found


def _find_stars(among: Sequence[Report]) -> list[dict[str, Fact]]:
    """Every fact with those of other articles that agree with it: by article, so that each counts once."""
    stars: dict[Place, dict[str, Fact]] = {}
    for report in among:
        for finding in report.agreements:
            a = report.a.id, _fact(finding.a, finding.repeats_a)
            b = report.b.id, _fact(finding.b, finding.repeats_b)
            stars.setdefault(a, dict([a])).update([b])
            stars.setdefault(b, dict([b])).update([a])
    return list(stars.values())


def _fact(told: Mention, repeats: tuple[Mention, ...]) -> Fact:
    return Fact(tuple(sorted((told, *repeats), key=lambda mention: (mention.start, mention.end))))


def _is_stated(mention: Mention, article: Article, wire: Sequence[Mention], compare: Compare) -> bool:
    """Whether the wire may state it after all, unmatched: the same value of what may be the same thing."""
    for other in wire:
        if other.kind == mention.kind and (not other.noun or not mention.noun or other.noun == mention.noun):
            verdict = compare(other, mention, article.day, article.day)
            if verdict is not None and verdict.severity == "agree":
                return True
    return False


def _identify(told: Sequence[tuple[Article, Mention]]) -> str:
    return digest_of(told[0][1].kind, (mention for _, mention in told))


def _rank(star: Mapping[str, Fact]) -> tuple[int, list[tuple[str, str]]]:
    return -len(star), sorted(
        (fact.mentions[0].sentence.text, fact.mentions[0].surface) for fact in star.values()
    )
