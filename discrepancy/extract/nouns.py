"""The noun that a number counts or measures, told by a few rules of word order; no tagger is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.plurals import is_plural, singular
from discrepancy.extract.word_lists import LISTS

_FUNCTION = frozenset(LISTS["no part of a noun phrase"])
_NUMBERS = frozenset(LISTS["numbers"])
_NOMINAL = frozenset(LISTS["stand for people or things"])  # "19 dead", "50 others", "16 injured"
_LIGHT = frozenset(LISTS["never the head"])
_LINKING = frozenset(LISTS["open a sentence"])
_CALENDAR = frozenset(LISTS["calendar"])
_ADVERBS = frozenset(
    {"early", "earlier", "late", "later", "high", "higher", "low", "lower", "old", "long", "deep", "wide"}
)
_TOKEN = re.compile(
    r"[ \u00a0-]?(?P<open>[“\"‘'])?(?P<word>(?:[A-Z]\.){1,4}(?=[ ])"
    r"|[A-Z][A-Za-z]{0,6}-\d{1,3}s?\b|[A-Z]{2,3} \d{1,3}(?= [A-Za-z])"
    r"|[^\W\d_](?:[^\W\d_]|[’'.&-](?=[^\W\d_])){0,40})"
)
_OF = re.compile(
    r" of (?:(?:the|those|these|(?P<them>them)|its|his|her|their|our|my|all|about|some) )?"
    r"(?:[A-Z]\w+['’]s? )?"
    r"(?P<total>(?:\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen) )?"
)
_IN = re.compile(r" (?:in|worth of) (?![A-Z])")  # "in damages"; before a name it says where
_ACRONYM = re.compile(
    r" (?!(?:[AP]M|GMT|BST|[ECMP][SD]T|ET|UTC|AD|BC|CE|BCE)\b)"  # of clock and calendar
    r"(?P<word>[A-Z]{2,5})(?=[,;:)\]]|\.?$|\.\s| (?:and|or|in|on|for|from|at)\b)"
)
_LONGEST = 5  # words in "two unarmed Air Force helicopters"


def noun_after(text: str, position: int, plural: bool) -> tuple[str, int] | None:
    """The head noun of the words right after a quantity, and where it ends.

    `plural` says that the number asks for a plural ("18 ballistic missiles"); where none comes, the first
    of several words is what is counted ("a 12 page report"). Otherwise the last word of the run is the
    head ("one prison guard").
    """
    acronym = _ACRONYM.match(text, position)
    if acronym:
        return acronym["word"], acronym.end()  # "12 RBI,"
    words = _run(text, position)
    if not words:
        return None
    if words[0][0].lower() in _NOMINAL and not _plural_in(words):
        return singular(words[0][0]), words[0][1]
    head = (_plural_in(words, text) or _collective(words)) if plural else _last(words, text)
    return (singular(head[0]), head[1]) if head else None


def singular_noun_after(text: str, position: int) -> tuple[str, int] | None:
    """The head noun where the number asks for a singular: a word in -s behind it is a verb there.

    "One expert believes", "zero tolerance".
    """
    acronym = _ACRONYM.match(text, position)
    if acronym:
        return acronym["word"], acronym.end()
    words = _run(text, position, joins=False)
    if words and words[0][0].lower() in _NOMINAL:
        if len(words) == 1 or _plural_in(words):
            return singular(words[0][0]), words[0][1]
        words = words[1:]  # "one injured man", "one more time"
    head = _last(_without_verb(words, text), text)
    return (singular(head[0]), head[1]) if head else None


_TAKES_OBJECT = re.compile(r" (?:(?:an?|the|its|his|her|their)(?![\w-])|[“\"‘'])")


def _without_verb(words: list[tuple[str, int]], text: str) -> list[tuple[str, int]]:
    """The words up to a verb in -s, a participle or what is said of the noun ("one diver dead").

    Before a singular a word in -s is part of the noun: "systems engineer".
    """
    kept = words[:-1] if len(words) > 1 and words[-1][0].endswith(("'s", "’s")) else words
    for place, (word, end) in enumerate(kept[1:], start=1):
        participle = word.endswith("ing") and _TAKES_OBJECT.match(text, end)
        if word.islower() and (word in _NOMINAL or participle):
            return kept[:place]
        following = kept[place + 1][0] if place + 1 < len(kept) else ""
        if word.islower() and is_plural(word) and (not following.islower() or is_plural(following)):
            return kept[:place]
    return kept


def words_after(text: str, position: int) -> list[str]:
    """The words that can belong to one noun phrase with what stands before `position`."""
    return [word for word, _end in _run(text, position)]


def is_counted(text: str, position: int) -> bool:
    """Whether the words behind a number are what it counts: a plural, or "dead" and its like."""
    words = _run(text, position)
    return bool(words) and (words[0][0].lower() in _NOMINAL or _plural_in(words) is not None)


def compounded_noun(text: str, position: int) -> tuple[str, int] | None:
    """The noun behind a hyphen: "48-page", "three-storey", "two-time"."""
    match = re.compile(r"-(?P<word>[A-Za-z]{2,20})").match(text, position)
    if match is None or match["word"].lower() in _FUNCTION | _NUMBERS:
        return None
    if match["word"].lower() == "strong":  # "a 400-strong crowd"
        return noun_after(text, match.end(), plural=False)
    return singular(match["word"]), match.end()


def _collective(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """A singular that takes a number as part of a compound: "a 12 page report", "a 3 cylinder engine"."""
    if len(words) < 2 or words[0][0].lower() in _LIGHT:
        return None
    plain = all(word.islower() and not word.endswith(("ed", "ing", "ly")) for word, _end in words[:2])
    return words[0] if plain else None


def noun_of(text: str, position: int) -> tuple[str, int] | None:
    """The head noun after "of", "in" or "of the": "21 percent of voters", "two of the men"."""
    match = _OF.match(text, position) or _IN.match(text, position)
    if match is None:
        return None
    words = _run(text, match.end() - 1 if text[match.end() - 1] == " " else match.end())
    if words and words[0][0].lower() in _NOMINAL and not _plural_in(words):
        return singular(words[0][0]), words[0][1]  # "dozens of injured"
    named = match.groupdict()
    if named.get("them") and (not words or words[0][0].endswith("ed")):
        return None  # "two of them visited parks", but "two of them minors"
    head = _plural_in(words) or (None if named.get("them") else _last(words, text))
    total = named.get("total") is not None  # "ten of the 14 rooms": the 14 is a count by itself
    return (singular(head[0]), position if total else head[1]) if head else None


def _run(text: str, position: int, joins: bool = True) -> list[tuple[str, int]]:
    """The words from `position` on, up to the first that cannot be part of a noun phrase, with their ends.

    `joins` says that "and" may stand between its adjectives.
    """
    words: list[tuple[str, int]] = []
    while len(words) < _LONGEST:
        match = _TOKEN.match(text, position)
        if match is None or (words and match["open"]):
            break
        word = match["word"]
        lower = word.lower()
        nominal = not words and lower in _NOMINAL
        if joins and lower in ("and", "or") and _may_join(words):
            position = match.end()
            continue  # "five current and former clerks"
        functional = lower in _FUNCTION and not (word.isupper() and len(word) > 1)  # "us", but not "US"
        functional = functional and not _is_early(text, match)
        if (functional and not nominal) or lower in _NUMBERS or (words and _is_verb(lower, words)):
            break
        words.append((word, match.end()))
        position = match.end()
        if word.endswith(("'s", "’s")) and len(words) > 1:
            break
    return words


def _is_early(text: str, match: re.Match[str]) -> bool:
    """Whether an adverb stands as an adjective, with a plural behind it: "two earlier rulings"."""
    if match["word"] not in _ADVERBS:
        return False
    words = [found["word"] for found in _following(text, match.end())]
    named = [word for word in words if is_plural(word) and word.lower() not in _FUNCTION]
    return bool(named) and not any(word.endswith(("ed", "ing", "ly")) or word in _FUNCTION for word in words)


def _following(text: str, position: int) -> Iterator[re.Match[str]]:
    """The next words up to the first plural, two at most."""
    for _ in range(2):
        match = _TOKEN.match(text, position)
        if match is None:
            return
        yield match
        if is_plural(match["word"]):
            return
        position = match.end()


def _may_join(words: list[tuple[str, int]]) -> bool:
    """Whether the words so far are adjectives that "and" may add to."""
    return bool(words) and words[0][0].lower() not in _NOMINAL and _plural_in(words) is None


def _is_verb(word: str, before: list[tuple[str, int]]) -> bool:
    """An "-ed" or "-ing" after a noun is a verb; before one ("two wounded men") it is an adjective."""
    return word.endswith(("ed", "ing")) and before[-1][0].lower() not in _LIGHT and is_plural(before[-1][0])


def _plural_in(words: list[tuple[str, int]], text: str = "") -> tuple[str, int] | None:
    """The first plural of the run, or the one right after it ("sports clubs") that is no verb in `text`."""
    for place, (word, _end) in enumerate(words):
        if word.lower() == "times":
            return words[place]  # "6.5 times earnings"
        if is_plural(word) and word.lower() not in _LIGHT:
            following = words[place + 1] if place + 1 < len(words) else None
            noun = following is not None and following[0].islower() and is_plural(following[0])
            verb = following is not None and _OBJECT.match(text, following[1])
            return following if noun and not verb else words[place]
    return None


_OBJECT = re.compile(
    r" (?:an?|the|its?|his|him|her|their|them|our|us|no|more|less|about|nearly|up|down|\d{1,4}|[$£€])"
    r"(?![\w-])"
)


def _last(words: list[tuple[str, int]], text: str) -> tuple[str, int] | None:
    kept = list(words)
    if (
        len(kept) > 1
        and kept[-1][0].islower()
        and is_plural(kept[-1][0])
        and _OBJECT.match(text, kept[-1][1])
    ):
        kept.pop()  # "a 40-minute delay makes the trip long": a verb
    adverb = next(
        (place for place, (word, _end) in enumerate(kept) if place and word.lower().endswith("ly")), 9
    )
    kept = kept[:adverb]
    if kept and kept[0][0].lower().endswith("ed") and (len(kept) == 1 or kept[-1][0][0].isupper()):
        return None  # "one appeared", "one defended Smith": a pronoun
    while len(kept) > 1 and (kept[-1][0].lower().endswith(("ed", "ly")) or kept[-1][0].lower() in _LIGHT):
        kept.pop()
    return kept[-1] if kept else None


_BEFORE = re.compile(
    r"\b(?P<noun>[A-Za-z][a-z]{2,20}) (?:of|lasted|lasts|lasting|took|takes|weigh(?:s|ed|ing)|cost"
    r"|costs|costing|worth|valued at|measur(?:es|ed|ing)"
    r"|totall?(?:ed|ing)|total|reached|was|were|is|are|ran)(?: for)? $"
)


_CHANGED = re.compile(
    r"\b(?:rose|risen|rise|fell|fallen|fall|climb(?:ed|s)?|dropped|dipped|slipped|jumped|declined"
    r"|increased|decreased|grew"
    r"|surged|soared|plunged|rebounded|stood|total(?:l?ed|s)|numbered)(?: \w{1,20}){0,3}?(?: (?:to|by"
    r"|at|from|below|above))?"
    r"(?: an?(?: \w{1,20}){0,2})? $"
)
_APPOSED = re.compile(r", [^,]{3,60}, $")


def counted_before(text: str, position: int) -> str | None:
    """What is counted where a verb stands between: "claims fell to 473,000"."""
    window = text[max(0, position - 160) : position]
    match = _CHANGED.search(window, max(0, len(window) - 50))
    if match is None:
        return None
    clause = re.split(r"[.;:]|\bthat\b", _APPOSED.sub(" ", window[: match.start()]))[-1]
    words = re.findall(r"[^\W\d_][\w’'-]*", clause)
    plurals = [word for word in words if is_plural(word) and word.lower() not in _FUNCTION]
    return singular(plurals[-1]) if plurals else None


def noun_before(text: str, position: int) -> str | None:
    """The noun a quantity is said of when it stands before: "a speed of 60 mph", "the trip took 3 hours"."""
    match = _BEFORE.search(text[max(0, position - 50) : position])
    if match is None or match["noun"].lower() in _FUNCTION | _NUMBERS:
        return None
    if match["noun"][0].isupper() and position - 50 + match.start() > 0 and match.start() > 0:
        return None  # a name
    return singular(match["noun"])


def can_be_noun(word: str) -> bool:
    """Whether a word is neither a function word, a number nor an adverb."""
    lower = word.lower().rstrip(".")
    if word[0].isupper():
        return lower not in _LINKING and lower not in _CALENDAR
    return (
        lower not in _FUNCTION
        and lower not in _NUMBERS
        and not lower.endswith("ly")
        and lower not in _LINKING
    )
