"""What `import discrepancy` gives, and that the list of it is true."""

import inspect
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import discrepancy
from discrepancy.door import Door

# Promised by the README; more may be exported, none of these may go.
PROMISED = {"Article", "Mention", "Options", "Report", "Value", "check", "diff", "extract", "read_article"}
LATE = {name: getattr(discrepancy, name) for name, kind in vars(Door).items() if isinstance(kind, property)}


def test_all_lists_what_is_there_and_nothing_else():
    there = {
        name
        for name, thing in {**vars(discrepancy), **LATE}.items()
        if not name.startswith("_") and not isinstance(thing, ModuleType) and name != "annotations"
    }
    assert sorted(there | {"__version__"} & set(discrepancy.__all__)) == sorted(discrepancy.__all__)


def test_all_is_sorted_and_holds_what_was_promised():
    assert len(set(discrepancy.__all__)) == len(discrepancy.__all__)
    assert set(discrepancy.__all__) >= PROMISED


def test_the_version_is_that_of_the_distribution():
    if "__version__" in discrepancy.__all__:
        assert discrepancy.__version__ == version("discrepancy")


def test_the_door_is_small():
    assert len(Path(discrepancy.__file__).read_text(encoding="utf-8").splitlines()) < 40


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_public_names_explain_themselves(name):
    thing = getattr(discrepancy, name)
    text = inspect.getdoc(thing) or ""
    assert text.split("\n")[0].endswith((".", ":")), f"{name}: a docstring opens with one sentence"
    assert not text.startswith(f"{name}("), f"{name} has only the docstring that dataclasses makes up"


def test_the_package_says_it_is_typed():
    assert (Path(discrepancy.__file__).parent / "py.typed").exists()


@pytest.mark.parametrize("first", ["", "import discrepancy.extract.quantulum", "import discrepancy.pipeline"])
def test_a_public_function_is_no_room_whatever_was_imported_before(first):
    program = f"{first}\nimport discrepancy, discrepancy.extract\nfrom discrepancy import diff, extract\n"
    program += "assert extract.__name__ == 'extract' and diff.__name__ == 'diff'\n"
    program += "assert discrepancy.extract is extract and callable(discrepancy.diff)"
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_using_the_package_leaves_its_names_as_they_are():
    """A room imported late would take the place of the function of its name."""
    program = (
        "import discrepancy\nfound = discrepancy.extract(discrepancy.Article('Four boats sank.', 'a'))\n"
        "assert found and callable(discrepancy.extract) and callable(discrepancy.diff)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
