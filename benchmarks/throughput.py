"""Sentences a second through the whole of `diff`, beside the bare encoder on the same sentences.

    python -m benchmarks.throughput

Every pair of every labelled story (DISCREPANCY_GOLD) in one process, warm, with nothing cached: the articles
of a story are read once and compared with one another, as `diff_each` does it. The bare encoder is the same
graph with the same sentences, an article at a time. The two alternate, story by story.
"""

from __future__ import annotations

import itertools
import time

from benchmarks.gold import ABSENT, find_gold, list_stories, read_once, read_story
from discrepancy import Options
from discrepancy.embed import load_encoder
from discrepancy.pipeline import diff_readings
from discrepancy.segment import segment


def main() -> None:
    """Measure and print."""
    gold = find_gold()
    if gold is None:
        raise SystemExit(ABSENT)
    encoder, options = load_encoder(), Options()
    encoder.encode(["Warm."])
    sentences, pairs, bare, reading, comparing = 0, 0, 0.0, 0.0, 0.0
    for story in list_stories(gold):
        articles = read_story(gold, story)
        texts = [[sentence.text for sentence in segment(article)] for article in articles]
        started = time.perf_counter()
        for told in texts:
            encoder.encode(told)
        bare += time.perf_counter() - started
        started = time.perf_counter()
        readings = [*map(read_once(encoder), articles)]
        reading += time.perf_counter() - started
        started = time.perf_counter()
        for a, b in itertools.combinations(readings, 2):
            diff_readings(a, b, options)
            pairs += 1
        comparing += time.perf_counter() - started
        sentences += sum(map(len, texts))
    whole = reading + comparing
    print("| | seconds | sentences a second |\n|---|---|---|")
    print(f"| bare encoder | {bare:.1f} | {sentences / bare:.0f} |")
    print(
        f"| the whole: {reading:.1f} s reading, {comparing:.1f} s comparing {pairs} pairs | "
        f"{whole:.1f} | {sentences / whole:.0f} |"
    )
    print(f"\nshare of the bare encoder: {bare / whole:.2f}")


if __name__ == "__main__":
    main()
