"""What tells a proper name from other words with a capital, read from `data/name_words.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Final

_LISTS = json.loads(files("discrepancy").joinpath("data/name_words.json").read_text(encoding="utf-8"))

# Small words inside a name, when a capital follows: "Ursula von der Leyen".
PARTICLES: Final = frozenset(_LISTS["small words inside a name"])
# "of" joins what these head ("University of Vellmark"), and not a person to a town ("Orla Quist of Tolme").
HEADS: Final = frozenset(_LISTS["heads that take of"])
# A word before one of these is no title: "Justice Department", "King Street", "Major League".
THINGS: Final = HEADS | frozenset(_LISTS["no title before"])
# What stands before a person's name and is no part of it.
TITLES: Final = frozenset(_LISTS["titles"])
# What may stand before a title or in it: "Foreign Minister", "Secretary of State".
FIELDS: Final = frozenset(_LISTS["fields of a title"])
ABBREVIATIONS: Final = frozenset(_LISTS["abbreviations"])  # their full stop ends no sentence
# Words that carry a capital only because they open a sentence, even where a name follows.
OPENERS: Final = frozenset(_LISTS["open a sentence"])
SMALL: Final = frozenset(_LISTS["small in title case"])
CALENDAR: Final = frozenset(_LISTS["calendar"])
# What never is a name by itself, wherever it stands.
NEVER: Final = frozenset(_LISTS["never a name"])
