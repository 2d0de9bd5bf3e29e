"""Words, their codes and terms."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from making import article, corpus

from digest.language import ENGLISH
from digest.text import NO_TERM, analyse, word_starts


def words_of(text: str) -> list[str]:
    made = corpus(article(text))
    return [made.lexicon.words[code] for code in made.texts[0].words]


def test_words_keep_inner_marks() -> None:
    """Hyphens, apostrophes, numbers and initialisms are whole; possessives are parted."""
    text = "The U.S. won’t sell S-400s for $1,990.5 at 10:30, Russia’s well-known U.K. envoy said."
    assert words_of(text) == [
        *("The", "U.S.", "won’t", "sell", "S-400s", "for", "1,990.5", "at", "10:30"),
        *("Russia", "s", "well-known", "U.K.", "envoy", "said"),
    ]


def test_terms_are_stems_without_stop_words() -> None:
    """Words that differ by case or ending share a term; stop words and numbers have none."""
    made = corpus(article("Ministers met the minister in 2020."))
    names = [
        made.lexicon.names[term] if term != NO_TERM else ""
        for term in made.lexicon.term_of[made.texts[0].words]
    ]
    assert names == ["minist", "met", "", "minist", "", ""]


def test_each_lower_case_word_is_stemmed_once() -> None:
    """However often and in whatever case it occurs, in however many articles."""
    asked: list[str] = []

    def stem(word: str) -> str:
        asked.append(word)
        return word

    articles = [article("Talks began. Talks ended.", "a"), article("TALKS and talks", "b")]
    language = replace(ENGLISH, stem=stem)
    analyse(articles, lambda _: language)
    assert asked == ["talks", "began", "ended"]


def test_words_stand_by_sentence() -> None:
    """`bounds` parts the words at the sentences; the title's words stand apart."""
    text = corpus(article("One two three. Four five.", title="Six seven")).texts[0]
    assert (text.bounds.tolist(), len(text.words), len(text.title)) == ([0, 3, 5], 5, 2)


@given(st.text().filter(str.strip))
def test_word_starts_slice_back(text: str) -> None:
    """At each start stands the word itself, whatever the text."""
    made = corpus(article(text))
    words = [made.lexicon.words[code] for code in made.texts[0].words]
    starts = word_starts(made.texts[0], made.lexicon).tolist()
    assert [text[s : s + len(w)] for s, w in zip(starts, words, strict=True)] == words


@given(st.text().filter(str.strip))
def test_every_letter_stands_in_a_word(text: str) -> None:
    """No letter or digit of the text is lost between words."""
    letters = [c for c in text if c.isalnum()]
    assert [c for word in words_of(text) for c in word if c.isalnum()] == letters
