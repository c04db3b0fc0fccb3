"""Where the labelled development stories lie: other people's texts, kept outside the repository."""

import os
from pathlib import Path

NEIGHBOUR = Path(__file__).resolve().parents[2] / "shared" / "gold"
ABSENT = "no labelled stories here: set DISCREPANCY_GOLD to their folder, or put it at ../shared/gold"


def find_gold() -> Path | None:
    """The folder that DISCREPANCY_GOLD names, else the neighbour's; None where there is none."""
    folder = Path(os.environ.get("DISCREPANCY_GOLD") or NEIGHBOUR)
    return folder if (folder / "score.py").is_file() else None
