"""Who says so: "according to the mayor", "police said", "officials reported that", "said Mayor Jane Doe"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

PRONOUNS = frozenset(
    (
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "you",
        "one",
        "this",
        "that",
        "these",
        "those",
        "who",
        "there",
        "some",
        "others",
        "many",
        "everyone",
        "someone",
        "anyone",
        "nobody",
        "what",
        "which",
    )
)
_PLAIN = "said|says|say|told|tells"
# These report only with "that", a quote or a comma beside them: a fire claims lives too.
_GUARDED = (
    "added|adds|reported|reports|announced|announces|confirmed|confirms|stated|states|claimed|claims"
    "|estimated|estimates|warned|warns|wrote|writes|tweeted|noted|notes|insisted|insists|explained|explains"
    "|testified|argued|argues|acknowledged|asked|replied|declared|alleged|alleges|suggested|recalled"
    "|continued|joked|quipped|predicted|admitted|conceded|revealed|concluded|believes|believe|charged"
    "|cautioned|vowed|remarked"
)
_VERB = re.compile(rf"\b(?:(?P<plain>{_PLAIN})|(?P<guarded>{_GUARDED}))\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,;:.!?()“”\"\n]{2,80})")
_QUOTED = re.compile(r"(?<![\w,.?!])[“\"](?=[^\s“”\"])[^“”\"\n]{1,800}(?<=\S)[”\"](?!\w)|“[^“”\n]{1,800}”")
_BOUNDARY = re.compile(
    r"[,;:!?()“”\"\n—–·]|\.(?=\s)|\s-\s|\b(?:that|who|which|[Bb]ut|[Ww]hile|[Bb]ecause|[Aa]s|[Ww]hen"
    r"|[Ww]here|[Ii]f|[Aa]fter|[Bb]efore|[Aa]lthough|[Tt]hough|[Ss]ince|so|or|than|And)\b|\band\b(?!\s[A-Z])"
    r"|\b(?:On|Late|Early)\s(?:on\s)?[A-Z][a-z]+day\b"
)
_TRIM_END = re.compile(
    r"(?:\s|\b(?:has|have|had|also|later|then|earlier|again|would|will|could|once|only|never|often|still"
    r"|today|yesterday|reporters|[a-z]+ly|[A-Z][a-z]+day)\b)+$"
)
# A subject that ends so is none, or the verb is passive.
_NO_SUBJECT = re.compile(
    r"\b(?:is|are|was|were|been|be|being|it|as|to|not|of|the|a|an|his|her|their|its|by|what|which|in|on|at"
    r"|for|with|from|can|may|do|does|did|[a-z]+n[’']t|[a-z]{3,}ed|\w+[’']s)$"
    r"|^(?:at|in|on|for|with|from|to|by|he|she|they|it|we|i|you|there|this|that)\s",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|said|says|say|had|will|would|heard|overheard)\b")
_AFTER_CUE = re.compile(r"\s+(?:that\b|[“\"‘'])|\s*[:,]")
_BEFORE_CUE = re.compile(r"[,”\"’'?!]\s*[\w.’' -]{0,60}$")
_INVERTED = re.compile(r"\s(?P<who>(?:(?:the|a|an)\s)?[\w.’'-]+(?:\s[\w.’'-]+){0,8})")
_CUT = re.compile(
    r"\s(?:in|on|at|after|before|that|as|when|during|while|by|to|from|with|who|about|following|and|but"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|earlier|later|shortly|tells?"
    r"|says?|said)\b.*$"
)
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|de|van|von|bin|al|the)){0,7}$")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Gen|Col|Capt|Cpl|Maj|Sen|Rep|Gov|Rev|Prof|St|Jr|Sr|[A-Z])\.(?=\s)"
)
FAR = 500  # characters beyond which a source in a long sentence says nothing of a span
_REACH = 120  # characters in front of a verb among which its subject is looked for


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
    near = sources_near(sources_of_sentence(text), start, end)
    named = [source for source in near if source.who.lower() not in PRONOUNS]
    source = nearest(named, start, end)
    return source.who if source else None


def nearest(sources: Sequence[Source], start: int, end: int, slack: int = 0) -> Source | None:
    """The source with the fewest characters between it and the span; `slack` of them may overlap."""
    beside = [source for source in sources if source.end <= start + slack or source.start >= end - slack]
    return min(beside, key=lambda source: max(start - source.end, source.start - end), default=None)


def sources_near(
    sources: Sequence[Source], start: int, end: int, low: int = 0, high: int | None = None
) -> list[Source]:
    """The sources that begin within `FAR` characters of the span and lie between low and high."""
    first = bisect_left(sources, max(low, start - FAR), key=_place)
    last = bisect_right(sources, end + FAR, key=_place)
    return [source for source in sources[first:last] if high is None or source.end <= high]


def _place(source: Source) -> int:
    return source.start


def find_sources(text: str) -> tuple[Source, ...]:
    """Every naming of a speaker outside quotation marks, in order, pronouns included.

    The spans take in the verb.
    """
    return tuple(sorted(_find_sources(text), key=_place))


# Each mention of a sentence asks again, and each quote of an article, which sentences must not crowd out.
sources_of_sentence = lru_cache(maxsize=8)(find_sources)
sources_of_article = lru_cache(maxsize=2)(find_sources)


def _find_sources(text: str) -> Iterator[Source]:
    masked = _QUOTED.sub(lambda match: match[0][0] + "·" * (len(match[0]) - 2) + match[0][-1], text)
    masked = _ABBREVIATED.sub(lambda match: match[0][:-1] + "_", masked)
    for match in _ACCORDING.finditer(masked):
        who = text[match.start("who") : match.end("who")]
        yield Source(_CUT.sub("", who).strip(), match.start(), match.end())
    for match in _VERB.finditer(masked):
        source = _subject(text, masked, match) or _inverted(text, masked, match)
        if source and not any(character.isdigit() for character in source.who):
            yield source


def _subject(text: str, masked: str, verb: re.Match[str]) -> Source | None:
    """The words in front of the verb, back to the nearest boundary."""
    if verb["guarded"] and not _reports(masked, verb):
        return None
    floor = max(0, verb.start() - _REACH)
    before = _TRIM_END.sub("", masked[floor : verb.start()])
    if before.endswith(","):
        return _apposed(text, floor, before, verb)
    boundaries = list(_BOUNDARY.finditer(before))
    if floor and not boundaries:
        return None
    start = boundaries[-1].end() if boundaries else 0
    start += len(before[start:]) - len(before[start:].lstrip())
    start += 4 if before.startswith("and ", start) else 0
    who = text[floor + start : floor + len(before)]
    if not who or _NO_SUBJECT.search(who) or len(who.split()) > 9 or _CLAUSE.search(who):
        return None
    return Source(who, floor + start, verb.end())


def _reports(masked: str, verb: re.Match[str]) -> bool:
    behind = _AFTER_CUE.match(masked, verb.end())
    return bool(behind or _BEFORE_CUE.search(masked[max(0, verb.start() - 70) : verb.start()]))


def _apposed(text: str, floor: int, before: str, verb: re.Match[str]) -> Source | None:
    """ "Jane Doe, the mayor of Northport, said", "the mayor, Jane Doe, said": the name of the two."""
    pieces = list(re.finditer(r"[^,;:“”\"·]+", before[:-1]))[-2:]
    names = [(piece, _NAME.search(piece[0].rstrip())) for piece in pieces]
    whole = [(piece, name) for piece, name in names if name and name[0] == piece[0].strip()]
    for piece, name in whole + names:
        if name and (len(name[0].split()) > 1 or whole):
            start = floor + piece.start() + name.start()
            return Source(text[start : start + len(name[0])], start, verb.end())
    return None


def _inverted(text: str, masked: str, verb: re.Match[str]) -> Source | None:
    """ "..., said Mayor Jane Doe": only behind a comma or a closing quote."""
    before = masked[max(0, verb.start() - 3) : verb.start()].rstrip()
    if verb[0] in ("told", "tells") or not before.endswith((",", "”", '"', "’", "'", "?", "!")):
        return None
    match = _INVERTED.match(masked, verb.end())
    if match is None:
        return None
    who = _CUT.sub("", " " + match["who"]).strip().rstrip(".")
    start = match.start("who")
    return Source(text[start : start + len(who)], verb.start(), start + len(who)) if who else None
