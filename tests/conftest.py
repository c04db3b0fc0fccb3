"""How the tests run: the same examples every time, and a cache of their own.

`pytest --hypothesis-profile=search` looks further, with new examples and more of them. The model is
prepared once a session, in a folder that is gone afterwards, and no test touches the user's own cache;
DISCREPANCY_CACHE names a folder that stays.
"""

import os

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Programs started by the tests inherit it."""
    os.environ.setdefault("DISCREPANCY_CACHE", str(tmp_path_factory.mktemp("cache")))
