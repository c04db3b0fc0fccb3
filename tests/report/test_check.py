"""One report against many in every format: complete, escaped, readable without scripts."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from discrepancy.matrix import CheckReport, MissingFact, Repetition, SharedFact, Source, Statement, Unread
from discrepancy.model import Article, Report
from discrepancy.report import FORMATS, Display

PATHS = {"courier": "wire/courier.txt", "harbor": "harbor.txt", "echo": "echo.txt"}
TEXT = ("terminal", "json", "csv", "html", "markdown")


def turn(report: Report) -> CheckReport:
    """A report on two articles as a check of the first against the second and a copy of it."""
    echo = replace(report.b, id="echo", source=None)
    facts = [
        SharedFact(
            finding.id,
            finding.severity,
            finding.confidence,
            finding.explanation,
            f"1 of 1 says {finding.b.surface}",
            finding.a,
            finding.repeats_a,
            (Statement(report.b, finding), Statement(echo, finding)),
            disputed_by=int(finding.severity != "agree"),
            stated_by=1,
        )
        for finding in (*report.conflicts, *report.agreements)
    ]
    told = report.conflicts[0].b if report.conflicts else report.agreements[0].b
    return CheckReport(
        wire=report.a,
        sources=(Source(report.b), Source(echo, Repetition(report.b.id, 5, 6))),
        facts=tuple(facts),
        missing=(MissingFact("m1", ((report.b, told), (echo, told)), 2),),
        unread=(Unread("gone.txt", "gone.txt: there is no such file"),),
    )


@pytest.fixture
def checked(report: Report) -> CheckReport:
    return turn(report)


def validate(content: Any) -> None:
    schemas = {
        name: json.loads((files("discrepancy") / "data" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("report", "check")
    }
    registry: Registry[Any] = Registry().with_resource(
        schemas["report"]["$id"], Resource.from_contents(schemas["report"])
    )
    jsonschema.Draft202012Validator.check_schema(schemas["check"])
    jsonschema.Draft202012Validator(schemas["check"], registry=registry).validate(content)


def test_the_json_keeps_its_schema(checked: CheckReport) -> None:
    content = json.loads(FORMATS["json"].check(checked, Display()))
    validate(content)
    assert content == checked.to_dict()
    later = (replace(checked.sources[0], update="source"), *checked.sources[1:])
    told = json.loads(FORMATS["json"].check(replace(checked, sources=later), Display()))
    validate(told)
    assert [each["update"] for each in told["sources"]] == ["source", None]
    with pytest.raises(jsonschema.ValidationError):
        validate({**content, "facts": [{**content["facts"][0], "severity": "grave"}]})


def test_hostile_json_keeps_it_too(hostile: Report) -> None:
    text = FORMATS["json"].check(turn(hostile), Display())
    validate(json.loads(text))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", text)


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_withdrawn_articles_and_updates_are_said_first(name: str, checked: CheckReport) -> None:
    wire = replace(checked.wire, status="canceled", version="1")
    later = Source(replace(checked.sources[0].article, version="2"), update="source")
    held = Source(replace(checked.sources[1].article, status="withheld"), update="wire")
    text = FORMATS[name].check(
        replace(checked, wire=wire, sources=(later, held)), Display(width=200, paths=PATHS)
    )
    words = " ".join(text.replace("\\", "").split())
    told = [
        "wire/courier.txt has been withdrawn by its publisher",
        "echo.txt is withheld by its publisher",
        "harbor.txt (version 2) is an update of wire/courier.txt (version 1)",
        "wire/courier.txt (version 1) is an update of echo.txt",
        checked.facts[0].explanation,
    ]
    places = [words.index(each) for each in told]
    assert places == sorted(places)
    assert "publisher" not in FORMATS[name].check(checked, Display(paths=PATHS))


@pytest.mark.parametrize("name", ["terminal", "html", "markdown"])
def test_people_read_headline_tally_copies_missing_and_unread(name: str, checked: CheckReport) -> None:
    text = FORMATS[name].check(checked, Display(width=100, paths=PATHS)).replace("\\", "")
    assert "5 of 8 shared facts disputed: 3 hard, 2 soft" in text
    assert "1 of 1 says Sixteen people" in text
    assert "echo.txt repeats harbor.txt (5 of 6 paragraphs) and counts once with it" in text
    assert "gone.txt: there is no such file" in text
    assert "2 of 2 state it" in text
    assert "3 facts undisputed" in text


def test_the_terminal_shows_a_sentence_once_however_many_have_it(checked: CheckReport) -> None:
    text = FORMATS["terminal"].check(checked, Display(paths=PATHS))
    sentence = checked.facts[0].statements[0].finding.b.sentence.text
    assert len(re.findall(r"»Sixteen people«", text)) == 2, sentence  # the dispute, and the missing list
    assert "the same in echo.txt:" in text
    assert "undisputed" not in text.split("──")[0].casefold()
    assert "Undisputed" in FORMATS["terminal"].check(checked, Display(agreements=True, paths=PATHS))


def test_many_passages_are_cut_and_counted(checked: CheckReport) -> None:
    fact = checked.facts[0]
    finding = fact.statements[0].finding
    many = []
    for number in range(30):
        sentence = replace(finding.b.sentence, text=f"{number} {finding.b.sentence.text}")
        article = replace(checked.sources[0].article, id=f"s{number}")
        many.append(Statement(article, replace(finding, b=replace(finding.b, sentence=sentence))))
    wide = replace(checked, facts=(replace(fact, statements=tuple(many)),))
    text = " ".join(FORMATS["terminal"].check(wide, Display()).split())
    assert "differ too: s4:" in text
    assert "and 14 more" in text


def test_the_csv_has_a_row_a_disputed_fact_and_is_read_back(checked: CheckReport) -> None:
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].check(checked, Display()), newline="")))
    assert [row["id"] for row in rows] == [fact.id for fact in checked.disputed]
    assert rows[0]["harbor: says"] == "Sixteen people"
    assert rows[0]["echo: verdict"] == "hard"
    assert len(FORMATS["csv"].check(checked, Display(agreements=True)).splitlines()) == 9


def test_no_cell_of_the_csv_is_a_formula(checked: CheckReport, hostile: Report) -> None:
    named = turn(replace(hostile, b=replace(hostile.b, id="=cmd|' /C calc'!A0")))
    for cells in csv.reader(io.StringIO(FORMATS["csv"].check(named, Display()), newline="")):
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


class Page(HTMLParser):
    """The tags, ids and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        known = dict(attributes)
        self.ids += filter(None, [known.get("id")])
        self.links += filter(None, [known.get("href"), known.get("src")])
        assert not [name for name in known if name.startswith("on") or name == "style"]


def test_every_cell_of_the_page_leads_to_its_passage(checked: CheckReport) -> None:
    page = Page(FORMATS["html"].check(checked, Display(paths=PATHS)))
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert page.tags.count("details") == len(checked.facts) + len(checked.missing)
    assert len(page.links) == 3 * len(checked.facts)


def test_the_page_has_no_script_and_loads_nothing(hostile: Report) -> None:
    text = FORMATS["html"].check(turn(hostile), Display())
    page = Page(text)
    assert not {"script", "img", "iframe", "link", "object"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert "default-src &#39;none&#39;" in text
    assert "script-src" not in text


@pytest.mark.parametrize("name", TEXT)
def test_a_check_without_facts_is_written(name: str, checked: CheckReport) -> None:
    empty = replace(checked, facts=(), missing=(), unread=())
    assert FORMATS[name].check(empty, Display())
    assert "No shared facts" in FORMATS["terminal"].check(empty, Display())


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_hostile_text_acts_on_nothing(name: str, hostile: Report) -> None:
    text = FORMATS[name].check(turn(hostile), Display())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", text)
    if name == "markdown":
        assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(", text)


def test_outlets_head_their_columns_where_no_two_are_the_same(checked: CheckReport) -> None:
    named = replace(checked, sources=(Source(replace(checked.sources[0].article, source="The Harbor")),))
    assert "The Harbor" in FORMATS["markdown"].check(named, Display(paths=PATHS))
    twice = replace(named, sources=named.sources * 2)
    assert "The Harbor" not in FORMATS["markdown"].check(twice, Display(paths=PATHS))


def test_a_title_of_100000_characters_stays_in_its_column(checked: CheckReport) -> None:
    long = Article(checked.wire.text, "wire", title="x" * 100_000)
    for name in ("terminal", "markdown", "csv"):
        assert len(FORMATS[name].check(replace(checked, wire=long), Display())) < 50_000
    assert len(FORMATS["html"].check(replace(checked, wire=long), Display())) < 100_000
