"""The folder for what can be made again."""

from __future__ import annotations

import os
from pathlib import Path


def user_cache_folder() -> Path:
    """The folder that DISCREPANCY_CACHE names, else the user's own cache; it need not exist yet."""
    if named := os.environ.get("DISCREPANCY_CACHE"):
        return Path(named).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("discrepancy", appauthor=False)
