"""Accuracy floors: what was once reached must hold, `benchmarks/floors.json` says what that is.

    python -m benchmarks.floors                    measure and compare; 1 where a figure is below its floor
    python -m benchmarks.floors --only "news quantities"
    python -m benchmarks.floors --update           pin the figures of now, never a lower one; the README's
                                                   table of them is written anew
    python -m benchmarks.floors --update --lower   pin them even where they are lower

Figures are pinned rounded down to a hundredth, so float noise of another machine breaks nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.gold import ABSENT
from benchmarks.measures import MEASURES, Figures, Measure

FLOORS = Path(__file__).with_name("floors.json")
README = FLOORS.parents[1] / "README.md"
TABLE = re.compile(r"(?<=\| measured on \| figure \| value \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")

Floors = dict[str, dict[str, Any]]  # measure -> {"cases": digest, "floors": figures}


def load_floors(path: Path = FLOORS) -> Floors:
    """The pinned floors, none where nothing was pinned yet."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def find_failures(measure: Measure, figures: Figures, pinned: dict[str, Any] | None) -> list[str]:
    """What is wrong with the figures of one measure, each as a sentence."""
    if pinned is None:
        return [f"{measure.name}: nothing is pinned; run with --update"]
    failures = []
    if pinned["cases"] != measure.digest():
        failures.append(f"{measure.name}: the cases changed since the floor was set; run with --update")
    return failures + [
        f"{measure.name}: {name} is {figures.get(name, 0):.3f}, its floor is {floor:.2f}"
        for name, floor in pinned["floors"].items()
        if figures.get(name, 0) < floor
    ]


def pin(measure: Measure, figures: Figures) -> dict[str, Any]:
    """The entry that pins the figures of now."""
    return {"cases": measure.digest(), "floors": {name: round_down(share) for name, share in figures.items()}}


def find_lowered(old: Floors, new: Floors) -> list[str]:
    """Floors that an update would lower or drop, each as a sentence."""
    return [
        f"{name}: {figure} would fall from {floor:.2f} to {new[name]['floors'].get(figure, 0):.2f}"
        for name in old.keys() & new.keys()
        for figure, floor in old[name]["floors"].items()
        if new[name]["floors"].get(figure, 0) < floor
    ]


def write_table(readme: Path, floors: Floors) -> None:
    """Put the pinned figures into the README's table, in the order of the measures."""
    order = {measure.name: place for place, measure in enumerate(MEASURES)}
    rows = [
        f"| {name} | {figure} | {floor:g} |\n"
        for name in sorted(floors, key=lambda name: order.get(name, len(order)))
        for figure, floor in floors[name]["floors"].items()
    ]
    readme.write_text(TABLE.sub("".join(rows), readme.read_text(encoding="utf-8")), encoding="utf-8")


def round_down(share: float) -> float:
    """A share rounded down to a hundredth; what differs from a hundredth by float noise stays."""
    return math.floor(share * 100 + 1e-6) / 100


def take_figures(measures: list[Measure]) -> Iterator[tuple[Measure, Figures]]:
    """The figures of each measure whose cases are here, two at a time."""
    present = [measure for measure in measures if measure.cases()]
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield from zip(present, pool.map(lambda measure: measure.figures(), present), strict=True)


def main(arguments: list[str] | None = None, floors_path: Path = FLOORS, readme: Path = README) -> int:
    """Check or update the floors; the exit code is 1 where one does not hold."""
    options = _parse(arguments)
    chosen = [measure for measure in MEASURES if options.only in (None, measure.name)]
    pinned, measured, failures = load_floors(floors_path), {}, []
    for measure in chosen:
        if not measure.cases():
            print(f"{measure.name:18}  skipped: {ABSENT}")
    for measure, figures in take_figures(chosen):
        for name, share in figures.items():
            floor = pinned.get(measure.name, {}).get("floors", {}).get(name)
            print(
                f"{measure.name:18}  {name:28} {share:.3f}  floor {'none' if floor is None else floor}",
                flush=True,
            )
        failures += find_failures(measure, figures, pinned.get(measure.name))
        measured[measure.name] = pin(measure, figures)
    if options.update:
        failures = [] if options.lower else find_lowered(pinned, measured)
        if not failures:
            floors_path.write_text(json.dumps(pinned | measured, indent=2) + "\n", encoding="utf-8")
            write_table(readme, pinned | measured)
    for failure in failures:
        print(f"FLOOR  {failure}", file=sys.stderr)
    return 1 if failures else 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", choices=[measure.name for measure in MEASURES], help="one measure alone")
    parser.add_argument("--update", action="store_true", help="pin the figures of now")
    parser.add_argument("--lower", action="store_true", help="with --update: allow a floor to fall")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
