"""Did against did not: one verb, negated in one report and affirmed in the other."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.compare.circumstances import Days, later_report
from discrepancy.compare.wording import clip
from discrepancy.model import Mention, Verdict, Words

# Plainly in the past: "has not" and "no one" are said of what is not known yet.
_PLAIN: Final = re.compile(
    r"(?:did|was|were)(?:n['’]t| not| never)\b|never\b|(?:pleaded|pled|found) not\b"
    r"|un(?:armed|harmed|hurt|injured)\b",
    re.IGNORECASE,
)
_SO_FAR: Final = re.compile(r"\b(?:yet|immediately|initially|so far|still|at first)\b", re.IGNORECASE)
# Somebody's word for it: both reports may be right about who says what.
_SAID: Final = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|according|report(?:s|ed)|confirm(?:s|ed)|announced?|claim(?:s|ed)|state[sd]|wrote"
    r"|testif\w+|quot(?:ed|ing))\b|[“”\"]",
    re.IGNORECASE,
)


def compare_polarities(a: Mention, b: Mention, days: Days) -> Verdict | None:
    """Agree where both negate it; hard where one plainly did not and the other did, soft for the rest."""
    if not isinstance(a.value, Words) or not isinstance(b.value, Words):
        return None
    if a.frame == b.frame:
        return Verdict("agree", "both say it was not so") if a.frame == "not" else None
    told = f'"{clip(a.value.text)}" vs "{clip(b.value.text)}"'
    later = later_report(days)
    if later:
        return Verdict("soft", f"{told}; {later[1]}")
    if not _is_plain(a if a.frame == "not" else b):
        return Verdict("soft", f"{told}; perhaps one was written before the other")
    if any(_SAID.search(side.sentence.text) for side in (a, b)):
        return Verdict("soft", f"{told}; a source is named for it")
    return Verdict("hard", told)


def _is_plain(negated: Mention) -> bool:
    """Whether a negation leaves no room for what came later."""
    return _PLAIN.match(negated.surface) is not None and not _SO_FAR.search(negated.sentence.text)
