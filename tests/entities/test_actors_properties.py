"""What holds of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from actors_found import mentions, story
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import article, corpus
from shipped import NAMING

from digest.entities import find_actors

WORDS = (
    "Rajan", "Singh", "Mr", "General", "President", "Ana", "Ruiz", "China", "Chinese", "US", "U.S.",
    "Bank", "of", "the", "and", "Ministry", "Lake", "Strait", "bin", "de", "said", "in", "People",
    "People's", "Army", "PLA", "(PLA)", "SCO", "Inc", "Inc.", "St.", "J.", "S", "May", "The", "Velo",
    "CEO", "&", "Exercises", "New", "York", "Times", "UN", "747", "Apple", "apple", "THE", "RIGA",
    "London-based", "al-Asad", ",", ".", "\n", "\n\n", "“", "”", "’s", "'s", "$40", "for", "spokesman",
)  # fmt: skip
passages = st.lists(st.sampled_from(WORDS), max_size=30).map(
    lambda words: " ".join(["Ana", *words])
)
texts = st.one_of(st.text(min_size=1).filter(lambda text: bool(text.strip())), passages)


@settings(deadline=None)  # the first example reads the model
@given(st.lists(texts, min_size=1, max_size=3))
@example(["\U0001f600 Ana Ruiz \u4e2d\u6587 said", "A", "É É."])
def test_mentions_are_exact_in_order_and_apart(articles: list[str]) -> None:
    for text, found in zip(articles, mentions(*articles), strict=True):
        assert [m.text for m in found] == [text[m.start : m.end] for m in found]
        assert all(m.start < m.end and m.actor for m in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.lists(passages, min_size=1, max_size=3))
def test_the_same_story_gives_the_same_actors(articles: list[str]) -> None:
    assert story(*articles) == story(*articles)


@given(passages)
def test_a_reprint_names_the_same_actors(passage: str) -> None:
    first, second = story(passage, passage)
    assert first == second


@given(passages, passages)
def test_a_story_is_judged_by_its_own_articles(passage: str, other: str) -> None:
    made = corpus(article(passage, "a"), article(other.lower(), "b"))
    (alone,) = find_actors(made.texts[:1], NAMING)
    assert alone == mentions(passage)[0]


@pytest.mark.parametrize(
    "text", ["Chinese ", "Ana Ruiz ", "Ana Ruiz, ", "A&", "Bank of ", "1 $ ' "]
)
def test_endless_repetition_neither_fails_nor_hangs(text: str) -> None:
    found = mentions(text * 20_000)[0]
    assert all(m.end <= 20_000 * len(text) for m in found)


def test_no_articles_have_no_actors() -> None:
    assert mentions() == ()
