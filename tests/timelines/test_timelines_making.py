"""What a timeline tells."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article, corpus

from digest.errors import SettingsError
from digest.text import NO_TERM
from digest.timelines import Extent, required_terms, timeline
from digest.timelines.candidates import Candidates
from digest.timelines.centrality import cosine_centrality
from digest.timelines.date_wise import NO_QUERY
from digest.timelines.sentence_pool import sentence_pool

if TYPE_CHECKING:
    from digest.model import Article
    from digest.text import FloatArray, IntArray
    from digest.timelines.sentence_pool import SentencePool

SANK = "The ferry Aurora sank off the coast of Estonia on September 1 with ninety people aboard."
DIVERS = "Divers searched the wreck of the ferry Aurora on September 1 and found nobody alive."
CHARGED = "Prosecutors charged the captain of the ferry Aurora with manslaughter on September 5."
HARVEST = "Farmers in the valley picked apples on September 5 and sold them in the town."
FEW, MANY = Extent(2, 1), Extent(9, 9)


def told(*articles: Article, extent: Extent = MANY, query: str = "") -> list[tuple[str, list[str]]]:
    made = corpus(*articles)
    terms = required_terms(query, made.lexicon) if query else NO_QUERY
    return [
        (one.day.isoformat()[5:], [sentence.text for sentence in one.sentences])
        for one in timeline(made, UTC, extent, terms)
    ]


def later(text: str, name: str, day: int = 20) -> Article:
    """An article of a later day, whose opening tells of no other."""
    return article(text, name, day=date(2020, 9, day))


def test_days_stand_in_order_with_the_sentences_that_tell_of_them() -> None:
    articles = (later(CHARGED, "a"), later(SANK, "b"))
    assert told(*articles, extent=FEW) == [("09-01", [SANK]), ("09-05", [CHARGED])]


def test_a_day_that_more_articles_speak_of_is_told_first() -> None:
    articles = (later(SANK, "a"), later(CHARGED, "b"), later(HARVEST, "c"))
    assert [day for day, _ in told(*articles, extent=Extent(1, 1))] == ["09-05"]


def test_sentences_of_a_day_stand_in_the_order_of_their_articles() -> None:
    for first, second in ((SANK, DIVERS), (DIVERS, SANK)):
        found = told(later(first, "a"), later(second, "b"), extent=Extent(1, 2))
        assert found == [("09-01", [first, second])]


def test_a_reprint_is_not_told_again() -> None:
    articles = [later(SANK, f"a{number}") for number in range(3)]
    assert told(*articles) == [("09-01", [SANK])]


def test_a_sentence_is_told_for_one_of_its_days() -> None:
    both = "The ferry Aurora sailed from Tallinn on September 1 and was lost on September 3."
    assert sum(len(sentences) for _, sentences in told(later(both, "a"))) == 1


def test_what_cannot_stand_alone_is_passed_over_where_there_is_more() -> None:
    hanging = "But it had sunk on September 1 off the coast of Estonia, as divers said."
    assert told(later(f"{hanging} {SANK}", "a")) == [("09-01", [SANK])]
    assert told(later(hanging, "a")) == [("09-01", [hanging])]


def test_since_and_until_bound_the_days_and_not_the_articles() -> None:
    extent = Extent(9, 9, date(2020, 9, 2), date(2020, 9, 5))
    assert told(later(f"{SANK} {CHARGED}", "a"), extent=extent) == [("09-05", [CHARGED])]


def test_only_articles_with_all_words_of_the_query_are_read() -> None:
    articles = (later(CHARGED, "a"), later(HARVEST, "b"))
    assert told(*articles, query="captains of ferries") == [("09-05", [CHARGED])]
    assert told(*articles, query="ferry apples") == []
    assert told(*articles, query="ferry zeppelin") == []


def test_a_title_speaks_of_the_query_too() -> None:
    one = article(HARVEST, "a", day=date(2020, 9, 20), title="Orchards in September")
    assert told(one, query="orchard") == [("09-05", [HARVEST])]


@pytest.mark.parametrize(("query", "position"), [("Estonia", 0), ("divers", 1), ("apples", 2)])
def test_a_query_lifts_the_sentences_with_its_words_above_the_others(
    query: str, position: int
) -> None:
    made = corpus(later(f"{SANK} {DIVERS} {HARVEST}", "a"))
    batch = Candidates((1,), np.array([3]), np.arange(3), np.ones(3))
    terms = required_terms(query, made.lexicon)
    gathered = sentence_pool(made.texts, made.lexicon)
    gained = cosine_centrality(gathered, batch, terms) - cosine_centrality(
        gathered, batch, NO_QUERY
    )
    assert (int(gained.argmax()), gained[position] > 0) == (position, True)


@pytest.mark.parametrize("query", ["the of", " ", "7", "?!"])
def test_a_query_needs_a_word_to_look_for(query: str) -> None:
    with pytest.raises(SettingsError, match=r"^query: has no word to look for"):
        told(later(SANK, "a"), query=query)


def test_a_word_that_no_text_has_is_no_term() -> None:
    made = corpus(later(SANK, "a"))
    terms = required_terms("ferry zeppelin", made.lexicon)
    assert terms.tolist() == [NO_TERM, made.lexicon.names.index("ferri")]


def test_articles_without_dates_make_no_timeline() -> None:
    assert told(article("Rain fell."), article("Snow fell.", "b")) == []


def test_a_walk_is_that_of_its_definition() -> None:
    """Cosines with the day's own document frequencies, 0.3 of them within an article."""
    made = corpus(later(f"{SANK} {DIVERS}", "a"), later(CHARGED, "b"), later(HARVEST, "c"))
    gathered = sentence_pool(made.texts, made.lexicon)
    days = [[0, 1, 2], [1, 2, 3], [3]]
    flat = np.concatenate(days)
    sizes = np.array([len(day) for day in days])
    batch = Candidates((1, 2, 3), sizes, flat, np.ones(len(flat)))
    expected = np.concatenate([_walked(*_dense(gathered, np.array(day))) for day in days])
    assert cosine_centrality(gathered, batch, NO_QUERY) == pytest.approx(expected, abs=2e-4)


def _dense(gathered: SentencePool, sentences: IntArray) -> tuple[FloatArray, IntArray]:
    counts = np.zeros((len(sentences), int(gathered.terms.max()) + 1))
    for row, sentence in enumerate(sentences):
        terms, _ = gathered.terms_of(np.array([sentence]))
        np.add.at(counts[row], terms, 1)
    counts *= np.log((len(sentences) + 1) / ((counts > 0).sum(axis=0) + 0.5))
    return counts / np.linalg.norm(counts, axis=1)[:, None], gathered.articles[sentences]


def _walked(unit: FloatArray, articles: IntArray) -> FloatArray:
    links = unit @ unit.T * np.where(articles[:, None] == articles, 0.3, 1.0)
    np.fill_diagonal(links, 0.0)
    size, sums = len(unit), links.sum(axis=1)
    steps = np.where(sums[:, None] > 0, links / np.where(sums > 0, sums, 1)[:, None], 1 / size)
    steps = np.where(sums[:, None] > 0, 0.15 / size + 0.85 * steps, 1 / size)
    scores = np.full(size, 1 / size)
    for _ in range(200):
        scores = scores @ steps
    return scores


WORDS = st.sampled_from(("ferry", "harbour", "captain", "storm", "divers", "Estonia", "sank"))
SENTENCES = st.builds(
    lambda words, day: f"Officials said on September {day} that {' '.join(words)} was there.",
    st.lists(WORDS, min_size=1, max_size=6),
    st.integers(1, 9),
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(1, 4), st.integers(1, 3))
def test_a_timeline_keeps_to_its_extent_and_repeats_no_sentence(
    texts: list[str], days: int, sentences: int
) -> None:
    start = date(2020, 9, 10)
    articles = [
        article(text, f"a{n}", day=start + timedelta(days=n)) for n, text in enumerate(texts)
    ]
    made = timeline(corpus(*articles), UTC, Extent(days, sentences))
    shown = [(s.article.id, s.position) for one in made for s in one.sentences]
    assert [one.day for one in made] == sorted({one.day for one in made})
    assert (len(made) <= days, len(shown)) == (True, len(set(shown)))
    assert all(1 <= len(one.sentences) <= sentences for one in made)
