"""Did against did not: how grave it is, and that both orders say the same."""

from datetime import date

import pytest

from discrepancy.compare import compare
from discrepancy.model import Mention, Sentence, Words


def mention(surface, frame=None, sentence="The mayor {} the contract."):
    start = sentence.index("{}")
    text = sentence.replace("{}", surface)
    return Mention(
        "polarity",
        surface,
        start,
        start + len(surface),
        Words(surface),
        Sentence(0, len(text), text, 0),
        frame=frame,
    )


SIGNED = mention("signed")
MONDAY, TUESDAY = date(2025, 3, 3), date(2025, 3, 4)


@pytest.mark.parametrize(
    ("surface", "severity"),
    [
        ("did not sign", "hard"),
        ("didn’t sign", "hard"),
        ("never signed", "hard"),
        ("has not signed", "soft"),
        ("did not immediately sign", "soft"),
        ("refused to sign", "soft"),
    ],
)
def test_only_a_plain_past_is_hard(surface, severity):
    verdict = compare(mention(surface, "not"), SIGNED, None, None)
    assert (verdict.severity, verdict.explanation.split(";")[0]) == (severity, f'"{surface}" vs "signed"')


def test_another_day_or_a_source_makes_it_soft():
    negated = mention("did not sign", "not")
    later = compare(negated, SIGNED, MONDAY, TUESDAY)
    assert (later.severity, later.explanation) == (
        "soft",
        '"did not sign" vs "signed"; the second report is one day later',
    )
    told = mention("did not sign", "not", "The mayor {} the contract, a clerk said.")
    assert compare(told, SIGNED, MONDAY, MONDAY).severity == "soft"
    assert compare(negated, SIGNED, MONDAY, MONDAY).severity == "hard"


def test_the_other_order_mirrors():
    negated = mention("has not signed", "not")
    assert compare(SIGNED, negated, None, None).explanation.startswith('"signed" vs "has not signed"')
    assert compare(SIGNED, negated, TUESDAY, MONDAY).explanation.endswith("the first report is one day later")


def test_two_negations_agree_and_two_affirmations_are_not_compared():
    negated = mention("has not signed", "not")
    assert compare(negated, mention("did not sign", "not"), None, None).severity == "agree"
    assert compare(SIGNED, SIGNED, None, None) is None
