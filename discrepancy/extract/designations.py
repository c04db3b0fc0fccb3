"""Numbers that are no quantity at all: names of things, labels, addresses, telephone numbers.

Each pattern describes a whole designation; a number inside one is never read as a value.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

_LABELS = (  # words that a bare number follows as a label, in either case
    "no|nos|number|section|sections|article|articles|chapter|paragraph|clause|phase|stage|grade|type|version"
    "|volume|page|pages|row"
    "|route|highway|interstate|runway|channel|flight|tier|level|proposition|exhibit|episode|season"
    "|gate|platform|lane"
    "|exit|room|apartment|group|round|lap|week|district|precinct|zone|sector|mark|model|formula|aisle"
    "|ward|pier|wave|mile marker"
)
_NAMES = (  # words that are labels only as names; in lower case a number after them counts something
    "Title|Part|Class|Book|Act|Scene|Seat|Suite|Track|Terminal|Berth|Hall|Cell|Lot|Unit|Floor|Road"
    "|Junction|Region|Area"
    "|Pac|Radio|AM|FM|Line|Day|Game|Leg|Prop|Amendment|Measure|Resolution|Rule|Form|Table|Figure|Fig|Count"
    "|Protocol|Box|Case|Bill"
    "|Battalion|Engine|Ladder|Vol|Sec|Art|Apt|Mk|Boeing|Airbus|iPhone|iPad|iPod|iOS|OS|Android|Windows"
    "|Office|IE|Explorer"
    "|Firefox|Chrome|Safari|Galaxy|Note|PlayStation|Xbox|Falcon|Ariane|Soyuz|Apollo|Shenzhou|Formula"
    "|Fortune|Euro|Covid"
    "|COVID|Top|Super Bowl|Audi|Mazda|BMW|Porsche|Studio|Pixel|Kindle|Core|Turbo|Version|Mach|Pentium"
    "|GeForce|Radeon|Opteron|Xeon"
)
_INDICES = (
    r"S&P|Poor['’]s|S P|FTSE|NASDAQ|Nasdaq|Fortune|Stoxx|STOXX|CAC|Nikkei|Russell|DAX|TSX|ASX|Topix"
    r"|CSI|Forbes"
    r"|Inc\.?|Indianapolis|Indy|Daytona"
)
_ROADS = (
    "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Place|Court|Ct|Parkway|Highway"
    "|Square|Terrace"
)
_SPELLED = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Sixteen|Twenty"
PATTERNS: Final[dict[str, str]] = {
    "address on the web": (
        r"(?:https?://|www\.)\S{1,400}|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#]\w{1,64}"
    ),
    "telephone": (
        r"(?:\+\d{1,3}[ -]?)?\(\d{3}\) ?\d{3}-\d{4}|\b(?:\d{1,2}-)?\d{3}-\d{3}-\d{4}\b"
        r"|\b\d{3}\.\d{3}\.\d{4}\b"
        r"|(?<![\d,.$-])\d{3}-\d{4}(?![\d-]| ?[a-z%])|\+\d{1,3}(?: \d{2,5}){2,5}|\b0\d{3,4} \d{3} ?\d{3,4}\b"
        r"|\b(?i:dial(?:ed|led|ing)?|call(?:ed|ing)?) (?:911|999|112|311)\b|\b(?:911|999)(?= (?:call"
        r"|dispatch|operator))"
    ),
    "slashed name": (
        r"\b(?:9/11|7/7|24/7|20/20|50/50|50-50)\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d ?[x×] ?\d{1,3}s?\b"
    ),
    "letters and digits": (
        r"(?<!\$)\b(?!(?:RM|R[sp]|PS(?=\d\d|\d[.,]\d|\d(?:k|m|bn)\b)|[A-Z]{3}|minus|plus)-?\d)"
        r"[A-Za-z]{1,12}-?\d[\w-]{0,20}"
    ),
    "digits and letters": (
        r"(?<![$£€¥₹\w.,])\d{1,4}(?:G|D|K|X|x|MAX|HD|i|s|th|st|nd|rd)\b(?![ -](?:a|per) )|\b(?:720"
        r"|1080|1440|2160)p\b|\bCOVID ?-?19"
    ),
    "label": (
        rf"\b(?:(?i:{_LABELS})"
        rf"|{_NAMES})\.?[ \u00a0](?:[Nn]o\."
        rf" ?)?\d{{1,5}}(?:\.\d{{1,2}})?(?:[-/]\d{{1,4}})?[A-Za-z]{{0,2}}\b(?![,.]?\d|%)"
        r"(?:(?:,| and| or) (?:\d{1,3})(?= ?[,.;)]))?(?: (?:MAX|Max|Pro|Plus|Mini|neo)(?: \d{1,2})?\b)?"
    ),
    "year in two digits": r"(?<!\w)['’‘]\d\d(?=[\s,;.)–-])",
    "number sign": r"\b(?:H\.R\.|S\.) ?\d{1,5}|(?:#|№ ?|\bN[Oo]s?\. ?)\d{1,6}",
    "street": (
        rf"\b\d{{1,5}}(?:-\d{{1,5}})?(?: block of)?(?: [NSEW]\.?)?(?: [A-Z][\w.'’]{{1,20}}){{1,3}}"
        rf" (?:{_ROADS})\b"
        rf"|\b\d{{1,5}}(?:st|nd|rd|th) (?:[A-Z]\w{{1,12}} )?(?:{_ROADS})\b|\b\d{{3,5}}[- ]block of\b"
    ),
    "postcode": r"\b[A-Z]{2}\.? \d{5}(?:-\d{4})?\b",
    "aircraft": (
        r"\b7[0-9]7(?:-\d{1,4}\w{0,2})?(?: (?:MAX|Max)(?: \d{1,2})?\b| Dreamliner\b|s\b)"
        r"|\bA3\d0(?:-\d{3,4})?\b"
    ),
    "edition": r"\b\d{1,2} (?:Pro|Ultra|Plus)(?: Max)?\b(?! [A-Z]?[a-z]{2,20}s\b)",
    "bits": r"\b(?:8|16|32|64|128|256)[- ]bit\b",
    "sides": (
        r"\b(?:\d{1,2}-a-side|\d-on-\d|\d{1,2}-for-\d{1,2}|9-to-5|\d-\d-\d(?:-\d)?)\b"
        r"|\b(?i:(?:one|two|three)-on-(?:one|two|three)|(?:one|two|four|six|eight)-(?:way|lane|door"
        r"|handed|wheel drive))\b"
    ),
    "caption mark": r"\((?:\d{1,2}(?:st|nd|rd|th)?[ -])?(?:[LRC]|left|right|cent(?:re|er))\)",
    "index": rf"\b(?:{_INDICES}) ?-?\d{{2,4}}\b(?!\.\d)",
    "name with a number": (
        r"\b(?:Group of|Gang of|Big|Final|Sweet|Elite|Catch|Formula|Phase|Stage|Level|Tier|World War"
        r"|Division|Number|Square|Article"
        rf"|Chapter|Air Force|Marine|Seal Team|Group|Channel) (?:{_SPELLED}|\d{{1,2}})\b|\b(?:the"
        rf"|The) (?:{_SPELLED}) (?=[A-Z])"
    ),
    "idiom": (
        r"\b[Oo]ne of (?:[A-Z]\w{1,20} ){0,2}[A-Z]\w{1,20}['’]s?\b"
        r"|(?i:\bone (?:another|by one|thing|way|of (?:the|a|those|these|his|her|its|their|our|my|many"
        r"|several|multiple|numerous)\b"
        r"|of(?= (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})\b)"
        r"|hand|side|and the same|day(?= (?:in|when|we|he|she|they|it|the|you|I)\b))\b"
        r"|\b(?:no|any|every|some|each|this|that|which|the|another|other|old|new|big|latest|right|good"
        r"|bad|great|first|last|only|worst|best) one\b"
        r"|\bone['’]s\b|\bone-(?:off|time|stop|sided|way|party|liner|to-one|on-one|size)\w*"
        r"|\bat one (?:point|time|stage)\b"
        r"|\bmulti-(?:thousand|million|billion|trillion)\b|\bfour-by-fours?\b|\bbaker['’]s dozen\b"
        r"|\ball fours\b|\bcloud nine\b|\bsquare one\b|\bfifty-fifty\b|\btwenty-twenty\b"
        r"|\ba million miles\b|\bin two minds\b|\bas one\b|\b(?:is|was|be) one\b)"
    ),
}
_FIND: Final = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS.values()))


@lru_cache(maxsize=512)
def find_designations(text: str) -> tuple[tuple[int, int], ...]:
    """Where designations stand in the text, in order, none inside another."""
    return tuple(match.span() for match in _FIND.finditer(text))


def is_designated(text: str, start: int, end: int) -> bool:
    """Whether the numeral at `text[start:end]` belongs to a designation."""
    spans = find_designations(text)
    place = bisect_right(spans, (end - 1, len(text))) - 1
    return place >= 0 and spans[place][1] > start
