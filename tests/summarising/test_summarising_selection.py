"""Which sentences of a story are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import numpy as np
import pytest
from making import DAY, FIRST, SECOND, article, corpus

from digest.model import Reprint, Story, Summary
from digest.ranking import passages
from digest.summarising import Decision, Length, mmr_decisions, select

# Sentences that share no word that counts.
TOLD = (
    "Fishermen of the old harbour mended their nets on Friday.",
    "Schools in the northern valley stayed shut after heavy snow.",
    "Engineers tested the railway bridge with forty loaded waggons.",
    "Bakers across Oldmere raised the price of rye bread again.",
)


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
    found = mmr_decisions(gathered, scores, Length("sentences", 6))
    assert found[0] == Decision(0, 0.9, 0.0, -1, False, "")
    repeat = next(one for one in found if one.index == 3)
    assert (round(repeat.max_similarity, 9), repeat.most_similar, repeat.rejection_reason) == (
        1,
        0,
        "says what is said",
    )


def places(summary: Summary) -> list[tuple[str, int]]:
    return [(one.sentence.article.id, one.sentence.position) for one in summary.sentences]


def test_the_best_stand_in_reading_order() -> None:
    summary = chosen(Length("sentences", 2), [0.1, 0.2, 0.7], FIRST)
    assert places(summary) == [("a0", 1), ("a0", 2)]


def by_source(*outlets: str, scores: tuple[float, ...], reprint: bool = False) -> list[str]:
    """The articles of two chosen sentences; the first article has two, the others one each."""
    texts = (f"{TOLD[0]} {TOLD[1]}", *TOLD[2:])
    told = [
        replace(article(text, f"a{number}"), source=outlet)
        for number, (text, outlet) in enumerate(zip(texts, outlets, strict=False))
    ]
    made = corpus(*told)
    copies = (Reprint(told[1], told[0], 0.9, ""),) if reprint else ()
    story = Story("s", DAY, tuple(told), (), copies)
    gathered = passages(story, made.texts, made.lexicon)
    summary = select(gathered, np.array(scores), Length("sentences", 2))
    return [one.sentence.article.id for one in summary.sentences]


def test_a_source_that_is_cited_stands_back() -> None:
    """At 0.7 of its worth, and not of less."""
    assert by_source("A", "B", scores=(0.9, 0.8, 0.57)) == ["a0", "a1"]
    assert by_source("A", "B", scores=(0.9, 0.8, 0.55)) == ["a0", "a0"]


def test_articles_of_one_outlet_are_one_source() -> None:
    assert by_source("A", "A", "B", scores=(0.9, 0.0, 0.8, 0.57)) == ["a0", "a2"]
    assert by_source("", "", "B", scores=(0.9, 0.0, 0.8, 0.57)) == ["a0", "a1"]


def test_a_reprint_is_no_source_of_its_own() -> None:
    """Whatever outlet has it."""
    assert by_source("A", "C", "B", scores=(0.9, 0.0, 0.8, 0.57), reprint=True) == ["a0", "a2"]


def test_one_source_alone_stands_back_for_nobody() -> None:
    made = corpus(article(FIRST, "a0"))
    gathered = passages(Story("s", DAY, (made.texts[0].article,), ()), made.texts, made.lexicon)
    found = mmr_decisions(gathered, np.array([0.9, 0.8, 0.7]), Length("sentences", 3))
    assert [one.source_cited for one in found] == [False, False, False]


@pytest.mark.parametrize(
    ("amount", "weighed"),
    [(1, [1, 1, 1, 1, 2]), (2, [1, 2, 2, 3, 3]), (3, [2, 3, 3, 4, 5]), (100, [67, 100, 100, 133, 167])],
)  # fmt: skip
def test_a_story_is_told_at_a_length_by_its_weight(amount: int, weighed: list[int]) -> None:
    lengths = [Length("words", amount).weighed(articles) for articles in (1, 2, 4, 5, 10)]
    assert [length.amount for length in lengths] == weighed


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


@pytest.mark.parametrize("unit", ["sentences", "words"])
def test_nothing_is_shown_where_nothing_stands_alone(unit: Literal["sentences", "words"]) -> None:
    summary = chosen(Length(unit, 3), [1.0, 0.5], "Photo: agency. He said so to us all on Friday.")
    assert (places(summary), summary.lede) == ([], None)


def test_words_are_not_overrun() -> None:
    """Eleven words are taken by the best; of the rest only the one of nine fits in 21."""
    summary = chosen(Length("words", 21), [0.9, 0.5, 0.7], FIRST)
    assert places(summary) == [("a0", 0), ("a0", 1)]


def test_the_first_sentence_is_shown_however_long() -> None:
    summary = chosen(Length("words", 3), [0.9, 0.5, 0.7], FIRST)
    assert places(summary) == [("a0", 0)]


def test_the_lede_is_the_best_opening() -> None:
    summary = chosen(Length("sentences", 1), [0.1, 0.9, 0.2, 0.3, 0.2, 0.1], FIRST, SECOND)
    assert summary.lede
    assert (summary.lede.article.id, summary.lede.position) == ("a1", 0)


def test_the_lede_is_the_best_sentence_where_no_opening_stands_alone() -> None:
    summary = chosen(Length("sentences", 2), [0.9, 0.1, 0.2, 0.8], f"Photo: agency. {FIRST}")
    assert summary.lede
    assert (summary.lede.position, places(summary)) == (3, [("a0", 2), ("a0", 3)])
