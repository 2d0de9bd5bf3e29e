"""An averaged perceptron over the features that the package finds (Collins 2002)."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.recognition.features import context_features
from digest.entities.recognition.tokens import MARGIN, token_table
from digest.entities.recognition.truecasing import truecased
from digest.entities.recognition.viterbi import LABELS
from digest.entities.recognition.word_shape import look_up, word_features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.entities.recognition.lexicon import Lexicon
    from digest.entities.recognition.tokens import TokenTable
    from digest.entities.recognition.word_shape import Words
    from digest.text import FloatArray
    from training.actors.gold import Marked

    # The features and the label of each token of a sentence.
    Example = tuple[list[list[str]], list[str]]

ROUNDS: Final = 10
FEWEST: Final = 2  # tokens that a feature stands at


def examples(articles: Sequence[Marked], lexicon: Lexicon) -> list[Example]:
    """Features and labels of each sentence."""
    read = token_table([(article.text, article.sentences) for article in articles])
    page, shouting = truecased(read, lexicon)
    words = look_up(page.words, lexicon)
    inner = np.arange(MARGIN, len(page.codes) - MARGIN)
    places = np.stack(list(context_features(page, words, lexicon, shouting, inner)))
    around = _around(page, words)
    codes = page.codes.tolist()
    labels = _labels(articles, page)
    found = []
    for first, last in zip(page.first.tolist(), page.last.tolist(), strict=True):
        rows = places[:, first - MARGIN : last - MARGIN].T.astype(str).tolist()
        for token, row in enumerate(rows, first):
            for offset, features in around.items():
                row.extend(features[codes[token + offset]])
        if rows:
            found.append((rows, labels[first:last]))
    return found


def _around(page: TokenTable, words: Words) -> dict[int, list[list[str]]]:
    """Features of each word by the offset from which it is seen."""
    around = {}
    for offset, (values, bounds) in word_features(page.words, words).items():
        flat = list(map(str, values.tolist()))
        ends = [*bounds[1:].tolist(), len(flat)]
        around[offset] = [flat[a:b] for a, b in zip(bounds.tolist(), ends, strict=True)]
    return around


def _labels(articles: Sequence[Marked], page: TokenTable) -> list[str]:
    """Label of each token; a mark that begins or ends within a token is left out."""
    labels = ["O"] * len(page.codes)
    at_start, at_end = {}, {}
    spans = zip(page.article.tolist(), page.starts.tolist(), page.ends.tolist(), strict=True)
    for token, (article, start, end) in enumerate(spans):
        if start < end:  # paddings have no length
            at_start[article, start] = at_end[article, end] = token
    for index, article in enumerate(articles):
        for start, end, kind in article.marks:
            first, last = at_start.get((index, start)), at_end.get((index, end))
            if first is not None and last is not None:
                labels[first : last + 1] = [f"B-{kind}", *[f"I-{kind}"] * (last - first)]
    return labels


def learn(sentences: Sequence[Example], orders: int) -> tuple[dict[int, FloatArray], FloatArray]:
    """Each bucket's weights and the moves, summed over some orders of the sentences."""
    weights: dict[int, FloatArray] = defaultdict(lambda: np.zeros(len(LABELS)))
    moves = np.zeros((len(LABELS), len(LABELS)))
    for seed in range(orders):
        states, transitions = _learnt(sentences, seed)
        for (feature, label), weight in states.items():
            weights[int(feature)][LABELS.index(label)] += weight
        for (one, other), weight in transitions.items():
            moves[LABELS.index(one), LABELS.index(other)] += weight
    return dict(weights), moves


Weights = dict[tuple[str, str], float]


def _learnt(sentences: Sequence[Example], seed: int) -> tuple[Weights, Weights]:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    settings: Mapping[str, int] = {
        "max_iterations": ROUNDS,
        "feature.minfreq": FEWEST,
        "feature.possible_transitions": 1,
    }
    trainer.set_params(settings)
    order = list(range(len(sentences)))
    random.Random(seed).shuffle(order)
    for i in order:
        trainer.append(*sentences[i])
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return dict(info.state_features), dict(info.transitions)
