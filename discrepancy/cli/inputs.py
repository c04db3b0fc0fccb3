"""Two paths -> two articles whose ids tell them apart."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import typer

from discrepancy.errors import ReadError
from discrepancy.model import Article

STDIN = "-"


def read(path: str, published: str | None, *, allow_private: bool = False, force: bool = False) -> Article:
    """One article, with the day of publication from the command line where it is given there."""
    from discrepancy.read import read_article

    if path == STDIN and sys.stdin is None:
        raise ReadError("standard input is closed; give a file")
    article = read_article(path, allow_private=allow_private, force=force)
    return replace(article, published=published) if published else article


def read_pair(
    a: str,
    b: str,
    published_a: str | None,
    published_b: str | None,
    *,
    allow_private: bool = False,
    force: bool = False,
) -> tuple[Article, Article]:
    """Both articles; where their ids are the same, the shortest paths that differ take their place."""
    if a == b == STDIN:
        raise typer.BadParameter("A and B are both standard input: give a file for one of them.")
    first = read(a, published_a, allow_private=allow_private, force=force)
    second = read(b, published_b, allow_private=allow_private, force=force)
    if first.id != second.id:
        return first, second
    return replace(first, id=distinguish(a, b)), replace(second, id=distinguish(b, a) + _again(a, b))


def distinguish(path: str, other: str) -> str:
    """The shortest end of a path that the other does not share: "a/story", or "story.txt" and "story.md"."""
    mine, theirs = Path(path).resolve(), Path(other).resolve()
    for depth in range(1, len(mine.parts)):
        for cut in (Path.with_suffix, lambda tail, _: tail):
            tail, rival = (cut(Path(*whole.parts[-depth:]), "") for whole in (mine, theirs))
            if tail != rival:
                return tail.as_posix()
    return mine.stem


def _again(a: str, b: str) -> str:
    return "-2" if Path(a).resolve() == Path(b).resolve() else ""


def check_output(output: str | None, *inputs: str) -> None:
    """Refuse to write the report over one of the articles."""
    if output is None or not Path(output).exists():
        return
    for named in inputs:
        path = named if Path(named).exists() else named.rpartition("#")[0] or named  # one of its articles
        if path != STDIN and Path(path).exists() and Path(path).samefile(output):
            raise typer.BadParameter(
                f"{output!r} is one of the articles and would be overwritten: name another file.",
                param_hint="'--output' / '-o'",
            )


def name(path: str) -> str:
    """A path as messages and places show it."""
    return "stdin" if path == STDIN else path
