"""What was computed before: the mentions and vectors of articles, in one SQLite file of the user's.

    store.py      keys and bytes, bounded, shared by processes
    mentions.py   an extraction that remembers
    vectors.py    an encoder that remembers, and asks its model only when it must
    versions.py   what makes an old result stale

The stages know nothing of it: what remembers has the form of what it wraps.
"""

from discrepancy.cache.mentions import Extract, remember_mentions
from discrepancy.cache.store import Cache, Holdings
from discrepancy.cache.vectors import CachedEncoder, remember_vectors

__all__ = ["Cache", "CachedEncoder", "Extract", "Holdings", "remember_mentions", "remember_vectors"]
