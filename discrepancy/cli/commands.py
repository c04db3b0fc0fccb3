"""The commands: each reads, calls the pipeline once, and writes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

import typer

from discrepancy.cli.arguments import (
    LISTED_KINDS,
    AgreementsOption,
    ConfidenceOption,
    ConfigOption,
    DayOption,
    DismissedOption,
    ExitZeroOption,
    FirstArgument,
    ForceOption,
    FormatOption,
    KindOption,
    ModelOption,
    NoCacheOption,
    OthersArgument,
    OutputOption,
    PrivateOption,
    QuietOption,
    SecondArgument,
    SeverityOption,
    WireArgument,
)
from discrepancy.cli.cache import app as cache_app
from discrepancy.cli.cache import open_cache
from discrepancy.cli.config import describe_config, load_config, make_options
from discrepancy.cli.inputs import expand, name, read, read_many, read_pair
from discrepancy.cli.settled import read_settled
from discrepancy.cli.streams import (
    CONFLICTS,
    COULD_NOT_RUN,
    NOTHING_FOUND,
    border,
    note,
    print_out,
    show_progress,
    show_steps,
)
from discrepancy.cli.target import choose_target
from discrepancy.report import Listing
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
app.add_typer(cache_app, name="cache")


def check_command(words: list[str]) -> None:
    """Files without a command: say which command was meant."""
    commands = [str(info.name) for info in app.registered_commands]
    commands += [str(group.name) for group in app.registered_groups]
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
    no_cache: NoCacheOption = False,
    allow_private: PrivateOption = False,
    force: ForceOption = False,
    quiet: QuietOption = False,
    exit_zero: ExitZeroOption = False,
) -> None:
    """Compare two articles and show every conflict with its evidence.

    Exit codes: 0 nothing found, 1 conflicts, 2 could not run.
    """
    target = choose_target(form, output, quiet, (a, b))
    with border(quiet):
        known = load_config(config)
        options = make_options(known, _flags(model, min_confidence, kind, severity))
        settled = read_settled(dismissed, quiet)
        with show_progress("Comparing the two articles", quiet):
            pair = read_pair(a, b, published_a, published_b, allow_private=allow_private, force=force)
            from discrepancy import pipeline  # numpy and more: only once there is something to compare

            first, second = map(known.name_source, pair, (a, b))
            with open_cache(no_cache) as cache:
                report = pipeline.diff(first, second, options, cache=cache)
        report = settled.leave_out(report)
        paths = {first.id: name(a), second.id: name(b)}
        target.deliver(partial(target.format.report, report), headline(report), paths, agreements)
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
    no_cache: NoCacheOption = False,
    allow_private: PrivateOption = False,
    force: ForceOption = False,
    quiet: QuietOption = False,
    exit_zero: ExitZeroOption = False,
) -> None:
    """Check one article against many and show fact by fact what each of them says.

    Exit codes: 0 nothing disputed, 1 disputed facts, 2 could not run.
    """
    target = choose_target(form, output, quiet, (wire, *expand(others)))
    with border(quiet):
        known = load_config(config)
        options = make_options(known, _flags(model, min_confidence, kind, severity))
        settled = read_settled(dismissed, quiet)
        with show_progress("Reading the articles", quiet):
            article = read(wire, published, allow_private=allow_private, force=force)
            found, unread = read_many(others, wire, article, quiet, allow_private=allow_private, force=force)
            from discrepancy import pipeline
        named = [known.name_source(each, path) for path, each in found.items()]
        article, track = known.name_source(article, wire), show_steps("Checking", quiet)
        with open_cache(no_cache) as cache:
            report = pipeline.check(article, named, options, cache=cache, track=track)
        report = settled.leave_out_facts(replace(report, unread=unread))
        paths = {each.id: path for each, path in zip(report.articles, (name(wire), *found), strict=True)}
        target.deliver(partial(target.format.check, report), check_headline(report), paths, agreements)
    raise typer.Exit(CONFLICTS if report.disputed and not exit_zero else NOTHING_FOUND)


@app.command("facts")
def facts(
    a: FirstArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    kind: KindOption = None,
    config: ConfigOption = None,
    published: DayOption = None,
    no_cache: NoCacheOption = False,
    allow_private: PrivateOption = False,
    force: ForceOption = False,
    quiet: QuietOption = False,
) -> None:
    """List the facts that one article states; names, titles, places and polarity only with --kind.

    Exit codes: 0 done, 2 could not run.
    """
    target = choose_target(form, output, quiet, (a,))
    with border(quiet):
        known = load_config(config)
        article = known.name_source(read(a, published, allow_private=allow_private, force=force), a)
        from discrepancy import pipeline

        article = pipeline.date_article(article)
        kinds = _flatten(kind) or known.options.get("kinds", LISTED_KINDS)
        with open_cache(no_cache) as cache:
            found = pipeline.extract(article, cache=cache)
        mentions = tuple(mention for mention in found if mention.kind in kinds)
        listed = partial(target.format.listing, Listing(article, mentions))
        target.deliver(listed, count(len(mentions), "fact"), {article.id: name(a)})


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


@app.command("prepare")
def prepare(quiet: QuietOption = False) -> None:
    """Make the embedding model ready, once, so that no comparison waits for it.

    Exit codes: 0 done, 2 could not run.
    """
    with border(quiet):
        from discrepancy import pipeline

        where = pipeline.prepare()
        if not quiet:
            note(f"ready: {where}")


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
