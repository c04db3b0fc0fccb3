"""Whether the clause around a day speaks of what has been or of what is to come."""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["past", "future"]

_BOUNDARY = re.compile(r"[,;:—“”\"()]|\s-\s|\b(?:that|who|which|when|while|after|before|because|as)\b")
_CUE = re.compile(
    r"\b(?P<future>(?:will|would|shall|to)(?: not)? (?:be|have)(?: [a-z]+(?:ed|en|n|t|ld|de))?|will|won[’']t"
    r"|shall|would|going to|(?:is|are) to|upcoming|should|must|needs? to|"
    r"(?:scheduled|expected|due|set|slated|planned|planning|likely|poised|hopes?|plans?|intends?|aims?"
    r"|prepares?|"
    r"preparing|hoping|ready)\s(?:to|for|on)|starting|beginning|deadline|next)\b|\b(?P<ahead>until|by)\s*$"
    r"|[’']ll\b|\b(?P<past>[A-Za-z]{2,20}ed|was|were|had|did|said|told|took|came|went|met|won|lost|began"
    r"|fell|rose|gave|made|held|left|found|struck|hit|beat|shot|became|saw|got|ran|spoke|wrote|died|broke"
    r"|led|sent|put|paid|sold|drew|threw|caught|brought|bought|kept|knew|stood|swept|sank|drove|flew|grew"
    r"|fought|sought|taught|has been|have been"
    r"|last|yesterday|earlier)\b|\b(?P<since>since)\s*$",
    re.IGNORECASE,
)


def direction(before: str, after: str) -> Direction | None:
    """The tense of the cue nearest before a day in its clause, else of the first one after it.

    None where neither side holds a cue, as in a headline without a verb.
    """
    clause = before[-90:]
    boundaries = list(_BOUNDARY.finditer(clause))
    clause = clause[boundaries[-1].end() :] if boundaries else clause
    cues = list(_CUE.finditer(clause)) or list(_CUE.finditer(after[:60]))[:1]
    if not cues:
        return None
    return "past" if cues[-1]["past"] or cues[-1]["since"] else "future"
