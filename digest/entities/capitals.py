"""Runs of capitalised tokens, and the wider runs that small links join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from digest.entities.hashing import hashes

if TYPE_CHECKING:
    from digest.entities.spelling import Words
    from digest.entities.tokens import Page
    from digest.text import BoolArray, IntArray

LINKS: Final = ("of", "the", "for", "and", "&", "de", "la", "del", "du", "von", "van", "der", "al",
                "bin", "di", "da", "le", "'s", "’s")  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """For each token the first and last token of its run; for one in none, the token itself.

    `inside` is whether it stands in one.
    """

    inside: BoolArray
    first: IntArray
    last: IntArray


def capital_runs(page: Page, words: Words) -> Runs:
    """Capitalised tokens side by side."""
    return _runs(words.capital[page.codes] > 0, np.zeros(len(page.codes), dtype=np.bool_))


def linked_runs(page: Page, words: Words) -> Runs:
    """Capitalised tokens side by side or joined by at most two small links."""
    link = np.isin(words.lower, hashes(LINKS)) & (words.capital == 0)
    return _runs(words.capital[page.codes] > 0, link[page.codes])


def _runs(capital: BoolArray, link: BoolArray) -> Runs:
    size = len(capital)
    inside = capital.copy()
    # One or two links between two capitals are inside.
    inside[1:-1] |= link[1:-1] & capital[:-2] & capital[2:]
    two = link[1:-2] & link[2:-1] & capital[:-3] & capital[3:]
    inside[1:-2] |= two
    inside[2:-1] |= two
    begins = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    ends = np.flatnonzero(inside & ~np.concatenate((inside[1:], [False])))
    first = np.arange(size)
    last = np.arange(size)
    first[inside] = np.repeat(begins, ends - begins + 1)
    last[inside] = np.repeat(ends, ends - begins + 1)
    return Runs(inside, first, last)
