"""Why an article is in its story, and why a sentence is chosen or left out."""

from __future__ import annotations

from datetime import UTC

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import DAY, FIRST, SECOND, article, corpus

from digest.clustering import background, group, term_frequencies, tf_idf_alone
from digest.explaining import begins_with, day_similarities, explain_sentences, may_contain
from digest.model import Sentence, SentenceReasons, Story
from digest.ranking import passages
from digest.summarising import Length, select

THIRD = "Farmers in the valley picked apples in fine weather. The harvest of apples is small."
SCORES = (0.9, 0.3, 0.1, 0.8, 0.2, 0.7)


def explained(length: Length, *scores: float) -> tuple[SentenceReasons, ...]:
    made = corpus(article(FIRST, "a0"), article(SECOND, "a1"))
    story = Story("s", DAY, tuple(text.article for text in made.texts), ())
    gathered = passages(story, made.texts, made.lexicon)
    return explain_sentences(gathered, np.array(scores), length)


def place(sentence: Sentence | None) -> tuple[str, int] | None:
    return (sentence.article.id, sentence.position) if sentence else None


def test_each_sentence_has_its_reason_in_the_order_of_turns() -> None:
    reasons = explained(Length("sentences", 2), *SCORES)
    assert [(place(one.sentence), one.chosen, one.rejection_reason) for one in reasons] == [
        (("a0", 0), True, ""),
        (("a1", 2), False, "too short or too long"),
        (("a0", 1), True, ""),
        (("a1", 1), False, "the length is reached"),
        (("a0", 2), False, "the length is reached"),
        (("a1", 0), False, "says what is said"),
    ]


def test_a_repeat_names_what_pushed_it_out() -> None:
    reasons = explained(Length("sentences", 6), *SCORES)
    repeat = next(one for one in reasons if place(one.sentence) == ("a1", 0))
    assert (repeat.rejection_reason, place(repeat.most_similar)) == ("says what is said", ("a0", 0))
    assert (round(repeat.max_similarity, 9), round(repeat.mmr_score, 9)) == (1, 0)


def test_what_had_no_turn_is_measured_against_all_that_were_chosen() -> None:
    """As if its turn had come then."""
    full = explained(Length("sentences", 1), *SCORES)
    turned = explained(Length("sentences", 6), *SCORES)
    assert {
        (one.sentence, one.mmr_score, one.most_similar)
        for one in full
        if one.sentence.position == 1
    } == {
        (one.sentence, one.mmr_score, one.most_similar)
        for one in turned[1:4]
        if one.sentence.position == 1
    }


def test_words_that_are_left_are_too_few() -> None:
    reasons = explained(Length("words", 20), 0.9, 0.0, 0.8, 0.0, 0.0, 0.0)
    assert [one.rejection_reason for one in reasons][:2] == ["", "does not fit in"]


def test_nothing_is_chosen_for_want_of_better() -> None:
    made = corpus(article("He said that it would be opened again by them soon.", "a"))
    story = Story("s", DAY, (made.texts[0].article,), ())
    gathered = passages(story, made.texts, made.lexicon)
    (only,) = explain_sentences(gathered, np.array([1.0]), Length("sentences", 1))
    assert (only.chosen, only.rejection_reason, only.broken_rule) == (
        False,
        "opening that hangs",
        "opening that hangs",
    )


@given(
    st.lists(st.floats(-1, 1), min_size=6, max_size=6),
    st.builds(Length, st.sampled_from(("sentences", "words")), st.integers(1, 60)),
)
def test_all_sentences_are_explained_and_the_chosen_are_the_summary(
    scores: list[float], length: Length
) -> None:
    made = corpus(article(FIRST, "a0"), article(SECOND, "a1"))
    story = Story("s", DAY, tuple(text.article for text in made.texts), ())
    gathered = passages(story, made.texts, made.lexicon)
    reasons = explain_sentences(gathered, np.array(scores), length)
    summary = select(gathered, np.array(scores), length)
    places = [place(one.sentence) for one in reasons]
    assert sorted(filter(None, places)) == [(name, at) for name in ("a0", "a1") for at in range(3)]
    assert {one.sentence for one in reasons if one.chosen} == {
        one.sentence for one in summary.sentences
    }


def test_an_article_is_nearest_to_those_of_its_story() -> None:
    """Its averages are those of its cosines, and every figure is a cosine of the grouping."""
    made = corpus(article(FIRST, "a"), article(SECOND, "b"), article(THIRD, "c"))
    weights = tf_idf_alone(term_frequencies(made), background().commonness(made.lexicon.names))
    stories = group(made, weights, UTC, least=0.1)
    near = day_similarities(made, weights, stories, 0.1)
    reasons = near.reasons(made.texts[0].article)
    (neighbour,) = reasons.neighbours
    assert (neighbour.article.id, neighbour.story, reasons.story) == ("b", stories[0], stories[0])
    assert (reasons.similarity, reasons.nearest_other, reasons.other_similarity) == (
        neighbour.cosine,
        stories[1],
        0.0,
    )
    assert near.centrality(stories[0]) == pytest.approx((neighbour.cosine,) * 2)


def test_an_article_alone_is_similar_to_nothing() -> None:
    made = corpus(article(THIRD, "c"))
    weights = tf_idf_alone(term_frequencies(made), background().commonness(made.lexicon.names))
    near = day_similarities(made, weights, group(made, weights, UTC), 0.24)
    reasons = near.reasons(made.texts[0].article)
    assert (reasons.similarity, reasons.nearest_other, reasons.other_similarity) == (
        None,
        None,
        None,
    )
    assert near.story_reasons(reasons.story, ()).similarity is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("HILLFORD (Wire) — A judge", True),
        ("A judge in  Hillford", True),
        ("judge in Hillford", False),
        ("A judge\nin Hillford heard", True),
    ],
)
def test_a_sentence_is_known_by_how_it_begins(words: str, found: bool) -> None:
    """With its dateline or as it is shown, whatever the blanks."""
    told = article("HILLFORD (Wire) — A judge in\nHillford heard a thief of pears.", "a")
    assert begins_with(Sentence(told, 0, 0, len(told.text)), words) == found
    assert may_contain(told, words)
