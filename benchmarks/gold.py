"""The labelled development stories: other people's texts, kept outside the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from discrepancy import Article, Options, Report
from discrepancy.align import Reading
from discrepancy.embed import Encoder, load_encoder
from discrepancy.pipeline import diff_readings, read_facts

NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared" / "gold"
ABSENT = "no labelled stories here: set DISCREPANCY_GOLD to their folder, or put it at ../shared/gold"

Compare = Callable[[Article, Article], Report]


def find_gold() -> Path | None:
    """The folder that DISCREPANCY_GOLD names, else the neighbour's; None where there is none."""
    folder = Path(os.environ.get("DISCREPANCY_GOLD") or NEIGHBOUR)
    return folder if (folder / "score.py").is_file() else None


def list_stories(gold: Path) -> list[str]:
    """The names of the labelled stories."""
    return sorted(path.stem for path in (gold / "labels").glob("*.json"))


def read_story(gold: Path, story: str) -> list[Article]:
    """The articles of a labelled story in order of their names, dated where their day is known."""
    folder = gold / "stories" / story
    meta = json.loads((folder / "meta.json").read_text()) if (folder / "meta.json").exists() else {}
    return [
        Article(
            path.read_bytes().decode("utf-8"), path.stem, published=(meta.get(path.stem) or {}).get("date")
        )
        for path in sorted(folder.glob("*.txt"))
    ]


def read_once(encoder: Encoder | None = None, options: Options | None = None) -> Callable[[Article], Reading]:
    """`read_facts` with the default options and encoder, or others; an article met again from memory."""
    options = options or Options()
    chosen = encoder or load_encoder(options.model)
    return cache(lambda article: read_facts(article, chosen, options.kinds))


def compare_once_read(options: Options | None = None) -> Compare:
    """`diff` for many pairs of the same articles: each article is read once."""
    options = options or Options()
    read = read_once(options=options)
    return lambda a, b: diff_readings(read(a), read(b), options)
