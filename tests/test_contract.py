"""What holds for every pair of reports, whatever they say: the fixtures and every labelled pair."""

import itertools
import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from benchmarks.gold import ABSENT, Compare, compare_once_read, find_gold, list_stories, read_story
from benchmarks.stories import STORIES, load_stories, load_story
from discrepancy import Article, Report, diff, extract

SCHEMA = json.loads((files("discrepancy") / "data" / "report.schema.json").read_text(encoding="utf-8"))
FIXTURES = [path.name for path in sorted(STORIES.iterdir()) if path.is_dir()]
GOLD = find_gold()
LABELLED = list_stories(GOLD) if GOLD else []


def sides(report: Report, first: str, second: str) -> dict[str, list[tuple]]:
    """What a report finds, side by side, in an order of its own."""
    return {
        field: sorted(
            (
                finding["id"],
                finding["kind"],
                finding["severity"],
                round(finding["confidence"], 2),
                *((finding[side]["start"], finding[side]["end"]) for side in (first, second)),
            )
            for finding in report.to_dict()[field]
        )
        for field in ("conflicts", "agreements")
    }


@pytest.fixture(scope="module")
def compare() -> Compare:
    return compare_once_read()


def check_itself(article: Article, compare: Compare) -> None:
    """An article never contradicts itself, and every mention is where it says it is."""
    report = compare(article, article)
    assert not report.conflicts, f"{article.id} against itself: {report.conflicts[0].explanation}"
    for mention in extract(article):
        assert article.text[mention.start : mention.end] == mention.surface


def check_pair(a: Article, b: Article, compare: Compare) -> None:
    """The report meets its schema, its spans are true, and the other order gives its mirror image."""
    report = compare(a, b)
    content = report.to_dict()
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(content)))
    for finding in content["conflicts"] + content["agreements"]:
        for side, article in (("a", a), ("b", b)):
            said = finding[side]
            assert article.text[said["start"] : said["end"]] == said["surface"]
    confidences = [finding.confidence for finding in report.conflicts]
    assert confidences == sorted(confidences, reverse=True)
    assert sides(report, "a", "b") == sides(compare(b, a), "b", "a")


def check_story(articles: list[Article], compare: Compare) -> None:
    """Every article against itself, and against every other one."""
    for article in articles:
        check_itself(article, compare)
    for a, b in itertools.combinations(articles, 2):
        check_pair(a, b, compare)


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_pair_keeps_the_contract(name, compare):
    story = load_story(STORIES / name)
    check_story([story.a, story.b], compare)


@pytest.mark.slow
@pytest.mark.skipif(not GOLD, reason=ABSENT)
@pytest.mark.parametrize("name", LABELLED)
def test_a_labelled_story_keeps_the_contract(name, compare):
    check_story(read_story(GOLD, name), compare)


def test_diff_is_what_comparing_readings_is_and_the_same_every_time(compare):
    story = load_stories()[0]
    once, again = diff(story.a, story.b), diff(story.a, story.b)
    assert once.to_dict() == again.to_dict() == compare(story.a, story.b).to_dict()
