"""The terminal: plain when piped, styled on request, never at the mercy of what an article says."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing

terminal = FORMATS["terminal"]
SGR = re.compile(r"\x1b\[([0-9;]*)m")


def test_plain_output_has_no_escapes_and_marks_the_words(report: Report) -> None:
    text = terminal.report(report, Display())
    assert "\x1b" not in text
    assert "lowered »14« passengers" in text
    assert "»Sixteen people« were" in text


def test_each_conflict_shows_place_kind_severity_confidence_and_explanation(report: Report) -> None:
    text = terminal.report(report, Display(paths={"courier": "news/courier.txt"}))
    assert "news/courier.txt:5:44" in text
    assert "harbor:3:1  also 1:1" in text
    assert "hard · count · 97%" in text
    assert "14 vs 16 passengers" in text


def test_the_footer_counts_everything(report: Report) -> None:
    text = terminal.report(report, Display(width=100))
    assert text.endswith(
        "5 conflicts: 3 hard, 2 soft\n3 agreements · 1 fact only in courier · no facts only in harbor\n"
    )


def test_nothing_found_says_so(report: Report) -> None:
    text = terminal.report(replace(report, conflicts=()), Display())
    assert text.splitlines()[1] == "No conflicts"


def test_agreements_are_listed_only_when_asked_for(report: Report) -> None:
    assert "roughly 400  " not in terminal.report(report, Display())
    assert "about 400 / roughly 400" in terminal.report(report, Display(agreements=True))


def test_colour_and_no_colour(report: Report) -> None:
    coloured = terminal.report(report, Display(styled=True, colour=True))
    assert "\x1b[1;4;31m14\x1b[0m" in coloured
    plain = terminal.report(report, Display(styled=True, colour=False))
    codes = {code for found in SGR.findall(plain) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "4"}, "without colour only bold, dim and underline are left"
    assert "\x1b[1;4m14\x1b[0m" in plain


def test_the_environment_does_not_reach_the_writer(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    before = terminal.report(report, Display(styled=True, colour=True))
    for name, value in {"NO_COLOR": "1", "COLUMNS": "30", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert terminal.report(report, Display(styled=True, colour=True)) == before


@pytest.mark.parametrize("width", [20, 40, 80, 120, 300])
def test_lines_keep_to_the_width(report: Report, listing: Listing, width: int) -> None:
    for text in (
        terminal.report(report, Display(width=width, agreements=True)),
        terminal.listing(listing, Display(width=width)),
    ):
        assert max(map(len, text.splitlines())) <= width
        assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_article_text_is_never_markup(make_report: Callable[..., Report]) -> None:
    text = "[bold]40[/bold] men [link=http://evil.example]here[/link] [/] :smile:"
    shown = terminal.report(make_report(text, text, "40", text), Display(styled=True, colour=True, width=200))
    plain = SGR.sub("", shown)
    assert plain.count("[bold]40[/bold] men [link=http://evil.example]here[/link] [/] :smile:") == 3
    assert "\x1b]8" not in shown


def test_hostile_text_leaves_only_our_own_styles(hostile: Report) -> None:
    display = Display(styled=True, colour=True, agreements=True, paths={"a": "\x1b[31ma\n.txt", "b": "b.txt"})
    text = terminal.report(hostile, display)
    rest = SGR.sub("", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", rest)
    assert len(text) < 20_000
    assert "40" in rest


def test_hostile_text_in_a_listing(hostile: Report) -> None:
    text = terminal.listing(Listing(hostile.a, (hostile.conflicts[0].a,)), Display())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


def test_a_listing_has_a_line_a_mention(listing: Listing) -> None:
    lines = terminal.listing(listing, Display(width=100)).splitlines()
    assert len(lines) == len(listing.mentions) + 2
    assert lines[2].split() == ["5:144", "duration", "three-hour", "3", "hour", "wait"]
    assert lines[-1] == "8 facts in courier"
