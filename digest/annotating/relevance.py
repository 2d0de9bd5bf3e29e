"""Which sentences of an article its cited ones need, to have their names spelled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.text import BoolArray, Lexicon, Text


def naming_sentences(text: Text, cited: Sequence[int], lexicon: Lexicon) -> BoolArray:
    """The cited sentences, and those where one of their capitalised words stands in a longer name.

    `cited` are positions. A surname alone finds its full name there, an acronym its expansion; the
    rest of the article, mostly three quarters, says nothing of how the cited names are spelled.
    """
    sizes = np.diff(text.bounds)
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    kept = np.zeros(len(sizes), dtype=np.bool_)
    kept[list(cited)] = True
    capital = lexicon.capitalised[text.words]
    names = np.zeros(len(lexicon.words), dtype=np.bool_)
    names[text.words[capital & kept[sentence]]] = True
    longer = np.zeros(len(capital), dtype=np.bool_)
    side_by_side = capital[1:] & capital[:-1] & (sentence[1:] == sentence[:-1])
    longer[1:] |= side_by_side
    longer[:-1] |= side_by_side
    kept[sentence[longer & names[text.words]]] = True
    return kept
