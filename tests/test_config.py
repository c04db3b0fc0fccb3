"""discrepancy.toml: defaults beneath the flags, mistakes named with their nearest right word."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from discrepancy import Article, Options, cli, diff
from discrepancy.cli.config import Config, describe_config, load_config, make_options
from discrepancy.errors import OptionsError
from discrepancy.options import EMBEDDED_MODEL

FULL = """
model = "models/small"
min_confidence = 0.35
kinds = ["count", "money"]
severities = ["hard"]

[tolerances]
money = 0.02
count = 0

[sources]
"courier*" = "Vellmark Courier"
"https://harbor.example/*" = "The Harbor"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "discrepancy.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_without_a_file_the_defaults_hold(folder: Path) -> None:
    assert load_config(None) == Config()
    assert make_options(Config(), {"model": None}) == Options()


def test_the_file_sets_defaults_and_flags_win(folder: Path) -> None:
    write(folder, FULL)
    config = load_config(None)
    assert make_options(config, {"kinds": None}) == Options(
        model="models/small",
        min_confidence=0.35,
        kinds=("count", "money"),
        severities=("hard",),
        tolerances=(("money", 0.02), ("count", 0)),
    )
    assert make_options(config, {"min_confidence": 0.0}).min_confidence == 0.0


def test_another_file_can_be_named_and_takes_the_place_of_the_first(folder: Path) -> None:
    write(folder, FULL)
    write(folder, "\ufeffmin_confidence = 0.5", "other.toml")
    assert load_config("other.toml").options == {"min_confidence": 0.5}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "min_confidance = 0.3",
            "there is no key 'min_confidance'; did you mean min_confidence? Known: model",
        ),
        ("threshold = 0.3", "there is no key 'threshold'; Known: model"),
        ("[tolerance]\nmoney = 0.1", "did you mean tolerances?"),
        ("[source]\na = 'b'", "did you mean sources?"),
        ("min_confidence = 2", "min_confidence is 2; give a number between 0 and 1"),
        ("min_confidence = '0.5'", "min_confidence is '0.5'"),
        ('kinds = ["coutn"]', "did you mean 'count'?"),
        ('kinds = "count"', "kinds is 'count'; give a list"),
        ("kinds = [1]", "kinds has 1"),
        ("model = 3", "model is 3; give the name or folder"),
        ("tolerances = 0.1", "tolerances is a table"),
        ("[tolerances]\nquote = 0.1", "tolerances has 'quote'"),
        ("[tolerances]\nmoney = 2", "tolerances has 2 for money; give a share such as 0.02"),
        ("[tolerances]\nmoney = true", "tolerances has True for money"),
        ("sources = ['a']", "sources is a table of names"),
        ("[sources]\na = 1", "sources is a table of names"),
        ("= 3", "is no TOML"),
    ],
)
def test_a_mistake_names_the_file_and_what_was_meant(folder: Path, text: str, message: str) -> None:
    write(folder, text)
    with pytest.raises(OptionsError) as caught:
        load_config(None)
    assert str(caught.value).startswith("discrepancy.toml: ")
    assert message in str(caught.value)


def test_a_missing_or_unreadable_file_is_an_error(folder: Path) -> None:
    with pytest.raises(OptionsError, match=r"nowhere\.toml: the configuration cannot be read \(No such file"):
        load_config("nowhere.toml")
    (folder / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OptionsError, match="cannot be read"):
        load_config("bad.toml")
    (folder / "big.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(OptionsError, match="larger than a configuration"):
        load_config("big.toml")


def test_sources_are_named_by_path_file_name_or_address(folder: Path) -> None:
    write(folder, FULL)
    config = load_config(None)
    article = Article("x", "a", source="ABC")
    assert config.name_source(article, "in/courier-2.txt").source == "Vellmark Courier"
    assert config.name_source(article, "in/other.txt").source == "ABC"
    assert config.name_source(article, "in/courier-2.xml#3").source == "Vellmark Courier"
    linked = Article("x", "a", url="https://harbor.example/1")
    assert config.name_source(linked, "feed").source == "The Harbor"


def test_what_is_shown_is_toml_and_says_where_it_is_from(folder: Path) -> None:
    write(folder, FULL)
    config = load_config(None)
    lines = describe_config(config, {"model": None, "kinds": ("age",)})
    shown = tomllib.loads("\n".join(lines))
    assert shown["kinds"] == ["age"]
    assert shown["tolerances"] == {"money": 0.02, "count": 0}
    assert shown["sources"]["courier*"] == "Vellmark Courier"
    assert 'kinds = ["age"] # the command line' in lines
    assert "min_confidence = 0.35 # discrepancy.toml" in lines
    assert f'model = "{EMBEDDED_MODEL}" # the default' in describe_config(Config(), {})
    assert tomllib.loads("\n".join(describe_config(Config(), {})))["tolerances"] == {}


def run(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as exited:
        cli.main(list(words))
    out, err = capfd.readouterr()
    return int(exited.value.code or 0), out, err


def test_config_show_on_the_command_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, FULL)
    code, out, err = run(capfd, "config", "show", "--min-confidence", "0.9")
    assert (code, err) == (0, "")
    assert "min_confidence = 0.9 # the command line" in out
    assert 'severities = ["hard"] # discrepancy.toml' in out
    code, _, err = run(capfd, "config", "sow")
    assert (code, "did you mean: config show" in " ".join(err.split())) == (2, True)
    write(folder, "modle = 'x'")
    code, out, err = run(capfd, "config", "show")
    assert (code, out) == (2, "")
    assert err.startswith("error: discrepancy.toml: there is no key 'modle'; did you mean model?")


def test_a_mistake_in_the_file_stops_every_command(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "modle = 'x'")
    write(folder, "One boat.", "a.txt")
    for words in (("diff", "a.txt", "a.txt"), ("check", "a.txt", "a.txt"), ("facts", "a.txt")):
        code, out, err = run(capfd, *words)
        assert (code, out) == (2, ""), words
        assert "did you mean model?" in err


def test_kinds_of_the_file_narrow_the_listing(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(folder, "The repair took 40 minutes and cost $3 million.", "a.txt")
    write(folder, 'kinds = ["money"]')
    assert "40" not in run(capfd, "facts", "a.txt")[1].split("\n")[0]
    assert "1 fact in" in run(capfd, "facts", "a.txt")[1]
    assert "2 facts in" in run(capfd, "facts", "a.txt", "--kind", "money,duration")[1]


def test_tolerated_differences_agree() -> None:
    a = Article(
        "Police said 100 people were hurt in the fire at the Ostrand mill.", "a", published="2024-05-02"
    )
    b = Article(
        "Police said 107 people were hurt in the fire at the Ostrand mill.", "b", published="2024-05-02"
    )
    assert len(diff(a, b).conflicts) == 1
    assert len(diff(a, b, Options(tolerances=(("count", 0.05),))).conflicts) == 1
    tolerant = diff(a, b, Options(tolerances=(("count", 0.07),)))
    assert tolerant.conflicts == ()
    (agreement,) = (each for each in tolerant.agreements if each.kind == "count")
    assert agreement.explanation.endswith("within the tolerance of 7.00%")
    assert len(diff(a, b, Options(tolerances=(("money", 0.5),))).conflicts) == 1
