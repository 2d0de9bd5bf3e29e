"""sumy's TextRank on words that were split before, so that both sides have the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from sumy.summarizers.text_rank import TextRankSummarizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import FloatArray


class SumyWords:
    """A sentence or document as sumy sees it, known by identity."""

    def __init__(self, words: Sequence[str], sentences: Sequence[SumyWords] = ()) -> None:
        self.words = tuple(words)
        self.sentences = tuple(sentences)


def rated_by_sumy(sentences: Sequence[Sequence[str]]) -> FloatArray:
    """The scores of sumy's TextRank, without stop words or stemmer of its own."""
    document = SumyWords((), [SumyWords(words) for words in sentences])
    ratings = TextRankSummarizer().rate_sentences(document)
    return np.array([ratings[sentence] for sentence in document.sentences])
