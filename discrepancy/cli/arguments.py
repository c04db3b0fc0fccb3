"""What the arguments mean; a mistake in one says what was meant to be there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, get_args

import typer

from discrepancy.model import WORDED_KINDS, Kind
from discrepancy.options import EMBEDDED_MODEL, Options
from discrepancy.report import FORMATS, Format, format_of

KINDS: tuple[str, ...] = get_args(Kind)
# What `facts` lists unless a kind is asked for: names and other words would bury the figures.
LISTED_KINDS = tuple(kind for kind in KINDS if kind not in WORDED_KINDS)
SEVERITIES = ("hard", "soft")


def choose(word: str, known: Sequence[str], what: str) -> str:
    """The word, if it is one of the known ones; else an error that names the nearest."""
    if word.lower() in known:
        return word.lower()
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    meant = f"did you mean {near[0]}? " if near else ""
    raise typer.BadParameter(f"{word!r} is no {what}: {meant}Known: {', '.join(known)}.")


def parse_format(word: str) -> Format:
    """A format by its name or by an ending that means it: "md" and "htm" will do."""
    return format_of(f"report.{word}") or FORMATS[choose(word, tuple(FORMATS), "format")]


def parse_kinds(word: str) -> tuple[str, ...]:
    """One kind of fact, or several with commas between."""
    return tuple(choose(part.strip(), KINDS, "kind of fact") for part in word.split(","))


def parse_severity(word: str) -> str:
    """Hard or soft."""
    return choose(word, SEVERITIES, "severity")


def parse_confidence(word: str) -> float:
    """A number between 0 and 1; a percentage is told what to write instead."""
    try:
        number = float(word.strip().removesuffix("%"))
    except ValueError:
        raise typer.BadParameter(f"{word!r} is no number: give one between 0 and 1, such as 0.8.") from None
    if 0 <= number <= 1 and "%" not in word:
        return number
    meant = f"did you mean {number / 100:g}? " if 0 <= number <= 100 else ""
    raise typer.BadParameter(f"{word!r} is out of range: {meant}Give a number between 0 and 1.")


def parse_day(word: str) -> str:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(word.strip()).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{word!r} is no date: write year, month, day, as in 2025-07-10.") from None


# Typer takes what a parser returns; Any keeps it from reading a type into the annotation.
_ARTICLE = (
    "A file, a web address, or - for standard input. FILE#3 or FILE#slug names one of several articles."
)
FirstArgument = Annotated[str, typer.Argument(metavar="A", help=_ARTICLE)]
SecondArgument = Annotated[str, typer.Argument(metavar="B", help=_ARTICLE)]
WireArgument = Annotated[
    str, typer.Argument(metavar="WIRE", help=f"{_ARTICLE} It is what the others are held against.")
]
OthersArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="OTHER...",
        help="Files and addresses, feeds whole; folders, and patterns such as 'reports/*.txt'.",
    ),
]
FormatOption = Annotated[
    Any,
    typer.Option(
        "--format",
        "-f",
        parser=parse_format,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)}; by default what the ending of --output means, else terminal.",
    ),
]
OutputOption = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")
]
KindOption = Annotated[
    list[Any] | None,
    typer.Option(
        "--kind",
        parser=parse_kinds,
        metavar="KIND",
        help=f"Only facts of this kind; may be repeated. Known: {', '.join(KINDS)}.",
    ),
]
SeverityOption = Annotated[
    list[Any] | None,
    typer.Option(parser=parse_severity, metavar="SEVERITY", help="Only conflicts that are hard, or soft."),
]
ConfidenceOption = Annotated[
    Any,
    typer.Option(
        parser=parse_confidence,
        metavar="NUMBER",
        help=f"Leave out conflicts below this, 0 to 1; by default {Options().min_confidence}.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        metavar="MODEL",
        help=f"A sentence-transformers model, by name or folder; by default {EMBEDDED_MODEL}.",
    ),
]
DayOption = Annotated[
    Any,
    typer.Option(
        parser=parse_day,
        metavar="DATE",
        help="Day of publication, as in 2025-07-10, where the text does not say it.",
    ),
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses of private networks, too.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Read languages other than English, too.")]
ConfigOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Take defaults from this file; by default discrepancy.toml in the working folder.",
    ),
]
DismissedOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="Leave out what this file settles: ids with reasons, one a line, or a CSV or XLSX of this "
        "program's with the status dismissed.",
    ),
]
AgreementsOption = Annotated[bool, typer.Option("--agreements", help="List what agrees, too.")]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress, warnings or notes on standard error.")
]
ExitZeroOption = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with 0 even where conflicts are found.")
]
NoCacheOption = Annotated[
    bool, typer.Option("--no-cache", help="Neither use nor keep what was read of these articles before.")
]
