"""How right the textual kinds are over the labelled stories, each by itself.

    python -m benchmarks.textual               what is on by default: right, false, precision, found
    python -m benchmarks.textual --show        also every finding, and what its spans are labelled
    python -m benchmarks.textual --kind name   names alone, without the model: seconds; titles likewise
    python -m benchmarks.textual --kind place  places, which are off by default

A finding is judged as the labelled stories' own scorer judges it: right where its two spans overlap the two
mentions of a labelled conflict, passed over where the pair is labelled unsure, else false. Names are labelled
where the labellers noticed them, so a misspelling that they passed over counts as false here.
"""

from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from benchmarks.gold import ABSENT, compare_once_read, find_gold, list_stories, read_story
from benchmarks.pair_tables import load_scorer
from discrepancy.align import align_names, read_names
from discrepancy.align.worded.titles import align_titles
from discrepancy.compare import compare
from discrepancy.extract import extract_names, extract_worded
from discrepancy.model import Article, Kind, Mention
from discrepancy.options import Options
from discrepancy.segment import segment

Told = Iterator[tuple[str, float, Mention, Mention]]  # kind, confidence and both sides
Find = Callable[[Article, Article], Told]


def find_all(kinds: tuple[Kind, ...]) -> Find:
    """Conflicts of these kinds as `diff` reports them."""
    on = Options().kinds
    diff = compare_once_read(Options(kinds=(*on, *(kind for kind in kinds if kind not in on))))

    def find(a: Article, b: Article) -> Told:
        for finding in diff(a, b).conflicts:
            if finding.kind in kinds:
                yield finding.kind, finding.confidence, finding.a, finding.b

    return find


def find_names() -> Find:
    """Conflicts of names alone: what `diff` reports of them, without a model to load."""
    read = cache(lambda article: read_names(article, extract_names(segment(article))))

    def find(a: Article, b: Article) -> Told:
        first, second = sorted((a, b), key=lambda article: article.text)
        for match in align_names(read(first), read(second)):
            sides = (match.best_a, match.best_b) if first is a else (match.best_b, match.best_a)
            if match.probability >= Options().min_confidence and compare(*sides, a.day, b.day):
                yield "name", match.probability, *sides

    return find


def find_titles() -> Find:
    """Conflicts of titles alone: what `diff` reports of them, without a model to load."""

    @cache
    def read(article: Article) -> list[Mention]:
        return [mention for mention in extract_worded(segment(article)) if mention.kind == "title"]

    def find(a: Article, b: Article) -> Told:
        for match in align_titles(read(a), read(b)):
            if match.probability >= Options().min_confidence:
                yield "title", match.probability, match.best_a, match.best_b

    return find


def score(find: Find, show: bool) -> dict[str, Counter[str]]:
    """By kind, how many findings are right, false and unsure, and what of the labelled was found."""
    scorer, cases = load_scorer()
    labelled: dict[str, Any] = {case[0]: case[3] for case in cases}
    gold = find_gold()
    assert gold
    tallies: dict[str, Counter[str]] = {}
    for story in list_stories(gold):
        for a, b in itertools.combinations(read_story(gold, story), 2):
            found: set[int] = set()
            for kind, confidence, here, there in find(a, b):
                spans = {"a": _span(here), "b": _span(there)}
                verdict, slot = scorer.judge(spans, a.id, b.id, labelled[story])
                right = verdict in ("hard", "soft")
                found |= {slot} if right else set()
                tally = tallies.setdefault(kind, Counter())
                tally["right" if right else "unsure" if verdict == "unsure" else "false"] += 1
                if show:
                    where = f"{verdict:7}{confidence:.2f} {kind} {story} {a.id}~{b.id}:"
                    print(where, here.surface, "|", there.surface)
            for at, slot in enumerate(labelled[story]):
                if any(
                    {slot["mentions"][i]["article"] for i in c["pair"]} == {a.id, b.id}
                    for c in slot["conflicts"]
                ):
                    tallies.setdefault(slot["kind"], Counter())["labelled"] += 1
                    tallies[slot["kind"]]["found"] += at in found
    return tallies


def _span(mention: Mention) -> dict[str, int]:
    return {"start": mention.start, "end": mention.end}


def main() -> None:
    """Print a line a kind."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--kind", choices=("quote", "name", "title", "polarity", "place"))
    options = parser.parse_args()
    if not find_gold():
        raise SystemExit(ABSENT)
    shipped: tuple[Kind, ...] = ("quote", "name", "title", "polarity")
    kinds = (options.kind,) if options.kind else shipped
    find = {"name": find_names, "title": find_titles}.get(options.kind, lambda: find_all(kinds))()
    tallies = score(find, options.show)
    for kind in kinds:
        tally = tallies.get(kind, Counter())
        precision = tally["right"] / max(1, tally["right"] + tally["false"])
        print(
            f"{kind}: {tally['right']} right, {tally['false']} false, {tally['unsure']} unsure,"
            f" precision {precision:.3f}; {tally['found']} of {tally['labelled']} labelled found"
        )


if __name__ == "__main__":
    main()
