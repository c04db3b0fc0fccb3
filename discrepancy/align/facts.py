"""Mentions -> facts: the places where one article repeats itself are one fact with several spans."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from discrepancy.align.context import Context, fold, stem
from discrepancy.model import Mention, Verdict

Compare = Callable[[Mention, Mention], Verdict | None]


def group_facts(
    mentions: Sequence[Mention], contexts: Sequence[Context], compare: Compare
) -> tuple[tuple[int, ...], ...]:
    """Indices of mentions, grouped where the article states one value of one thing again."""
    group = list(range(len(mentions)))
    for later in range(len(mentions)):
        for earlier in range(later):
            if group[later] == later and _repeats(mentions, contexts, earlier, later, compare):
                group[later] = group[earlier]
    return tuple(tuple(at for at in range(len(mentions)) if group[at] == head) for head in sorted(set(group)))


def _repeats(
    mentions: Sequence[Mention], contexts: Sequence[Context], earlier: int, later: int, compare: Compare
) -> bool:
    a, b = mentions[earlier], mentions[later]
    if a.kind != b.kind or a.value != b.value or a.sentence == b.sentence:
        return False
    if a.noun and b.noun and stem(fold(a.noun)) == stem(fold(b.noun)):
        return True
    shared = contexts[earlier].wide & contexts[later].wide
    verdict = compare(a, b)
    return bool(shared) and verdict is not None and verdict.severity == "agree"
