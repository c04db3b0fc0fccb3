"""Slips of the keyboard planted into facts that agree, as training rows of the decision scorer.

One digit, weekday, month, number or rank of a mention is changed in its sentence, and the sentence is read
anew: what the extraction makes of "June 85" or "in 2905" is what the scorer has to judge. Which slips there
are is our own choice: most are one wrong digit, some two digits exchanged, one left out or one struck twice
(the four slips of Damerau, 1964).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.decision_rows import Planted, Rows, Scores, join, plant_each
from benchmarks.pair_tables import Pair, PairTable
from discrepancy import Article, extract
from discrepancy.align import Reading
from discrepancy.align.context import find_value
from discrepancy.align.rivals import DECISION_FEATURES
from discrepancy.compare import compare
from discrepancy.compare.dates import MONTHS, WEEKDAYS
from discrepancy.model import Mention

EXCHANGED, LEFT_OUT, STRUCK_TWICE = 0.1, 0.05, 0.05  # shares of slips in digits; the others are a wrong digit
RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
WORDS = (WEEKDAYS, MONTHS, RANKS.split(), NUMBERS.split())
ALIKE, IMPOSSIBLE = (DECISION_FEATURES.index(name) for name in ("one_slip", "impossible"))
NAMES = 2  # of the lists, weekdays and months are written with a capital
FORMS = tuple(
    re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE if at >= NAMES else 0)
    for at, words in enumerate(WORDS)
)


def slip_rows(
    tables: Sequence[PairTable], scores: Sequence[Scores], shown: float, hidden: float, seed: int
) -> Rows:
    """Facts that agree, with a slip in one article; their rivals are the negatives.

    `shown` weighs slips that show: a value that cannot be, or several digits alike; `hidden` the others.
    """
    rng = np.random.default_rng(seed)
    planted = plant_each(tables, scores, _plant, 1.0, rng)
    return join(
        [replace(rows, weight=rows.weight * (shown if _shows(rows) else hidden)) for _, rows in planted]
    )


def _shows(rows: Rows) -> bool:
    slipped = rows.features[rows.conflict]
    return bool((slipped[:, IMPOSSIBLE] > 0).any() or (slipped[:, ALIKE] > 1).any())


def _plant(table: PairTable, pair: Pair, side: int, rng: np.random.Generator) -> Planted | None:
    """The table with a slip in one mention; None where nothing can slip, or the values agree all the same."""
    reading = (table.left, table.right)[side]
    mention = slip_mention(reading.mentions[pair[side]], reading.article.published, rng)
    if mention is None:
        return None
    changed = _put(reading, pair[side], mention)
    planted = replace(table, left=changed) if side == 0 else replace(table, right=changed)
    left, right = planted.left, planted.right
    verdicts = {
        other: verdict
        for other in table.verdicts
        if other[side] == pair[side]
        and (
            verdict := compare(
                left.mentions[other[0]], right.mentions[other[1]], left.article.day, right.article.day
            )
        )
    }
    if pair not in verdicts or verdicts[pair].severity == "agree":
        return None
    return planted, verdicts


def _put(reading: Reading, at: int, mention: Mention) -> Reading:
    return replace(reading, mentions=(*reading.mentions[:at], mention, *reading.mentions[at + 1 :]))


def slip_mention(mention: Mention, published: str | None, rng: np.random.Generator) -> Mention | None:
    """The mention as it is read with a slip in its value, in its old place; None where its kind is lost."""
    start, end = find_value(mention)
    text = mention.sentence.text
    slipped = slip(text[start:end], rng)
    if slipped is None:
        return None
    article = Article(text[:start] + slipped + text[end:], "slip", published=published)
    for found in extract(article):
        if found.kind == mention.kind and found.start < start + len(slipped) and start < found.end:
            return replace(found, sentence=mention.sentence, start=mention.start, end=mention.end)
    return None


def slip(value: str, rng: np.random.Generator) -> str | None:
    """The words of a value with one slip, None where there is nothing to slip on or nothing came of it."""
    numbers = list(re.finditer(r"\d+", value))
    if numbers:
        place = numbers[rng.integers(len(numbers))]
        slipped = _slip_digits(place.group(), rng)
    else:
        for form, words in zip(FORMS, WORDS, strict=True):
            if word := form.search(value):
                place, slipped = word, words[rng.integers(len(words))]
                slipped = slipped.capitalize() if place.group()[0].isupper() else slipped
                break
        else:
            return None
    gained_zero = slipped.startswith("0") and not place.group().startswith("0")
    if gained_zero or slipped.lower() == place.group().lower():
        return None
    return value[: place.start()] + slipped + value[place.end() :]


def _slip_digits(digits: str, rng: np.random.Generator) -> str:
    at, sort = int(rng.integers(len(digits))), rng.random()
    if len(digits) > 1 and sort < EXCHANGED:
        at = min(at, len(digits) - 2)
        return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    if len(digits) > 1 and sort < EXCHANGED + LEFT_OUT:
        return digits[:at] + digits[at + 1 :]
    if sort > 1 - STRUCK_TWICE:
        return digits[: at + 1] + digits[at:]
    return digits[:at] + str(rng.integers(10)) + digits[at + 1 :]
