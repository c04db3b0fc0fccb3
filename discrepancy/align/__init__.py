"""Mentions of two articles -> matches: which facts answer the same question, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from discrepancy.align.assign import assign
from discrepancy.align.context import Context, describe
from discrepancy.align.facts import Compare, group_facts
from discrepancy.align.reading import Reading, limit_mentions, read_vectors
from discrepancy.align.strangers import drop_strangers
from discrepancy.align.worded import align_worded
from discrepancy.align.worded.names import Names, align_names, read_names
from discrepancy.model import Match, Verdict

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float64]

__all__ = [
    "Compare",
    "Context",
    "Names",
    "Reading",
    "Verdicts",
    "align",
    "align_names",
    "align_worded",
    "assign_facts",
    "compare_pairs",
    "describe",
    "group_facts",
    "limit_mentions",
    "merge_scores",
    "read_names",
    "read_vectors",
    "score_pairs",
    "shortlist",
]

# A pair of mentions less likely than this to answer one question is not looked at twice: one labelled
# conflict in fifty falls below it, and one disputed pair in four.
SHORTLIST = 0.02

Verdicts = dict[tuple[int, int], Verdict]


def align(left: Reading, right: Reading, compare: Compare) -> tuple[Match, ...]:
    """Matched facts of two articles in the order of the left article.

    `compare` says how two values stand to each other, or None where they cannot be compared. The
    probability is that of the same question where the values agree, and of a true conflict where not.
    """
    verdicts = compare_pairs(left, right, compare)
    return assign_facts(left, right, verdicts, score_pairs(left, right, verdicts))


def assign_facts(left: Reading, right: Reading, verdicts: Verdicts, scores: Scores) -> tuple[Match, ...]:
    """Matched facts, given the scores of all pairs of mentions.

    Agreements are assigned one to one, and disputes by themselves: a value that the other article both
    repeats and contradicts is told twice, once as each. Two values that both find a surer agreement are two
    facts, and in no dispute.
    """
    import numpy as np

    if not left.facts or not right.facts:
        return ()
    agreeing = np.zeros(scores.shape, dtype=bool)
    for pair, verdict in verdicts.items():
        agreeing[pair] = verdict.severity == "agree"
    agreements = _assign(left, right, np.where(agreeing, scores, 0.0))
    disputes = _assign(left, right, np.where(agreeing, 0.0, scores))
    told = agreements + _drop_settled(disputes, agreements)
    return tuple(sorted(told, key=lambda match: (match.best_a.start, match.best_b.start)))


def _drop_settled(disputes: Sequence[Match], agreements: Sequence[Match]) -> list[Match]:
    """The disputes at least one side of which finds no surer agreement, and none beside the other side."""
    surer_a = {match.a: match for match in agreements}
    surer_b = {match.b: match for match in agreements}
    return [match for match in disputes if not _settle(match, surer_a.get(match.a), surer_b.get(match.b))]


def _settle(dispute: Match, of_a: Match | None, of_b: Match | None) -> bool:
    """Whether the surer agreements of the two sides leave nothing to dispute.

    Two facts, if both sides have one. One is enough where its partner stands in the very sentence that is
    disputed: "728 drones and missiles, among them 400 drones" tells the total from its part by itself.
    """
    of_a = of_a if of_a and of_a.probability >= dispute.probability else None
    of_b = of_b if of_b and of_b.probability >= dispute.probability else None
    beside_b = of_a is not None and of_a.best_b.sentence == dispute.best_b.sentence
    beside_a = of_b is not None and of_b.best_a.sentence == dispute.best_a.sentence
    return (of_a is not None and of_b is not None) or beside_a or beside_b


def _assign(left: Reading, right: Reading, scores: Scores) -> list[Match]:
    table = _best_of_facts(scores, left.facts, right.facts)
    matches = []
    for row, column in assign(table):
        i, j = _best_mentions(scores, left.facts[row], right.facts[column])
        told = left.mentions[i], right.mentions[j]
        matches.append(Match(left.fact(row), right.fact(column), *told, float(scores[i, j])))
    return matches


def compare_pairs(left: Reading, right: Reading, compare: Compare) -> Verdicts:
    """The verdict of every comparable pair of mentions, by their indices; not of two people's values."""
    verdicts: Verdicts = {}
    by_kind: dict[str, list[int]] = {}
    for j, mention in enumerate(right.mentions):
        by_kind.setdefault(mention.kind, []).append(j)
    for i, mention in enumerate(left.mentions):
        for j in by_kind.get(mention.kind, ()):
            verdict = compare(mention, right.mentions[j])
            if verdict is not None:
                verdicts[i, j] = verdict
    return drop_strangers(left, right, verdicts)


def score_pairs(left: Reading, right: Reading, verdicts: Verdicts) -> Scores:
    """Probabilities (mentions of left, mentions of right): same question, or true conflict; 0 elsewhere."""
    import numpy as np

    from discrepancy.align.features import pair_features
    from discrepancy.align.rivals import decision_features
    from discrepancy.align.scorer import load_scorers

    scores = np.zeros((len(left.mentions), len(right.mentions)))
    if not verdicts:
        return scores
    scorers = load_scorers()
    features = pair_features(left, right)
    rows, columns = np.array(list(verdicts)).T
    scores[rows, columns] = scorers.same.probability(features[rows, columns])
    disputed = shortlist(verdicts, scores)
    evidence = decision_features(left.mentions, right.mentions, verdicts, scores, features, disputed)
    conflict = scorers.conflict.apply(scorers.decision.probability(evidence))
    return merge_scores(verdicts, scorers.agreement.apply(scores), disputed, conflict)


def merge_scores(
    verdicts: Verdicts, same: Scores, disputed: Sequence[tuple[int, int]], conflict: Scores
) -> Scores:
    """Agreeing pairs keep the first score, shortlisted disputes take the second, others have none."""
    import numpy as np

    scores = np.zeros_like(same)
    for pair, verdict in verdicts.items():
        if verdict.severity == "agree":
            scores[pair] = same[pair]
    for pair, probability in zip(disputed, conflict, strict=True):
        scores[pair] = probability
    return scores


def shortlist(verdicts: Verdicts, same: Scores) -> list[tuple[int, int]]:
    """The pairs that disagree and are likely enough to answer one question to be looked at again."""
    return [
        pair for pair, verdict in verdicts.items() if verdict.severity != "agree" and same[pair] >= SHORTLIST
    ]


def _best_of_facts(
    scores: Scores, facts_a: Sequence[tuple[int, ...]], facts_b: Sequence[tuple[int, ...]]
) -> Scores:
    """The best score (facts of left, facts of right) of any two mentions of two facts."""
    import numpy as np

    ordered = scores[np.ix_(np.concatenate(facts_a), np.concatenate(facts_b))]
    starts_a, starts_b = (np.cumsum([0, *map(len, facts[:-1])]) for facts in (facts_a, facts_b))
    return np.maximum.reduceat(np.maximum.reduceat(ordered, starts_a, axis=0), starts_b, axis=1)


def _best_mentions(scores: Scores, fact_a: tuple[int, ...], fact_b: tuple[int, ...]) -> tuple[int, int]:
    """The two mentions of two facts that score best."""
    import numpy as np

    block = scores[np.ix_(fact_a, fact_b)]
    row, column = np.unravel_index(int(block.argmax()), block.shape)
    return fact_a[row], fact_b[column]
