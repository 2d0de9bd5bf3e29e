"""Rankers by name: each scores the sentences of many stories, aligned with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from digest.errors import SettingsError, UnknownNameError
from digest.language import language_of
from digest.ranking.cosine import Sets, cosine_textrank_many, even_jumps, leaning_jumps
from digest.ranking.sumy_rankers import SUMY_RANKERS, by_sumy
from digest.ranking.textrank import textrank_many
from digest.ranking.vectors import joined
from digest.text import NO_TERM, FloatArray, IntArray, Lexicon

if TYPE_CHECKING:
    from digest.ranking.passages import Passages

Ranker = Callable[[Sequence["Passages"], Lexicon], list[FloatArray]]


def by_cosine(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:  # noqa: ARG001
    """TextRank by the cosine of the sentences' vectors, all stories in one batch."""
    sizes = np.array([len(story.lengths) for story in stories])
    starts = np.cumsum([0, *(len(story.texts) for story in stories)]).tolist()
    sets = Sets(
        joined([story.vectors for story in stories]),
        np.concatenate(
            [story.articles + start for story, start in zip(stories, starts, strict=False)]
        ),
        sizes,
        np.concatenate([_jumps(story) for story in stories]),
    )
    return np.split(cosine_textrank_many(sets), np.cumsum(sizes)[:-1])


def by_overlap(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
    """TextRank of 2004 over the stems of the words that tell, all stories in one batch."""
    terms, lengths = zip(*(_terms(story, lexicon) for story in stories), strict=True)
    sizes = np.array([len(story.lengths) for story in stories])
    scores = textrank_many(np.concatenate(terms), np.concatenate(lengths), sizes)
    return np.split(scores, np.cumsum(sizes)[:-1])


def by_position(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:  # noqa: ARG001
    """The lead baseline: the nearer to its article's beginning, the better."""
    return [np.reciprocal(1.0 + story.positions.astype(np.float64)) for story in stories]


# What links two sentences in TextRank.
SIMILARITIES: dict[str, Ranker] = {"cosine": by_cosine, "overlap": by_overlap}
DEFAULT_SIMILARITY = "cosine"

RANKERS: dict[str, Ranker] = {
    "textrank": SIMILARITIES[DEFAULT_SIMILARITY],
    "lead": by_position,
    **{name: by_sumy(name) for name in SUMY_RANKERS},
}


def by_language(ranker: Ranker) -> Ranker:
    """Rank stories by a ranker, but by position those that no rules of eligibility hold for.

    So it is where an article's language has none, as nothing then keeps out a sentence that leans
    on others; the leads are what its writer meant to be read alone. A query still ranks.
    """

    def rank(stories: Sequence[Passages], lexicon: Lexicon) -> list[FloatArray]:
        leading = [not len(story.query) and not _has_rules(story) for story in stories]
        if not any(leading):
            return ranker(stories, lexicon)
        by_rank = [story for story, leads in zip(stories, leading, strict=True) if not leads]
        ranked = iter(ranker(by_rank, lexicon) if by_rank else [])
        return [
            by_position([story], lexicon)[0] if leads else next(ranked)
            for story, leads in zip(stories, leading, strict=True)
        ]

    return rank


def _has_rules(story: Passages) -> bool:
    return all(language_of(text.article.language).eligibility for text in story.texts)


def ranker_named(name: str, similarity: str = DEFAULT_SIMILARITY) -> Ranker:
    """The ranker of that name, TextRank by the similarity of that name.

    Raises UnknownNameError, which lists those there are.
    """
    if name not in RANKERS:
        raise UnknownNameError("ranker", name, RANKERS)
    if similarity not in SIMILARITIES:
        raise UnknownNameError("similarity", similarity, SIMILARITIES)
    return SIMILARITIES[similarity] if name == "textrank" else RANKERS[name]


def led_ranker_named(name: str, similarity: str, *, by: str) -> Ranker:
    """The same for a ranking that something (a query, say) is to lead: `by` is its setting.

    Raises SettingsError where the ranker takes no lead.
    """
    ranker = ranker_named(name, similarity)
    if ranker is by_cosine:
        return ranker
    other = f"similarity {similarity}" if name == "textrank" else f"ranker {name}"
    raise SettingsError(by, f"leads only TextRank by cosine, not {other}")


def _jumps(story: Passages) -> FloatArray:
    """The odds of a jump to each sentence: even, or leaning towards the story's query."""
    if not len(story.query):
        return even_jumps(np.array([len(story.lengths)]))
    return leaning_jumps(story.vectors.relevance(story.query))


def _terms(story: Passages, lexicon: Lexicon) -> tuple[IntArray, IntArray]:
    """The terms of each sentence without its stop words, and how many each keeps."""
    terms = lexicon.term_of[story.words]
    kept = terms != NO_TERM
    sentence = np.repeat(np.arange(len(story.lengths)), story.lengths)
    return terms[kept], np.bincount(sentence[kept], minlength=len(story.lengths))
