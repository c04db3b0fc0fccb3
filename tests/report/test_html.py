"""The page: self-contained, locked by its own policy, and true to the articles whatever they say."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from discrepancy.model import Article, Report
from discrepancy.report import FORMATS, Display, Listing
from discrepancy.report.printable import printable

form = FORMATS["html"]
VOID = {"meta", "br", "img", "link", "input", "hr"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def walk(self) -> Iterable["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def all(self, tag: str, **attributes: str) -> list["Node"]:
        return [
            node
            for node in self.walk()
            if node.tag == tag
            and all(node.attributes.get(name) == wanted for name, wanted in attributes.items())
        ]


class Tree(HTMLParser):
    """A tree of nodes; a tag closed out of order fails the test."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("root", {})
        self.open = [self.root]
        self.feed(page)
        self.close()
        assert self.open == [self.root], f"left open: {[node.tag for node in self.open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    return Tree(page).root


def words(text: str) -> str:
    """Text without any white space: paragraphs take the place of lines."""
    return re.sub(r"\s", "", printable(text))


def article_texts(tree: Node) -> list[str]:
    shown = []
    for article in tree.all("article"):
        paragraphs = [child for child in article.children if isinstance(child, Node) and child.tag == "p"]
        shown.append("".join(paragraph.text() for paragraph in paragraphs))
    return shown


def check_page(page: str, articles: Iterable[Article]) -> Node:
    """What must hold of every page, whatever is in it."""
    tree = parse(page)
    assert [words(text) for text in article_texts(tree)] == [words(article.text) for article in articles]
    assert len(tree.all("script")) == len(tree.all("style")) == 1
    ids = [node.attributes["id"] for node in tree.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for node in tree.walk():
        assert not [name for name in node.attributes if name.startswith("on") or name in ("style", "src")]
        assert node.tag not in ("img", "iframe", "object", "link", "base", "form")
        if "href" in node.attributes:
            assert node.attributes["href"].startswith("#")
            assert node.attributes["href"][1:] in ids
    return tree


def test_both_articles_are_whole(report: Report) -> None:
    check_page(form.report(report, Display()), (report.a, report.b))


def test_each_conflict_is_listed_and_linked_to_its_words(report: Report) -> None:
    tree = parse(form.report(report, Display()))
    [conflicts] = tree.all("ol", **{"class": "conflicts"})
    listed = conflicts.all("li")
    assert [item.attributes["data-id"] for item in listed] == [finding.id for finding in report.conflicts]
    for number, finding in enumerate(report.conflicts, start=1):
        for side, mention in (("a", finding.a), ("b", finding.b)):
            [anchor] = [node for node in tree.walk() if node.attributes.get("id") == f"c{number}-{side}"]
            assert anchor.text() == mention.surface
            [mark] = anchor.all("mark")
            assert mark.attributes["class"] == finding.severity
            assert mark.attributes["data-findings"].split() == [f"c{number}"]


def test_every_place_of_a_fact_is_marked(report: Report) -> None:
    tree = parse(form.report(report, Display()))
    marks = [mark.text() for mark in tree.all("mark") if mark.attributes["data-findings"] == "c1"]
    assert marks == ["14", "Sixteen", "Sixteen people"]


def test_agreements_are_there_too(report: Report) -> None:
    tree = parse(form.report(report, Display()))
    assert {mark.text() for mark in tree.all("mark", **{"class": "agree"})} >= {"85 meters", "279 feet"}


def test_the_policy_lets_the_page_run_its_own_code_alone(report: Report) -> None:
    page = form.report(report, Display())
    tree = parse(page)
    [policy] = tree.all("meta", **{"http-equiv": "Content-Security-Policy"})
    directives = dict(part.strip().split(" ", 1) for part in policy.attributes["content"].split(";"))
    assert directives["default-src"] == "'none'"
    for tag in ("script", "style"):
        [node] = tree.all(tag)
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert directives[f"{tag}-src"] == f"'sha256-{digest}'"
    assert "unsafe" not in page.split("<style>")[0]
    assert "http://" not in page
    assert "https://" not in page
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_overlapping_findings_share_a_mark(make_report: Callable[..., Report]) -> None:
    report = make_report("Some 40 men", "Some 40 men", "Some 40 men")
    [finding] = report.conflicts
    inner = replace(finding, severity="soft", a=replace(finding.a, surface="40", start=5, end=7))
    tree = check_page(
        form.report(replace(report, conflicts=(finding, inner)), Display()), (report.a, report.b)
    )
    marks = [(mark.text(), mark.attributes["data-findings"]) for mark in tree.all("mark")]
    assert marks == [("Some ", "c1"), ("40", "c1 c2"), (" men", "c1"), ("Some 40 men", "c1 c2")]


def test_hostile_text_stays_text(hostile: Report) -> None:
    display = Display(paths={"a": '"><script>1</script>\x1b[0m', "b": "b.txt"})
    hostile_article = replace(hostile.a, title="<i>t</i>", source="</title><script>", url="javascript:1")
    report = replace(hostile, a=hostile_article, agreements=hostile.conflicts)
    page = form.report(report, display)
    check_page(page, (report.a, report.b))
    outside = page.split("<script>")[0]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", outside)


def test_hostile_text_in_a_listing(hostile: Report) -> None:
    page = form.listing(Listing(hostile.a, (hostile.conflicts[0].a,)), Display())
    check_page(page, (hostile.a,))


def test_a_listing_marks_every_mention(listing: Listing) -> None:
    tree = check_page(form.listing(listing, Display()), (listing.article,))
    assert [mark.text() for mark in tree.all("mark")] == [mention.surface for mention in listing.mentions]


def test_nothing_found_is_a_page_too(report: Report) -> None:
    empty = replace(report, conflicts=(), agreements=())
    tree = check_page(form.report(empty, Display()), (report.a, report.b))
    assert [heading.text() for heading in tree.all("h1")] == ["No conflicts"]


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_an_empty_article_is_a_page_too(report: Report, text: str) -> None:
    page = form.report(Report(Article(text, "a"), Article("", "b"), (), ()), Display())
    check_page(page, (Article(text, "a"), Article("", "b")))
