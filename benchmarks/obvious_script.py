"""What one would write first, the measure of speed: sentence cosine over a half, quantulum3, values unequal.

    python benchmarks/obvious_script.py A B

It imports nothing of this package but the place of the model's files.
"""

import re
import sys
from pathlib import Path

from quantulum3 import classifier, parser
from sentence_transformers import SentenceTransformer

from discrepancy.embed.weights import locate_embedded_model

classifier.USE_CLF = False  # its pickled model crashes with today's scikit-learn


def read_sentences(path: str) -> list[str]:
    """The sentences of a text file, cut at full stops and line ends."""
    text = Path(path).read_text(encoding="utf-8")
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part.strip()]


def main() -> None:
    """Print every pair of like sentences that hold unlike values."""
    first, second = map(read_sentences, sys.argv[1:3])
    model = SentenceTransformer(str(locate_embedded_model()))
    vectors = [model.encode(sentences, normalize_embeddings=True) for sentences in (first, second)]
    values = [[parser.parse(sentence) for sentence in sentences] for sentences in (first, second)]
    for i, j in zip(*(vectors[0] @ vectors[1].T > 0.5).nonzero(), strict=True):
        for a in values[0][i]:
            for b in values[1][j]:
                if a.unit.name == b.unit.name and a.value != b.value:
                    print(a.surface, "|", b.surface)


if __name__ == "__main__":
    main()
