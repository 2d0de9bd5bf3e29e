"""Values that many tests make."""

from __future__ import annotations

from datetime import date

from digest.model import Article, Origin
from digest.text import Corpus, analyse

DAY = date(2020, 9, 3)
# Two articles on one event: each opens with the same news, and the second ends with a credit.
FIRST = (
    "The ministers of both states met in the capital on Friday. "
    "Both sides agreed to pull back from the lake. "
    "No date for a second meeting between them was set by either of the two sides."
)
SECOND = (
    "On Friday the ministers of both states met in the capital. "
    "Traders at the border hope that roads will open again soon. "
    "Photo: agency."
)


def article(
    text: str, name: str = "a", *, day: date = DAY, title: str = "", language: str = "en"
) -> Article:
    """An article whose id is its name."""
    return Article(name, text, day, Origin(f"{name}.txt"), title=title, language=language)


def corpus(*articles: Article) -> Corpus:
    """The articles' words, each with the stop words and stems of its language."""
    return analyse(articles)
