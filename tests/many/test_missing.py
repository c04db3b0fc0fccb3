"""What most sources state and the wire does not."""

from __future__ import annotations

from itertools import combinations

from discrepancy.many.missing import HUBS, choose_pairs, find_missing
from discrepancy.model import Article, Finding, Report
from tests.many.conftest import WIRE, compare_numbers, lone_fact, say_number, source

ARTICLES = [source(name, 77) for name in ("a", "b", "c", "d")]


def agree(a: Article, b: Article, number: int) -> Report:
    finding = Finding("x", "count", "agree", 0.9, "the same", say_number(a, number), say_number(b, number))
    return Report(a, b, (), (finding,))


def alone(article: Article, *numbers: int) -> Report:
    return Report(WIRE, article, (), (), only_b=tuple(lone_fact(article, number) for number in numbers))


def find(stating: list[Article], wire_says: tuple[int, ...] = ()) -> list[list[str]]:
    among = [agree(a, b, 77) for a, b in combinations(stating, 2)]
    reports = [alone(article, 77) for article in ARTICLES]
    wire = Article(f"{WIRE.text} {wire_says}", "wire")
    mentions = [say_number(wire, number) for number in wire_says]
    found = find_missing(reports, among, ARTICLES, mentions, compare_numbers)
    assert all(fact.of == 4 for fact in found)
    return [[article.id for article, _ in fact.statements] for fact in found]


def test_what_three_of_four_state_is_missing() -> None:
    assert find(ARTICLES[:3]) == [["a", "b", "c"]]


def test_what_two_of_four_state_is_not_most() -> None:
    assert find(ARTICLES[:2]) == []


def test_what_the_wire_states_unmatched_is_not_missing() -> None:
    assert find(ARTICLES[:3], wire_says=(77,)) == []


def test_what_is_matched_with_the_wire_in_one_source_is_not_missing() -> None:
    among = [agree(a, b, 77) for a, b in combinations(ARTICLES[:3], 2)]
    reports = [alone(ARTICLES[0]), *(alone(article, 77) for article in ARTICLES[1:])]
    assert find_missing(reports, among, ARTICLES, [], compare_numbers) == []


def test_one_source_alone_is_never_most() -> None:
    assert find_missing([alone(ARTICLES[0], 77)], [], ARTICLES[:1], [], compare_numbers) == []


def test_few_sources_are_aligned_each_with_each_and_many_with_the_fullest() -> None:
    few = [(at, source(str(at), 1), 3) for at in range(HUBS + 1)]
    assert len(choose_pairs(few)) == (HUBS + 1) * HUBS // 2
    many = [(at, source(str(at), 1), at) for at in range(200)]
    pairs = choose_pairs(many)
    assert len(pairs) == HUBS * (200 - HUBS) + HUBS * (HUBS - 1) // 2
    assert all({i, j} & set(range(200 - HUBS, 200)) for i, j in pairs)
