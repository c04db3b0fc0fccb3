"""Where an article affirms what another negates: the same verb, told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from discrepancy.align.context import stem
from discrepancy.align.worded.clauses import (
    BASES,
    BE,
    IDENTIFY,
    LISTS,
    REACH,
    WEAK,
    Clause,
    Token,
    find_lemma,
    read_clause,
    read_tokens,
    words_before,
    words_behind,
)
from discrepancy.model import READ_ROLES, Mention, Sentence, Words

NEGATION_REACH = 6  # words before a verb group among which something may take its force as a fact
_HAVE: Final = frozenset(("has", "have", "had", "having"))
_BETWEEN: Final = frozenset(("also", "already", "later", "now", "since"))
_UNREAL: Final = frozenset(LISTS["before what is not a fact"])
_NOTHING: Final = frozenset(("no", "none", "nothing", "nobody", "not", "never", "little", "few", "only"))
_CONDITIONS: Final = frozenset(("if", "unless", "until", "whether"))
_PASTS: Final = {stem(base): forms.split() for base, forms in LISTS["irregular verbs"].items()}
_SPEAKERS: Final = frozenset(("i", "we", "you"))  # a quote whose marks stand in other sentences
_ANOTHER: Final = frozenset(("that", "those"))  # "That attack was claimed by ...": one of before
_QUOTED: Final = re.compile(r"[“\"][^“”\"]{0,2000}(?:[”\"]|$)")
# What somebody says of somebody: it is told that he says so, and not that it is so.
_CLAIM: Final = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|alleg\w+|den(?:y|ies|ied|ying)|insist\w*|maintain\w*|argu\w+|contend\w*|assert\w*"
    r"|accus\w+|suspect(?:s|ed)|evidence|believ\w+|thought|suggest\w*|appears?|seems?|rumou?r\w*|reportedly"
    r"|apparently)\b",
    re.IGNORECASE,
)
_BACKGROUND: Final = re.compile(
    r"\b(?:(?:last|previous|earlier this) (?:year|month|week|summer|winter|spring|fall|autumn)"
    r"|(?:years?|months?) ago|previously|formerly|in the past|decades?|ever)\b"
)


class Sought(NamedTuple):
    """A verb, and the form in which it affirms what was negated."""

    verb: str  # stem
    progressive: bool  # "was not wearing" against "was wearing"
    refused: bool  # "refused to sign" against "agreed to sign"


def read_negated(mention: Mention) -> Clause | None:
    """The clause of a negated mention; None where its verb decides nothing or it is not told as a fact."""
    tokens = read_tokens(mention.sentence.text)
    start, end = mention.start - mention.sentence.start, mention.end - mention.sentence.start
    inside = [at for at, token in enumerate(tokens) if token.start < end and token.end > start]
    verb = find_lemma(mention.noun or "")
    if not inside or verb in WEAK:
        return None
    group = inside[0], inside[-1]
    return (
        read_clause(mention, verb, tokens, group) if _is_told(mention.sentence.text, tokens, group) else None
    )


def seek(negated: Clause) -> Sought:
    """What would affirm a negated clause, as far as its verb goes."""
    refused = negated.mention.surface.lower().startswith(("refused", "declined"))
    return Sought(negated.verb, (negated.mention.noun or "").endswith("ing"), refused)


def find_affirmed(sought: Sought, sentence: Sentence) -> Iterator[Clause]:
    """The places of a sentence that affirm the verb that is sought."""
    if sentence.role not in READ_ROLES or not _may_hold(sought.verb, sentence.text.lower()):
        return
    tokens = read_tokens(sentence.text)
    for at in range(len(tokens)):
        group = _read_group(sought, tokens, at)
        if group and _is_told(sentence.text, tokens, group):
            span = tokens[group[0]].start, tokens[group[1]].end
            mention = _mention(sentence, span, tokens[group[1]].text)
            yield read_clause(mention, sought.verb, tokens, group)


def _may_hold(verb: str, text: str) -> bool:
    """Whether a form of the verb can be in a text at all: a cheap look comes first."""
    if verb[:3] in text or (verb == IDENTIFY and "named" in text) or verb.startswith("find "):
        return True
    return any(form in text for form in _PASTS.get(verb, ()))


def _read_group(sought: Sought, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """First and last word of the affirmed group whose verb is at an index; None where there is none."""
    first = last = at
    if sought.verb.endswith(" guilti"):
        last = at + 1
        if f"{find_lemma(tokens[at].text)} guilti" != sought.verb:
            return None
        if not tokens[last:] or tokens[last].text != "guilty" or tokens[last].cut:
            return None
    elif not _is_verb(sought, tokens, at):
        return None
    elif _agreed(sought, tokens, at):
        return at - 2, at
    while first and not tokens[first].cut and _may_open(tokens[first - 1].text):
        first -= 1
    return (first, last) if _is_fact(tokens, first) and not _finds_nothing(tokens, last) else None


def _is_verb(sought: Sought, tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    if word == "named" and sought.verb == IDENTIFY:
        return "as" in words_behind(tokens, at)
    if find_lemma(word) != sought.verb:
        return False
    if sought.progressive:
        return word.endswith("ing") and at > 0 and tokens[at - 1].text in BE
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    present = word.endswith("s") and not word.endswith("ss") and behind != "of"  # "claims of" are a noun
    finite = word in BASES or word.endswith("ed") or present
    return finite or _agreed(sought, tokens, at)


def _agreed(sought: Sought, tokens: Sequence[Token], at: int) -> bool:
    """ "agreed to sign" against "refused to sign"."""
    before = [token.text for token in tokens[max(0, at - 2) : at]]
    return sought.refused and before == ["agreed", "to"]


def _may_open(word: str) -> bool:
    return word in BE or word in _HAVE or word in _BETWEEN or word.endswith("ly")


def _is_fact(tokens: Sequence[Token], first: int) -> bool:
    """Whether nothing before a group in its clause negates it, or puts it into the future."""
    for at in range(first - 1, max(-1, first - 1 - NEGATION_REACH), -1):
        if tokens[at + 1].cut:
            return True
        if tokens[at].text in _UNREAL or tokens[at].text.endswith("n't"):
            return False
    return True


def _finds_nothing(tokens: Sequence[Token], last: int) -> bool:
    """ "found no evidence", "said nothing"."""
    return any(token.text in _NOTHING for token in tokens[last + 1 : last + 4])


def _is_told(text: str, tokens: Sequence[Token], group: tuple[int, int]) -> bool:
    """Whether a clause is the report's own word on the event: no quote, question, claim or condition."""
    first, last = group
    if text.rstrip().endswith("?") or _is_quoted(text, tokens[first].start):
        return False
    before = tokens[max(0, first - REACH) : first]
    if any(token.text in _CONDITIONS or token.text in _SPEAKERS for token in before):
        return False
    if before and (tokens[0].text in _ANOTHER or _CLAIM.search(text, before[0].start, tokens[first].start)):
        return False
    around = f"{' '.join(words_before(tokens, first))} | {' '.join(words_behind(tokens, last))}"
    return not _BACKGROUND.search(around)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quote runs at a place, begun in the sentence or before it."""
    if any(quote.start() < at < quote.end() for quote in _QUOTED.finditer(text)):
        return True
    return at < _find_stray_close(text)


def _find_stray_close(text: str) -> int:
    """Where a quote ends that began in an earlier sentence, or -1."""
    closing, opening = text.find("”"), text.find("“")
    if closing >= 0 and not 0 <= opening < closing:
        return closing
    return text.find('"') if text.count('"') % 2 and text.rstrip().endswith('"') else -1


def _mention(sentence: Sentence, span: tuple[int, int], verb: str) -> Mention:
    start, end = span
    surface = sentence.text[start:end]
    return Mention(
        kind="polarity",
        surface=surface,
        start=sentence.start + start,
        end=sentence.start + end,
        value=Words(" ".join(surface.split())),
        sentence=sentence,
        noun=verb,
    )
