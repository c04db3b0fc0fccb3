"""An extraction that remembers: the mentions of a text read before, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from discrepancy.cache.store import Cache, make_key
from discrepancy.cache.versions import extraction_version
from discrepancy.model import Article, Mention, Sentence, Value, When, Words

Extract = Callable[[Article, Sequence[Sentence]], tuple[Mention, ...]]

VALUES: Mapping[str, type[Value | When | Words]] = {"Value": Value, "When": When, "Words": Words}


def remember_mentions(extract: Extract, cache: Cache) -> Extract:
    """An extraction that gives what `extract` gave for the same text and day of publication."""

    def recall(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
        key = make_key("mentions", extraction_version(), article.text, article.published)
        kept = cache.get(key)
        if kept is not None:
            return unpack(kept, sentences)
        mentions = extract(article, sentences)
        cache.put(key, "mentions", pack(mentions, sentences))
        return mentions

    return recall


def pack(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> bytes:
    """Mentions as JSON, their sentences by index."""
    index = {sentence: at for at, sentence in enumerate(sentences)}
    names = [field.name for field in fields(Mention)]
    rows = [
        [index[value] if isinstance(value, Sentence) else _pack(value) for value in _values(mention, names)]
        for mention in mentions
    ]
    return json.dumps([names, rows], separators=(",", ":")).encode("ascii")


def unpack(content: bytes, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The mentions that were packed, over the same sentences."""
    names, rows = json.loads(content)
    at = names.index("sentence")
    mentions = []
    for row in rows:
        values = [_unpack(value) for value in row]
        values[at] = sentences[row[at]]
        mentions.append(Mention(**dict(zip(names, values, strict=True))))
    return tuple(mentions)


def _pack(thing: Any) -> Any:
    """Plain JSON; a day and a value say what they are."""
    if isinstance(thing, date):
        return {"date": thing.isoformat()}
    if isinstance(thing, tuple):
        return [_pack(one) for one in thing]
    name = type(thing).__name__
    if name in VALUES:
        names = [field.name for field in fields(thing)]
        return {name: [_pack(value) for value in _values(thing, names)]}
    return thing


def _unpack(thing: Any) -> Any:
    if isinstance(thing, list):
        return tuple(_unpack(one) for one in thing)
    if isinstance(thing, dict):
        ((name, content),) = thing.items()
        return date.fromisoformat(content) if name == "date" else VALUES[name](*map(_unpack, content))
    return thing


def _values(thing: Any, names: Sequence[str]) -> list[Any]:
    return [getattr(thing, name) for name in names]
