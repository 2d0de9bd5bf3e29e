"""Finding names: the spans of persons, organisations and places, by rules.

A finder is any function from the texts of a story and their lexicon to the names of each text, in
order and without overlap: a trained model can take the place of these rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.actors.judging import judge_run
from digest.actors.repeats import settle
from digest.actors.runs import read_pages
from digest.actors.tables import load_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.actors.names import Name
    from digest.text import Lexicon, Text

    Finder = Callable[[Sequence[Text], Lexicon], tuple[tuple[Name, ...], ...]]


def find_names(texts: Sequence[Text], lexicon: Lexicon) -> tuple[tuple[Name, ...], ...]:
    """The names in the articles of one story, aligned with them."""
    tables = load_tables()
    pages = read_pages(texts, lexicon)
    verdicts = [
        [verdict for first, last in page.runs for verdict in judge_run(page, first, last, tables)]
        for page in pages
    ]
    return settle(pages, verdicts)
