"""The command line: arguments, exit codes, streams. The pipeline is a stand-in, but for the last tests."""

from __future__ import annotations

import io
import json
import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import discrepancy
from discrepancy import cli, read
from discrepancy.cache import Cache
from discrepancy.cache.store import FILE
from discrepancy.errors import ModelError, ReadError
from discrepancy.identity import identify
from discrepancy.matrix import CheckReport, SharedFact, Source, Statement
from discrepancy.model import Article, Finding, Mention, Report, Sentence, Value
from discrepancy.options import Options

STORY = Path(__file__).parents[1] / "fixtures" / "stories" / "diplomacy-lake-talks"


REAL_READ_ARTICLE, REAL_READ_EACH = read.read_article, read.read_each


@dataclass
class Result:
    code: int
    out: str
    err: str


@dataclass
class StandIn:
    """What the pipeline was asked, and whether it finds a conflict: the first word of both articles."""

    options: Options | None = None
    ids: tuple[str, ...] = ()
    cache: Cache | None = None
    finds: bool = True

    def diff(self, a: Article, b: Article, options: Options, cache: Cache | None) -> Report:
        self.options, self.ids, self.cache = options, (a.id, b.id), cache
        found = Finding("", "count", "hard", 0.9, "1 vs 2", mention(a, 1), mention(b, 2))
        return Report(a, b, tuple(identify([found])) if self.finds else (), ())

    def check(
        self,
        wire: Article,
        others: list[Article],
        options: Options,
        cache: Cache | None,
        track: Callable[[Any], Any],
    ) -> CheckReport:
        """Every other article states the first word of the wire; "Two" and more differ from it."""
        self.options, self.cache = options, cache
        self.ids = (wire.id, *(other.id for other in others))
        ours = mention(wire, 1)
        told = []
        for other in track(others):
            severity: Any = "hard" if self.finds and other.text.startswith("Two") else "agree"
            found = Finding(other.id, "count", severity, 0.9, "1 vs 2", ours, mention(other, 2))
            told.append(Statement(other, found))
        hard = sum(each.severity == "hard" for each in told)
        severity = "hard" if hard else "agree"
        fact = SharedFact("f1", severity, 0.9, "1 vs 2", "some say", ours, (), tuple(told), hard, len(told))
        return CheckReport(wire, tuple(map(Source, others)), (fact,))

    def extract(self, article: Article, cache: Cache | None) -> tuple[Mention, ...]:
        self.ids, self.cache = (article.id,), cache
        return (mention(article, 1),)


def mention(article: Article, number: int) -> Mention:
    word = article.text.split()[0]
    sentence = Sentence(0, len(article.text), article.text, 0)
    return Mention("count", word, 0, len(word), Value(number, number), sentence)


def read_article(path: str, **_: bool) -> Article:
    if path == "-":
        return Article(sys.stdin.read(), "stdin")
    if not Path(path).exists():
        raise ReadError(f"{path}: there is no such file")
    text = Path(path).read_text(encoding="utf-8")
    if "dubious" in text:
        logging.getLogger("discrepancy.read.decode").warning("%s: read as Windows-1252", path)
    return Article(text, Path(path).stem)


def read_each(path: str, **_: bool) -> tuple[Article, ...]:
    return (read_article(path),)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn()
    module = SimpleNamespace(
        diff=stand_in.diff,
        check=stand_in.check,
        extract=stand_in.extract,
        date_article=lambda article: article,
    )
    monkeypatch.setitem(sys.modules, "discrepancy.pipeline", module)
    monkeypatch.setattr(discrepancy, "pipeline", module, raising=False)
    monkeypatch.setattr("discrepancy.read.read_article", read_article)
    monkeypatch.setattr("discrepancy.read.read_each", read_each)
    return stand_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One boat sank.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two boats sank.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(pipeline: StandIn, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Result]:
    def call(*arguments: str) -> Result:
        with pytest.raises(SystemExit) as exited:
            cli.main(list(arguments))
        out, err = capfdbinary.readouterr()
        return Result(int(exited.value.code or 0), out.decode(), err.decode())

    return call


# Exit codes and streams


def test_conflicts_are_exit_code_1_and_go_to_stdout(run: Callable[..., Result]) -> None:
    result = run("diff", "a.txt", "b.txt")
    assert result.code == 1
    assert "»One« boat sank." in result.out
    assert "a.txt:1:1" in result.out
    assert result.err == ""


def test_nothing_found_is_exit_code_0(run: Callable[..., Result], pipeline: StandIn) -> None:
    pipeline.finds = False
    result = run("diff", "a.txt", "b.txt")
    assert result.code == 0
    assert "No conflicts" in result.out


def test_exit_zero(run: Callable[..., Result]) -> None:
    assert run("diff", "a.txt", "b.txt", "--exit-zero").code == 0


def test_a_missing_file_is_exit_code_2(run: Callable[..., Result]) -> None:
    result = run("diff", "a.txt", "nowhere.txt")
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: nowhere.txt: there is no such file\n"


def test_every_error_of_the_family_is_exit_code_2(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ModelError("no model 'x'; give a folder")

    monkeypatch.setattr(discrepancy.pipeline, "diff", fail)
    result = run("diff", "a.txt", "b.txt", "-q")
    assert (result.code, result.err) == (2, "error: no model 'x'; give a folder\n")


def test_an_unforeseen_error_is_exit_code_2_and_shows_where(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discrepancy.pipeline, "diff", lambda *_, **__: 1 / 0)
    result = run("diff", "a.txt", "b.txt")
    assert result.code == 2
    assert "ZeroDivisionError" in result.err


def test_an_interrupt_is_130(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(discrepancy.pipeline, "diff", interrupt)
    assert run("diff", "a.txt", "b.txt").code == 130


def test_warnings_go_to_stderr_and_quiet_keeps_them_back(run: Callable[..., Result], folder: Path) -> None:
    (folder / "a.txt").write_text("One dubious boat.")
    assert run("diff", "a.txt", "b.txt").err == "warning: a.txt: read as Windows-1252\n"
    assert run("diff", "a.txt", "b.txt", "--quiet").err == ""


def test_standard_input_is_a_dash(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Three boats sank."))
    assert "stdin:1:1" in run("diff", "a.txt", "-").out


def test_both_cannot_be_standard_input(run: Callable[..., Result]) -> None:
    result = run("diff", "-", "-")
    assert result.code == 2
    assert "both standard input" in result.err


def test_closed_standard_input_is_an_error_like_any_other(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    result = run("facts", "-")
    assert (result.code, result.err) == (2, "error: standard input is closed; give a file\n")


def test_full_disk_on_standard_output_is_exit_code_2(folder: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    program = "import discrepancy.cli.streams as s\ns.print_out('x' * 10, machine=True)"
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert "WriteError: standard output cannot be written: No space left on device" in done.stderr


def test_a_reader_that_stops_reading_is_no_error() -> None:
    program = (
        "import discrepancy.cli.streams as s, sys\ns.print_out('x\\n' * 1_000_000, machine=True)\nsys.exit(1)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), errors) == (1, "")


# One against many


@pytest.fixture
def reports(folder: Path) -> Path:
    (folder / "in").mkdir()
    for name, text in (("c.txt", "Two boats."), ("d.txt", "One boat."), ("e.txt", "Two ships.")):
        (folder / "in" / name).write_text(text)
    (folder / "in" / ".hidden").write_text("Two hidden boats.")
    return folder


def test_files_folders_and_patterns_are_checked_once_each(
    run: Callable[..., Result], pipeline: StandIn, reports: Path
) -> None:
    result = run("check", "a.txt", "b.txt", "in", "in/*.txt", "./in/c.txt")
    assert pipeline.ids == ("a", "b", "c", "d", "e")
    assert result.code == 1
    assert "in/c.txt:1:1" in result.out
    result = run("check", "a.txt", "in", "in/*.txt")
    assert pipeline.ids == ("a", "c", "d", "e")


def test_the_wire_is_not_checked_against_itself(
    run: Callable[..., Result], pipeline: StandIn, reports: Path
) -> None:
    run("check", "a.txt", "*.txt")
    assert pipeline.ids == ("a", "b")
    result = run("check", "a.txt", "./a.txt")
    assert result.code == 2
    assert "nothing to check a.txt against: the wire is the only article there" in result.err


def test_an_unreadable_source_is_told_and_the_rest_go_on(
    run: Callable[..., Result], pipeline: StandIn, reports: Path
) -> None:
    result = run("check", "a.txt", "nowhere.txt", "b.txt", "no/*.txt")
    assert pipeline.ids == ("a", "b")
    assert result.code == 1
    assert result.err == (
        "warning: nowhere.txt: there is no such file; left out\n"
        "warning: no/*.txt: there is no such file; left out\n"
    )
    assert "not read: nowhere.txt: there is no such file" in result.out
    unread = json.loads(run("check", "a.txt", "nowhere.txt", "b.txt", "-f", "json", "-q").out)["unread"]
    assert unread == [{"name": "nowhere.txt", "reason": "nowhere.txt: there is no such file"}]


@pytest.fixture
def feed(reports: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Three articles in one file; the second holds no text, the third is French."""
    monkeypatch.setattr("discrepancy.read.read_article", REAL_READ_ARTICLE)
    monkeypatch.setattr("discrepancy.read.read_each", REAL_READ_EACH)
    french = "Deux bateaux ont coulé lundi dans le port et la police a dit qu’on ne sait pas pourquoi. " * 3
    texts = ("Two boats sank off Tolme.", " ", french, "One boat sank off Tolme.")
    lines = (json.dumps({"title": "", "text": text}) for text in texts)
    (reports / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "feed.jsonl"


def test_every_article_of_a_feed_is_a_source(
    run: Callable[..., Result], pipeline: StandIn, feed: str
) -> None:
    result = run("check", "a.txt", feed)
    assert pipeline.ids == ("a", "feed-1", "feed-4")
    assert "feed.jsonl#1:1:1" in result.out
    assert "feed.jsonl#4:1:1" in result.out
    assert "not read: feed.jsonl#2: holds nothing but white space" in result.out
    assert result.err.count("left out") == 2
    assert "warning: feed.jsonl#3: " in result.err
    run("check", "a.txt", feed, "--force")
    assert pipeline.ids == ("a", "feed-1", "feed-3", "feed-4")
    run("check", "a.txt", f"{feed}#4", "b.txt")
    assert pipeline.ids == ("a", "feed-4", "b")


def test_an_article_of_a_feed_is_held_against_the_rest_of_it(
    run: Callable[..., Result], pipeline: StandIn, feed: str
) -> None:
    run("check", f"{feed}#1", feed)
    assert pipeline.ids == ("feed-1", "feed-4")
    result = run("check", feed, "b.txt")
    assert (result.code, "holds 4 articles; name one" in result.err) == (2, True)
    result = run("check", "a.txt", feed, "-o", feed)
    assert (result.code, "would be overwritten" in result.err) == (2, True)


def test_where_nothing_can_be_compared_it_is_exit_code_2(run: Callable[..., Result]) -> None:
    for arguments in (("check", "a.txt", "nowhere.txt"), ("check", "nowhere.txt", "b.txt")):
        result = run(*arguments)
        assert (result.code, result.out) == (2, "")
        assert "there is no such file" in result.err


def test_a_check_without_dispute_is_exit_code_0(
    run: Callable[..., Result], pipeline: StandIn, reports: Path
) -> None:
    assert run("check", "a.txt", "in/d.txt").code == 0
    assert run("check", "a.txt", "in", "--exit-zero").code == 0
    pipeline.finds = False
    assert run("check", "a.txt", "in").code == 0


def test_a_check_is_written_in_every_format(run: Callable[..., Result], reports: Path) -> None:
    for name in ("c.html", "c.csv", "c.json", "c.md", "c.txt"):
        assert run("check", "a.txt", "in", "-o", name).err == f"{name}: 1 of 1 shared fact disputed: 1 hard\n"
        assert (reports / name).stat().st_size > 100
    result = run("check", "a.txt", "in", "-o", "in/c.txt")
    assert (result.code, "would be overwritten" in result.err) == (2, True)


def test_many_files_without_a_command_mean_check(run: Callable[..., Result], reports: Path) -> None:
    assert "did you mean: discrepancy check a.txt b.txt in" in run("a.txt", "b.txt", "in").err


# What the desk has settled


def test_dismissed_conflicts_are_silenced_and_counted(run: Callable[..., Result], folder: Path) -> None:
    name = json.loads(run("diff", "a.txt", "b.txt", "-f", "json").out)["conflicts"][0]["id"]
    (folder / "settled.txt").write_text(f"{name} told by phone\n0f3c5a7b9d1e of last week\n")
    result = run("diff", "a.txt", "b.txt", "--dismissed", "settled.txt")
    assert result.code == 0
    assert "1 dismissed" in result.out
    stale = "settled.txt: 1 of 2 dismissals names nothing here; a changed passage comes back"
    assert result.err == f"note: {stale}\n"
    assert run("diff", "a.txt", "b.txt", "--dismissed", "settled.txt", "-q").err == ""


def test_dismissed_facts_of_a_check_are_silenced(run: Callable[..., Result], reports: Path) -> None:
    (reports / "settled.csv").write_text("id,status\n0f3c5a7b9d1e,dismissed\n")
    result = run("check", "a.txt", "in", "--dismissed", "settled.csv")
    assert (result.code, "names nothing here" in result.err) == (1, True)
    result = run("check", "a.txt", "in", "--dismissed", "nowhere.csv")
    assert (result.code, "nowhere.csv: dismissals cannot be read" in result.err) == (2, True)


# Formats and files


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("out.txt", b" 1  1 vs 2"),
        ("out.json", b"{"),
        ("out.csv", b"\xef\xbb\xbfid,"),
        ("out.html", b"<!doctype html>"),
        ("out.HTM", b"<!doctype html>"),
        ("out.md", b"# 1 hard conflict"),
        ("out.xlsx", b"PK"),
        ("out.jsonl", b'{"id": '),
        ("out.jsonld", b'{\n  "@context": "http://www.w3.org/ns/anno.jsonld"'),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    run: Callable[..., Result], folder: Path, name: str, opening: bytes
) -> None:
    result = run("diff", "a.txt", "b.txt", "-o", name)
    assert (result.code, result.out, result.err) == (1, "", f"{name}: 1 hard conflict\n")
    assert (folder / name).read_bytes().startswith(opening)


def test_format_goes_before_the_ending(run: Callable[..., Result], folder: Path) -> None:
    run("diff", "a.txt", "b.txt", "-f", "json", "-o", "out.csv")
    assert json.loads((folder / "out.csv").read_text())["conflicts"]


def test_quiet_writes_no_note(run: Callable[..., Result]) -> None:
    assert run("diff", "a.txt", "b.txt", "-o", "out.md", "-q").err == ""


@pytest.mark.parametrize("name", ["json", "csv", "html", "markdown", "md", "jsonl", "annotations"])
def test_formats_on_standard_output_have_no_byte_order_mark(run: Callable[..., Result], name: str) -> None:
    for result in (run("diff", "a.txt", "b.txt", "-f", name), run("facts", "a.txt", "-f", name)):
        assert result.out
        assert not result.out.startswith("\ufeff")


def test_a_workbook_is_piped_and_never_printed_on_a_terminal(
    folder: Path,
    pipeline: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    for terminal in (False, True):
        monkeypatch.setattr(sys.stdout, "isatty", lambda terminal=terminal: terminal)
        with pytest.raises(SystemExit) as exited:
            cli.main(["diff", "a.txt", "b.txt", "-f", "xlsx"])
        out, err = capfdbinary.readouterr()
        assert (exited.value.code, out[:2]) == ((2, b"") if terminal else (1, b"PK"))
        assert (b"give --output FILE" in err) == terminal


def test_a_dash_as_output_is_standard_output(run: Callable[..., Result]) -> None:
    assert run("diff", "a.txt", "b.txt", "-f", "json", "-o", "-").out.startswith("{")


def test_a_folder_that_is_not_there(run: Callable[..., Result]) -> None:
    result = run("diff", "a.txt", "b.txt", "-o", "no/out.html")
    assert result.code == 2
    assert "no/out.html: cannot be written: there is no folder" in result.err


def test_an_article_is_never_overwritten(run: Callable[..., Result], folder: Path) -> None:
    result = run("diff", "a.txt", "b.txt", "-o", "./a.txt")
    assert result.code == 2
    assert "would be overwritten" in result.err
    assert (folder / "a.txt").read_text() == "One boat sank.\n"


def test_facts_are_listed_in_every_format(run: Callable[..., Result], folder: Path) -> None:
    assert "1 fact in a.txt" in run("facts", "a.txt").out
    assert json.loads(run("facts", "a.txt", "-f", "json").out)["mentions"][0]["surface"] == "One"
    assert run("facts", "a.txt", "-o", "f.csv").err == "f.csv: 1 fact\n"
    assert (folder / "f.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,kind,")
    assert "0 facts" not in run("facts", "a.txt", "--kind", "money").out
    assert "No facts in a.txt" in run("facts", "a.txt", "--kind", "money").out


# Arguments


def test_options_reach_the_pipeline(run: Callable[..., Result], pipeline: StandIn) -> None:
    arguments = "--min-confidence 0.8 --severity hard --kind count --kind money,age --model folder"
    run("diff", "a.txt", "b.txt", *arguments.split())
    assert pipeline.options == Options(
        model="folder", min_confidence=0.8, kinds=("count", "money", "age"), severities=("hard",)
    )


def test_without_options_the_defaults_hold(run: Callable[..., Result], pipeline: StandIn) -> None:
    run("diff", "a.txt", "b.txt")
    assert pipeline.options == Options()


def test_a_confidence_of_zero_is_not_the_default(run: Callable[..., Result], pipeline: StandIn) -> None:
    run("diff", "a.txt", "b.txt", "--min-confidence", "0")
    assert pipeline.options == Options(min_confidence=0.0)


def test_the_day_of_publication_reaches_the_articles(run: Callable[..., Result]) -> None:
    result = run("diff", "a.txt", "b.txt", "-f", "json", "--published-a", "2025-07-10")
    assert [article["published"] for article in json.loads(result.out)["articles"]] == ["2025-07-10", None]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ("diff a.txt b.txt --kind coutn", "'coutn' is no kind of fact: did you mean count?"),
        ("diff a.txt b.txt --kind count,moeny", "did you mean money?"),
        ("diff a.txt b.txt --kind xyzzy", "Known: count, money, percent"),
        ("diff a.txt b.txt --severity harsh", "did you mean hard?"),
        ("diff a.txt b.txt --format htlm", "did you mean html?"),
        ("diff a.txt b.txt -f xls", "did you mean xlsx?"),
        ("diff a.txt b.txt -f pdf", "Known: terminal, json, csv, html, markdown"),
        ("diff a.txt b.txt --min-confidence 80", "did you mean 0.8?"),
        ("diff a.txt b.txt --min-confidence 75%", "did you mean 0.75?"),
        ("diff a.txt b.txt --min-confidence high", "between 0 and 1"),
        ("diff a.txt b.txt --min-confidence nan", "between 0 and 1"),
        ("diff a.txt b.txt --published-a 10/07/25", "as in 2025-07-10"),
        ("diff a.txt b.txt -o report.xyz", "use one of .txt, .json, .csv"),
        ("diff a.txt b.txt --agreement", "--agreements"),
        ("dif a.txt b.txt", "diff"),
        ("diff a.txt", "'B'"),
        ("a.txt b.txt", "did you mean: discrepancy diff a.txt b.txt"),
        ("a.txt", "did you mean: discrepancy facts a.txt"),
    ],
)
def test_a_mistake_says_what_was_meant(run: Callable[..., Result], arguments: str, hint: str) -> None:
    result = run(*arguments.split())
    assert (result.code, result.out) == (2, "")
    assert hint in " ".join(result.err.split())


@pytest.mark.parametrize("command", ["diff a.txt b.txt", "check a.txt b.txt", "facts a.txt"])
def test_no_cache_means_none(run: Callable[..., Result], pipeline: StandIn, command: str) -> None:
    run(*command.split(), "--no-cache")
    assert pipeline.ids
    assert pipeline.cache is None
    run(*command.split())
    assert pipeline.cache is not None
    assert pipeline.cache.path.parent == Path(os.environ["DISCREPANCY_CACHE"])


def test_the_cache_tells_what_it_holds_and_is_emptied(
    run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCREPANCY_CACHE", str(folder / "kept"))
    assert "nothing yet" in run("cache", "info").out
    assert not (folder / "kept").exists()
    with Cache() as cache:
        cache.put(b"key", "vectors", b"12345")
    told = run("cache", "info").out
    assert str(folder / "kept") in told
    assert "1 vectors" in told
    assert "5 bytes of 256.0 MiB" in told
    assert run("cache", "clear").code == 0
    assert "nothing yet" in run("cache", "info").out
    with Cache() as cache:
        assert cache.get(b"key") is None


def test_a_cache_that_is_no_database_is_cleared_and_told_of(
    run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCREPANCY_CACHE", str(folder))
    (folder / FILE).write_bytes(b"no database" * 1000)
    assert run("cache", "info").err.count("warning: the cache") == 1
    assert run("cache", "clear").code == 0
    assert run("cache", "info").err == ""


def test_a_cache_that_is_in_use_cannot_be_emptied(
    run: Callable[..., Result], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCREPANCY_CACHE", str(folder))
    with Cache() as cache:
        cache.put(b"key", "vectors", b"12345")
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("cache", "clear")
        other.execute("ROLLBACK")
    assert result.code == 2
    assert "cannot be emptied: database is locked; try again" in result.err


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_option(run: Callable[..., Result], flag: str) -> None:
    result = run("diff", flag)
    assert result.code == 0
    for name in "format output min-confidence severity kind agreements model quiet exit-zero".split():  # noqa: SIM905
        assert f"--{name}" in result.out
    assert run(flag).code == 0


def test_version(run: Callable[..., Result]) -> None:
    result = run("--version")
    assert result.code == 0
    assert result.out.startswith("discrepancy 0.")


# Ids


@pytest.mark.parametrize(
    ("a", "b", "ids"),
    [
        ("x/story.txt", "y/story.txt", ("x/story", "y/story")),
        ("x/deep/story.txt", "y/deep/story.txt", ("x/deep/story", "y/deep/story")),
        ("x/story.txt", "x/story.md", ("story.txt", "story.md")),
        ("x/story.txt", "x/story.txt", ("story", "story-2")),
        ("x/story.txt", "y/other.txt", ("story", "other")),
    ],
)
def test_ids_tell_the_articles_apart(
    run: Callable[..., Result], pipeline: StandIn, folder: Path, a: str, b: str, ids: tuple[str, str]
) -> None:
    for path in (a, b):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("Nine boats.")
    result = run("diff", a, b)
    assert pipeline.ids == ids
    assert f"{a}:1:1" in result.out
    assert f"{b}:1:1" in result.out


# The terminal


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "»One«"),
        ({"FORCE_COLOR": "1"}, "\x1b[1;4;31mOne\x1b[0m"),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "\x1b[1;4mOne\x1b[0m"),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "»One«"),
    ],
)
def test_colours_follow_the_environment(
    run: Callable[..., Result],
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    expected: str,
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert expected in run("diff", "a.txt", "b.txt").out


def test_a_file_is_never_coloured(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("diff", "a.txt", "b.txt", "-o", "out.txt")
    assert "\x1b" not in (folder / "out.txt").read_text()


# The real thing


def run_whole(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "discrepancy", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=clean | {"HF_HUB_OFFLINE": "1"} | environment,
    )


def test_a_pair_of_files_to_a_report_and_nothing_on_stderr() -> None:
    run_whole("prepare", "-q")  # the first run says that it prepares the model
    done = run_whole("diff", str(STORY / "a.txt"), str(STORY / "b.txt"), "-f", "json")
    report = json.loads(done.stdout)
    assert done.stderr == ""
    assert done.returncode == bool(report["conflicts"])
    for finding in report["conflicts"] + report["agreements"]:
        for side in "ab":
            text = (STORY / f"{side}.txt").read_text(encoding="utf-8")
            assert text[finding[side]["start"] : finding[side]["end"]] == finding[side]["surface"]


def test_facts_of_a_file_whatever_the_terminal_can_write() -> None:
    done = run_whole("facts", str(STORY / "a.txt"), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert " facts in " in done.stdout
