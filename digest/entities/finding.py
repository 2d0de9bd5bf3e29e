"""Finding names: the spans of persons, organisations and places, by a trained linear model.

    sentences ─read_page→ tokens ─recased→ tokens ─label_scores→ scores ─best_labels→ labels
              ─spans, cut, trimmed, settled→ names

Merging asks of a finder only the names of each text, in order and without overlap.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from digest.entities.capitals import capital_runs
from digest.entities.casing import recased
from digest.entities.cutting import cut
from digest.entities.decoding import best_labels, stretches
from digest.entities.names import Name, plain
from digest.entities.scoring import label_scores
from digest.entities.settling import KINDS, Span, settled, spans
from digest.entities.tokens import read_page
from digest.entities.trimming import trimmed
from digest.entities.vocabulary import vocabulary
from digest.entities.weights import load_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.entities.spelling import Words
    from digest.entities.tokens import Page
    from digest.entities.vocabulary import Vocabulary
    from digest.entities.weights import Model
    from digest.text import BoolArray, Text

    Passage = tuple[str, Sequence[tuple[int, int]]]


_MOST_CHARACTERS: Final = 500_000  # read in one go


def find_names(texts: Sequence[Text]) -> tuple[tuple[Name, ...], ...]:
    """The names in the sentences of each text, each article judged by itself."""
    passages = [(text.article.text, text.sentences.tolist()) for text in texts]
    return names_in(passages, load_model(), vocabulary())


def names_in(
    passages: Sequence[Passage], model: Model, known: Vocabulary
) -> tuple[tuple[Name, ...], ...]:
    """The names in each text's sentences by a model; many short texts in one go are quicker."""
    return tuple(
        names
        for together in _together(passages)
        for names in _names_together(together, model, known)
    )


def _together(passages: Sequence[Passage]) -> Iterator[Sequence[Passage]]:
    """The passages in groups that bound the memory."""
    first, characters = 0, 0
    for index, (_, spans_read) in enumerate(passages):
        characters += sum(end - start for start, end in spans_read)
        if characters > _MOST_CHARACTERS:
            yield passages[first : index + 1]
            first, characters = index + 1, 0
    if first < len(passages):
        yield passages[first:]


def _names_together(
    passages: Sequence[Passage], model: Model, known: Vocabulary
) -> tuple[tuple[Name, ...], ...]:
    page, shouting = recased(read_page(passages), model.known)
    words, around = known.of(page.words)
    scores = label_scores(page, words, around, shouting, model)
    labels = best_labels(scores, model.moves, *stretches(scores, page.ends > page.starts))
    found = list(trimmed(page, words, list(cut(page, spans(labels)))))
    names: list[list[Name]] = [[] for _ in passages]
    for span in settled(page, found, scores, _alone(page, words)):
        article = int(page.article[span.first])
        names[article].append(_name(page, span, passages[article][0]))
    return tuple(map(tuple, names))


def _alone(page: Page, words: Words) -> BoolArray:
    """Whether a capitalised token stands in no longer run of capitals."""
    runs = capital_runs(page, words)
    alone: BoolArray = runs.inside & (runs.first == runs.last)
    return alone


def _name(page: Page, span: Span, text: str) -> Name:
    start, end = int(page.starts[span.first]), int(page.ends[span.last])
    spelling = text[start:end]
    if spelling.isupper():
        spelling = _respelt(page, span, text)
    return Name(start, end, plain(spelling), KINDS[span.kind])


def _respelt(page: Page, span: Span, text: str) -> str:
    """A name with its tokens as they were recased."""
    tokens = range(span.first, span.last + 1)
    gaps = [text[int(page.ends[a]) : int(page.starts[b])] for a, b in pairwise(tokens)]
    spelt = [page.words[int(page.codes[token])] for token in tokens]
    return "".join(part for pair in zip(spelt, [*gaps, ""], strict=True) for part in pair)
