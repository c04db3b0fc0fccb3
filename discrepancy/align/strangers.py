"""Values that stand beside the names of two people, both known to both articles, are two facts.

The scorers may think otherwise: "Ines Varga, 51" and "Tomas Lind, 34" are told in the same words. An
agreement stays one: a team and its town have one record, and who is named here is "the islander" there.
"""

from __future__ import annotations

from discrepancy.align.reading import Reading
from discrepancy.model import Verdict

# Two spellings of one name score above it ("Zelenskyy", "Zelenskiy": 88.9); lower than SAME_NAME of the
# features, as a dispute that is dropped here is not looked at again.
MAY_BE_ONE_NAME = 80.0

Verdicts = dict[tuple[int, int], Verdict]
Names = frozenset[str]


def drop_strangers(left: Reading, right: Reading, verdicts: Verdicts) -> Verdicts:
    """The verdicts without those disputes whose two values are in apposition to two known names."""
    named_a = [context.apposed for context in left.contexts]
    named_b = [context.apposed for context in right.contexts]
    if not (any(named_a) and any(named_b)):
        return verdicts
    known = _all_names(left) & _all_names(right)
    return {
        (i, j): verdict
        for (i, j), verdict in verdicts.items()
        if verdict.severity == "agree" or not _are_two(named_a[i], named_b[j], known)
    }


def _all_names(reading: Reading) -> Names:
    return frozenset().union(*(context.names for context in reading.contexts))


def _are_two(a: Names, b: Names, known: Names) -> bool:
    """Whether both are named, by words that both articles know, and no word of one is one of the other."""
    if not (a & known and b & known):
        return False
    from rapidfuzz import fuzz

    return not any(fuzz.ratio(word, other) >= MAY_BE_ONE_NAME for word in a for other in b)
