"""What a full stop after an abbreviation means, judged by the word before it and the word after it."""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Never the last word of a sentence: a name or an example follows.
BEFORE_NAMES = _words(
    "mr mrs ms mx dr prof gen lt col maj capt cmdr cdr adm brig sgt cpl pvt pfc spc supt det insp lieut comdr"
    " sen sens rep reps gov govs rev revd hon pres amb atty asst assoc msgr fr messrs mme mlle mt gens"
    " lts cols vs v e.g i.e viz cf supts pte sqn cllr const dep"
)
# Not the last word where a number follows.
BEFORE_NUMBERS = _words(
    "no nos vol art sec fig figs p pp ch op approx ca est c para ref ext apt rm tel sect pop"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
# Often inside a name or a measure, at times the last word: the word that follows decides.
INSIDE_NAMES = _words(
    "inc corp co cos ltd llc plc bros jr sr st ste ft ave blvd rd hwy pkwy sq bldg dept univ assn intl"
    " natl etc esq al ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn"
    " miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask ph.d m.d b.a"
    " m.a d.d.s ll.b govt lb lbs oz yd hr hrs"
)
# Of these, the ones that are written small and are no words of their own.
LOWER = _words(
    "no nos vol fig figs p pp op approx ca est c pop ext etc al sq ft lb lbs oz yd hr hrs ph.d m.d b.a m.a"
)
# What follows a time of day inside the same sentence: a day, a month, a zone.
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec"
    r"|[ECMP][SD]?T|GMT|UTC|BST|[CE]ES?T|[IJKHS]ST|Eastern|Central|Mountain|Pacific|Greenwich|British|local)"
    r"[a-z]{0,6}\b"
)
# Words that open sentences and, written with a capital, hardly ever go on with a name.
STARTERS = _words(
    "the this that these those it its he she they we you i his her their our my your a an but and or so"
    " yet in on at by for from with after before when while where why how who what which if although"
    " though because since as until there here some many most both not none each every other another two"
    " three four five six seven eight nine ten however meanwhile also then still even more about over"
    " under during despite according once earlier later only such is was were are have has had did does"
    " asked"
)
_CLOCKS = frozenset({"a.m", "p.m", "am", "pm"})
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){1,6}[A-Za-z]\Z")


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article writes its own words: evidence for what a capital means after a full stop."""

    lower: frozenset[str]  # words it writes in lower case somewhere
    names: frozenset[str]  # words it writes with a capital inside a sentence, in lower case here

    @classmethod
    def of(cls, text: str) -> Usage:
        """The usage of one text, in one pass over it for each kind of word."""
        return cls(
            lower=frozenset(re.findall(r"\b[a-z]{2,40}\b", text)),
            names=frozenset(word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{1,40}\b", text)),
        )

    def opens_sentence(self, word: str) -> bool:
        """A capital on this word shows the start of a sentence, since it is no name."""
        plain = plain_word(word)
        return plain in STARTERS or (plain in self.lower and plain not in self.names)


def plain_word(word: str) -> str:
    """A word in lower case without a clitic: "It's" is "it"."""
    return re.split(r"[’']", word, maxsplit=1)[0].lower()


def ends_before_stop(before: str, word: str, usage: Usage) -> bool:
    """Whether a sentence ends at a full stop between two words; `word` is empty where none follows."""
    before = before.rsplit("-", 1)[-1].strip("’'.&")
    token = before.lower()
    if not token:
        return True
    is_written_short = before[0].isupper() or token in LOWER
    is_number = not word[:1].isalpha()
    if token in BEFORE_NAMES or (token in BEFORE_NUMBERS and is_written_short and is_number):
        return False
    if token in _CLOCKS:
        return not is_number and not _AFTER_CLOCK.match(word)
    if token in INSIDE_NAMES and is_written_short:
        return not is_number and usage.opens_sentence(word)
    if _ACRONYM.match(token) or (len(token) == 1 and before.isalpha() and before.isupper()):
        return plain_word(word) in STARTERS
    return True
