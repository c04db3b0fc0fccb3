"""Arrows point down: the imports of the package, read with ast, stay what the README's map says."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "discrepancy"

# Who may import whom: a room knows nothing of the rooms above it, and stages share the ground alone.
GROUND = {
    "bearings",
    "model",
    "editions",
    "errors",
    "identity",
    "options",
    "layout",
    "matrix",
    "offices",
    "spelling",
    "units",
    "user_cache",
    "words",
}
STAGES = {
    "read",
    "segment",
    "extract",
    "embed",
    "align",
    "compare",
    "cache",
    "dismissals",
    "findings",
    "many",
    "report",
}
COMPOSER = {"pipeline"}
DOOR = {"__init__", "door"}  # the public names
CLIENTS = {"cli", "__main__"}
ALLOWED = {
    **dict.fromkeys(GROUND | STAGES, GROUND),
    "pipeline": GROUND | STAGES,
    "__init__": GROUND | COMPOSER | DOOR | {"read", "cache"},
    "door": GROUND | COMPOSER,
    "cli": GROUND | COMPOSER | DOOR | {"cache", "dismissals", "read", "report"},
    "__main__": {"cli"},
}
LONGER = {"discrepancy.model": 400}  # every type in one place is worth the scroll
HEAVY = {
    "torch",
    "sentence_transformers",
    "transformers",
    "pandas",
    "quantulum3",
    "scipy",
    "sklearn",
    "trafilatura",
    "lxml",
    "feedparser",
    "docx",
    "py3langid",
}


class Import(NamedTuple):
    """One import statement, as the dotted name of what it asks for."""

    target: str
    line: int
    typing: bool  # under `if TYPE_CHECKING:`
    late: bool  # inside a function


def list_modules() -> dict[str, Path]:
    """Every module of the package by its dotted name, `discrepancy` for `__init__.py`."""
    return {
        ".".join(("discrepancy", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


MODULES = list_modules()


def read_imports(source: str, module: str) -> Iterator[Import]:
    """The imports of a source text; `from package import name` asks for the module `name` where it is one."""

    def visit(node: ast.AST, typing: bool, late: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, typing, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, (
                f"{module}, line {node.lineno}: imports are written in full, never relative"
            )
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield Import(inner if inner in MODULES else str(node.module), node.lineno, typing, late)
        typing |= isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        late |= isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for child in ast.iter_child_nodes(node):
            yield from visit(child, typing, late)

    return visit(ast.parse(source), False, False)


def room_of(module: str) -> str:
    """The room of the house a module lies in: `compare` for `discrepancy.compare.money`."""
    return module.split(".")[1] if "." in module else "__init__"


def find_breaches(module: str, source: str) -> list[str]:
    """Imports of other rooms that the house does not allow, each as a sentence."""
    room = room_of(module)
    return [
        f"{room} must not import {room_of(found.target)} ({module}, line {found.line})"
        for found in read_imports(source, module)
        if found.target.split(".")[0] == "discrepancy"
        and room_of(found.target) not in ALLOWED.get(room, set()) | {room}
    ]


def find_cycle(edges: dict[str, set[str]]) -> list[str]:
    """The modules of one import circle, empty where there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_every_room_has_a_place_in_the_house():
    rooms = {room_of(module) for module in MODULES}
    strangers, gone = rooms - set(ALLOWED), set(ALLOWED) - rooms
    assert not strangers, f"give {', '.join(sorted(strangers))} a place: ground, stage or client"
    assert not gone, f"{', '.join(sorted(gone))} is no longer there"


@pytest.mark.parametrize("module", MODULES)
def test_rooms_import_only_what_lies_below_them(module):
    assert not find_breaches(module, MODULES[module].read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("module", "source", "breach"),
    [
        (
            "discrepancy.align.score",
            "from discrepancy.extract import extract_mentions",
            "align must not import extract",
        ),
        (
            "discrepancy.compare",
            "def f():\n    import discrepancy.pipeline",
            "compare must not import pipeline",
        ),
        ("discrepancy.report.html", "from discrepancy import diff", "report must not import __init__"),
        ("discrepancy.model", "from discrepancy import segment", "model must not import segment"),
    ],
)
def test_a_breach_is_told_in_a_sentence(module, source, breach):
    assert [message.split(" (")[0] for message in find_breaches(module, source)] == [breach]


def test_there_are_no_import_circles():
    edges = {
        module: {
            found.target
            for found in read_imports(path.read_text(encoding="utf-8"), module)
            if found.target in MODULES and found.target != module and not found.typing
        }
        for module, path in MODULES.items()
    }
    circle = find_cycle(edges)
    assert not circle, "import circle: " + " -> ".join(circle)


def test_an_import_circle_is_found():
    assert set(find_cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}


def test_the_model_imports_the_standard_library_alone():
    source = MODULES["discrepancy.model"].read_text(encoding="utf-8")
    tops = {
        found.target.split(".")[0]
        for found in read_imports(source, "model")
        if not (found.typing or found.late)
    }
    assert tops <= sys.stdlib_module_names


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_arrive_late(module):
    at_the_top = {
        found.target.split(".")[0]
        for found in read_imports(MODULES[module].read_text(encoding="utf-8"), module)
        if not (found.typing or found.late)
    }
    assert not at_the_top & HEAVY


@pytest.mark.parametrize("door", ["discrepancy", "discrepancy.cli"])
def test_importing_the_package_loads_nothing_heavy(door):
    program = f"import sys, {door}; print(*sorted(sys.modules.keys() & {sorted(HEAVY | {'numpy'})!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("module", MODULES)
def test_modules_stay_small(module):
    lines = len(MODULES[module].read_text(encoding="utf-8").splitlines())
    assert lines < LONGER.get(module, 300), f"{module} has {lines} lines: split it along what it does"


def test_functions_stay_short():
    long = [
        f"{module}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno - node.lineno + 1 > 40
    ]
    assert not long


def test_no_room_is_a_drawer():
    assert not {path.stem for path in MODULES.values()} & {"utils", "util", "helpers", "misc", "common"}
