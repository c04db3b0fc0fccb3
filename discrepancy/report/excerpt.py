"""The sentence around a mention, cut in three: what stands before, the very words, what follows."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.model import Mention
from discrepancy.report.printable import one_line

# A sentence is shown whole up to this many characters on each side of the words; only tables, menus
# and text without full stops run longer.
REACH = 400
# A quoted statement can fill paragraphs; past this its middle gives way to an ellipsis.
LONGEST_HIT = 1200


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of printable text in three pieces; an ellipsis shows where it was cut."""

    before: str
    hit: str
    after: str

    @property
    def text(self) -> str:
        """The three pieces as one string."""
        return self.before + self.hit + self.after


def excerpt(mention: Mention) -> Excerpt:
    """The mention in its sentence; a quote that runs past its sentence is shown to its own end."""
    sentence = mention.sentence
    before = sentence.text[: max(0, mention.start - sentence.start)]
    after = sentence.text[max(0, mention.end - sentence.start) :]
    return Excerpt(
        before=_keep_end(one_line(before[-4 * REACH :]).lstrip(), cut=len(before) > 4 * REACH),
        hit=_keep_ends(one_line(mention.surface)),
        after=_keep_start(one_line(after[: 4 * REACH]).rstrip(), cut=len(after) > 4 * REACH),
    )


def _keep_end(text: str, cut: bool) -> str:
    return "…" + text[-REACH:] if cut or len(text) > REACH else text


def _keep_start(text: str, cut: bool) -> str:
    return text[:REACH] + "…" if cut or len(text) > REACH else text


def _keep_ends(text: str) -> str:
    half = LONGEST_HIT // 2
    return f"{text[:half]} … {text[-half:]}" if len(text) > LONGEST_HIT else text
