"""Numerals as British and American news write them: "1,200", "twenty-two", "half a million", "dozens".

One regular expression finds a numeral, one function gives its value. Repetitions are bounded, so the
time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.number_words import (
    DENOMINATORS,
    FOLD,
    MAGNITUDES,
    MONEY_MAGNITUDES,
    TENS,
    UNITS,
    VAGUE,
    VULGAR,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and its value as stated, without hedges; `scale` is the magnitude that was written."""

    start: int
    end: int
    low: float
    high: float
    scale: float = 1.0  # 1e6 for "1.2 million"; a range may lend it to its lower end
    form: str = "digits"  # digits, words, fraction, vague or fold
    pattern: str = ""  # the words, lower case, that name a vague or fractional numeral


def _any(words: object) -> str:
    assert isinstance(words, (dict, list, tuple))
    return "|".join(sorted(words, key=len, reverse=True))


_SPACE = r"[ \u00a0\u2009\u202f]"
_JOIN = r"(?:[ \u00a0-]|,[ ])"
_UNIT = _any([word for word in UNITS if UNITS[word] < 10])
_TEEN = _any([word for word in UNITS if UNITS[word] > 9])
_SUB100 = rf"(?:(?:{_any(TENS)})(?:[ -](?:{_UNIT})\b)?|{_TEEN}|{_UNIT})"
_BIG = "thousand|million|billion|trillion|lakhs?|crores?"
# A magnitude with no number before it is one only here: "a million-dollar flat", "the million who left".
_ALONE = (
    rf"(?:(?<=\bthe[ ])|(?<=\bper[ ])|(?<=\bevery[ ])|(?<=\banother[ ]))(?:{_BIG})"
    rf"|(?<!multi-)(?:{_BIG})(?=-[a-z])"
)
_SUB1000 = rf"(?:(?:(?:{_SUB100}|an?)[ -])?hundred(?:[ -](?:and[ -])?{_SUB100}\b)?|{_SUB100})"
_SPELLED = (
    rf"(?:{_SUB1000}(?:[ -](?:{_BIG})\b(?:[ -](?:and[ -])?{_SUB1000}\b(?!{_SPACE}(?:percent"
    rf"|per cent)))?){{0,3}}"
    rf"|an?[ -](?:{_BIG}|dozen)|{_ALONE}|dozen)"
)
_GROUPED = rf"\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d+)?|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}}){{1,5}}"
# A point before three digits groups thousands where it comes twice, or where it cannot be a decimal:
# nobody writes a decimal that ends in nought and counts something.
_DOTTED = (
    rf"[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,5}}|[1-9]\d{{0,2}}\.\d\d0(?={_SPACE}(?!{_any(MAGNITUDES)}"
    rf"|per)[a-z]{{4}})"
)
_PLAIN = r"\d{1,18}(?:\.\d{1,12})?|\.\d{1,12}"
_DIGITS = rf"(?:{_GROUPED}|{_DOTTED}|{_PLAIN})(?![\d]|[.,:/]\d)"
_FRACTION_AFTER = rf"(?:{_SPACE}?[{''.join(VULGAR)}]|[ -]\d/\d(?!\d|/))"
_DEN = _any([word for word in DENOMINATORS if word not in ("half", "halves")])
_NUMERATOR = "one|two|three|four|five|six|seven|eight|nine"
_FRACTION = (
    rf"(?:{_NUMERATOR})[ -](?:{_DEN})s?\b(?![ -](?:man|woman|person|time|place|round|quarter|base|floor|day))"
    rf"|an?[ ](?:{_DEN})(?=[ ](?:of|as|less|more|fewer|higher|lower)\b)"
    r"|(?:an?|one)[ -]half\b|half(?=[ ](?:of|the|its|their|his|her|all|that|those|our|as)\b)"
    rf"|\d/[2-9](?![\d/])|[{''.join(VULGAR)}]"
)
_PART_OF_BIG = (
    rf"(?:(?:an?|one)[ -])?half(?:[ -]an?)?[ -](?:{_BIG}|dozen)"
    rf"|(?:(?:an?|one|three)[ -])?quarters?(?:[ ]of[ ]an?)?[ -](?:million|billion|trillion)"
)
_IN_OVER = rf"(?:{_SUB100}|\d{{1,3}})"
_IN_OF = r"[ -](?:in|out[ -]of)[ -](?:every[ -])?"
_IN_UNDER = rf"(?:{_SUB100}|an?[ ]hundred|\d{{1,4}})\b"
_IN_END = (
    r"(?![ -](?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|games?|matches"
    r"|starts)\b)"
    r"(?![.,]\d|%)"
)
_VAGUE = (
    r"(?:(?:many|several|a[ ]few|a[ ]couple)[ ](?:of[ ])?)?"
    r"(?:tens|dozens|hundreds|thousands)[ ]of[ ](?:hundreds|thousands|millions|billions)"
    r"|(?:several|(?:a|past|last|next|first|final|every|the)[ ]few|a[ ]couple(?:[ ]of)?)[ ](?:hundred"
    r"|thousand|million|billion|dozen)"
    r"|(?:dozens|hundreds|thousands|millions|billions|trillions)|scores(?=[ ](?:of|more)\b)|several"
    r"|a[ ](?:few|handful(?=[ ]of\b)|couple(?=[ ](?:of|more|hours|days|weeks|months|years|minutes)\b)"
    r"|(?:pair|trio)(?=[ ]of\b))"
    r"|(?<=past[ ])few|(?<=last[ ])few|(?<=next[ ])few|(?<=first[ ])few"
    r"|(?<=past[ ])couple|(?<=last[ ])couple|(?<=next[ ])couple"
)
_FOLD = rf"{_any(FOLD)}|(?:{_SUB100}|\d{{1,3}})-?fold"
_CODES = "USD|EUR|GBP|INR|CHF|JPY|AUD|CNY|RMB"
_AFTER_DOLLAR = r"(?<=\$US)|(?<=\$NZ)|(?<=\$HK)|(?<=\$[ACS])"  # as some write: "$US160 million", "$A5"
_MONEY_SIGN = rf"(?:[$£€¥₹₦₩₱₽₪]|{_AFTER_DOLLAR}|\b(?:Rs\.?|RM|Rp|PS|{_CODES})) ?"

_START = rf"(?:(?<!\w)|(?<=\b(?:R[sMp]|PS))|(?<=\b(?:{_CODES}))|{_AFTER_DOLLAR})"
_RATIO = re.compile(_START + rf"(?P<over>{_IN_OVER}){_IN_OF}(?P<under>{_IN_UNDER}){_IN_END}", re.IGNORECASE)
_NUMERAL = re.compile(
    rf"""{_START}(?:
      (?P<portion>(?:{_PART_OF_BIG})\b)
    | (?P<fold>(?:{_FOLD})\b)
    | (?P<fraction>{_FRACTION})(?![\w])
    | (?P<vague>(?:{_VAGUE})\b)
    | (?P<spelled>{_SPELLED})\b(?P<spelled_and>[ -]and[ -]an?[ -](?:half|quarter|third)\b)?
      (?:[ -](?P<spelled_big>{_BIG}|dozen)\b)?
    | (?P<digits>{_DIGITS})(?P<vulgar>{_FRACTION_AFTER})?(?P<digits_and>[ -]and[ -]a[ -](?:half|quarter)\b)?
      (?:(?:{_SPACE}|-)?(?P<big>{_any(MAGNITUDES)}|(?-i:[kKmMbBtT]|cr|Cr)(?![\w'’]))
         (?:[ ](?P<more>crores?|thousand|million|billion)\b)?(?![\w]))?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# A digit glued to these is part of a name, a clock time, a fraction or an address, unless money stands there.
_GLUED = re.compile(r"(?:[\w.,/:#@]|[^\W\d_]-)$")
_RACE = re.compile(r" (?:runs?|races?|walks?|jogs?|runners?|res|display)\b", re.IGNORECASE)
_LEADING_ZERO = re.compile(r"0\d")  # a version or a code, never a value
_SIGNED = re.compile(r"\b(?:minus|plus|to)-$", re.IGNORECASE)
# A sign right before the number, or before the lower end of a range: "$5m", "$2-5m", "$2m to 5m".
_MONEY_BEFORE = re.compile(_MONEY_SIGN + r"(?:\d[\d.,]{0,9}(?:[kmbt]|bn)?(?:-| - | ?[–—] ?| to ))?$")


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every numeral in the text in order, whatever it stands for."""
    position = 0
    while match := _NUMERAL.search(text, position):
        numeral = _ratio(text, match.start()) or _read(match, text)
        position = max(match.end(), numeral.end if numeral else 0)
        if numeral is not None:
            yield numeral


def _ratio(text: str, start: int) -> Numeral | None:
    """ "One in five"; "51 in 2015" is none, and its 51 a number by itself."""
    match = _RATIO.match(text, start)
    top, bottom = (_small(match["over"].lower()), _small(match["under"].lower())) if match else (0, 0)
    if match is None or not 0 < top < bottom or bottom > 1000:
        return None
    return _exact(match, top / bottom, form="fraction", pattern=match[0].lower())


def _read(match: re.Match[str], text: str) -> Numeral | None:
    words = match[0].lower()
    if match["portion"]:
        return _exact(match, _portion(words), MAGNITUDES[re.split(r"[ -]", words)[-1]], form="words")
    if match["fold"]:
        value = FOLD.get(words) or _small(re.sub(r"-?fold$", "", words))
        return _exact(match, value, form="fold", pattern=words)
    if match["fraction"]:
        return _exact(match, _fraction(words), form="fraction", pattern=words)
    if match["vague"]:
        low, high = _vague(words)
        return Numeral(match.start(), match.end(), low, high, form="vague", pattern=words)
    return _spelled(match) if match["spelled"] else _digits(match, text)


def _exact(
    match: re.Match[str],
    value: float,
    scale: float = 1.0,
    form: str = "digits",
    pattern: str = "",
    end: int | None = None,
) -> Numeral:
    return Numeral(match.start(), end or match.end(), value, value, scale, form, pattern)


def _portion(words: str) -> float:
    scale = MAGNITUDES[re.split(r"[ -]", words)[-1]]
    if "half" in words:
        return scale / 2
    return scale * (0.75 if words.startswith("three") else 0.25)


def _fraction(words: str) -> float:
    if words in VULGAR:
        return VULGAR[words]
    if "/" in words:
        top, bottom = words.split("/")
        return int(top) / int(bottom)
    parts = re.split(r"[ -]", words)
    name = parts[-1] if parts[-1] in DENOMINATORS else parts[-1].removesuffix("s")
    return (UNITS.get(parts[0], 1) if len(parts) > 1 else 1) / DENOMINATORS[name]


def _vague(words: str) -> tuple[float, float]:
    parts = re.findall(r"[a-z]+", words)
    last = parts[-1]
    if last in ("hundreds", "thousands", "millions", "billions") and "of" in parts[:-1]:
        low, high = (
            VAGUE[parts[parts.index("of", 1 if parts[0] != "of" else 0) - 1]] if len(parts) == 3 else (2, 9)
        )
        if len(parts) > 3:
            low, high = VAGUE[parts[-3]]
        scale = MAGNITUDES[last.removesuffix("s")]
        return low * scale, (high + 1) * scale - 1
    if last in MAGNITUDES:
        low, high = (2, 2) if "couple" in parts else (3, 9)
        return low * MAGNITUDES[last], high * MAGNITUDES[last]
    return VAGUE[last]


def _spelled(match: re.Match[str]) -> Numeral:
    value = _words(match["spelled"].lower())
    scale = 1.0
    named = re.search(rf"\b({_BIG})$", match["spelled"].lower())
    if match["spelled_big"]:
        scale = MAGNITUDES[match["spelled_big"].lower()]
    elif named:
        scale = MAGNITUDES[named[1]]
        value /= scale
    if match["spelled_and"]:
        value += 1 / DENOMINATORS[re.split("[ -]", match["spelled_and"].lower())[-1]]
    return _exact(match, value * scale, scale, form="words", pattern=match[0].lower())


def _words(text: str) -> float:
    """The value of a spelled cardinal: hundreds multiply what comes before them, magnitudes close a group."""
    total = group = 0.0
    for word in re.findall(r"[a-z]+", text):
        if word in ("a", "an"):
            group = 1
        elif word in UNITS or word in TENS:
            group += UNITS.get(word, TENS.get(word, 0))
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in MAGNITUDES:
            total, group = total + (group or 1) * MAGNITUDES[word], 0
    return total + group


def _small(text: str) -> float:
    return float(text) if text.isdigit() else _words(text)


def _digits(match: re.Match[str], text: str) -> Numeral | None:
    start = match.start()
    before = text[max(0, start - 2) : start]
    if (
        _GLUED.search(before)
        and not _paid(match, text)
        and not _SIGNED.search(text[max(0, start - 6) : start])
    ):
        return None
    if _LEADING_ZERO.match(match["digits"]):
        return None
    value = _plain(match["digits"])
    if match["vulgar"]:
        value += _vulgar(match["vulgar"].strip(" -\u00a0\u2009\u202f"))
    if match["digits_and"]:
        value += 0.5 if match["digits_and"].lower().endswith("half") else 0.25
    scale, end = _magnitude(match, text)
    return _exact(match, value * scale, scale, end=end)


def _plain(digits: str) -> float:
    dotted = re.fullmatch(rf"{_DOTTED.split('(?=')[0]}", digits)
    return float(re.sub(r"[,\s.]" if dotted else r"[,\s]", "", digits))


def _vulgar(text: str) -> float:
    return VULGAR[text] if text in VULGAR else _fraction(text) if text[-1] != "0" else 0.0


def _magnitude(match: re.Match[str], text: str) -> tuple[float, int]:
    """The factor of a magnitude word, and where the numeral ends once a letter that is a unit is left out."""
    if match["big"] is None:
        return 1.0, match.end()
    word = match["big"].lower()
    times = MAGNITUDES[match["more"].lower()] if match["more"] else 1.0
    attached = text[match.start("big") - 1].isdigit()
    if word in MAGNITUDES and (word not in ("mm", "mil", "dozen") or _paid(match, text) or word == "dozen"):
        return MAGNITUDES[word] * times, match.end()
    if word in MONEY_MAGNITUDES and (attached or word in ("m", "cr")) and _paid(match, text):
        return MONEY_MAGNITUDES[word], match.end("big")  # "$12m", "$12 m"
    if (
        match["big"] == "k"
        and attached
        and _plain(match["digits"]) >= 20
        and not _RACE.match(text, match.end())
    ):
        return 1e3, match.end("big")  # "25k cheaper"; a shorter one is a race
    end = match.start("big")
    return 1.0, end if attached else end - 1


def _paid(match: re.Match[str], text: str) -> bool:
    return bool(_MONEY_BEFORE.search(text[max(0, match.start() - 22) : match.start()]))
