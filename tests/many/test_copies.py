"""Copies: agency text under another headline is one voice; two reporters at one event are two."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from discrepancy import Article, read_article
from discrepancy.many.copies import group_copies, tell_repetitions

FIXTURES = Path(__file__).parents[2] / "fixtures"
AGENCY = [
    "The night ferry from Ostrand ran aground on a sandbank early on Tuesday, the harbour office said.",
    "All 212 passengers were taken off in boats before the tide came back, and three of them were hurt.",
    "The captain told the harbour office by radio that a light on the northern pier had not been burning.",
    "An inquiry will begin on Friday, and the ferry will stay where it lies until divers have seen the keel.",
]
QUOTE = "“We shall look at every lamp and every chart, and shall not rest until we know why it happened.”"


def join(id: str, *paragraphs: str, **known: str) -> Article:
    return Article("\n\n".join(paragraphs), id, **known)


def test_the_same_text_is_one_group_and_the_wire_stands_for_it() -> None:
    articles = [
        join("wire", *AGENCY),
        join("post", "Ferry aground", *AGENCY[:3]),
        join("other", *AGENCY[::-1]),
    ]
    heads = group_copies(articles)
    assert heads == [0, 0, 0]
    told = tell_repetitions(articles, heads)
    assert told[0] is None
    assert (told[1].of, told[1].paragraphs, told[1].total) == ("wire", 3, 3)


def test_a_changed_figure_and_word_leave_a_copy_a_copy() -> None:
    edited = [each.replace("212", "221").replace("early on Tuesday", "on Tuesday") for each in AGENCY]
    assert group_copies([join("a", *AGENCY), join("b", *edited)]) == [0, 0]


def test_a_digest_cut_from_a_long_report_is_its_copy() -> None:
    long = [f"Paragraph {n} tells at some length what nobody else has told of matter {n}." for n in range(30)]
    wire = join("wire", "Something else happened in another town, and nobody there had heard of any ferry.")
    assert group_copies([wire, join("digest", *AGENCY[:2]), join("long", *AGENCY, *long)]) == [0, 2, 2]


def test_shared_quotes_and_a_shared_sentence_make_no_copy() -> None:
    own = "Our reporter walked along the beach at noon, where children were counting the windows of the ship."
    more = "By the evening the queue at the bus stop reached the old lighthouse and back to the bakery again."
    assert group_copies([join("a", *AGENCY, QUOTE), join("b", own, more, QUOTE, AGENCY[3])]) == [0, 1]


def test_the_earliest_stands_for_a_group_in_any_order() -> None:
    wire = join("wire", "Quite another matter was decided by the council of the valley on Monday evening.")
    copies = [
        join("early", *AGENCY[:3], published="2024-03-05"),
        join("late", *AGENCY, published="2024-03-06"),
        join("undated", *AGENCY),
    ]
    for order in permutations(copies):
        articles = [wire, *order]
        heads = group_copies(articles)
        assert heads[0] == 0
        assert {articles[head].id for head in heads[1:]} == {"early"}


@pytest.mark.parametrize("text", ["", "One.", "\n\n\n", "word " * 5])
def test_short_and_empty_texts_are_nobodys_copy(text: str) -> None:
    assert group_copies([Article(text, "a"), join("b", *AGENCY), Article(text + ".", "c")])[1] == 1


def test_of_the_lake_talks_the_morning_post_repeats_the_dispatch() -> None:
    paths = [
        FIXTURES / "stories/diplomacy-lake-talks/a.txt",
        FIXTURES / "stories/diplomacy-lake-talks/b.txt",
        *(FIXTURES / "check/lake-talks" / f"{name}.txt" for name in ("dispatch", "herald", "morning-post")),
    ]
    assert group_copies([read_article(path) for path in paths]) == [0, 1, 2, 3, 2]


def test_pairs_of_one_story_told_twice_are_no_copies() -> None:
    for story in sorted((FIXTURES / "stories").iterdir()):
        assert group_copies([read_article(story / "a.txt"), read_article(story / "b.txt")]) == [0, 1], (
            story.name
        )
