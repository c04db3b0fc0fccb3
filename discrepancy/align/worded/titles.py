"""Titles of two articles -> matches: offices of one person that cannot both be meant, and how surely so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.model import Fact, Match, Mention, Words
from discrepancy.offices import FIRST_NAMES, HARD, Office, contrast, is_equal, is_same, parse_office
from discrepancy.words import spell

MOST = 20  # different offices of one person that are looked at
_FULL, _ALONE = 0.8, 0.6  # both reports give the first name; one of them has the surname alone
_SOFT = 0.8  # of that, where the difference may be one of brevity
_TIME = 0.55  # of that, where it may be one of the time that is told of
_NO_BODY = 0.9  # of that, where a report does not say what it is an office of


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody in one article, with the offices it gives them."""

    firsts: tuple[str, ...]  # spelled, the short ones in full; none where only the surname is told
    offices: Mapping[Office, tuple[Mention, ...]]


def align_titles(left: Iterable[Mention], right: Iterable[Mention]) -> tuple[Match, ...]:
    """Offices of one person that are the same, or that cannot both be meant, in the left article's order."""
    here, there = _read(left), _read(right)
    matches: list[Match] = []
    for surname in here.keys() & there.keys():
        if len(here[surname]) == len(there[surname]) == 1:
            a, b = here[surname][0], there[surname][0]
            if _are_one(a.firsts, b.firsts):
                matches += [*_agree(a, b), *_contrast(a, b)]
    return tuple(sorted(matches, key=lambda match: (match.best_a.start, match.best_b.start)))


def _read(mentions: Iterable[Mention]) -> dict[str, list[_Person]]:
    """The people of an article by surname."""
    held: dict[str, dict[Office, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        office = parse_office(mention.value.text) if isinstance(mention.value, Words) else None
        if mention.kind == "title" and office and mention.frame:
            held[spell(mention.frame)][office].append(mention)
    people: dict[str, list[_Person]] = defaultdict(list)
    for name, offices in held.items():
        *firsts, surname = name.split()
        kept = {office: tuple(found) for office, found in list(offices.items())[:MOST]}
        people[surname].append(_Person(tuple(FIRST_NAMES.get(first, first) for first in firsts), kept))
    return people


def _agree(a: _Person, b: _Person) -> Iterator[Match]:
    """The offices that both articles give, each in one match at most."""
    taken: set[Office] = set()
    for office, mine in a.offices.items():
        same = next((one for one in b.offices if one not in taken and is_equal(office, one)), None)
        if same:
            taken.add(same)
            yield _match(mine, b.offices[same], _sure_of_person(a, b))


def _contrast(a: _Person, b: _Person) -> Iterator[Match]:
    """The offices that stand against each other where nothing fits either, each in one match at most."""
    taken: set[Office] = set()
    lone_a = [office for office in a.offices if not any(is_same(office, other) for other in b.offices)]
    lone_b = [office for office in b.offices if not any(is_same(office, other) for other in a.offices)]
    for office in lone_a:
        for other in lone_b:
            if other not in taken and (kind := contrast(office, other)):
                taken.add(other)
                sure = _sure_of_person(a, b) * (
                    1 if kind in HARD else _TIME if kind in ("former", "incoming") else _SOFT
                )
                sure *= 1 if office.body and other.body else _NO_BODY
                yield _match(a.offices[office], b.offices[other], sure)
                break


def _match(mine: tuple[Mention, ...], theirs: tuple[Mention, ...], sure: float) -> Match:
    return Match(Fact(mine), Fact(theirs), mine[0], theirs[0], sure)


def _sure_of_person(a: _Person, b: _Person) -> float:
    return _FULL if a.firsts and b.firsts else _ALONE


def _are_one(firsts: Sequence[str], others: Sequence[str]) -> bool:
    """First names that one person may have: one the same, an initial, a short form, or none told."""
    if not firsts or not others or set(firsts) & set(others):
        return True
    short, long = sorted((firsts[0], others[0]), key=len)
    return long.startswith(short)
