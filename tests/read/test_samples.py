"""Every sample of fixtures/wire is read with the text and metadata it states, or refused in its own words."""

import json
from pathlib import Path

import pytest

from discrepancy import ReadError, read_article, read_articles
from discrepancy.model import Article
from discrepancy.read import FORMATS

WIRE = Path(__file__).resolve().parents[2] / "fixtures" / "wire"
EXPECTED = json.loads((WIRE / "expected.json").read_text(encoding="utf-8"))
FORMAT_OF = {
    "html": "HTML",
    "feeds": "RSS or Atom",
    "ninjs": "JSON",
    "jsonl": "JSON",
    "nitf": "NITF",
    "newsml": "NewsML-G2",
    "word": "Word",
}


def test_every_sample_has_its_expectation():
    there = {path.relative_to(WIRE).as_posix() for path in WIRE.rglob("*.*")} - {"expected.json", "README.md"}
    assert there == EXPECTED["read"].keys() | EXPECTED["refused"].keys()
    assert len(EXPECTED["read"]) >= 25
    assert len(EXPECTED["refused"]) >= 20


@pytest.mark.parametrize("name", EXPECTED["read"])
def test_a_sample_is_read_with_its_text_and_all_it_states(name):
    assert read_articles(WIRE / name) == tuple(Article(**each) for each in EXPECTED["read"][name])


@pytest.mark.parametrize("name", EXPECTED["refused"])
def test_a_broken_sample_is_refused_in_its_own_words(name):
    with pytest.raises(ReadError) as caught:
        read_articles(WIRE / name)
    assert str(caught.value) == f"{WIRE / name}: {EXPECTED['refused'][name]}"


def test_refusals_that_differ_in_kind_differ_in_words():
    said = set(EXPECTED["refused"].values())
    assert len(said) > 0.8 * len(EXPECTED["refused"])
    assert all(";" in words for words in said)  # what to do comes after what is wrong


@pytest.mark.parametrize("name", [name for name in EXPECTED["read"] if name.split("/")[0] in FORMAT_OF])
def test_the_format_is_told_by_content_whatever_the_ending(name, tmp_path):
    data = (WIRE / name).read_bytes()
    claimed = next(known.name for known in FORMATS if known.claims(data, "report.dat"))
    assert claimed == FORMAT_OF[name.split("/")[0]]
    disguised = tmp_path / "report.dat"
    disguised.write_bytes(data)
    texts = [each["text"] for each in EXPECTED["read"][name]]
    assert [article.text for article in read_articles(disguised)] == texts


@pytest.mark.parametrize("name", [name for name in EXPECTED["read"] if name.startswith(("nitf/", "newsml/"))])
def test_xml_in_utf16_is_the_same_report(name, tmp_path):
    text = (
        (WIRE / name).read_text(encoding="utf-8").replace("ISO-8859-1", "UTF-16").replace("UTF-8", "UTF-16")
    )
    recoded = tmp_path / "report.xml"
    recoded.write_bytes(text.encode("utf-16"))
    assert [article.text for article in read_articles(recoded)] == [e["text"] for e in EXPECTED["read"][name]]


def test_one_of_several_is_named_by_number_slug_or_title():
    path = WIRE / "jsonl" / "stories.jsonl"
    for part in ("3", "quake-held", "Quake: list of the missing", "QUAKE%2Dheld"):
        assert read_article(f"{path}#{part}").id == "quake-held"
    assert [article.id for article in read_articles(f"{path}#1")] == ["quake-first"]


@pytest.mark.parametrize("part", ["", "#0", "#4", "#nobody", "#٣", "#99999999999999999999"])
def test_several_and_none_named_says_which_there_are(part):
    with pytest.raises(ReadError, match=r"#1 Quake shakes Hallam; #2 “It felt like a train”; #3 Quake: list"):
        read_article(f"{WIRE / 'jsonl' / 'stories.jsonl'}{part}")


def test_two_of_one_name_are_not_chosen_between(tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text(
        '{"slug": "fire", "text": "One boat burnt."}\n{"slug": "fire", "text": "Two boats burnt."}\n'
    )
    with pytest.raises(ReadError, match="2 of its articles are named 'fire'"):
        read_article(f"{path}#fire")
    assert [article.id for article in read_articles(path)] == ["wire-1", "wire-2"]


def test_a_file_with_a_mark_in_its_name_is_itself(tmp_path):
    path = tmp_path / "story#2.txt"
    path.write_text("The bridge closed.")
    assert read_article(path).text == "The bridge closed."


def test_a_part_of_a_single_article_is_the_article():
    assert (
        read_article(f"{WIRE / 'nitf' / 'harbour.xml'}#1").title == "Fire destroys 14 boats in Tolme harbor"
    )


def test_status_is_said_in_the_log(caplog):
    read_articles(WIRE / "nitf" / "harbour-canceled.xml")
    read_articles(WIRE / "ninjs" / "v3-budget-embargoed.json")
    read_articles(WIRE / "ninjs" / "v1-bridge-1.json")
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert "harbour-canceled.xml has been withdrawn" in said[0]
    assert "embargo until 2099-03-02T06:00:00+00:00" in said[1]


def test_an_embargo_that_has_ended_binds_nobody(tmp_path):
    path = tmp_path / "item.json"
    text = (WIRE / "ninjs" / "v3-budget-embargoed.json").read_text(encoding="utf-8")
    path.write_text(text.replace("2099", "2019"), encoding="utf-8")
    article = read_article(path)
    assert (article.status, article.embargo) == ("usable", "2019-03-02T06:00:00+00:00")


@pytest.mark.parametrize("name", ["french.txt", "german.html", "malay.json", "japanese.txt", "dutch.xml"])
def test_force_reads_another_language(name):
    article = read_article(WIRE / "languages" / name, force=True)
    assert article.language in ("fr", "de", "ms", "ja", "nl")


def test_the_published_day_of_a_numbered_version_is_that_of_the_version():
    first, second = (read_article(WIRE / "ninjs" / f"v1-bridge-{n}.json") for n in (1, 2))
    assert (first.day, second.updated) == (second.day, "2033-05-03T09:45:00+00:00")
    later = Article("x", "x", published="2033-05-03", updated="2033-05-04T08:00:00", version="2")
    assert str(later.day) == "2033-05-04"
    assert str(Article("x", "x", published="2033-05-03", updated="2034-05-04").day) == "2033-05-03"
