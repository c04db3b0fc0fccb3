"""What a saved page leaves round a report: share buttons, counters, links to other stories, credits.

Their numbers are no facts of the report. Furniture has the role of a stamp: it is about the page.
"""

from __future__ import annotations

import re

from discrepancy.layout.datelines import AGENCIES
from discrepancy.model import Role

_BUTTON = r"(?:Print(?: this page)?|Tweet|Share|Email|E-mail|Views|Comments?|Get short URL|Listen|Save)"
_COUNTERS = r"(?: \d{1,7}){0,4}"
_BUTTONS = re.compile(rf"(?:{_BUTTON}{_COUNTERS}\s){{2,8}}|{_BUTTON}(?: \d{{1,7}}){{1,4}}\s")
_TOPIC = re.compile(r"Topic [A-Z][^.?!]{3,90} \(\d{1,5}\)(?: \d{1,7}){1,3}\s")

# Reporters' credits, what is linked below the report, and when the page was changed; each goes on to the
# end of the paragraph.
_CREDITS = (
    r"\(?(?:Additional r|R)eporting by [A-Z].{3,300}",
    rf"[-–—]{{1,2}} ?(?:{AGENCIES})\.?",
    rf"\((?:With )?(?:{AGENCIES})(?:(?:,| and|/) ?(?:{AGENCIES})){{0,3}}\)\.?",
    r"Source:? (?:[A-Z]\w+ ?){1,3}(?:and agencies)?(?: Related News .*)?",
)
_LINKS = (
    r"(?:\([^()]{3,60}\) )?(?:Last Updated?|Updated):? (?=[^.!?]{0,60}\d{4})[^.!?]{4,100}",
    r"Related News [A-Z].*|Read Also",
    r"(?:\.\.\. )?(?:\d{1,7} ){0,4}(?:(?:Topic|Related|Tags) .{0,900})?Community standards.*",
)
_AFTER_SENTENCE = r"(?:(?<=[.!?…”\"’)])|(?<=[.!?…”\"’)]\s))"


def _compile(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{_AFTER_SENTENCE}(?:{'|'.join(patterns)})\s?\Z", re.DOTALL)


_ENDINGS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (_compile(_CREDITS), "byline"),
    (_compile(_LINKS), "stamp"),
)
_TAIL = 1200


def opening(paragraph: str) -> int:
    """Length of the buttons and counters that open a paragraph, trailing space included, or 0."""
    found = _BUTTONS.match(paragraph) or _TOPIC.match(paragraph)
    return found.end() if found else 0


def ending(paragraph: str) -> tuple[int, Role]:
    """Where what follows the last sentence of a paragraph begins, and its role; its length for none."""
    tail = max(0, len(paragraph) - _TAIL)
    found = [
        (match.start(), role) for pattern, role in _ENDINGS if (match := pattern.search(paragraph, tail))
    ]
    return min(found, key=lambda each: each[0], default=(len(paragraph), "body"))
