"""The people among the names of an article: who a surname stands for, where that is one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from discrepancy.extract.worded.name_words import CALENDAR, HEADS, NEVER, THINGS
from discrepancy.model import Mention
from discrepancy.offices import FORMS
from discrepancy.words import spell

MOST_WORDS = 5
_NO_PERSON = (
    THINGS
    | HEADS
    | NEVER
    | CALENDAR
    | {"u.s", "u.s.", "us", "u.k.", "u.k", "uk", "u.n.", "u.n", "un", "eu", "e.u."}
)
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\.?$")


@dataclass(frozen=True, slots=True)
class People:
    """Names of an article by their last word."""

    by_surname: Mapping[str, tuple[str, ...]]  # full names as printed

    def resolve(self, name: str, *, known: bool = False) -> str | None:
        """The fullest name of the person; None where several bear the surname, or it is no person's name.

        With `known`, a single word counts only where the article has the full name, too.
        """
        name = _SUFFIX.sub("", name)
        if not _may_be_person(name):
            return None
        words = spell(name).split()
        full = self.by_surname.get(words[-1], ())
        if len({spell(one).split()[0] for one in full}) > 1:
            return None
        if len(words) > 1:
            return max((name, *full), key=len)
        return full[0] if full else None if known else name


def read_people(names: Iterable[Mention]) -> People:
    """The full names among the names of an article: those of two words and more that may be people's."""
    full: dict[str, list[str]] = defaultdict(list)
    for mention in names:
        name = _SUFFIX.sub("", mention.surface)
        while " " in name and _is_title(name.split()[0]):
            name = name.split(maxsplit=1)[1]
        if " " in name and _may_be_person(name):
            full[spell(name).split()[-1]].append(name)
    return People(
        {word: tuple(sorted(set(found), key=lambda one: (-len(one), one))) for word, found in full.items()}
    )


def _is_title(word: str) -> bool:
    """ "Insp", "Marshal": an office that the names of an article keep."""
    return word.casefold() in FORMS or f"{word.casefold()}." in FORMS


def _may_be_person(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= MOST_WORDS or not words[0][:1].isupper() or not spell(name):
        return False
    folded = {word.casefold() for word in words}
    if folded & _NO_PERSON or re.search(r"[&\d]", name):
        return False
    return not (name.isupper() and len(words) == 1)
