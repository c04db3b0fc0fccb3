"""Bylines, photographers' credits and copyright lines: who made what."""

from __future__ import annotations

import re

from discrepancy.layout.datelines import AGENCIES

_JOINING_WORDS = "and of the in for with by at from de la van von der den bin al el"
_JOINING = frozenset(_JOINING_WORDS.split())
_CREDIT = re.compile(
    r"\(?(?:by|(?:written|(?:additional )?reporting|edited|editing|compiled) by|source|with reporting from)"
    r"\b\s?:?\s+\S",
    re.IGNORECASE,
)
_AGENCIES_ALONE = re.compile(
    rf"[\s(\-–—]*(?:{AGENCIES})(?:\s?(?:,|and|&|/|\|)\s?(?:{AGENCIES})){{0,3}}[\s).]*"
)
_JOB = re.compile(
    rf"(?:[,|]\s?(?:{AGENCIES}|.{{0,30}}\b(?:writer|reporter|correspondent|editor|contributor)s?|news ?desk)"
    r"|\s(?:staff|sports|senior|wire) (?:writers?|reporters?|correspondents?|staff))\Z",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|pic|credit|video|graphic|illustration)"
    r"(?:(?: caption| by| credit)?\s?[:/]\s| (?:by|courtesy)\b)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:via (?:Getty|AP|AFP|Reuters|EPA)\b|Getty Images|Shutterstock|iStock|AP Photo|AP Images|EPA-EFE"
    r"|(?:file|handout|courtesy|pool) (?:photo|image|picture)|REUTERS/\w)[^.!?]{0,60}[.)\]]{0,3}\Z"
    rf"|\w ?/ ?(?:{AGENCIES}|EPA|Pool)[)\]]?\Z",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W{0,3}(?:copyright\b(?=.{0,60}(?:©|\d{4}))|©|\(c\) ?\d{4})|all rights reserved\b|.{0,40}©\s?\d{4}"
    r"|(?=.{0,200}\ball rights reserved\b).{0,60}(?:©|\b\d{4}\b)"
    r"|this material may not be (?:published|reproduced)",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:[Cc]opyright|COPYRIGHT|©|\([cC]\))[\s©,:]{0,4}(?:\([cC]\)\s?)?"
    r"(?:(?:19|20)\d{2}(?:\s?[-–]\s?\d{2,4})?)?[\s,]{0,3}(?:by )?"
    r"(?P<name>(?:The )?[A-Z][\w&’'.\-]{0,30}(?: (?:[A-Z][\w&’'\-]{0,30}|of|and|the)){0,5})"
)
LONGEST_CREDIT = 160
LONGEST_CAPTION = 500


def is_byline(line: str) -> bool:
    """A line that says who wrote the report, or the credit of an agency."""
    if len(line) > LONGEST_CREDIT:
        return False
    return bool(_AGENCIES_ALONE.fullmatch(line)) or reads_as_credit(line) or _is_name_with_job(line)


def reads_as_credit(line: str) -> bool:
    """It begins with "By", "Reporting by" and the like, and names follow rather than a sentence."""
    found = _CREDIT.match(line)
    if not found or len(line) > LONGEST_CREDIT:
        return False
    names = line[found.end() - 1 :]
    return not re.search(r"\d", names) and _is_titled(names) and not re.search(r"[a-z]{3}\.\s", names)


def _is_name_with_job(line: str) -> bool:
    words = line.split()
    return 2 < len(words) <= 8 and bool(_JOB.search(line)) and _is_titled(line) and line[0].isalpha()


def _is_titled(words: str) -> bool:
    found = re.findall(r"[^\W\d_][\w’'.\-]*", words)
    return bool(found) and all(word[0].isupper() or word in _JOINING or "@" in word for word in found)


def is_caption(line: str) -> bool:
    """A line about a picture: it opens with "Photo:" or ends in a photographer's or agency's credit."""
    return len(line) <= LONGEST_CAPTION and bool(_PHOTO.match(line) or _CREDITED.search(line[-140:]))


def is_copyright(line: str) -> bool:
    """A line that claims the rights to the report."""
    return len(line) <= LONGEST_CAPTION and bool(_RIGHTS.match(line))


def author(line: str) -> str | None:
    """The names in a byline that begins with "By"."""
    found = re.match(r"(?:written )?by:?\s+([^|\n]{2,120})", line, re.IGNORECASE)
    return re.split(r",| for | of ", found[1], maxsplit=1)[0].strip() or None if found else None


def leading_agency(paragraph: str) -> int:
    """Length of an agency's name that stands bare before a sentence or a date, or 0."""
    found = re.match(rf"(?:{AGENCIES})\s+(?=[A-Z“\"‘\d])", paragraph)
    return found.end() if found else 0


def agency(line: str) -> str | None:
    """The agency a byline names, where it names just one."""
    names = set(re.findall(rf"(?<![\w.])(?:{AGENCIES})(?![\w.])", line))
    return names.pop() if len(names) == 1 else None


def holder(line: str) -> str | None:
    """Who holds the copyright."""
    found = _HOLDER.search(line)
    return found["name"].removesuffix(" All").strip(" .") or None if found else None
