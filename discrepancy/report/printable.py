"""Article text made safe to show: no terminal escapes, no control or bidirectional override characters."""

from __future__ import annotations

import re

# CSI sequences, then OSC/DCS/PM/APC strings, then two-character escapes (ECMA-48, 5.4 and 5.6). The
# repetitions are bounded: what is longer than any real sequence loses its escape character alone.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]{0,256}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]{0,8}[0-~]"
)
# What is left of C0 (tab and line feed stay), DEL, C1, the bidirectional embeddings, overrides and
# isolates that reorder what stands beside them (Unicode TR 9), line separators, lone surrogates.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text without characters that act on a terminal or reorder a line; tabs and line feeds stay."""
    return _CONTROL.sub("", _SEQUENCE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str) -> str:
    """Printable text with every run of white space as one space; white space at the ends is kept."""
    return re.sub(r"\s+", " ", printable(text))
