"""Where this machine's copies of what can be made again are kept."""

from __future__ import annotations

import os
from pathlib import Path


def user_cache_folder() -> Path:
    """The folder `DISCREPANCY_CACHE`, else the user's own cache of this program; it need not exist yet."""
    if chosen := os.environ.get("DISCREPANCY_CACHE"):
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("discrepancy", appauthor=False)
