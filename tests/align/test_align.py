"""From the scores of pairs of mentions to matches of facts."""

from functools import partial

import numpy as np
import pytest

from discrepancy.align import (
    SHORTLIST,
    align,
    assign_facts,
    compare_pairs,
    merge_scores,
    score_pairs,
    shortlist,
)
from discrepancy.align.assign import LEAST
from discrepancy.compare import compare
from discrepancy.model import Verdict

judge = partial(compare, day_a=None, day_b=None)
LEFT = "The envoy stayed for 40 minutes. The fire took 31 homes. The council spoke of 31 homes."
RIGHT = "The envoy left after 50 minutes. The fire took 29 homes. Then 31 homes were lost."


@pytest.fixture(scope="module")
def pair(read):
    return read(LEFT), read(RIGHT)


def test_every_pair_of_one_kind_has_its_verdict_and_no_other(pair):
    verdicts = compare_pairs(*pair, judge)
    surfaces = {
        (pair[0].mentions[i].surface, pair[1].mentions[j].surface): verdict.severity
        for (i, j), verdict in verdicts.items()
    }
    assert surfaces == {
        ("40 minutes", "50 minutes"): "hard",
        ("31 homes", "29 homes"): "hard",
        ("31 homes", "31 homes"): "agree",
    }
    assert len(verdicts) == 5  # "31 homes" stands twice on the left


def test_what_cannot_be_compared_has_no_verdict(pair):
    assert compare_pairs(*pair, lambda a, b: None) == {}


def test_mentions_of_two_kinds_are_not_even_compared(pair):
    left, right = pair
    verdicts = compare_pairs(left, right, lambda a, b: Verdict("hard", ""))
    assert set(verdicts) == {
        (i, j) for i, a in enumerate(left.mentions) for j, b in enumerate(right.mentions) if a.kind == b.kind
    }


def test_only_likely_disputes_are_looked_at_again():
    verdicts = {
        (0, 0): Verdict("agree", ""),
        (0, 1): Verdict("hard", ""),
        (1, 0): Verdict("soft", ""),
        (1, 1): Verdict("hard", ""),
    }
    same = np.array([[0.9, SHORTLIST], [0.5, SHORTLIST - 1e-9]])
    assert shortlist(verdicts, same) == [(0, 1), (1, 0)]


def test_agreement_keeps_the_first_score_and_a_dispute_takes_the_second():
    verdicts = {(0, 0): Verdict("agree", ""), (0, 1): Verdict("hard", ""), (1, 1): Verdict("hard", "")}
    same = np.array([[0.9, 0.6], [0.7, 0.01]])
    merged = merge_scores(verdicts, same, [(0, 1)], np.array([0.3]))
    assert merged.tolist() == [[0.9, 0.3], [0.0, 0.0]]
    assert same.tolist() == [[0.9, 0.6], [0.7, 0.01]]


@pytest.fixture
def align_scored(monkeypatch, pair):
    """Align with scores of one's own in place of the trained ones."""

    def run(scores):
        monkeypatch.setattr("discrepancy.align.score_pairs", lambda left, right, verdicts: scores)
        return align(*pair, judge)

    return run


def test_facts_meet_at_their_two_best_mentions(pair, align_scored):
    scores = np.zeros((3, 3))
    scores[0, 0], scores[1, 2], scores[2, 2] = 0.6, 0.5, 0.8
    minutes, homes = sorted(align_scored(scores), key=lambda match: match.probability)
    assert (minutes.best_a.surface, minutes.best_b.surface) == ("40 minutes", "50 minutes")
    assert (homes.best_a, homes.best_b) == (pair[0].mentions[2], pair[1].mentions[2])
    assert (minutes.probability, homes.probability) == (0.6, 0.8)
    assert homes.a.mentions == (pair[0].mentions[1], pair[0].mentions[2])


def test_what_is_no_better_than_chance_is_no_match(align_scored):
    scores = np.zeros((3, 3))
    scores[0, 0] = LEAST - 1e-9
    assert align_scored(scores) == ()
    scores[0, 0] = LEAST
    assert len(align_scored(scores)) == 1


def test_a_value_both_repeated_and_contradicted_is_told_as_both(read):
    left = read("The talks lasted 40 minutes.")
    right = read("The talks lasted 40 minutes. Later the talks were said to have lasted 50 minutes.")
    verdicts = {(0, 0): Verdict("agree", ""), (0, 1): Verdict("hard", "")}
    matches = assign_facts(left, right, verdicts, np.array([[0.9, 0.6]]))
    assert [(match.best_b.surface, match.probability) for match in matches] == [
        ("40 minutes", 0.9),
        ("50 minutes", 0.6),
    ]


def test_a_total_beside_the_part_that_agrees_is_no_dispute(read):
    left = read("The army counted 400 drones.")
    beside = read("It counted 728 drones, among them 400 drones.")
    apart = read("It counted 728 drones. Later it counted 400 drones.")
    for right, told in ((beside, {"agree"}), (apart, {"agree", "hard"})):
        verdicts = compare_pairs(left, right, judge)
        matches = assign_facts(left, right, verdicts, np.array([[0.6, 0.9]]))
        assert {judge(match.best_a, match.best_b).severity for match in matches} == told


def test_two_values_that_both_articles_state_are_no_dispute(read):
    text = "The talks lasted 40 minutes. Later the talks were said to have lasted 50 minutes."
    left, right = read(text), read(text)
    verdicts = {(i, j): Verdict("agree" if i == j else "hard", "") for i in range(2) for j in range(2)}
    scores = np.array([[0.9, 0.8], [0.8, 0.9]])
    assert {match.probability for match in assign_facts(left, right, verdicts, scores)} == {0.9}
    scores[1, 1] = 0.7
    disputed = assign_facts(left, right, verdicts, scores)
    assert sorted(match.probability for match in disputed) == [0.7, 0.8, 0.8, 0.9]


def test_scores_are_probabilities_and_zero_where_nothing_can_be_compared(pair):
    verdicts = compare_pairs(*pair, judge)
    scores = score_pairs(*pair, verdicts)
    assert scores.shape == (3, 3)
    assert ((scores >= 0) & (scores <= 1)).all()
    assert {tuple(map(int, at)) for at in np.argwhere(scores)} <= set(verdicts)
    assert scores[1, 2] > 0
    assert not score_pairs(*pair, {}).any()


def test_a_match_seen_from_the_other_side_is_its_mirror(pair):
    there = align(*pair, judge)
    back = align(pair[1], pair[0], judge)
    assert there
    assert {(match.best_a.start, match.best_b.start) for match in there} == {
        (match.best_b.start, match.best_a.start) for match in back
    }
    assert [match.mirror().mirror() for match in there] == list(there)
    assert there[0].mirror().best_a == there[0].best_b


@pytest.mark.parametrize("texts", [("", RIGHT), (LEFT, ""), ("", "")])
def test_without_facts_there_is_no_match(read, texts):
    assert align(read(texts[0]), read(texts[1]), judge) == ()
