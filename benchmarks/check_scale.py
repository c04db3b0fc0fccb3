"""How long `check` takes and how much memory it needs for many articles: python -m benchmarks.check_scale 200

The articles are drawn from the sentences of the fixture stories, 600 words each, so that they share facts
and none repeats another. Prints one line: articles, seconds of processor time, the same for each
article, peak memory in MB. Processor time, as that of the clock depends on what else the machine does.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

from discrepancy import Article, check, read_article
from discrepancy.segment import segment

STORIES = Path(__file__).resolve().parent.parent / "fixtures" / "stories"
WORDS = 600


def draw_articles(number: int) -> list[Article]:
    """Articles of about WORDS words, the same ones every time."""
    texts = [read_article(path) for path in sorted(STORIES.glob("*/[ab].txt"))]
    sentences = [sentence.text for text in texts for sentence in segment(text) if sentence.role == "body"]
    dice = random.Random(0)
    return [Article(draw_text(sentences, dice), f"article-{at}") for at in range(number)]


def draw_text(sentences: list[str], dice: random.Random) -> str:
    """Paragraphs of two sentences each, in an order of their own."""
    drawn: list[str] = []
    for sentence in dice.sample(sentences, len(sentences)):
        drawn.append(sentence)
        if sum(len(each.split()) for each in drawn) >= WORDS:
            break
    return "\n\n".join(" ".join(drawn[at : at + 2]) for at in range(0, len(drawn), 2))


def main() -> None:
    """Check the first article against as many as the command line says."""
    number = int(sys.argv[1])
    wire, *others = draw_articles(number + 1)
    check(wire, others[:1])  # loads the model
    started = time.process_time()
    report = check(wire, others)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    copies = sum(source.repeats is not None for source in report.sources)
    print(
        f"{number} articles: {seconds:.0f} s, {seconds / number:.2f} s each, {peak:.0f} MB; {copies} copies"
    )


if __name__ == "__main__":
    main()
