"""Finding names: the spans of persons, organisations and places, by rules.

Merging asks of a finder only the names of each text, in order and without overlap: another one,
such as a trained model, can take the place of these rules.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from digest.actors.judging import judge_run
from digest.actors.names import Name
from digest.actors.repeats import settle
from digest.actors.runs import article_starts, read_page
from digest.actors.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.text import Lexicon, Text


def find_names(texts: Sequence[Text], lexicon: Lexicon) -> tuple[tuple[Name, ...], ...]:
    """The names in the articles of one story, aligned with them."""
    tables = load_tables()
    page = read_page(texts, lexicon)
    verdicts = [
        verdict for first, last in page.runs for verdict in judge_run(page, first, last, tables)
    ]
    return _by_article(settle(page, verdicts, tables), article_starts(texts).tolist())


def _by_article(names: Iterable[Name], starts: Sequence[int]) -> tuple[tuple[Name, ...], ...]:
    """The page's names, each in its article and counted from its start."""
    found: list[list[Name]] = [[] for _ in starts[1:]]
    for name in names:
        start, end, text, kind = name
        article = bisect_right(starts, start) - 1
        offset = starts[article]
        found[article].append(Name(start - offset, end - offset, text, kind))
    return tuple(map(tuple, found))
