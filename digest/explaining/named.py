"""Which sentences are meant by the words with which they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import own_text

if TYPE_CHECKING:
    from digest.model import Article, Sentence


def may_hold(article: Article, words: str) -> bool:
    """Whether a sentence of the article may begin with the words."""
    return _one_line(words) in _one_line(article.text)


def begins(sentence: Sentence, words: str) -> bool:
    """Whether a sentence begins with the words, with its dateline or as it is shown."""
    sought = _one_line(words)
    return _one_line(sentence.text).startswith(sought) or own_text(sentence).startswith(sought)


def _one_line(text: str) -> str:
    """A text with single blanks, as pages show it."""
    return " ".join(text.split())
