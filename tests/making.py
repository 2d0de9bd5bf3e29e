"""Values that many tests make."""

from __future__ import annotations

from datetime import date

from digest.model import Article, Origin
from digest.text import Corpus, analyse, stemmer, stop_words

DAY = date(2020, 9, 3)


def article(text: str, name: str = "a", *, day: date = DAY, title: str = "") -> Article:
    """An article whose id is its name."""
    return Article(name, text, day, Origin(f"{name}.txt"), title=title)


def corpus(*articles: Article) -> Corpus:
    """The articles' words, with English stop words and stems."""
    return analyse(articles, stop_words(), stemmer())
