"""How the properties run: the same examples every time, so that no change fails on another's luck.

`pytest --hypothesis-profile=search` looks further, with new examples and more of them. No test touches the
user's own cache.
"""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def empty_user_cache(tmp_path_factory):
    """A cache folder of these tests' own, for their processes too."""
    folder = tmp_path_factory.mktemp("user-cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCREPANCY_CACHE", str(folder))
        yield folder
