"""Mentions -> facts: where one article repeats itself, or gives two sources' values, is one fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.align.context import Context, stem
from discrepancy.model import Mention, Verdict
from discrepancy.words import fold

# Besides the noun itself, so that "people" hurt here and "people" held there stay two facts.
SHARED_WORDS = 3

Compare = Callable[[Mention, Mention], Verdict | None]


def group_facts(
    mentions: Sequence[Mention], contexts: Sequence[Context], compare: Compare
) -> tuple[tuple[int, ...], ...]:
    """Indices of mentions, grouped where the article states one value again, or another source's."""
    group = list(range(len(mentions)))
    for later in range(len(mentions)):
        for earlier in range(later):
            if group[later] == later and (
                _repeats(mentions, contexts, earlier, later, compare)
                or _differs_by_source(mentions, contexts, earlier, later, compare)
            ):
                group[later] = group[earlier]
    return tuple(tuple(at for at in range(len(mentions)) if group[at] == head) for head in sorted(set(group)))


def _repeats(
    mentions: Sequence[Mention], contexts: Sequence[Context], earlier: int, later: int, compare: Compare
) -> bool:
    a, b = mentions[earlier], mentions[later]
    if a.kind != b.kind or a.value != b.value or a.sentence == b.sentence:
        return False
    if a.noun and b.noun:
        return _share_noun(a, b)
    shared = contexts[earlier].wide & contexts[later].wide
    verdict = compare(a, b)
    return bool(shared) and verdict is not None and verdict.severity == "agree"


def _differs_by_source(
    mentions: Sequence[Mention], contexts: Sequence[Context], earlier: int, later: int, compare: Compare
) -> bool:
    """Two named sources, two values of one thing: a magnitude of 5.9 by one agency, 6.1 by another."""
    a, b = mentions[earlier], mentions[later]
    if a.kind != b.kind or not _share_noun(a, b) or not a.attribution or not b.attribution:
        return False
    if len(contexts[earlier].wide & contexts[later].wide) < SHARED_WORDS:
        return False
    verdict = compare(a, b) if fold(a.attribution) != fold(b.attribution) else None
    return verdict is not None and verdict.severity != "agree"


def _share_noun(a: Mention, b: Mention) -> bool:
    return bool(a.noun and b.noun) and stem(fold(str(a.noun))) == stem(fold(str(b.noun)))
