"""The command line answers at once: what is heavy is loaded only where it is used."""

import importlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from discrepancy.cli import make_haste
from discrepancy.report import FORMATS

WRITERS = {f"discrepancy.report.{name}" for name in FORMATS}
ARTICLE = Path(__file__).parents[1] / "fixtures" / "golden" / "articles" / "harbor.txt"

HEAVY = (
    "torch",
    "sentence_transformers",
    "transformers",
    "pandas",
    "quantulum3",
    "sklearn",
    "scipy",
    "numpy",
)
LATE = (
    *HEAVY,
    *("jinja2", "inflect", "trafilatura", "lxml", "feedparser", "docx", "openpyxl", "py3langid", "ssl"),
)


@pytest.mark.parametrize("program", ["import discrepancy.cli", "import discrepancy, discrepancy.report"])
def test_nothing_heavy_is_imported(program: str) -> None:
    program += f"\nimport sys\nprint(*(name for name in {LATE!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_run_loads_the_writer_of_its_own_format_alone() -> None:
    program = (
        "import sys\nfrom discrepancy.cli import main\n"
        f"try: main(['facts', {str(ARTICLE)!r}, '--format', 'jsonl', '--no-cache'])\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *({WRITERS!r} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()[1:]
    assert set(loaded) == {"discrepancy.report.json", "discrepancy.report.jsonl"}  # made of JSON


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_writers(name: str) -> None:
    for module, writers in ((name, ("write_report", "write_listing")), (f"matrix.{name}", ("write_check",))):
        found = importlib.import_module(f"discrepancy.report.{module}")
        assert all(callable(getattr(found, writer)) for writer in writers)


def test_help_needs_nothing_heavy() -> None:
    program = (
        "import sys\nfrom discrepancy.cli import main\n"
        "try: main(['diff', '--help'])\n"
        f"except SystemExit: print('LOADED', *(name for name in {LATE!r} if name in sys.modules))"
    )
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]
    assert time.perf_counter() - started < 5


def test_the_number_of_threads_is_the_users_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    make_haste()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "3"
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    make_haste()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
