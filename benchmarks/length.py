"""Time each step of a comparison against the length of the articles: a plot, and a table for speed.md.

    python -m benchmarks.length [--most 20000] [--plot benchmarks/length.png]

The articles are the fixture stories one after another, again and again, with other numbers and names each
time round, so that nothing repeats word for word; both articles of a pair have the length given. Each step
is the fastest of a few runs on one thread, with the model loaded and warm and nothing cached.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.stories import load_stories
from discrepancy import Article, Options
from discrepancy.align import Reading, describe, group_facts, limit_mentions, read_vectors
from discrepancy.compare import compare
from discrepancy.embed import Encoder, load_encoder
from discrepancy.extract import extract_values
from discrepancy.pipeline import diff_readings
from discrepancy.segment import segment

LENGTHS = (200, 500, 1000, 2000, 5000, 10_000, 20_000)  # words
RUNS_UP_TO = 1000  # words; longer articles are measured once
STEPS = ("read and extract", "embed", "align and compare")
PLOT = Path(__file__).with_name("length.png")

Result = TypeVar("Result")


def make_article(side: str, words: int) -> Article:
    """About so many words of news, from the `side` of every fixture story in turn."""
    stories = load_stories()
    parts: list[str] = []
    count = turn = 0
    while count < words:
        text = change(getattr(stories[turn % len(stories)], side).text, turn // len(stories))
        kept = " ".join(text.split(" ")[: words - count])
        parts.append(kept)
        count += len(kept.split(" "))
        turn += 1
    return Article("\n\n".join(parts), side, published="2025-07-10")


def change(text: str, turn: int) -> str:
    """The text with other numbers and longer names, the same for both articles of a pair."""
    if not turn:
        return text
    raised = re.sub(r"\b[2-9]\d{0,2}\b", lambda number: str(int(number[0]) + turn), text)
    return re.sub(r"(?<=[a-z] )([A-Z][a-z]{4,})\b", lambda name: name[0] + "nsk"[: 1 + turn % 3], raised)


def measure(words: int, encoder: Encoder) -> dict[str, float]:
    """Seconds of each step for a pair of articles, and how many facts they hold."""
    pair = [make_article(side, words) for side in "ab"]
    runs = 3 if words <= RUNS_UP_TO else 1
    read, found = clock(lambda: [read_text(article) for article in pair], runs)
    embed, vectors = clock(lambda: [embed_text(encoder, *one) for one in found], runs)
    parts = list(zip(pair, found, vectors, strict=True))
    align, report = clock(lambda: compare_pair(parts), runs)
    facts = sum(len(mentions) for _, mentions in found)
    findings = len(report.conflicts) + len(report.agreements)
    return dict(zip(STEPS, (read, embed, align), strict=True)) | {"facts": facts, "findings": findings}


def clock(work: Callable[[], Result], runs: int) -> tuple[float, Result]:
    """Processor seconds of the fastest run, and what it gave."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        result = work()
        times.append(time.process_time() - began)
    return min(times), result


def read_text(article: Article):
    """Sentences and mentions, as many as are compared."""
    sentences = segment(article)
    return sentences, limit_mentions(article, extract_values(article, sentences))


def embed_text(encoder: Encoder, sentences, mentions):
    """Contexts, and the four arrays of vectors."""
    contexts = describe(sentences, mentions, encoder.mask)
    return contexts, read_vectors(encoder, sentences, mentions, contexts)


def compare_pair(parts):
    """From sentences, mentions and vectors to the report."""
    options = Options()
    readings = []
    for article, (sentences, mentions), (contexts, vectors) in parts:
        within = partial(compare, day_a=article.day, day_b=article.day)
        facts = group_facts(mentions, contexts, within)
        readings.append(Reading(article, sentences, mentions, contexts, facts, *vectors))
    return diff_readings(*readings, options)


def tabulate(measured: dict[int, dict[str, float]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield "| words in each | facts in both | " + " | ".join(f"{step}, s" for step in STEPS) + " |"
    yield "|" + "---|" * (2 + len(STEPS))
    for words, row in measured.items():
        yield (
            f"| {words:,} | {row['facts']:,.0f} | " + " | ".join(f"{row[step]:.2f}" for step in STEPS) + " |"
        )


def plot(measured: dict[int, dict[str, float]], path: Path) -> None:
    """Seconds against words on two logarithmic axes, with a straight line to hold them against."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5), layout="constrained")
    lengths = list(measured)
    for step in STEPS:
        axes.loglog(lengths, [measured[words][step] for words in lengths], marker="o", label=step)
    first = measured[lengths[0]]["embed"]
    line = [first * words / lengths[0] for words in lengths]
    axes.loglog(lengths, line, "--", color="grey", linewidth=1, label="in proportion to the length")
    axes.set(xlabel="words in each of two articles", ylabel="seconds", title="Time against length")
    axes.grid(True, which="both", linewidth=0.3)
    axes.legend()
    figure.savefig(path, dpi=120, metadata={"Software": None})


def main() -> None:
    """Measure, print the table, draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=LENGTHS[-1], help="words; longer articles are left out")
    parser.add_argument("--plot", type=Path, default=PLOT)
    arguments = parser.parse_args()
    encoder = load_encoder()
    measure(LENGTHS[0], encoder)  # what is loaded at first use
    measured = {words: measure(words, encoder) for words in LENGTHS if words <= arguments.most}
    print(*tabulate(measured), sep="\n")
    plot(measured, arguments.plot)


if __name__ == "__main__":
    main()
