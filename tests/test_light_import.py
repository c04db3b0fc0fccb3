"""The command line answers at once: what is heavy is loaded only where it is used."""

import subprocess
import sys
import time

import pytest

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
