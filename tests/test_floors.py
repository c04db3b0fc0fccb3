"""The floors hold over the fixtures, say what broke, and do not fall by accident."""

import json
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.measures import MEASURES, Measure, score_stories
from benchmarks.stories import load_stories

TABLE = "| measured on | figure | value |\n|---|---|---|\n"
FIGURES = {"precision": 0.756, "recall": 0.5}


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    (tmp_path / "case.txt").write_text("one case", encoding="utf-8")
    return Measure("invented", lambda: [tmp_path / "case.txt"], lambda: FIGURES)


@pytest.fixture
def run(measure: Measure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run the program over the invented measure alone, with a file of floors of its own."""
    monkeypatch.setattr(floors, "MEASURES", (measure,))
    readme = tmp_path / "README.md"
    readme.write_text(f"Before.\n\n{TABLE}| gone | gone | 1 |\n\nAfter.\n", encoding="utf-8")
    return lambda *arguments: floors.main(list(arguments), tmp_path / "floors.json", readme)


def pin(tmp_path: Path, measure: Measure, **figures: float) -> None:
    entry = {"cases": measure.digest(), "floors": figures}
    (tmp_path / "floors.json").write_text(json.dumps({measure.name: entry}), encoding="utf-8")


def test_the_fixture_stories_hold_their_floor():
    measure = next(measure for measure in MEASURES if measure.name == "fixture stories")
    figures = score_stories(load_stories())
    assert floors.find_failures(measure, figures, floors.load_floors()[measure.name]) == []


def test_every_measure_over_the_fixtures_is_pinned():
    assert set(floors.load_floors()) == {measure.name for measure in MEASURES}


def test_a_figure_below_its_floor_fails(run, measure, tmp_path, capsys):
    pin(tmp_path, measure, precision=0.76, recall=0.5)
    assert run() == 1
    assert "invented: precision is 0.756, its floor is 0.76" in capsys.readouterr().err


def test_figures_on_their_floor_pass(run, measure, tmp_path):
    pin(tmp_path, measure, precision=0.75, recall=0.5)
    assert run() == 0


def test_changed_cases_fail(run, measure, tmp_path, capsys):
    pin(tmp_path, measure, precision=0.1)
    (tmp_path / "case.txt").write_text("another case", encoding="utf-8")
    assert run() == 1
    assert "the cases changed" in capsys.readouterr().err


def test_what_was_never_pinned_fails(run, capsys):
    assert run() == 1
    assert "nothing is pinned; run with --update" in capsys.readouterr().err


def test_an_update_pins_figures_rounded_down(run, measure, tmp_path):
    assert run("--update") == 0
    assert floors.load_floors(tmp_path / "floors.json") == {
        "invented": {"cases": measure.digest(), "floors": {"precision": 0.75, "recall": 0.5}}
    }


@pytest.mark.parametrize("figures", [{"precision": 0.8, "recall": 0.5}, {"precision": 0.5, "speed": 0.1}])
def test_an_update_refuses_to_lower_or_drop_a_floor(run, measure, tmp_path, capsys, figures):
    pin(tmp_path, measure, **figures)
    before = (tmp_path / "floors.json").read_text()
    assert run("--update") == 1
    assert "would fall from" in capsys.readouterr().err
    assert (tmp_path / "floors.json").read_text() == before
    assert run("--update", "--lower") == 0
    assert floors.load_floors(tmp_path / "floors.json")["invented"]["floors"]["precision"] == 0.75


def test_an_update_writes_the_table_of_the_readme(run, tmp_path):
    run("--update")
    rows = "| invented | precision | 0.75 |\n| invented | recall | 0.5 |\n"
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == f"Before.\n\n{TABLE}{rows}\nAfter.\n"


def test_a_measure_without_cases_is_skipped_aloud(run, monkeypatch, capsys):
    monkeypatch.setattr(floors, "MEASURES", (Measure("elsewhere", list, dict),))
    assert run() == 0
    assert "elsewhere" in (out := capsys.readouterr().out)
    assert "skipped: no labelled stories here" in out
