"""The border to the outside: exit codes, messages on standard error, findings on standard output."""

from __future__ import annotations

import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import typer

from discrepancy.errors import DiscrepancyError, WriteError
from discrepancy.report import Display
from discrepancy.report.printable import one_line

FEW = 4  # steps that are done before a bar could be read
NOTHING_FOUND, CONFLICTS, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130


class _Notes(logging.Handler):
    """The package's log as notes on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        note(said if record.levelno <= logging.INFO else f"{record.levelname.lower()}: {said}")


@contextmanager
def border(quiet: bool) -> Iterator[None]:
    """Turn errors that the user can mend into a message and exit code 2, the package's log into notes.

    Other libraries' warnings are for their own developers and stay silent.
    """
    log = logging.getLogger("discrepancy")
    handler: logging.Handler = logging.NullHandler() if quiet else _Notes(logging.INFO)
    log.addHandler(handler)
    level = log.level
    log.setLevel(logging.INFO)
    propagated, log.propagate = log.propagate, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except DiscrepancyError as error:
        note(f"error: {error}")
        raise typer.Exit(COULD_NOT_RUN) from error
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        log.propagate = propagated


def note(message: str) -> None:
    """One line on standard error; a file's name in it can do nothing to the terminal."""
    if sys.stderr is not None:
        print(one_line(message), file=sys.stderr)  # noqa: T201


def show_progress(message: str, quiet: bool) -> AbstractContextManager[Any]:
    """A moving line on standard error while something takes long, where a person may be watching."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.text import Text

    return Console(stderr=True).status(Text(one_line(message)))


def show_steps(message: str, quiet: bool) -> Callable[[Sequence[Any]], Iterable[Any]]:
    """What goes round a row of things and draws a bar on standard error, where a person may be watching."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return iter
    from rich.console import Console
    from rich.progress import track

    def follow(things: Sequence[Any]) -> Iterable[Any]:
        if len(things) < FEW:
            return things
        return track(things, message, console=Console(stderr=True), transient=True)

    return follow


def look_at_terminal(agreements: bool, paths: dict[str, str], to_file: bool) -> Display:
    """How standard output can show things; NO_COLOR, FORCE_COLOR, TERM and COLUMNS are honoured."""
    if to_file:
        return Display(agreements=agreements, paths=paths)
    from rich.console import Console

    console = Console()
    styled = console.is_terminal and not console.is_dumb_terminal
    colour = styled and not console.no_color
    return Display(agreements, console.width, styled, colour, paths)


def print_out(text: str | bytes, machine: bool) -> None:
    """The text on standard output: UTF-8 for machines, the terminal's own encoding for people.

    A reader that stops reading, as `head` does, is no error.
    """
    if isinstance(text, bytes) and sys.stdout is not None and sys.stdout.isatty():
        raise WriteError("this format is no text for a terminal; give --output FILE")
    if sys.stdout is None:
        raise WriteError("standard output is closed; give --output FILE")
    try:
        _send(text, "utf-8" if machine else sys.stdout.encoding or "utf-8")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise WriteError(f"standard output cannot be written: {error.strerror}") from error


def _send(text: str | bytes, encoding: str) -> None:
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # a notebook's or test's stand-in
        sys.stdout.write(text if isinstance(text, str) else text.decode(errors="replace"))
    else:
        binary.write(text if isinstance(text, bytes) else text.encode(encoding, errors="backslashreplace"))
    sys.stdout.flush()
