"""The commands that look at the cache, and what opens it for the others."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import typer

from discrepancy.cache import Cache
from discrepancy.cli.streams import border, print_out

app = typer.Typer(help="Show what is kept of articles read before, or forget it.", no_args_is_help=True)


def open_cache(unwanted: bool) -> AbstractContextManager[Cache | None]:
    """The user's cache, or none."""
    return nullcontext() if unwanted else Cache()


@app.command("info")
def info() -> None:
    """Show where the cache is and what it holds."""
    with border(quiet=False), Cache() as cache:
        holdings = cache.holdings()
        kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(holdings.entries.items()))
        print_out(
            f"{holdings.path}\n{kinds or 'nothing yet'}\n"
            f"{_measure(holdings.size)} of {_measure(holdings.limit)}\n",
            machine=False,
        )


@app.command("clear")
def clear() -> None:
    """Forget all that is kept of articles read before. Exit codes: 0 done, 2 could not."""
    with border(quiet=False), Cache() as cache:
        cache.clear()


def _measure(size: int) -> str:
    """Bytes, in mebibytes where there are many."""
    return f"{size / 2**20:.1f} MiB" if size >= 2**20 else f"{size:,} bytes"
