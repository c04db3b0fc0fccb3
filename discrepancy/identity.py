"""Ids of findings: made of their words, so that they outlive a new run and an edit elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from discrepancy.model import Finding, Kind, Mention


def identify(findings: list[Finding]) -> list[Finding]:
    """Give each finding its id: a digest of its kind and of both surfaces and sentences' words.

    The digest leaves out offsets and the order of the articles, so an edit elsewhere in a story, or
    the other order on the command line, keeps it; equal digests are numbered.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        digest = digest_of(finding.kind, (finding.a, finding.b))
        seen[digest] += 1
        suffix = f"-{seen[digest]}" if seen[digest] > 1 else ""
        named.append(replace(finding, id=digest + suffix))
    return named


def digest_of(kind: Kind, mentions: Iterable[Mention]) -> str:
    """Twelve characters that stay the same while the words of these mentions and their sentences do.

    Never one that a spreadsheet takes for a number, as it would 12 figures or "12e4", and writes anew.
    """
    parts = [kind, *sorted({_fingerprint(mention) for mention in mentions})]
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
    return "x" + digest[1:] if re.fullmatch(r"\d+e?\d*", digest) else digest


def _fingerprint(mention: Mention) -> str:
    return " ".join(re.findall(r"\w+", f"{mention.surface} | {mention.sentence.text}".casefold()))
