"""How the properties run: the same examples every time, so that no change fails on another's luck.

`pytest --hypothesis-profile=search` looks further, with new examples and more of them.
"""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")
