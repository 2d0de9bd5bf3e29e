"""A story's headline: always words of one of its articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.model import Article, Summary

MAX_CHARACTERS = 100
# `BEIRUT (Northern Wire) — `: where it was filed, and by whom.
DATELINE = re.compile(r"[A-Z][A-Z.,’' -]*(?:\([^()]{1,40}\) ?)?(?:—|–|--) ?")


def headline(summary: Summary) -> tuple[str, Article]:
    """The title of the most central article that has one, else the best lede cut at a word."""
    for article in summary.story.articles:
        if article.title:
            return article.title, article
    return shortened(summary.lede.text), summary.lede.article


def shortened(sentence: str) -> str:
    """A sentence without its dateline, on one line, cut at a word where it is long.

    >>> shortened("BEIRUT (Wire) — The port  burned.")
    'The port burned.'
    """
    words = " ".join(_without_dateline(sentence).split()) or " ".join(sentence.split())
    if len(words) <= MAX_CHARACTERS:
        return words
    cut = words[:MAX_CHARACTERS].rsplit(" ", 1)[0]
    return cut.rstrip(",;:—– ") + "…"


def _without_dateline(sentence: str) -> str:
    found = DATELINE.match(sentence)
    return sentence[found.end() :] if found else sentence
