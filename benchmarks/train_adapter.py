"""Train the adapter of the embedded model and write it to discrepancy/data/adapter.safetensors.

    python -m benchmarks.train_adapter --write

Low-rank changes (Hu and others, 2021) to every linear layer, so that the contextual vectors of two masked
values are near where both answer one question. It learns from the stories of labelled_stories.jsonl that are
marked for it and never from those of DISCREPANCY_GOLD: what the latter say of the scorers built on it stays
true. The shipped weights come from these stories and settings; another run gives other weights, and
benchmarks/accuracy.md says how far its figures may lie from theirs. DISCREPANCY_DATA has the articles. About
twenty minutes on two cores, the seed fixed; no GPU. Each epoch prints the average precision for "same
question" on the stories of DISCREPANCY_GOLD, over all comparable pairs and over those that disagree.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import save
from sklearn.metrics import average_precision_score
from torch import nn
from transformers import AutoModel, AutoTokenizer

from benchmarks.adapter_stories import SPANS, AdapterStory, LabelledPairs, prepare_story
from benchmarks.gold import read_once
from benchmarks.pair_tables import PairTable, load_gold_tables, load_story_tables
from discrepancy.embed import locate_embedded_model
from discrepancy.report import write

TARGET = Path(__file__).resolve().parents[1] / "discrepancy" / "data" / "adapter.safetensors"
Vectors = npt.NDArray[np.float32]
SEED = 0
RANK = 8
STRENGTH = 2.0  # of the low-rank change beside the frozen weights
EPOCHS = 4
RATE = 1e-3
WARM_UP = 20  # steps
BATCH = 2500  # tokens
CHUNK = 64  # sentences at once
AGREEING = 0.5  # weight of a pair whose values agree: disputes are what the vectors are needed for
RANKING = 0.3  # weight of "the right one of this row first" beside "same or not"
TEMPERATURE = 0.1


def main() -> None:
    """Train, print what every epoch gives, and write the adapter when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write adapter.safetensors")
    arguments = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(locate_embedded_model())
    read = read_once(NoVectors(tokenizer.mask_token))
    learnt = prepare_stories(load_story_tables(read, "adapter"), tokenizer)
    judged = prepare_stories(load_gold_tables(read), tokenizer)
    torch.manual_seed(SEED)
    model = load_base()
    train(model, learnt, judged)
    if arguments.write:
        write(save(export(model)), TARGET)


def prepare_stories(tables: Sequence[PairTable], tokenizer: Any) -> list[AdapterStory]:
    """The stories that have something to learn from."""
    by_story = defaultdict(list)
    for table in tables:
        by_story[table.story].append(table)
    stories = [prepare_story(found, tokenizer) for found in by_story.values()]
    return [story for story in stories if any(pairs.same.any() for pairs in story.pairs)]


@dataclass(frozen=True, slots=True)
class NoVectors:
    """An encoder that does not encode: the adapter reads the masked sentences by itself."""

    mask: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One zero a text."""
        return np.zeros((len(texts), 1), dtype=np.float32)

    def encode_spans(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> Vectors:
        """One zero a span."""
        return np.zeros((len(texts), max(map(len, spans), default=0), 1), dtype=np.float32)


class LowRank(nn.Module):
    """A frozen linear layer and a change to it of low rank, nothing at first."""

    def __init__(self, base: nn.Linear) -> None:
        super().__init__()
        self.base = base
        self.down = nn.Parameter(torch.randn(RANK, base.in_features) / math.sqrt(base.in_features))
        self.up = nn.Parameter(torch.zeros(base.out_features, RANK))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """What the layer gives, changed."""
        changed: torch.Tensor = self.base(states) + STRENGTH * (states @ self.down.T) @ self.up.T
        return changed


def load_base() -> nn.Module:
    """The embedded model without its own adapter, every linear layer of its encoder low-rank trainable."""
    model: nn.Module = AutoModel.from_pretrained(locate_embedded_model())
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    encoder: Any = model.encoder
    linear = [name for name, layer in encoder.named_modules() if isinstance(layer, nn.Linear)]
    for name in linear:
        parent, _, leaf = name.rpartition(".")
        setattr(encoder.get_submodule(parent), leaf, LowRank(encoder.get_submodule(name)))
    for layer in model.modules():
        if isinstance(layer, nn.Dropout):
            layer.p = 0.05
    return model


def train(model: nn.Module, learnt: list[AdapterStory], judged: Sequence[AdapterStory]) -> None:
    """Adapt the model in place."""
    scale, bias = nn.Parameter(torch.full((SPANS,), 8.0)), nn.Parameter(torch.full((SPANS,), -5.0))
    weights = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": weights, "lr": RATE, "weight_decay": 0.01}, {"params": [scale, bias], "lr": 10 * RATE}]
    )
    steps = EPOCHS * sum(1 for _ in _batches(learnt))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / steps)
    )
    rng, start = random.Random(SEED), time.monotonic()
    for epoch in range(EPOCHS):
        rng.shuffle(learnt)
        model.train()
        for batch in _batches(learnt):
            vectors = embed(model, batch)
            losses = [loss(one, story, scale, bias) for one, story in zip(vectors, batch, strict=True)]
            optimiser.zero_grad()
            torch.stack(losses).mean().backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            schedule.step()
        model.eval()
        print("epoch", epoch, f"{time.monotonic() - start:.0f} s", judge(model, judged), flush=True)


def _batches(stories: Sequence[AdapterStory]) -> Iterator[list[AdapterStory]]:
    batch: list[AdapterStory] = []
    for story in stories:
        batch.append(story)
        if sum(one.size for one in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def embed(model: nn.Module, stories: Sequence[AdapterStory]) -> list[torch.Tensor]:
    """The unit vectors (mentions, SPANS, d) of each story, its sentences run together by length."""
    sentences = [
        (at, place, ids) for at, story in enumerate(stories) for place, ids in enumerate(story.sentences)
    ]
    sentences.sort(key=lambda sentence: len(sentence[2]))
    states: dict[tuple[int, int], torch.Tensor] = {}
    for start in range(0, len(sentences), CHUNK):
        chunk = sentences[start : start + CHUNK]
        ids = nn.utils.rnn.pad_sequence([torch.tensor(ids) for *_, ids in chunk], batch_first=True)
        lengths = torch.tensor([len(ids) for *_, ids in chunk])
        attention = (torch.arange(ids.shape[1])[None, :] < lengths[:, None]).long()
        out = model(input_ids=ids, attention_mask=attention).last_hidden_state
        states.update({(at, place): out[row] for row, (at, place, _) in enumerate(chunk)})
    return [
        torch.stack(
            [
                torch.stack([_unit(states[at, sentence][torch.as_tensor(span)].mean(0)) for span in spans])
                for sentence, spans in story.mentions
            ]
        )
        for at, story in enumerate(stories)
    ]


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    return nn.functional.normalize(vectors, dim=-1)


def cosines(vectors: torch.Tensor, pairs: LabelledPairs) -> torch.Tensor:
    """Cosines (pairs, SPANS), centred on the mean of the two articles as the scorer's features are."""
    left, right = torch.as_tensor(pairs.left), torch.as_tensor(pairs.right)
    mean = (vectors[left.unique()].mean(0) + vectors[right.unique()].mean(0)) / 2
    centred = _unit(vectors - mean)
    return (centred[left] * centred[right]).sum(-1)


def loss(vectors: torch.Tensor, story: AdapterStory, scale: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    """Same question or not, for each pair; and the right one first, for each mention that has one."""
    total = torch.zeros(())
    for pairs in story.pairs:
        found = cosines(vectors, pairs)
        same = torch.as_tensor(pairs.same, dtype=torch.float32)
        weight = torch.where(torch.as_tensor(pairs.agree), AGREEING, 1.0)[:, None]
        each = nn.functional.binary_cross_entropy_with_logits(
            found * scale + bias, same[:, None].expand_as(found), reduction="none"
        )
        total = total + (each * weight).sum() / math.sqrt(len(same))
        for side in (pairs.left, pairs.right):
            for mention in np.unique(side[pairs.same]):
                row = torch.as_tensor(side == mention)
                if not same[row].all():
                    ranked = torch.log_softmax(found[row] / TEMPERATURE, 0) * same[row][:, None]
                    total = total - RANKING * ranked.sum() / same[row].sum()
    return total / len(story.pairs)


def judge(model: nn.Module, stories: Sequence[AdapterStory]) -> dict[str, float]:
    """Average precision for "same question" of the mean cosine: over all pairs, and over disputes."""
    scores, same, agree = [], [], []
    with torch.no_grad():
        for story in stories:
            (vectors,) = embed(model, [story])
            for pairs in story.pairs:
                scores.append(cosines(vectors, pairs).mean(1).numpy())
                same.append(pairs.same)
                agree.append(pairs.agree)
    told, true, disputed = np.concatenate(scores), np.concatenate(same), ~np.concatenate(agree)
    return {
        "all pairs": round(float(average_precision_score(true, told)), 3),
        "disputes": round(float(average_precision_score(true[disputed], told[disputed])), 3),
    }


def export(model: nn.Module) -> dict[str, Any]:
    """The low-rank changes by the name of their layer, as half-precision arrays; the strength is in `up`."""
    arrays = {}
    for name, layer in model.named_modules():
        if isinstance(layer, LowRank):
            arrays[f"{name}.down"] = layer.down.detach().numpy().astype(np.float16)
            arrays[f"{name}.up"] = (STRENGTH * layer.up).detach().numpy().astype(np.float16)
    return arrays


if __name__ == "__main__":
    main()
