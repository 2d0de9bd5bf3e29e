"""Which sentences of a story are shown."""

from __future__ import annotations

from datetime import date

import numpy as np
from making import DAY, FIRST, SECOND, article, corpus

from digest.model import Story, Summary
from digest.ranking import passages
from digest.summarising import Considered, Length, consider, select


def chosen(length: Length, scores: list[float], *texts: str) -> Summary:
    made = corpus(*(article(text, f"a{number}") for number, text in enumerate(texts)))
    articles = tuple(text.article for text in made.texts)
    story = passages(Story("s", DAY, articles, ()), made.texts, made.lexicon)
    return select(story, np.array(scores), length)


def test_sentences_stand_in_the_order_of_publication() -> None:
    """Also where the later article comes first in the story."""
    days = (date(2020, 9, 4), date(2020, 9, 3))
    texts = (FIRST, SECOND)
    made = corpus(*(article(t, f"a{n}", day=d) for n, (t, d) in enumerate(zip(texts, days, strict=True))))  # fmt: skip
    story = Story("s", DAY, tuple(text.article for text in made.texts), ())
    gathered = passages(story, made.texts, made.lexicon)
    summary = select(gathered, np.array([0.0, 0.9, 0.0, 0.0, 0.8, 0.0]), Length("sentences", 2))
    assert places(summary) == [("a1", 1), ("a0", 1)]


def test_what_was_considered_tells_why() -> None:
    """The near repeat names the chosen sentence that pushed it out, and how near it is."""
    made = corpus(article(FIRST, "a0"), article(SECOND, "a1"))
    story = Story("s", DAY, tuple(text.article for text in made.texts), ())
    gathered = passages(story, made.texts, made.lexicon)
    scores = np.array([0.9, 0.0, 0.0, 0.8, 0.0, 0.0])
    found = consider(gathered, scores, Length("sentences", 6))
    assert found[0] == Considered(0, 0.9, 0.0, -1, "")
    repeat = next(one for one in found if one.index == 3)
    assert (round(repeat.likeness, 9), repeat.like, repeat.reason) == (1, 0, "says what is said")


def places(summary: Summary) -> list[tuple[str, int]]:
    return [(one.sentence.article.id, one.sentence.position) for one in summary.sentences]


def test_the_best_stand_in_reading_order() -> None:
    summary = chosen(Length("sentences", 2), [0.1, 0.2, 0.7], FIRST)
    assert places(summary) == [("a0", 1), ("a0", 2)]


def test_equal_scores_are_settled_by_position() -> None:
    """Also where they differ by no more than rounding."""
    summary = chosen(Length("sentences", 1), [0.1, 0.3, 0.3 + 1e-16], FIRST)
    assert places(summary) == [("a0", 1)]


def test_a_near_repeat_is_passed_over() -> None:
    """The second article opens with the first's words in another order."""
    summary = chosen(Length("sentences", 2), [0.9, 0.1, 0.1, 0.8, 0.2, 0.0], FIRST, SECOND)
    assert places(summary) == [("a0", 0), ("a1", 1)]


def test_a_fragment_is_passed_over() -> None:
    summary = chosen(Length("sentences", 1), [0.1, 0.2, 0.9], SECOND)
    assert places(summary) == [("a0", 1)]


def test_fragments_are_shown_where_there_is_nothing_else() -> None:
    summary = chosen(Length("sentences", 1), [1.0], "Photo: agency.")
    assert places(summary) == [("a0", 0)]


def test_words_are_not_overrun() -> None:
    """Eleven words are taken by the best; of the rest only the one of nine fits in 21."""
    summary = chosen(Length("words", 21), [0.9, 0.5, 0.7], FIRST)
    assert places(summary) == [("a0", 0), ("a0", 1)]


def test_the_first_sentence_is_shown_however_long() -> None:
    summary = chosen(Length("words", 3), [0.9, 0.5, 0.7], FIRST)
    assert places(summary) == [("a0", 0)]


def test_the_lede_is_the_best_opening() -> None:
    summary = chosen(Length("sentences", 1), [0.1, 0.9, 0.2, 0.3, 0.2, 0.1], FIRST, SECOND)
    assert (summary.lede.article.id, summary.lede.position) == ("a1", 0)
