"""Markdown: what an article says is shown, never obeyed; a CommonMark parser is the judge."""

import re
from collections.abc import Callable, Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing
from discrepancy.report.markdown import escape
from discrepancy.report.printable import one_line

form = FORMATS["markdown"]
OURS = {"text", "strong_open", "strong_close", "softbreak", "text_special"}


def inline(text: str) -> Iterator[Token]:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for token in parser.parse(text):
        yield from token.children or ()


def shown(text: str) -> str:
    return "".join(token.content for token in inline(text))


def test_sections_and_counts(report: Report) -> None:
    text = form.report(report, Display())
    assert text.startswith("# 5 conflicts: 3 hard, 2 soft\n")
    assert "## 1. 14 vs 16 passengers" in text
    assert "lowered **14** passengers" in text
    assert text.endswith("3 agreements · 1 fact only in courier · no facts only in harbor\n")


def test_hostile_text_makes_nothing_but_words(hostile: Report) -> None:
    text = form.report(hostile, Display(agreements=True))
    tokens = list(inline(text))
    html = [token.content for token in tokens if token.type == "html_inline"]
    assert set(html) <= {"<strong>", "</strong>"}
    assert {token.type for token in tokens} <= OURS | {"html_inline"}
    blocks = {token.type for token in MarkdownIt("commonmark").parse(text)}
    assert not blocks & {"html_block", "code_block", "fence", "bullet_list_open", "ordered_list_open"}


def test_hostile_text_is_shown_as_it_is(make_report: Callable[..., Report]) -> None:
    said = "**bold** _it_ `code` ![i](u) [l](u) <b> &amp; \\ ~~x~~ | $m$ 1) # -"
    text = form.report(make_report(said + " 40", "40", "40"), Display())
    assert said in shown(text)


@pytest.mark.parametrize("line", ["# x", "- x", "+ x", "1. x", "12) x", "=== x", "    x", "> x", "* x"])
def test_no_line_opens_a_block(line: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escape(line).lstrip())
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(escape(line)) == one_line(line).lstrip() or shown(escape(line)) == line.strip()


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("a (40) b", "40"),
        ("x“40”y", "“40”"),
        ("US$40m", "40"),
        ("a 40", "40"),
        ("town—40—km", "40"),
        ("#40", "40"),
    ],
)
def test_the_words_are_strong_wherever_they_stand(
    make_report: Callable[..., Report], text: str, surface: str
) -> None:
    written = form.report(make_report(text, "other 40 “40”", surface), Display())
    first = MarkdownIt("commonmark").render(written).split("<blockquote>")[1]
    assert f"<strong>{surface}</strong>" in first


def test_a_bare_address_makes_no_link() -> None:
    parser = MarkdownIt("commonmark")
    text = escape("see http://evil.example or www.evil.example or me@evil.example")
    assert not re.search(r"(?<!\\)(://|(?<=www)\.|@)", text)
    assert (
        parser.render(text).strip() == "<p>see http://evil.example or www.evil.example or me@evil.example</p>"
    )


def test_a_listing_is_a_table(listing: Listing) -> None:
    text = form.listing(listing, Display())
    rendered = MarkdownIt("commonmark").enable("table").render(text)
    assert rendered.count("<tr>") == len(listing.mentions) + 1


def test_a_hostile_listing_keeps_its_cells(hostile: Report) -> None:
    text = form.listing(Listing(hostile.a, (hostile.conflicts[0].a,)), Display())
    rendered = MarkdownIt("commonmark").enable("table").render(text)
    assert rendered.count("<td>") == 6
