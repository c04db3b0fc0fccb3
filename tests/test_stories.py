"""The labelled pairs load, and the labels that cannot be right are refused."""

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.stories import STORIES, BadStory, load_stories, load_story

NAMES = [story.name for story in load_stories()]


def test_there_are_pairs_of_different_kinds_and_one_without_a_conflict():
    stories = load_stories()
    assert len(stories) >= 8
    assert len({name.split("-")[0] for name in NAMES}) == len(stories)
    assert [story.name for story in stories if not story.conflicts] == ["science-river-fossil"]


@pytest.mark.parametrize("name", NAMES)
def test_a_pair_reads_like_two_reports(name):
    story = load_story(STORIES / name)
    assert all(250 <= len(article.text.split()) <= 500 for article in (story.a, story.b))
    assert len(story.conflicts) <= 4
    assert story.agreements
    assert story.a.published <= story.b.published


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"a": "forty-one minutes"}, "does not occur 1 times in a.txt"),
        ({"a_nth": 2}, "'40-minute' does not occur 2 times in a.txt"),
        ({"a": "0-minute"}, "'0-minute' lies inside a longer word of a.txt"),
        ({"kind": "length"}, "kind is 'length', one of count, money"),
        ({"severity": "firm"}, "severity is 'firm', hard or soft is meant"),
        ({"severity": "agree"}, "conflicts are hard or soft"),
        ({"nth": 1}, "'length-of-the-meeting': unknown field nth"),
        ({"id": "missiles"}, "an id is given twice"),
    ],
)
def test_a_wrong_label_is_refused(tmp_path: Path, change, message):
    copy = shutil.copytree(STORIES / "diplomacy-lake-talks", tmp_path / "copy")
    labels = json.loads((copy / "expected.json").read_text(encoding="utf-8"))
    labels["conflicts"][0] |= change
    (copy / "expected.json").write_text(json.dumps(labels), encoding="utf-8")
    with pytest.raises(BadStory, match=message):
        load_story(copy)
