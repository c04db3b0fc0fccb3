"""What every form of a time of day is made of: zones, halves of the day, the words before a time."""

from __future__ import annotations

from discrepancy.model import Bound

ZONE = (
    r"(?:\s?(?:[Ll]ocal(?: time)?|GMT|UTC|Zulu|[BI]ST|[CEW]ES?T|MSK|JST|[EPCM][SD]?T|A[CEW][SD]T|AEST"
    r"|NZ[SD]T|HKT|(?:Eastern|Pacific|Central|Mountain|Moscow|Greenwich [Mm]ean"
    r"|Coordinated Universal)(?: (?:[Dd]aylight |"
    r"[Ss]tandard )?[Tt]ime)?)\b(?: \((?:UTC|GMT)\))?)"
)
HALF = r"(?:[ap]\.\s?m\.|[ap]\.?m\b|A\.M\.|P\.M\.|[AP]M\b)"
BOUNDS: dict[str, Bound] = {
    "at about": "~",
    "at around": "~",
    "at approximately": "~",
    "at roughly": "~",
    "about": "~",
    "around": "~",
    "approximately": "~",
    "roughly": "~",
    "nearly": "<",
    "almost": "<",
    "just before": "<",
    "shortly before": "<",
    "before": "<",
    "until": "<=",
    "by": "<=",
    "just after": ">",
    "just past": ">",
    "shortly after": ">",
    "soon after": ">",
    "after": ">",
    "past": ">",
    "since": ">=",
}
BOUND = rf"(?:\b(?P<bound>(?i:{'|'.join(sorted(BOUNDS, key=len, reverse=True))}))\s+)?"
CUE = r"(?:\b(?P<cue>[Aa]t|[Ff]rom|[Bb]y|[Uu]ntil|[Ss]ince)\s)"
NOT_BEHIND = r"(?<![\d.:,/$£€-])"
