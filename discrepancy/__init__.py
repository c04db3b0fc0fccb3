"""Find where two news reports of one event state the same fact differently."""

import typing as _typing

from discrepancy.errors import DiscrepancyError, ModelError, OptionsError, ReadError
from discrepancy.model import Article, Fact, Finding, Mention, Report, Sentence, Value, When, Words
from discrepancy.options import Options
from discrepancy.read import read_article

if _typing.TYPE_CHECKING:
    from discrepancy.pipeline import diff, extract

__version__ = "0.1.0"
__all__ = [
    "Article",
    "DiscrepancyError",
    "Fact",
    "Finding",
    "Mention",
    "ModelError",
    "Options",
    "OptionsError",
    "ReadError",
    "Report",
    "Sentence",
    "Value",
    "When",
    "Words",
    "diff",
    "extract",
    "read_article",
]


def __getattr__(name: str) -> object:  # the stages behind these two take longer to import than --help to show
    if name not in ("diff", "extract"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from discrepancy import pipeline

    return getattr(pipeline, name)
