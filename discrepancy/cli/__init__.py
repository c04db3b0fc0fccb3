"""The command line: parse, call one function, write. Exceptions become messages here and only here.

Findings go to standard output, progress and warnings to standard error. Exit codes: 0 nothing found,
1 conflicts, 2 could not run, 130 interrupted.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from discrepancy.cli.commands import app, check_command
from discrepancy.cli.streams import COULD_NOT_RUN, INTERRUPTED

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code; whatever fails unforeseen is 2, never 1."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    make_haste()
    try:
        check_command(words)
        app(args=words, prog_name="discrepancy")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception:
        traceback.print_exc()
    sys.exit(COULD_NOT_RUN)


def make_haste() -> None:
    """Set the process up for a short life; what the user has set in the environment stays."""
    gc.set_threshold(100_000, 50, 50)  # looking for cycles so rarely saves one second in fifteen
    atexit.register(gc.freeze)  # and not looking once more at the end, when all goes anyway, one in seven
    # numpy's matrices are small here: a second thread of OpenBLAS costs more in waiting than it computes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
