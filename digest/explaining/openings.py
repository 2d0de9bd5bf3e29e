"""Look-up of sentences by the words with which they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import own_text

if TYPE_CHECKING:
    from digest.model import Article, Sentence


def may_contain(article: Article, words: str) -> bool:
    """Test quickly whether a sentence of the article may begin with the words."""
    return _one_line(words) in _one_line(article.text)


def begins_with(sentence: Sentence, words: str) -> bool:
    """Test whether a sentence begins with the words, with its dateline or as it is shown."""
    sought = _one_line(words)
    return _one_line(sentence.text).startswith(sought) or own_text(sentence).startswith(sought)


def _one_line(text: str) -> str:
    """Put a text on one line with single blanks, as pages show it."""
    return " ".join(text.split())
