"""Headlines made of an article's own sentences: all in capitals, or with a capital to each word."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from digest.entities.recognition.tokens import TOKEN
from digest.text import sentence_spans
from training.actors.gold import Mark, Marked

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 120  # characters
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)
# Of so many articles one gets a headline in capitals, and two a capitalised one.
_OF_THEM = 12


def with_headline(article: Marked) -> Marked:
    """Article with one of its sentences again above it, in capitals or capitalised.

    Which of these is told by its id. Tweets stay as they are.
    """
    sort = crc32(f"headline {article.id}".encode()) % _OF_THEM
    if sort > 2 or article.set == "btc":
        return article
    return headed(article, str.upper if sort == 0 else capitalised)


def headed(article: Marked, write: Callable[[str], str]) -> Marked:
    """Article below a headline: its first short sentence with a name, written anew."""
    for start, end in article.sentences:
        inside = [m for m in article.marks if start <= m.start and m.end <= end]
        written = write(article.text[start:end])
        if not inside or end - start > LONGEST or len(written) != end - start:
            continue
        shift = len(written) + 1
        text = f"{written}\n{article.text}"
        marks = [Mark(m.start - start, m.end - start, m.kind) for m in inside]
        marks += [Mark(m.start + shift, m.end + shift, m.kind) for m in article.marks]
        return article._replace(text=text, sentences=sentence_spans(text), marks=marks)
    return article


def capitalised(sentence: str) -> str:
    """A sentence with a capital to each word but the small ones."""
    made = list(sentence)
    for match in TOKEN.finditer(sentence):
        if match.group() not in _SMALL and match.group() not in ("'s", "’s"):
            made[match.start()] = made[match.start()].upper()
    return "".join(made)
