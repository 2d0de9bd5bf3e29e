"""Headline of a story: words of one of its articles, or its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import own_text

if TYPE_CHECKING:
    from digest.model import Article, Sentence, Summary

MAX_CHARACTERS = 100


def headline(summary: Summary, label: str) -> tuple[str, Article | None]:
    """Take the title of the most central article that has one, else the lede cut at a word.

    Where there is neither, it is the label, which is no article's own: None.
    """
    for article in summary.story.articles:
        if article.title:
            return article.title, article
    if summary.lede:
        return shortened(summary.lede), summary.lede.article
    return label, None


def shortened(sentence: Sentence) -> str:
    """Cut a sentence without its dateline at a word where it is long; on one line."""
    words = own_text(sentence) or " ".join(sentence.text.split())
    if len(words) <= MAX_CHARACTERS:
        return words
    cut = words[:MAX_CHARACTERS].rsplit(" ", 1)[0]
    return cut.rstrip(",;:—– ") + "…"
