"""Samples broken at random are read or refused, never a crash.

DISCREPANCY_MUTATIONS=10000 looks as far as a release should; the suite looks at fewer.
"""

import os
import random
from pathlib import Path

import pytest

from discrepancy import ReadError
from discrepancy.read import FORMATS
from discrepancy.read import _finish as finish
from discrepancy.read import _read_drafts as read_drafts

WIRE = Path(__file__).resolve().parents[2] / "fixtures" / "wire"
SAMPLES = [path for path in sorted(WIRE.rglob("*.*")) if path.name not in ("expected.json", "README.md")]
COUNT = int(os.environ.get("DISCREPANCY_MUTATIONS", "600"))
PIECES = (
    b"<", b">", b"</p>", b"<p>", b"&", b"&amp;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b'"', b"'", b"{", b"}", b"[", b"]", b"\\", b"\\ud800", b"null", b"-1", b"9" * 50, b"\n",
    b"\r", b"\t", b"\xc3", b"\xe2\x80", b"<script>", b"<table>", b"2033-13-45", b"T25:61", b"<?xml?>",
    b"<!DOCTYPE x>", b"\x1b[31m", b"\xe2\x80\xae", b": ", b"---",
)  # fmt: skip


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A few small injuries: bytes changed, cut out, doubled, put in, or a piece of another sample."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(broken) + 1)
        length = min(chance.choice((1, 2, 8, 60, 400)), len(broken) - at)
        injury = chance.randrange(6)
        if injury == 0 and length:
            broken[at] = chance.randrange(256)
        elif injury == 1:
            del broken[at : at + length]
        elif injury == 2:
            broken[at:at] = broken[at : at + length] * chance.choice((1, 3, 20))
        elif injury == 3:
            broken[at:at] = chance.choice(PIECES)
        elif injury == 4:
            del broken[at:]
        else:
            other = chance.choice(SAMPLES).read_bytes()
            start = chance.randrange(len(other))
            broken[at : at + length] = other[start : start + chance.choice((4, 40, 400))]
    return bytes(broken[:60_000])


@pytest.mark.parametrize("batch", range(10))
def test_broken_samples_are_read_or_refused(batch):
    chance = random.Random(f"{batch}/{COUNT}")
    read = 0
    refusals = []
    for _ in range(COUNT // 10):
        path = chance.choice(SAMPLES)
        data = mutate(path.read_bytes(), chance)
        try:
            for draft in read_drafts(data, path.name):
                article = finish(draft, "any", path.name, force=True)
                article.text.encode()
                assert article.text.strip()
                assert article.day is None or article.day.year
                assert article.to_dict()["id"] == "any"
            read += 1
        except ReadError as error:
            refusals.append((path.name, str(error)))
    assert not [said for name, said in refusals if name not in said or ";" not in said]
    assert read > COUNT // 100  # many injuries are survived: else only refusals would be tried


def test_every_format_is_among_the_samples():
    claimed = {
        next(known.name for known in FORMATS if known.claims(path.read_bytes(), path.name))
        for path in SAMPLES
    }
    assert claimed >= {known.name for known in FORMATS} - {"Markdown"}
