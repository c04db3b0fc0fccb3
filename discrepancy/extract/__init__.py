"""Sentences -> mentions: every kind of fact in its own file, overlaps resolved here and only here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from discrepancy.model import Article, Mention, Sentence

# A finder reads one sentence and yields mentions with offsets into the article. It needs the article
# only for its day of publication; it never looks at what other finders found.
Finder = Callable[[Sentence, Article], Iterator[Mention]]
