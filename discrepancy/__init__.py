"""Find where two news reports of one event state the same fact differently."""

from discrepancy.errors import DiscrepancyError, ModelError, OptionsError, ReadError
from discrepancy.matrix import CheckReport, MissingFact, SharedFact, Source, Statement
from discrepancy.model import Article, Fact, Finding, Mention, Report, Sentence, Value, When, Words
from discrepancy.options import Options
from discrepancy.pipeline import check, diff, extract
from discrepancy.read import read_article

__version__ = "0.1.0"
__all__ = [
    "Article",
    "CheckReport",
    "DiscrepancyError",
    "Fact",
    "Finding",
    "Mention",
    "MissingFact",
    "ModelError",
    "Options",
    "OptionsError",
    "ReadError",
    "Report",
    "Sentence",
    "SharedFact",
    "Source",
    "Statement",
    "Value",
    "When",
    "Words",
    "check",
    "diff",
    "extract",
    "read_article",
]
