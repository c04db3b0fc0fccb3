"""Ordinals: "first", "2nd", "second-largest", with what is ranked and what it is counted in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.plurals import singular
from discrepancy.model import Article, Mention, Sentence, Value

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
RANKS = {word: n for n, word in enumerate((*_ONES, *_TEENS), 1)}
RANKS |= {f"{ten}ieth": 10 * n for n, ten in enumerate(_TENS, 2)}
RANKS |= {f"{ten}y-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONES, 1)}

_WORD = "|".join(sorted(RANKS, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w$£€.-])(?:(?P<word>(?i:{_WORD}))|(?P<digits>\d{{1,3}}(?:,\d{{3}})?|\d{{4}})(?:st|nd|rd|th))\b"
    r"(?P<superlative>[- ](?:(?:most|least)[- ][a-z]{3,20}|[a-z]{3,12}est|most|worst|best)\b|-(?:ranked"
    r"|ranking|in-command|placed|seeded|straight|ever)\b)?"
)

# Words behind an ordinal that make it part of a name or of a fixed phrase.
_PHRASE_AFTER = re.compile(
    r"(?:-(?:hand|guess\w*|rate|class|party|aid|person|string|come|time buyers?|quarter-|world|generation"
    r"|year|term|time|born|team|and-\w+|base\w*)\b|\s(?:[Ll]ad(?:y|ies)|[Aa]id|[Ff]amily|[Mm]inister"
    r"|[Nn]ations?|[Nn]ames?|[Rr]esponders?|class|hand|thoughts?|nature|guess\w*|opinions?|of all"
    r"|and foremost|glance|sight|come|part(?:y|ies)|[Ww]orld|rail|impressions?|place|century|centuries"
    r"|cousins?|language|R\b|L\b|base(?:man|men)?\b|from (?:the )?(?:left|right)|(?:left|right)\b"
    r"|(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b))"
)
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z][\w.]*\s)?(?:[Aa]mendment|Geneva|Way|Avenue|Ave|Street|St|Road|Rd|Lane|Drive|Place|Boulevard|Circuit"
    r"|Division|Brigade|Battalion|Regiment|Fleet|Airborne|Infantry|Cavalry|Corps|Army|Squadron|Wing|Congress"
    r"|Congressional|District|Ward|Precinct|Baptist|Methodist|Presbyterian|Church|Bank|National|Estate|Reich"
    r"|Republic|Hour|Man|Class|Law|Century|Aid|Lady|Nations?|Mariner|Solar|Energy|World War|Intifada"
    r"|Judicial|Appellate|U\.S\.)\b"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?,?\s(?:the\s)?$"
)
_PHRASE_BEFORE = re.compile(
    r"(?:\b(?:at|split|per|each|every other|one|two|three|four|five|six|seven|eight|nine|\d+|half a"
    r"|a few)[\s-]"
    r"|\b(?:at|a) very\s|\bNo\.\s)$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|his|her|its|their|our|my|your|this|that|every|only|very|just|for|as|since|another"
    r"|[a-z]+ing)"
    r"|[’']s|s[’'])\s$",
    re.IGNORECASE,
)
_TIME_UNIT = re.compile(
    r"\s?(?:$|[.,;:)]|\s(?:later|ago|before|after|to|left|from|per|remaining|for|or|and|in|of)\b)"
)
_NUMBER_AFTER = re.compile(
    r"[\s-](?:\d|two|three|four|five|six|seven|eight|nine|ten|few|several|couple|dozen|half-|\$|[XVI]{2,}\b)",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(
    r"\s(?:[a-z]+ed|met|told|came|went|saw|got|took|began|broke|made|found|learned|heard|became|ran|won"
    r"|spoke|wrote|gave|appear|appears|saying|came|hit|struck|said|of|to|in|at|on|by|with|for|because|but"
    r"|and|or|when|we|he|she|they|I|you|it|that)\b"
)
# "the second Tuesday of every month": the weekday is what is counted.
_RECURRING = re.compile(
    r"\s(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?"
    r"\s(?:of|in)\s(?:(?:every|each|the|this|next)\smonth|[A-Z][a-z]{2,8})\b"
)
_FINISHED = re.compile(
    r"\b(?:finish\w*|placed?|placing|came|comes|coming|ranks?|ranked|ranking|tied for|stands?|standing|sits?"
    r"|sitting)\s(?:in\s)?(?:a\s)?(?:distant\s|close\s)?$"
)

_STOP_WORDS = (
    "a an the of to in on at by with for from since after before during until between among against into"
    " over under about as than that which who whom whose when where while and or but nor if is are was"
    " were be been being has have had do does did will would can could may might must shall should said"
    " says say not this these those his her its their our my your he she it they we you i also ever there"
    " here then so out up down off through across within without near toward towards upon because although"
    " though saw two three four five six seven eight nine ten earlier later dies kills hits shook rose"
    " fell found shot held seen known taken born given ago last next today yesterday tomorrow monday"
    " tuesday wednesday thursday friday saturday sunday came went took made got gave told met began became"
    " won lost struck hit left ended"
)
_STOP = frozenset(_STOP_WORDS.split())
_NOUNS_IN_ING_WORDS = (
    "meeting hearing building ruling inning shooting bombing killing hosting sitting reading landing"
    " wedding training hiring firing offering painting crossing sighting beheading hanging stabbing"
    " briefing filing gathering king opening ranking rating standing spring string wing wedding warning"
    " need seed bed speed breed weed"
)
_NOUNS_IN_ING = frozenset(_NOUNS_IN_ING_WORDS.split())
_STOP_BEHIND = re.compile(r"\s(?:the|an?|in|of|on|at|his|her|its|their)\b")
_TOKEN = re.compile(r"[\s-]?([A-Za-z][\w’'.-]{0,30})")
_SINCE = (
    r"since (?![a-z]+ing\b)(?:(?:the|an?|his|her|its|their|last) (?:\w+ of )?)?[\w’'-]+"
    r"(?:,? \d{1,4}| [A-Z][\w’'-]*\b){0,3}"
)
_FRAMES = re.compile(
    rf"(?:{_SINCE}"
    r"|in (?:(?:more than|nearly|almost|over|about|at least|just|only|the last|the past) )?(?:\d+|an?|\w+)"
    r" (?:days|weeks|months|years|decades|decade|century|centuries|generation|year|month|week|season|seasons"
    r"|games|starts)|in (?:[\w’'-]+ ){0,2}history|in (?:weeks|months|years|decades)|in a row|of (?:the|this"
    r"|his|her|its|their) (?:year|season|day|week|month|century|decade|war|campaign|tournament|series|tour"
    r"|game|match|half|night|term|presidency|career)|this (?:year|season|week|month|century|decade)|ever)\b"
)


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every ordinal that ranks something; names, streets, dates, fractions and phrases are none."""
    text = sentence.text
    for match in _ORDINAL.finditer(text):
        if _is_phrase(text, match):
            continue
        rank = _rank(match)
        end, noun = noun_group(text, match.end())
        end, frame = _frame(text, end)
        if noun is None and frame is None and not match["superlative"] and not _stands_alone(text, match):
            continue
        start = match.start()
        negated = re.search(
            r"(?:\b(?:not|hardly)|n[’']t) (?:the|its|his|her|their) $", text[max(0, start - 14) : start]
        )
        value = Value(rank, rank, None, ">" if negated else "=")
        at = sentence.start
        yield Mention("ordinal", text[start:end], at + start, at + end, value, sentence, noun, frame)


def _rank(match: re.Match[str]) -> int:
    return RANKS[match["word"].lower()] if match["word"] else int(match["digits"].replace(",", ""))


def _is_phrase(text: str, match: re.Match[str]) -> bool:
    before, end = text[max(0, match.start() - 24) : match.start()], match.end()
    if _PHRASE_AFTER.match(text, end) or _NAME_AFTER.match(text, end) or _MONTH_BEFORE.search(before):
        return True
    if _PHRASE_BEFORE.search(before) or _NUMBER_AFTER.match(text, end):
        return True
    if match["word"] is None:
        return text[end : end + 1] == "-" and text[end + 1 : end + 8].lower() == "century"
    word = match["word"].lower()
    if word == "second" and _TIME_UNIT.match(text, end) and re.search(r"\ba\s$", before):
        return True
    adverb = not _DETERMINED.search(before) and not match["superlative"]
    return adverb and bool(_VERB_AFTER.match(text, end)) and not _FINISHED.search(before)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """ "the first since May", "finished third", "the 11th": a rank without its noun."""
    before = text[max(0, match.start() - 30) : match.start()]
    if match["word"] and match["word"].lower() != "first" and re.search(r"\b(?:a|an|one)\s$", before):
        return False
    return bool(
        re.search(r"\b(?:the|his|her|its|their|only|just)\s$", before, re.IGNORECASE)
        or _FINISHED.search(before)
    )


def noun_group(text: str, end: int) -> tuple[int, str | None]:
    """The end of up to five words behind an ordinal, and the last of them, singular.

    A participle ends the group unless it comes first ("the second man arrested" is about a man).
    """
    weekday = _RECURRING.match(text, end)
    if weekday:
        return weekday.end(), weekday["weekday"].lower()
    words: list[str] = []
    while len(words) < 5:
        token = _TOKEN.match(text, end)
        if token is None:
            break
        word = token[1].rstrip(".’'")
        if word.lower() in _STOP or not word:
            break
        verbal = word.endswith("ing") and _STOP_BEHIND.match(text, token.end())
        if (words or verbal) and word.endswith(("ed", "ing")) and word.lower() not in _NOUNS_IN_ING:
            break
        if word.endswith(("’s", "'s")):
            words.append(word[:-2])
            end = token.start(1) + len(word) - 2
            break
        words.append(word)
        end = token.start(1) + len(word)
        if token[0].startswith("-") or word in ("time", "times"):  # "second-floor flat" is about the floor
            break
    return end, singular(words[-1]) if words else None


def _frame(text: str, end: int) -> tuple[int, str | None]:
    """What the rank is counted in: behind the noun, or later in the clause and then outside the span."""
    near = text[end : end + 1].isspace() and _FRAMES.match(text, end + 1)
    if near:
        return near.end(), near[0]
    clause = re.split(r"[,;:.—“”\"()]", text[end : end + 70], maxsplit=1)[0]
    later = re.search(rf"\b{_SINCE}", clause)
    return end, later[0] if later else None
