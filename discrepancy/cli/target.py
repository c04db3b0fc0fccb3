"""Where a report goes, in which format, and how it is put there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import typer

from discrepancy.cli.inputs import STDIN, check_output
from discrepancy.cli.streams import look_at_terminal, note, print_out
from discrepancy.report import FORMATS, Display, Format, format_of, write


@dataclass(frozen=True, slots=True)
class Target:
    """A format, and a file or standard output."""

    format: Format
    output: str | None  # None is standard output
    quiet: bool

    def deliver(
        self,
        compose: Callable[[Display], str | bytes],
        said: str,
        paths: Mapping[str, str],
        agreements: bool = False,
    ) -> None:
        """To the file, with a note what is in it; or to standard output, there without a byte order mark."""
        text = compose(look_at_terminal(agreements, dict(paths), to_file=self.output is not None))
        if self.output is None:
            print_out(text, machine=self.format.name != "terminal")
            return
        write(text, self.output, self.format.encoding)
        if not self.quiet:
            note(f"{self.output}: {said}")


def choose_target(form: Format | None, output: str | None, quiet: bool, inputs: Sequence[str]) -> Target:
    """The target that the options mean; "-" is standard output, and no input may be written over."""
    file = None if output == STDIN else output
    check_output(output, *inputs)
    return Target(_choose_format(form, file), file, quiet)


def _choose_format(form: Format | None, output: str | None) -> Format:
    """The format asked for, else what the ending of the file means, else the terminal's."""
    if form or output is None:
        return form or FORMATS["terminal"]
    if guessed := format_of(output):
        return guessed
    endings = ", ".join(ending for known in FORMATS.values() for ending in known.endings)
    raise typer.BadParameter(
        f"the ending of {output!r} names no format: use one of {endings}, or give --format.",
        param_hint="'--output' / '-o'",
    )
