"""The place, agency and dash that open a wire report: "KUALA LUMPUR, Malaysia (AP) —"."""

from __future__ import annotations

import re

# Agencies and broadcasters that stand in datelines and credits, as they are written there.
AGENCIES = (
    "The Associated Press|Agence France-Presse|States News Service|The Canadian Press"
    "|Press Association|Associated Press|Thomson Reuters|Canadian Press|GLOBE NEWSWIRE|Business Wire"
    "|BUSINESS WIRE|RIA Novosti|PR Newswire|MarketWatch|PRNewswire|Marketwire|Bloomberg|Dow Jones"
    "|Interfax|BBC News|ABC News|CBS News|NBC News|Reuters|REUTERS|Bernama|Anadolu|Xinhua"
    "|Yonhap|Antara|Kyodo|IANS|ANSA|TASS|Tass|KUNA|SANA|SAPA|AFP|UPI|CNN|PTI|ANI|DPA|dpa"
    "|EFE|BBC|CBS|NBC|ABC|NPR|AAP|SPA|NNA|AP|AA|PA|CP"
)
_AGENCY = re.compile(rf"(?<![\w.])(?:{AGENCIES})(?![\w.])")

_DASH = r"(?:—|―|–-?|--?-?)"
_CAPITALS = r"[A-Z][A-Z.’'\-]{1,24}(?:[ /][A-Z][A-Z.’'\-]{0,24}){0,4}"
_TITLED = r"[A-Z][\w.’'\-]{1,24}(?: (?:[A-Z][\w.’'\-]{1,24}|of|de|el|al|the)){0,3}"
_REGION = r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2})?"
_DAY = (
    r",? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?,?"
)
_BY_AGENCY = r" ?(?:\([A-Z][\w .\-/]{1,30}\)|/[A-Z][\w \-]{1,30}/)"
_GAP = r"(?:\s+|(?=[A-Z“\"‘])|\Z)"
_LONG_DASH = r"(?:—|―|–-?|--)"

_OPENINGS = tuple(
    re.compile(pattern)
    for pattern in (
        # PARIS, France —
        rf"{_CAPITALS}{_REGION}(?:{_DAY})?(?:{_BY_AGENCY})?(?:\s?{_LONG_DASH}{_GAP}| -(?:\s+|\Z))",
        rf"{_CAPITALS}{_REGION}: (?=[A-Z“\"‘])",  # PARIS: Police
        # Paris, France (AFP) -
        rf"(?:{_CAPITALS}|{_TITLED}){_REGION}(?:{_DAY})?{_BY_AGENCY}\s?{_DASH}{_GAP}",
        rf"{_TITLED}{_REGION}{_DAY}\s?{_DASH}(?:\s+|\Z)",  # Paris, Jan. 5 -
        rf"{_CAPITALS}{_REGION}(?:{_DAY})? \((?:{AGENCIES})\)\s",  # PARIS (Reuters) Police
        rf"\([A-Z][\w ,.’'\-/]{{1,40}}\)\s?{_DASH}{_GAP}",  # (PARIS) —, (Reuters) -
        rf"(?:{AGENCIES})(?:\s?{_LONG_DASH}\s?| ?- |: )(?=[A-Z“\"‘])",  # Reuters -
    )
)

# Words in capitals that open a paragraph and are no place.
_SLUG_WORDS = """
    UPDATE UPDATED BREAKING CORRECTION CORRECTED EXCLUSIVE WATCH VIDEO PHOTOS NEW NOTE RELATED MORE ALSO READ
    FACTBOX ANALYSIS OPINION COMMENT EDITOR'S SPOILER WARNING LIVE LATEST REPORT BACKGROUND QUESTION ANSWER
    CLAIM VERDICT FACT CHECK QUOTE
    Q A I PM
"""
_SLUGS = frozenset(_SLUG_WORDS.split())
# A dateline opens a sentence, not a heading or a list entry.
SHORTEST_REPORT = 50


def opening(paragraph: str) -> int:
    """Length of the dateline that opens a paragraph, its dash and trailing space included, or 0."""
    if len(paragraph) < SHORTEST_REPORT:
        return 0
    length = _match(paragraph[:160])
    return 0 if paragraph[length : length + 1].islower() else length


def is_dateline(line: str) -> bool:
    """A line that holds a dateline and nothing else."""
    return len(line) <= 160 and _match(line) == len(line) > 0


def _match(head: str) -> int:
    if head.split(None, 1)[0].rstrip(":") in _SLUGS:
        return 0
    found = next((found for pattern in _OPENINGS if (found := pattern.match(head))), None)
    return found.end() if found else 0


def agency(dateline: str) -> str | None:
    """The agency a dateline names in brackets, between strokes, or by itself."""
    if found := _AGENCY.search(dateline):
        return found[0]
    bracketed = re.search(r"[^(\s]\s?\(([A-Z][\w .\-]{1,30})\)", dateline)
    return bracketed[1] if bracketed else None
