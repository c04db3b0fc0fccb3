"""What quantulum3 makes of every unit that is one word, written to discrepancy/data/unit_readings.json.

    python -m benchmarks.unit_readings    after a change of units.json, currencies.json or quantulum3

`discrepancy.extract.quantulum` answers from the file where it can, and need not import quantulum3 then.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from discrepancy.extract.quantulum import load_parser, parse_unit

READINGS = Path(__file__).resolve().parent.parent / "discrepancy" / "data" / "unit_readings.json"


def read_units() -> dict[str, Any]:
    """The unit of each word by itself; and what can follow it in a longer unit, or open another."""
    load_parser()
    from quantulum3 import load, regex
    from quantulum3._lang.en_US import regex as english

    units = load.units()
    spellings = {**units.surfaces_all, **units.symbols_all}
    alone = {}
    for word in sorted(spellings):
        sure = len(units.surfaces_all.get(word, ())) <= 1 and len(units.symbols_all.get(word, ())) <= 1
        if (
            sure
            and word.isascii()
            and (word.isalpha() or word == "%")
            and word.lower() not in english.MISCNUM
        ):
            found = parse_unit(word)
            if found and found[1] == len(word):
                alone[word] = found[0]
    phrases = [
        *spellings,
        *regex.numberwords(),
        *regex.operators(),
        *english.MISCNUM,
        *english.SUFFIXES,
        *english.NEGATIVES,
        *english.RANGES,
        *english.UNCERTAINTIES,
        *english.CONJUNCTIONS,
        *english.POWERS,
        *english.DECIMALS,
    ]
    rows = [phrase.lower().replace("-", " ").split() for phrase in phrases]
    openings = {row[0] for row in rows if row and row[0].isascii() and row[0].isalpha()}
    longer = {
        " ".join(row[:2]) for row in rows if len(row) > 1 and row[0] in {word.lower() for word in alone}
    }
    return {"units": alone, "openings": sorted(openings), "longer": sorted(longer)}


if __name__ == "__main__":
    READINGS.write_text(json.dumps(read_units(), indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{READINGS}: {READINGS.stat().st_size} bytes")
