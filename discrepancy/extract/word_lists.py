"""Words that nouns and plurals are told by, read once from `data/words.json`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

LISTS: Final[dict[str, Any]] = json.loads(
    files("discrepancy").joinpath("data/words.json").read_text(encoding="utf-8")
)
