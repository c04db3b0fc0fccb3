"""Find where two news reports of one event state the same fact differently."""

from discrepancy.errors import DiscrepancyError, ModelError, OptionsError, ReadError
from discrepancy.model import Article, Fact, Finding, Mention, Report, Sentence, Value, When, Words
from discrepancy.options import Options
from discrepancy.pipeline import diff, extract
from discrepancy.read import read_article, read_articles

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
    "read_articles",
]
