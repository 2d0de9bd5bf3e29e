"""Recognition of names: spans of persons, organisations and places, by the trained model.

    sentences ─token_table→ tokens ─truecased→ tokens ─label_scores→ scores ─viterbi→ labels
              ─spans, repaired, consistent→ names

Coreference asks of a finder only the names of each text, in order and without overlap.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.names import Name, plain
from digest.entities.recognition.boundary_repair import repaired
from digest.entities.recognition.consistency import consistent
from digest.entities.recognition.document_features import capital_runs
from digest.entities.recognition.features import context_features
from digest.entities.recognition.linear_model import Vocabulary, load_model
from digest.entities.recognition.tokens import MARGIN, token_table
from digest.entities.recognition.truecasing import truecased
from digest.entities.recognition.viterbi import (
    FORBIDDEN,
    KINDS,
    LABELS,
    NameSpan,
    spans,
    stretches,
    viterbi,
)
from digest.entities.recognition.word_shape import OFFSETS
from digest.entities.spacy_backend import spacy_finder
from digest.errors import UnknownNameError

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from digest.entities.gazetteer import Gazetteer
    from digest.entities.names import Finder
    from digest.entities.recognition.linear_model import Model
    from digest.entities.recognition.tokens import TokenTable
    from digest.entities.recognition.word_shape import Words
    from digest.text import BoolArray, IntArray, Text

    Passage = tuple[str, Sequence[tuple[int, int]]]

_MOST_CHARACTERS: Final = 500_000  # read in one go
_INSIDE: Final = [label for label, name in enumerate(LABELS) if name != "O"]
_BEGINS: Final = [label for label, name in enumerate(LABELS) if name.startswith("B-")]
BACKENDS: Final = ("digest", "spacy")


def finder_named(backend: str, model: str, gazetteer: Gazetteer) -> Finder:
    """Make the finder of a backend; `model` is one that the backend knows by that name.

    Raises UnknownNameError, which lists the backends, and SettingsError where the backend or its
    model isn't installed.
    """
    if backend not in BACKENDS:
        raise UnknownNameError("backend", backend, BACKENDS)
    return spacy_finder(model, gazetteer) if backend == "spacy" else model_finder(gazetteer)


def model_finder(gazetteer: Gazetteer) -> Finder:
    """Make a finder of the model that ships, which is read when the first names are asked for."""
    recogniser = cache(lambda: make_recogniser(load_model(gazetteer.cues), gazetteer))

    def find(texts: Sequence[Text]) -> tuple[tuple[Name, ...], ...]:
        return recogniser().names([(text.article.text, text.sentences.tolist()) for text in texts])

    return find


@dataclass(frozen=True, slots=True, eq=False)
class Recogniser:
    """A model with the gazetteer that repairs its names, and a memory of the words it has met."""

    model: Model
    gazetteer: Gazetteer
    vocabulary: Vocabulary

    def names(self, passages: Sequence[Passage]) -> tuple[tuple[Name, ...], ...]:
        """Names in each text's sentences, each text judged by itself.

        Many short texts in one go are quicker.
        """
        return tuple(names for batch in _batches(passages) for names in self._names_in_batch(batch))

    def _names_in_batch(self, passages: Sequence[Passage]) -> Iterator[tuple[Name, ...]]:
        page, shouting = truecased(token_table(passages), self.model.lexicon)
        words, around = self.vocabulary.of(page.words)
        scores = label_scores(page, words, around, shouting, self.model)
        bounds = stretches(scores, page.ends > page.starts)
        labels = viterbi(scores, self.model.moves, *bounds)
        marked = repaired(page, words, spans(labels), self.gazetteer)
        names: list[list[Name]] = [[] for _ in passages]
        for span in consistent(page, marked, scores, _alone(page, words), self.gazetteer):
            article = int(page.article[span.first])
            names[article].append(_name(page, span, passages[article][0]))
        yield from map(tuple, names)


def make_recogniser(model: Model, gazetteer: Gazetteer) -> Recogniser:
    """Make a recogniser that has met no words yet."""
    return Recogniser(model, gazetteer, Vocabulary(model))


def with_demonyms(text: Text, names: Sequence[Name], demonyms: re.Pattern[str]) -> tuple[Name, ...]:
    """Add to an article's names the demonyms of its sentences that are in none of them.

    Adjectives such as `Chinese` are no names, and the model leaves them out; a reader who wants to
    know which states a sentence speaks of counts them.
    """
    added = [
        name
        for start, end in text.sentences.tolist()
        for match in demonyms.finditer(text.article.text, start, end)
        if not _overlaps(name := Name(match.start(1), match.end(1), match[1], "place"), names)
    ]
    return tuple(sorted([*names, *added])) if added else tuple(names)


def label_scores(
    page: TokenTable, words: Words, around: IntArray, shouting: IntArray, model: Model
) -> IntArray:
    """Score labels: (tokens, labels). A name begins with a capital and goes on near one.

    `around` are the scores that each word adds to the tokens around it, by offset.
    """
    codes = page.codes
    capital = words.capital[codes] > 0
    near = capital | np.roll(capital, 1) | np.roll(capital, -1)
    # The outermost paddings have no tokens around them.
    near[:MARGIN] = near[-MARGIN:] = False
    scores = np.zeros((len(codes), len(LABELS)), dtype=np.int64)
    scores[:, _INSIDE] = FORBIDDEN
    candidates = np.flatnonzero(near)
    total = np.zeros((len(candidates), len(LABELS)), dtype=np.int64)
    for offset, adding in zip(OFFSETS, around, strict=True):
        total += adding[codes[candidates + offset]]
    for family in context_features(page, words, model.lexicon, shouting, candidates):
        total += model.of(family)
    total[:, _BEGINS] += np.where(capital[candidates], 0, FORBIDDEN)[:, None]
    scores[candidates] = total
    return scores


def _overlaps(name: Name, names: Sequence[Name]) -> bool:
    at = bisect_right(names, name.start, key=lambda other: other.start)
    before = names[at - 1] if at else None
    after = names[at] if at < len(names) else None
    return bool((before and before.end > name.start) or (after and after.start < name.end))


def _batches(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """Passages in groups that bound the memory."""
    first, characters = 0, 0
    for index, (_, sentences) in enumerate(passages):
        characters += sum(end - start for start, end in sentences)
        if characters > _MOST_CHARACTERS:
            yield passages[first : index + 1]
            first, characters = index + 1, 0
    if first < len(passages):
        yield passages[first:]


def _alone(page: TokenTable, words: Words) -> BoolArray:
    """Test whether a capitalised token is a whole run of capitals."""
    runs = capital_runs(page, words)
    alone: BoolArray = runs.inside & (runs.first == runs.last)
    return alone


def _name(page: TokenTable, span: NameSpan, text: str) -> Name:
    start, end = int(page.starts[span.first]), int(page.ends[span.last])
    spelling = text[start:end]
    if spelling.isupper():
        spelling = _respelt(page, span, text)
    return Name(start, end, plain(spelling), KINDS[span.kind])


def _respelt(page: TokenTable, span: NameSpan, text: str) -> str:
    """Respell a name by its truecased tokens."""
    tokens = range(span.first, span.last + 1)
    gaps = [text[int(page.ends[a]) : int(page.starts[b])] for a, b in pairwise(tokens)]
    spelt = [page.words[int(page.codes[token])] for token in tokens]
    return "".join(part for pair in zip(spelt, [*gaps, ""], strict=True) for part in pair)
