"""Every error the package raises for a mistake that its user can mend.

    DiscrepancyError
    ├── ReadError      an article cannot be read: missing, empty, broken, too large, refused, not English
    ├── ModelError     the embedding model is missing or cannot be loaded
    ├── OptionsError   an option has a value outside what is meant to be there
    ├── WriteError     a report cannot be written where it should go
    └── CacheError     the cache cannot be emptied; one that cannot be used is only a warning

Each message says what is wrong, where (file, line, field) and what to do.
"""


class DiscrepancyError(Exception):
    """The root of the family; the command line turns it into a message and exit code 2."""


class ReadError(DiscrepancyError):
    """An article cannot be read."""


class ModelError(DiscrepancyError):
    """The embedding model is missing or cannot be loaded."""


class OptionsError(DiscrepancyError):
    """An option has a value outside what is meant to be there."""


class WriteError(DiscrepancyError):
    """A report cannot be written where it should go."""


class CacheError(DiscrepancyError):
    """The cache cannot be emptied."""
