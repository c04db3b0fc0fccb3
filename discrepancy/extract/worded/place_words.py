"""Words that places are told by, read from `data/place_words.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

_LISTS: Final[dict[str, Any]] = json.loads(
    files("discrepancy").joinpath("data/place_words.json").read_text(encoding="utf-8")
)

# States of the US by every spelling of theirs: "Ohio", "Calif", "N.J", "TX".
STATES: Final[dict[str, str]] = _LISTS["states as spelled"]
# Cities that agency style names without their state, and the state they lie in.
ALONE: Final[dict[str, str]] = _LISTS["cities that stand alone"]
COUNTRIES: Final = frozenset(_LISTS["countries"])
# By group, the kinds of building, road and water, each with its spellings.
KINDS: Final[dict[str, dict[str, list[str]]]] = _LISTS["kinds"]
NUMBERED: Final[list[str]] = _LISTS["numbered"]
PARTS: Final[list[str]] = _LISTS["parts"]
SETTLEMENTS: Final[list[str]] = _LISTS["settlements"]
# Words that say of a building what many are, and not which one it is.
GENERAL: Final = frozenset(_LISTS["general"])

# One to four words with a capital: the name of a place or a person. Atomic: never a part of a longer run.
CAPITAL: Final = r"(?:(?:al|el|as|ash|an|ad|at|ar|az)-)?[A-ZÀ-Þ][^\W\d_]*(?:-[^\W\d_]+)*"
NAME: Final = rf"(?>{CAPITAL}(?: {CAPITAL}){{0,3}})(?![\w-])"
