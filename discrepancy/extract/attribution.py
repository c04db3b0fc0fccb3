"""Who says so: "according to the mayor", "police said", "officials reported that", "said Mayor Jane Doe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = r"said|says|say|told|tells"
# These report only with "that", a quote or a comma beside them: a fire claims lives too.
_GUARDED = (
    r"added|adds|reported|reports|announced|announces|confirmed|confirms|stated|states|claimed|claims"
    r"|estimated|estimates"
    r"|warned|warns|wrote|writes|tweeted|noted|notes|insisted|insists|explained|explains|testified|argued"
    r"|argues"
    r"|acknowledged|asked|replied|declared|alleged|alleges|suggested|recalled|continued|joked|quipped"
    r"|predicted|admitted"
    r"|conceded|revealed|concluded|believes|believe|charged|cautioned|vowed|remarked"
)
_VERB = re.compile(rf"\b(?:(?P<plain>{_PLAIN})|(?P<guarded>{_GUARDED}))\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,;:.!?()“”\"\n]{2,80})")
_BOUNDARY = re.compile(
    r"[,;:!?()“”\"\n—–]|\.(?=\s)|\s-\s|\b(?:that|who|which|and|but|while|because|as|when|where|if|after"
    r"|before|although|though"
    r"|since|so|or|than)\b"
)
_TRIM_END = re.compile(
    r"(?:\s|\b(?:has|have|had|also|later|then|earlier|again|previously|reportedly|repeatedly|would|will"
    r"|could|once|only"
    r"|never|often|publicly|flatly|simply|still|today|yesterday|reporters|[A-Z][a-z]+day))+$"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|be|being|it|as|to|not|of|the|a|his|her|their|its|by|what|which)\s*$"
)
_PRONOUN = re.compile(
    r"(?:he|she|they|it|we|i|you|one|this|that|these|those|who|there|some|others|many)$", re.IGNORECASE
)
_AFTER_CUE = re.compile(r"\s+(?:that\b|[“\"‘'])|\s*[:,]")
_BEFORE_CUE = re.compile(r"[,”\"’'?!]\s*[\w.’' -]{0,60}$")
_INVERTED = re.compile(r"\s(?P<who>(?:(?:the|a|an)\s)?[\w.’'-]+(?:\s[\w.’'-]+){0,8})")
_CUT = re.compile(
    r"\s(?:in|on|at|after|before|that|as|when|during|while|by|to|from|with|who|about|following|and|but"
    r"|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|earlier|later|shortly)\b.*$"
)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|de|van|von|bin|al|the))*$")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Gen|Col|Capt|Cpl|Maj|Sen|Rep|Gov|Rev|Prof|St|Jr|Sr|[A-Z])\.(?=\s)"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker and the place of the words that name them, in the text that was searched."""

    who: str
    start: int
    end: int


def attribute(text: str, start: int, end: int) -> str | None:
    """Who is said to say what stands at text[start:end]: the nearest source in the sentence, or None.

    A pronoun names nobody, and a source that holds the span itself is not its source.
    """
    sources = [
        source
        for source in find_sources(text)
        if (source.end <= start or source.start >= end) and not _PRONOUN.match(source.who)
    ]
    nearest = min(sources, key=lambda source: max(start - source.end, source.start - end), default=None)
    return nearest.who if nearest else None


def find_sources(text: str) -> Iterator[Source]:
    """Every naming of a speaker, pronouns included; the span takes in the verb."""
    masked = _ABBREVIATED.sub(lambda match: match[0][:-1] + "_", text)
    for match in _ACCORDING.finditer(masked):
        who = text[match.start("who") : match.end("who")]
        yield Source(_CUT.sub("", who).strip(), match.start(), match.end())
    for match in _VERB.finditer(masked):
        source = _subject(text, masked, match) or _inverted(text, masked, match)
        if source and not any(character.isdigit() for character in source.who):
            yield source


def _subject(text: str, masked: str, verb: re.Match[str]) -> Source | None:
    """The words in front of the verb, back to the nearest boundary."""
    floor = max(0, verb.start() - 120)
    before = _TRIM_END.sub("", masked[floor : verb.start()])
    if verb["guarded"] and not _reports(masked, verb):
        return None
    if before.endswith(","):
        return _apposed(text, floor, before, verb)
    boundaries = list(_BOUNDARY.finditer(before))
    start = boundaries[-1].end() if boundaries else 0
    start += len(before[start:]) - len(before[start:].lstrip())
    who = text[floor + start : floor + len(before)]
    if not who or _PASSIVE.search(who + " ") or len(who.split()) > 9 or (floor and not boundaries):
        return None
    return Source(who, floor + start, verb.end())


def _reports(masked: str, verb: re.Match[str]) -> bool:
    behind = _AFTER_CUE.match(masked, verb.end())
    return bool(behind or _BEFORE_CUE.search(masked[max(0, verb.start() - 70) : verb.start()]))


def _apposed(text: str, floor: int, before: str, verb: re.Match[str]) -> Source | None:
    """ "Jane Doe, the mayor of Northport, said": the name in front of the apposition."""
    pieces = list(re.finditer(r"[^,;:“”\"]+", before[:-1]))[-2:]
    for piece in pieces:
        name = _NAME.search(piece[0].rstrip())
        if name and len(name[0].split()) > 1:
            start = floor + piece.start() + name.start()
            return Source(text[start : start + len(name[0])], start, verb.end())
    return None


def _inverted(text: str, masked: str, verb: re.Match[str]) -> Source | None:
    """ "..., said Mayor Jane Doe": only behind a comma or a closing quote."""
    if (
        not masked[max(0, verb.start() - 3) : verb.start()]
        .rstrip()
        .endswith((",", "”", '"', "’", "'", "?", "!", "''"))
    ):
        return None
    match = _INVERTED.match(masked, verb.end())
    if match is None:
        return None
    who = _CUT.sub("", " " + match["who"]).strip().rstrip(".")
    start = match.start("who")
    return Source(text[start : start + len(who)], verb.start(), start + len(who)) if who else None
