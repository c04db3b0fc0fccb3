"""Golden outputs of every format, compared byte for byte.

After a change that is meant: `DISCREPANCY_UPDATE_GOLDEN=1 pytest tests/report/test_golden.py`, then
read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from discrepancy.model import Report
from discrepancy.report import FORMATS, Display, Listing, write

GOLDEN = Path(__file__).parents[2] / "fixtures" / "golden"
PATHS = {"courier": "wire/courier.txt", "harbor": "harbor.txt"}
CASES = {
    "report.txt": ("terminal", Display(width=80, paths=PATHS)),
    "report.agreements.txt": ("terminal", Display(width=120, agreements=True, paths=PATHS)),
    "report.colour.txt": ("terminal", Display(width=80, styled=True, colour=True, paths=PATHS)),
    "report.json": ("json", Display(paths=PATHS)),
    "report.csv": ("csv", Display(paths=PATHS)),
    "report.html": ("html", Display(paths=PATHS)),
    "report.md": ("markdown", Display(agreements=True, paths=PATHS)),
    "facts.txt": ("terminal", Display(width=80, paths=PATHS)),
    "facts.json": ("json", Display(paths=PATHS)),
    "facts.csv": ("csv", Display(paths=PATHS)),
    "facts.html": ("html", Display(paths=PATHS)),
    "facts.md": ("markdown", Display(paths=PATHS)),
}


@pytest.mark.parametrize("name", CASES)
def test_output_is_the_golden_one(name: str, report: Report, listing: Listing, tmp_path: Path) -> None:
    known, display = CASES[name]
    form = FORMATS[known]
    text = form.report(report, display) if name.startswith("report") else form.listing(listing, display)
    written = tmp_path / name
    write(text, written, form.encoding)
    if os.environ.get("DISCREPANCY_UPDATE_GOLDEN"):
        write(text, GOLDEN / name, form.encoding)
    assert written.read_bytes() == (GOLDEN / name).read_bytes()
