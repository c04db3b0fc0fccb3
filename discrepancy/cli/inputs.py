"""Paths, folders and globs -> articles; two of them with ids that tell them apart."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path

import typer

from discrepancy.cli.streams import note
from discrepancy.errors import ReadError
from discrepancy.matrix import Unread
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


def read_many(
    words: Sequence[str],
    wire: str,
    article: Article,
    quiet: bool,
    *,
    allow_private: bool = False,
    force: bool = False,
) -> tuple[dict[str, Article], tuple[Unread, ...]]:
    """The articles that files, folders, globs and addresses stand for, by their names, and the unread ones.

    Every article of a feed is one of them. The wire itself, `article`, is left out, as a folder or feed
    may hold it too. Raises ReadError where none can be read.
    """
    articles: dict[str, Article] = {}
    unread: list[Unread] = []
    for path in expand(words):
        if _is_same(path, wire):
            continue
        shared = _is_same(_file_of(path), _file_of(wire))
        for place, found in _read_each(path, allow_private, force):
            if isinstance(found, ReadError):
                unread.append(Unread(place, str(found)))
                if not quiet:
                    note(f"warning: {found}; left out")
            elif not (shared and found.text == article.text):
                articles[place] = found
    if not articles:
        reasons = "; ".join(each.reason for each in unread[:3]) or "the wire is the only article there"
        raise ReadError(f"there is nothing to check {name(wire)} against: {reasons}")
    return articles, tuple(unread)


def _read_each(path: str, allow_private: bool, force: bool) -> Iterator[tuple[str, Article | ReadError]]:
    """The articles of one source by the names that messages give them, an error in place of an unread one."""
    from discrepancy.read import read_each

    try:
        found = read_each(path, allow_private=allow_private, force=force)
    except ReadError as error:
        found = (error,)
    for number, each in enumerate(found, start=1):
        yield (name(path) if len(found) == 1 else f"{name(path)}#{number}"), each


def expand(words: Sequence[str]) -> list[str]:
    """Every file once, in order: those of a folder or glob by name, hidden ones left out."""
    found: dict[str, str] = {}
    for word in words:
        for path in _expand_word(word):
            found.setdefault(os.path.realpath(path) if os.path.exists(path) else path, path)
    return list(found.values())


def _expand_word(word: str) -> Sequence[str]:
    path = Path(word)
    if path.is_dir():
        inside = sorted(each for each in path.iterdir() if each.is_file() and each.name[0] != ".")
        return [str(each) for each in inside]
    if has_magic(word) and not path.exists():
        inside = sorted(each for each in map(Path, glob(word, recursive=True)) if each.is_file())
        return [str(each) for each in inside] or [word]
    return [word]


def _file_of(path: str) -> str:
    """The path or address without the part that names one of several articles."""
    return path if Path(path).exists() else path.rpartition("#")[0] or path


def _is_same(path: str, other: str) -> bool:
    if STDIN in (path, other) or not (Path(path).exists() and Path(other).exists()):
        return path == other
    return Path(path).samefile(other)


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
        path = _file_of(named)
        if path != STDIN and Path(path).exists() and Path(path).samefile(output):
            raise typer.BadParameter(
                f"{output!r} is one of the articles and would be overwritten: name another file.",
                param_hint="'--output' / '-o'",
            )


def name(path: str) -> str:
    """A path as messages and places show it."""
    return "stdin" if path == STDIN else path
