"""The commands: each reads, calls the pipeline once, and writes."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import typer

from discrepancy.cli.arguments import (
    AgreementsOption,
    ConfidenceOption,
    ConfigOption,
    DayOption,
    DismissedOption,
    ExitZeroOption,
    FirstArgument,
    FormatOption,
    KindOption,
    ModelOption,
    OthersArgument,
    OutputOption,
    QuietOption,
    SecondArgument,
    SeverityOption,
    WireArgument,
)
from discrepancy.cli.config import describe_config, load_config, make_options
from discrepancy.cli.inputs import STDIN, check_output, expand, name, read, read_many, read_pair
from discrepancy.cli.settled import read_settled, tell_stale
from discrepancy.cli.streams import (
    CONFLICTS,
    COULD_NOT_RUN,
    NOTHING_FOUND,
    border,
    look_at_terminal,
    note,
    print_out,
    show_progress,
    show_steps,
)
from discrepancy.dismissals import dismiss, dismiss_facts
from discrepancy.report import FORMATS, Format, Listing, format_of, write
from discrepancy.report.matrix.phrases import headline as check_headline
from discrepancy.report.printable import one_line
from discrepancy.report.summary import count, headline

app = typer.Typer(
    name="discrepancy",
    help="Find where two news reports of one event state the same fact differently.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def check_command(words: list[str]) -> None:
    """Files without a command: say which command was meant."""
    commands = [str(info.name) for info in app.registered_commands]
    if words and words[0] not in commands and Path(words[0]).is_file():
        files = len(list(takewhile(lambda word: not word.startswith("-"), words)))
        command = ("facts", "diff", "check")[min(files, 3) - 1]
        note(f"error: {words[0]!r} is no command; did you mean: discrepancy {command} {' '.join(words)}")
        raise SystemExit(COULD_NOT_RUN)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"discrepancy {version('discrepancy')}")
        raise typer.Exit


@app.callback()
def discrepancy(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Find where two news reports of one event state the same fact differently."""


@app.command("diff")
def diff(
    a: FirstArgument,
    b: SecondArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    min_confidence: ConfidenceOption = None,
    severity: SeverityOption = None,
    kind: KindOption = None,
    agreements: AgreementsOption = False,
    dismissed: DismissedOption = None,
    config: ConfigOption = None,
    model: ModelOption = None,
    published_a: DayOption = None,
    published_b: DayOption = None,
    quiet: QuietOption = False,
    exit_zero: ExitZeroOption = False,
) -> None:
    """Compare two articles and show every conflict with its evidence.

    Exit codes: 0 nothing found, 1 conflicts, 2 could not run.
    """
    written = _choose_format(form, output)
    check_output(output, a, b)
    with border(quiet):
        known = load_config(config)
        options = make_options(known, _flags(model, min_confidence, kind, severity))
        settled = read_settled(dismissed)
        with show_progress("Comparing the two articles", quiet):
            first, second = read_pair(a, b, published_a, published_b)
            from discrepancy import pipeline  # numpy and more: only once there is something to compare

            first, second = known.name_source(first, a), known.name_source(second, b)
            report = dismiss(pipeline.diff(first, second, options), settled)
        tell_stale(settled, report.dismissed, dismissed, quiet)
        paths = {first.id: name(a), second.id: name(b)}
        display = look_at_terminal(agreements, paths, to_file=_is_file(output))
        _deliver(written.report(report, display), written, output, None if quiet else headline(report))
    raise typer.Exit(CONFLICTS if report.conflicts and not exit_zero else NOTHING_FOUND)


@app.command("check")
def check(
    wire: WireArgument,
    others: OthersArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    min_confidence: ConfidenceOption = None,
    severity: SeverityOption = None,
    kind: KindOption = None,
    agreements: AgreementsOption = False,
    dismissed: DismissedOption = None,
    config: ConfigOption = None,
    model: ModelOption = None,
    published: DayOption = None,
    quiet: QuietOption = False,
    exit_zero: ExitZeroOption = False,
) -> None:
    """Check one article against many and show fact by fact what each of them says.

    Exit codes: 0 nothing disputed, 1 disputed facts, 2 could not run.
    """
    written = _choose_format(form, output)
    check_output(output, wire, *expand(others))
    with border(quiet):
        known = load_config(config)
        options = make_options(known, _flags(model, min_confidence, kind, severity))
        settled = read_settled(dismissed)
        article = known.name_source(read(wire, published), wire)
        found, unread = read_many(others, wire, quiet)
        named = [known.name_source(each, path) for path, each in found.items()]
        with show_progress("Loading the model", quiet):
            from discrepancy import pipeline
        report = pipeline.check(article, named, options, track=show_steps("Checking", quiet))
        report = dismiss_facts(replace(report, unread=unread), settled)
        tell_stale(settled, report.dismissed, dismissed, quiet)
        ids = (report.wire.id, *(source.article.id for source in report.sources))
        paths = dict(zip(ids, (name(wire), *found), strict=True))
        display = look_at_terminal(agreements, paths, to_file=_is_file(output))
        _deliver(written.check(report, display), written, output, None if quiet else check_headline(report))
    raise typer.Exit(CONFLICTS if report.disputed and not exit_zero else NOTHING_FOUND)


@app.command("facts")
def facts(
    a: FirstArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    kind: KindOption = None,
    config: ConfigOption = None,
    published: DayOption = None,
    quiet: QuietOption = False,
) -> None:
    """List the facts that one article states. Exit codes: 0 done, 2 could not run."""
    written = _choose_format(form, output)
    check_output(output, a)
    with border(quiet):
        known = load_config(config)
        article = known.name_source(read(a, published), a)
        from discrepancy import pipeline

        article = pipeline.date_article(article)
        kinds = _flatten(kind) or known.options.get("kinds", ())
        mentions = tuple(
            mention for mention in pipeline.extract(article) if not kinds or mention.kind in kinds
        )
        display = look_at_terminal(False, {article.id: name(a)}, to_file=_is_file(output))
        text = written.listing(Listing(article, mentions), display)
        _deliver(text, written, output, None if quiet else count(len(mentions), "fact"))


@app.command("config")
def config_show(
    show: Annotated[str, typer.Argument(metavar="show", help="What to do: show what is in force.")],
    config: ConfigOption = None,
    min_confidence: ConfidenceOption = None,
    severity: SeverityOption = None,
    kind: KindOption = None,
    model: ModelOption = None,
) -> None:
    """Show the settings in force as TOML, and where each comes from. Exit codes: 0 done, 2 could not run."""
    if show != "show":
        raise typer.BadParameter(f"{show!r} cannot be done with the configuration; did you mean: config show")
    with border(quiet=False):
        lines = describe_config(load_config(config), _flags(model, min_confidence, kind, severity))
        print_out("".join(f"{one_line(line)}\n" for line in lines), machine=False)


def _choose_format(form: Format | None, output: str | None) -> Format:
    """The format asked for, else what the ending of the file means, else the terminal's."""
    if form or not _is_file(output):
        return form or FORMATS["terminal"]
    if guessed := format_of(str(output)):
        return guessed
    endings = ", ".join(ending for known in FORMATS.values() for ending in known.endings)
    raise typer.BadParameter(
        f"the ending of {output!r} names no format: use one of {endings}, or give --format.",
        param_hint="'--output' / '-o'",
    )


def _flags(
    model: str | None,
    min_confidence: float | None,
    kinds: list[tuple[str, ...]] | None,
    severities: list[str] | None,
) -> dict[str, Any]:
    """What the command line says, None where it says nothing."""
    return {
        "model": model,
        "min_confidence": min_confidence,
        "kinds": _flatten(kinds) or None,
        "severities": tuple(dict.fromkeys(severities or ())) or None,
    }


def _flatten(kinds: list[tuple[str, ...]] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for group in kinds or () for kind in group))


def _is_file(output: str | None) -> bool:
    return output is not None and output != STDIN


def _deliver(text: str | bytes, form: Format, output: str | None, said: str | None) -> None:
    """To the file, with a note what is in it; or to standard output, there without a byte order mark."""
    if not _is_file(output):
        print_out(text, machine=form.name != "terminal")
        return
    write(text, str(output), form.encoding)
    if said:
        note(f"{output}: {said}")
