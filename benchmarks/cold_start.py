"""How long whole processes take from the shell to the answer, beside the obvious script and PyTorch's import.

    python -m benchmarks.cold_start A B [--runs 5]

Every program runs once in each round, one after the other, so that a busy machine slows all of them alike.
The medians over the rounds and their ratios are printed, and the most memory each held. Prepare the model
first: `discrepancy prepare`. Python's bytecode is written in a round before, whatever PYTHONDONTWRITEBYTECODE
says: pip writes it where it installs a package, and compiling this one anew takes a third of a second run.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

OBVIOUS = Path(__file__).parent / "obvious_script.py"


class Run(NamedTuple):
    """One process: seconds on the clock, seconds of processor time, megabytes at most."""

    seconds: float
    processor: float
    megabytes: float


def list_programs(a: str, b: str) -> dict[str, list[str]]:
    """What is measured, by name."""
    discrepancy = [sys.executable, "-m", "discrepancy"]
    return {
        "the obvious script": [sys.executable, str(OBVIOUS), a, b],
        "`discrepancy diff --no-cache`": [*discrepancy, "diff", a, b, "--exit-zero", "--no-cache"],
        "`discrepancy diff`, a second run": [*discrepancy, "diff", a, b, "--exit-zero"],
        '`python -c "import torch"`': [sys.executable, "-c", "import torch"],
        "`discrepancy --help`": [*discrepancy, "--help"],
    }


def run(command: Sequence[str]) -> Run:
    """Run a program to its end; CalledProcessError where it fails."""
    started = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=_environment())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, _megabytes(used))


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def measure(programs: dict[str, list[str]], rounds: int) -> dict[str, list[Run]]:
    """Every program `rounds` times, in turn, after one that writes bytecode and warms the disk's cache."""
    for command in programs.values():
        run(command)
    taken: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, command in programs.items():
            taken[name].append(run(command))
    return taken


def print_table(taken: dict[str, list[Run]]) -> None:
    """Medians and the three ratios that are promised."""
    middle = {
        name: Run(*(median(column) for column in zip(*runs, strict=True))) for name, runs in taken.items()
    }
    print("| program | seconds | processor seconds | MB at most |\n|---|---|---|---|")
    for name, figures in middle.items():
        print(f"| {name} | {figures.seconds:.2f} | {figures.processor:.2f} | {figures.megabytes:.0f} |")
    script, diff, again, torch, usage = middle.values()
    print("\n| ratio | by the clock | by processor time | bar |\n|---|---|---|---|")
    for name, slow, fast, bar in (
        ("obvious script / `diff --no-cache`", script, diff, "8"),
        ("obvious script / `diff`, a second run", script, again, "20"),
        ("`import torch` / `--help`", torch, usage, "5"),
    ):
        clock, processor = slow.seconds / fast.seconds, slow.processor / fast.processor
        print(f"| {name} | {clock:.1f} | {processor:.1f} | {bar} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("a")
    parser.add_argument("b")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    print_table(measure(list_programs(asked.a, asked.b), asked.runs))


if __name__ == "__main__":
    main()
