"""The words and signs that numerals are made of, and what each is worth."""

from __future__ import annotations

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: number for number, word in enumerate(_TO_NINETEEN.split())}
TENS = {word: 10 * number for number, word in enumerate(_TO_NINETY.split(), 2)}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "lakhs": 1e5,
    "crore": 1e7,
    "crores": 1e7,
    "dozen": 12.0,
    "mln": 1e6,
    "mil": 1e6,
    "mn": 1e6,
    "mm": 1e6,
    "bln": 1e9,
    "bn": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
# Letters that mean a magnitude after a sum of money only: "$30m" is money, "30m" is a distance.
MONEY_MAGNITUDES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "cr": 1e7}
DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
VULGAR = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
}
# What an editor takes the loose words for; an upper end is the last number before the next loose word.
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2e3, 9999),
    "millions": (2e6, 999_999_999),
    "billions": (2e9, 999_999_999_999),
    "trillions": (2e12, 999_999_999_999_999),
    "several": (3, 9),
    "few": (3, 9),
    "handful": (3, 9),
    "couple": (2, 2),
    "pair": (2, 2),
    "trio": (3, 3),
}
FOLD = {"twice": 2.0, "thrice": 3.0, "twofold": 2.0, "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0}
