"""Sentence pool: the sentences of all articles, numbered through, with their terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from digest.errors import SettingsError
from digest.language import language_of
from digest.text import NO_TERM, query_terms, term_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.language import Language
    from digest.model import Sentence
    from digest.text import BoolArray, IntArray, Lexicon, Text


@dataclass(frozen=True, slots=True, eq=False)
class SentencePool:
    """Sentences of some texts, in the order of the texts.

    `starts[a]` is the number of the first sentence of text a, and `starts[-1]` the number of all;
    `articles` has the index of each sentence's text. The terms of sentence s are
    `terms[bounds[s]:bounds[s + 1]]`; stop words have none.
    """

    texts: tuple[Text, ...]
    starts: IntArray
    articles: IntArray
    terms: IntArray
    bounds: IntArray

    def sentence(self, number: int) -> Sentence:
        """Take a sentence by its number."""
        article = int(self.articles[number])
        return self.texts[article].sentence(number - int(self.starts[article]))

    def terms_of(self, sentences: IntArray) -> tuple[IntArray, IntArray]:
        """Take the terms of some sentences, one after the other, and the number that each has."""
        lengths = self.bounds[sentences + 1] - self.bounds[sentences]
        ends = np.cumsum(lengths)
        places = np.repeat(self.bounds[sentences] - ends + lengths, lengths)
        return self.terms[places + np.arange(len(places))], lengths


def sentence_pool(texts: Sequence[Text], lexicon: Lexicon) -> SentencePool:
    """Number the sentences of some texts, of which there is at least one."""
    counts = [len(text.sentences) for text in texts]
    terms = lexicon.term_of[np.concatenate([text.words for text in texts])]
    kept = np.concatenate(([0], np.cumsum(terms != NO_TERM)))
    lengths = np.concatenate([np.diff(text.bounds) for text in texts])
    return SentencePool(
        tuple(texts),
        np.cumsum([0, *counts]),
        np.repeat(np.arange(len(texts)), counts),
        terms[terms != NO_TERM],
        kept[np.concatenate(([0], np.cumsum(lengths)))],
    )


def required_terms(words: str, lexicon: Lexicon) -> IntArray:
    """Find the terms of a query, as `query_terms` does, where there must be some.

    Raises SettingsError where no word of it is a term.
    """
    terms = query_terms(words, lexicon)
    if not len(terms):
        raise SettingsError("query", f"has no word to look for: {words}")
    return terms


def matching_texts(texts: Sequence[Text], query: IntArray, lexicon: Lexicon) -> list[Text]:
    """Retrieve the texts that have every term of a query, in the text or in the title.

    Of a query in several languages, a text needs the terms of its own.
    """
    if len(lexicon.languages) < 2:  # noqa: PLR2004 - several
        return [text for text in texts if _has_all(text, query, lexicon.term_of)]
    matching = []
    for text in texts:
        language = language_of(text.article.language)
        own = [term for term in query.tolist() if _is_of(term, language, lexicon)]
        if (own or not len(query)) and _has_all(text, np.array(own), lexicon.term_of):
            matching.append(text)
    return matching


def _is_of(term: int, language: Language, lexicon: Lexicon) -> bool:
    return term == NO_TERM or term_language(lexicon.names[term]) == language.code


def _has_all(text: Text, query: IntArray, term_of: IntArray) -> bool:
    terms = term_of[np.concatenate((text.words, text.title))]
    present: BoolArray = np.isin(query, terms[terms != NO_TERM])
    return bool(present.all())
