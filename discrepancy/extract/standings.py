"""Ranks that no ordinal states: "the No. 3 seed", "ranked No. 12", "top-seeded", "world number two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.mention import mention
from discrepancy.extract.ordinals import noun_group
from discrepancy.extract.plurals import singular
from discrepancy.model import Article, Mention, Sentence, Value

_SPELLED_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_SPELLED = {word: number for number, word in enumerate(_SPELLED_WORDS.split(), 1)}
_RANK = rf"(?P<rank>[1-9]\d{{0,2}}|{'|'.join(_SPELLED)})\b"
_NUMBERED = rf"(?<![\w.-])(?:[Nn]o\.\s?|NO\.\s?|[Nn]umber\s){_RANK}"
# What has a rank; a reactor, a shirt, a train and a house in Downing Street are only numbered, and the
# "No. 1 priority" is nothing but a high one.
_RANKED = (
    r"seed|spot|position|post|job|ranking|rank|slot|place|pick|official|leader|executive|contender|challenger"
    r"|Republican|Democrat|Conservative|song|single|album|show|movie|film|bestseller|player|team|producer"
    r"|exporter|importer|supplier|market"
)
_PARTICIPLES = ("ranked", "rated", "seeded")
_QUALIFIED = r"(?:(?!(?:and|or|in|on|of|at|the|with)\s)[A-Za-z][\w.’'-]{1,15}\s){0,2}?"
_MOVES = (
    r"rank(?:s|ed|ing)?|seed(?:ed)?|rated|placed|debuted|peaked|opened|(?:climb|slipp|dropp|mov)ed(?:\sup|\sdown)?\sto"
    r"|(?:rose|fell)\sto|world"
)
_ROUND_ALL = r"(?!\s(?:[a-z]+\s)?(?:teams|players|universities|schools|colleges|programs|hospitals|seeds)\b)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NUMBERED}[ -](?P<noun>{'|'.join(_PARTICIPLES)})\b",
        rf"{_NUMBERED}\s{_QUALIFIED}(?P<noun>{_RANKED})\b(?!-)",
        rf"\b(?i:{_MOVES})\s(?:as\s|at\s|in\s)?(?:the\s)?(?:world\s)?(?P<whole>{_NUMBERED})(?![.,]?\d|-|\s(?:of|to)\b)",
        rf"\b(?:[Tt]he|[Aa]n?|[Aa]s|[Tt]heir|[Ii]ts)\s(?P<whole>{_RANK}[ -](?P<noun>seed)\b)",
        rf"(?:\b(?:the|their|its|his|her)\s|^|(?=\bT))(?P<whole>[Tt]op(?:-(?P<noun>seeded|ranked)|\sseed)\b){_ROUND_ALL}",
    )
)
# "No. 4 Fairhaven beat No. 1 Oakridge": teams, where the sentence is about a match.
_TEAM = re.compile(rf"{_NUMBERED}\s(?P<noun>[A-Z][A-Za-z’'-]{{2,20}}(?:\s[A-Z][a-z]{{2,20}}){{0,2}})")
_NAMES = re.compile(r"(?:\s[A-Z][A-Za-z’'-]{1,20}){1,3}")
_MATCH = re.compile(
    r"\b(?:beat|beats|beaten|defeat\w{0,3}|won|wins?|los[est]{1,2}|upsets?|rank(?:ed|ing|ings)|seed\w{0,3}"
    r"|tournament|(?:semi|quarter)?finals?|rout(?:s|ed)?|edge[sd]?|toppe[sd]|victory|overtime|unbeaten)\b"
    r"|\s\d{1,3},\s(?:No\.\s\d{1,2}\s)?[A-Z][\w’' -]{2,40}\s\d{1,3}\b"
)
_PLACES = re.compile(r"\b(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Jersey|Train|Line|Bus|Downing)\b")


def find(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """Every such rank, as an ordinal; its noun is what is ranked, where that is named."""
    text = sentence.text
    for form in _FORMS:
        for match in form.finditer(text):
            yield _mention(sentence, match)
    teams = [match for match in _TEAM.finditer(text) if not _PLACES.search(match["noun"])]
    if teams and _MATCH.search(text):
        yield from (_mention(sentence, match) for match in teams)


def _mention(sentence: Sentence, match: re.Match[str]) -> Mention:
    groups = match.groupdict()
    start, end = match.span("whole" if groups.get("whole") else 0)
    stated = (groups.get("rank") or "one").lower()  # "top"
    rank = _SPELLED.get(stated) or int(stated)
    noun = groups.get("noun")
    if noun in _PARTICIPLES:
        named = _NAMES.match(sentence.text, end)
        end, noun = (named.end(), named[0]) if named else noun_group(sentence.text, end)
    ranked = singular(noun.split()[-1]) if noun else None
    return mention("ordinal", sentence, start, end, Value(rank, rank), noun=ranked)
