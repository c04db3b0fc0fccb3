"""The language of a text: English is read, another is refused, and what cannot be told passes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from discrepancy.errors import ReadError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The opening of a report tells its language; more would only take time.
LOOKED_AT = 4000
# Fewer words are headlines, scores and names, which no identifier can tell.
FEWEST_WORDS = 20
# Words that English uses all the time and its neighbours hardly ever. Reports have 15 to 30 in a hundred,
# and above this share nobody need be asked, which saves loading the identifier (half a second).
_ENGLISH_WORDS = """
    the and of that with from were has have had been their which they this would after who said not but by its
    his her about are when into more than
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
SURELY_ENGLISH = 0.12
# Of English news cut to 100 characters the identifier gives English at least .33, and of the rest of the
# world's less than .01: refused is what it is sure is another language and hardly English at all.
SURELY_OTHER = 0.8
HARDLY_ENGLISH = 0.05
# Spoken on the basis of English, and what the identifier takes short English for.
_NEAR_ENGLISH = frozenset({"en", "pcm", "sco"})
_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ms": "Malay", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sv": "Swedish", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def recognise(text: str) -> str | None:
    """The ISO 639 code of the language of a text, or None where it cannot be told with certainty."""
    opening = text[:LOOKED_AT]
    words = re.findall(r"[^\W\d_]+", opening.casefold())
    if len(words) >= FEWEST_WORDS and _share(words) >= SURELY_ENGLISH:
        return "en"
    # Scripts without spaces have few words and many letters.
    if len(words) < FEWEST_WORDS and sum(not letter.isascii() for letter in opening) < 3 * FEWEST_WORDS:
        return None
    ranked = _load().rank(opening)
    told = dict(ranked)
    best, certainty = ranked[0]
    if best in _NEAR_ENGLISH:
        return "en"
    near = sum(told.get(code, 0.0) for code in _NEAR_ENGLISH)
    return best if certainty >= SURELY_OTHER and near <= HARDLY_ENGLISH else None


def check_language(text: str, name: str, *, force: bool) -> str | None:
    """The language recognised. Raises ReadError for one that is not English, unless it is forced."""
    code = recognise(text)
    if code in (None, "en") or force:
        return code
    raise ReadError(
        f"{name}: is in {_NAMES.get(str(code), f'another language ({code})')}, and only English is read; "
        "give an English report, or --force (in Python force=True) to read it all the same"
    )


def _share(words: list[str]) -> float:
    return sum(word in _ENGLISH for word in words) / len(words)


@cache
def _load() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
