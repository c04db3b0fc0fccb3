"""Find where two news reports of one event state the same fact differently."""

import sys as _sys
import typing as _typing

from discrepancy.cache import Cache
from discrepancy.door import Door as _Door
from discrepancy.errors import DiscrepancyError, ModelError, OptionsError, ReadError
from discrepancy.matrix import CheckReport, MissingFact, SharedFact, Source, Statement
from discrepancy.model import Article, Fact, Finding, Mention, Report, Sentence, Value, When, Words
from discrepancy.options import Options
from discrepancy.read import read_article, read_articles

if _typing.TYPE_CHECKING:
    from discrepancy.pipeline import check, diff, diff_each, extract

__version__ = "0.1.0"
__all__ = ["Article", "Cache", "CheckReport", "DiscrepancyError", "Fact", "Finding", "Mention"]
__all__ += ["MissingFact", "ModelError", "Options", "OptionsError", "ReadError", "Report", "Sentence"]
__all__ += ["SharedFact", "Source", "Statement", "Value", "When", "Words", "check", "diff", "diff_each"]
__all__ += ["extract", "read_article", "read_articles"]

_sys.modules[__name__].__class__ = _Door
