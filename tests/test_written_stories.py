"""The stories of our own writing load, and marks that cannot be right are refused."""

import re

import pytest

from benchmarks.stories import BadStory
from benchmarks.written_stories import RANKS, WRITTEN, load_written_stories
from discrepancy import Options, diff

STORY = """=== ferry-talks
--- a | 2031-05-06 | agency
Talks last {1:40 minutes}

The envoys met for {1:40 minutes} on {2:Tuesday}.
--- b | 2031-05-07 | city paper
They talked {2:on May 6}, for {1x:50 minutes} or, one said, {1y:an hour}.
--- slots
1 | duration | length of the talks | x hard
2 | date | day of the talks |
"""


@pytest.fixture
def load(tmp_path):
    def load(text):
        (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
        return load_written_stories(tmp_path)

    return load


def test_the_marks_become_places_in_the_text(load):
    (story,) = load(STORY)
    a, b = story.articles
    assert (a.id, a.published, a.source, story.name) == ("a", "2031-05-06", "agency", "ferry-talks")
    assert a.text == "Talks last 40 minutes\n\nThe envoys met for 40 minutes on Tuesday."
    texts = {"a": a.text, "b": b.text}
    words = [[texts[mark.article][mark.start : mark.end] for mark in slot.marks] for slot in story.slots]
    assert words == [["40 minutes", "40 minutes", "50 minutes", "an hour"], ["Tuesday", "on May 6"]]


def test_letters_say_which_marks_disagree_and_an_unnamed_pair_is_unsure(load):
    length, day = load(STORY)[0].slots
    headline, body, fifty, hour = length.marks
    assert length.relate([headline, body], [fifty]) == "hard"
    assert length.relate([body], [hour]) == "unsure"
    assert length.relate([], [hour]) == "other"
    assert (length.between("a", "b"), day.between("a", "b")) == ("hard", "agree")


def test_a_finding_is_judged_by_the_marks_that_it_touches(load):
    (story,) = load(STORY)
    conflicts = diff(*story.articles, Options(min_confidence=0.0)).conflicts
    judged = {
        finding.b.surface: max((slot.judge(finding, "a", "b") for slot in story.slots), key=RANKS.index)
        for finding in conflicts
    }
    assert judged["50 minutes"] == "hard"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("=== ferry-talks", "ferry-talks"), "the first line is"),
        (("--- a | 2031-05-06 | agency", "--- a | agency"), "'--- a | 2013-09-04 | agency' is meant"),
        (("--- slots", "--- facts"), "two reports or more"),
        (("1 | duration |", "1, duration"), "is meant, not '1, duration"),
        (("x hard", "x firm"), "is meant, not '1 | duration"),
        (("x hard", "z hard"), "no mark of slot 1 has the variant 'z'"),
        (("{2:on May 6}", "on May 6"), "slot 2 is marked in fewer than two reports"),
        (("2 | date | day of the talks |\n", ""), "no slot is declared for the marks 2"),
        (("one said", "{one said}"), "report b: a brace that is no mark"),
    ],
)
def test_a_mark_that_cannot_be_right_is_refused(load, change, message):
    with pytest.raises(BadStory, match=re.escape(message)):
        load(STORY.replace(*change))


def test_one_name_twice_is_refused(load):
    with pytest.raises(BadStory, match="a name is given twice: ferry-talks"):
        load(STORY + STORY)


def test_the_stories_that_ship_load():
    stories = load_written_stories()
    assert len(stories) > 250
    strengths = [{*slot.strengths.values()} for story in stories for slot in story.slots]
    assert {"hard"} in strengths
    assert {"soft"} in strengths
    disputed = [any(slot.strengths for slot in story.slots) for story in stories]
    assert 0.5 * len(stories) < sum(disputed) < 0.9 * len(stories)
    assert len(list(WRITTEN.glob("*.txt"))) == 8
