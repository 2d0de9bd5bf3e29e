"""Headlines, labels, and which sentences names need."""

from __future__ import annotations

from datetime import UTC

import numpy as np
from making import DAY, article, corpus

from digest.annotating import Annotators, annotate
from digest.annotating.entries import MAX_ACTORS_IN_BRIEF, naming_sentences
from digest.annotating.headlines import shortened
from digest.entities import load_naming
from digest.model import AnnotatedStory, Article, Sentence, Story
from digest.ranking import passages
from digest.summarising import Length, select

FULL = (
    "General Maria Keller met the Northern Trade Council (NTC) in Geneva on Monday. "
    "The weather was fine and the lake was calm all day. "
    "Keller said that the NTC would vote on Friday about the new tariffs."
)


def entry(*articles: Article, best: int, terms: tuple[str, ...] = ()) -> AnnotatedStory:
    made = corpus(*articles)
    story = passages(Story("s", DAY, articles, terms), made.texts, made.lexicon)
    scores = np.zeros(len(story.lengths))
    scores[best] = 1.0
    summary = select(story, scores, Length("sentences", 1))
    texts = {text.article.id: text for text in made.texts}
    (made_entry,) = annotate([summary], texts, made.lexicon, Annotators(UTC, load_naming()))
    return made_entry


def test_a_short_name_in_a_cited_sentence_finds_its_full_name() -> None:
    """`Keller` and `NTC` alone are spelled out in a sentence that is not shown."""
    (sentence,) = entry(article(FULL), best=2).sentences
    assert [(m.text, m.kind, m.actor) for m in sentence.actors] == [
        ("Keller", "person", "Maria Keller"),
        ("NTC", "organisation", "Northern Trade Council"),
    ]


def test_dates_of_a_cited_sentence_are_resolved_against_its_article() -> None:
    """The third of September 2020 is a Thursday, and the vote lies ahead."""
    (sentence,) = entry(article(FULL), best=2).sentences
    assert [(m.text, m.value) for m in sentence.dates] == [("Friday", "2020-09-04")]


def test_what_a_dateline_names_is_not_mentioned() -> None:
    lede = "OSLO, Sept 1 (Reuters) - Norway closed the port of Bergen to all ships on Friday."
    (sentence,) = entry(article(lede), best=0).sentences
    named = [mention.text for mention in sentence.actors]
    assert ([date.text for date in sentence.dates], named) == (["Friday"], ["Norway", "Bergen"])


def test_only_sentences_with_longer_names_are_needed() -> None:
    text = corpus(article(FULL)).texts[0]
    lexicon = corpus(article(FULL)).lexicon
    assert naming_sentences(text, [2], lexicon).tolist() == [True, False, True]


def test_the_headline_is_the_title_of_the_most_central_article_that_has_one() -> None:
    untitled, titled = article(FULL, "a"), article(FULL, "b", title="Council to vote")
    made = entry(untitled, titled, best=0)
    assert (made.headline, made.headline_of) == ("Council to vote", titled)


def test_a_story_in_brief_has_its_title_its_actors_and_no_sentence() -> None:
    hangs = "He met General Maria Keller in Geneva."
    made = entry(article(hangs, title="Talks in Geneva"), best=0, terms=("Keller",))
    assert (made.headline, made.label, made.sentences) == ("Talks in Geneva", "Maria Keller", ())
    told = [(actor.name, actor.role) for actor in made.actors]
    assert told == [("Geneva", ""), ("Maria Keller", "General")]


def test_what_a_dateline_names_is_no_actor_of_a_story_in_brief() -> None:
    made = entry(article("OSLO, Sept 3 (Reuters) - He met General Maria Keller in Geneva."), best=0)
    assert [actor.name for actor in made.actors] == ["Geneva", "Maria Keller"]


def test_the_headline_of_a_story_in_brief_without_a_title_is_its_label() -> None:
    text = "He met them at the lake for talks."
    made = entry(article(text), best=0, terms=("talks", "lake"))
    assert (made.headline, made.headline_of, made.label) == ("talks, lake", None, "talks, lake")


def test_many_actors_of_a_story_in_brief_are_too_many() -> None:
    states = "Norway, Sweden, Denmark, Finland, Iceland, Germany and France"
    made = entry(article(f"He wrote to {states}."), best=0)
    assert len(made.actors) == MAX_ACTORS_IN_BRIEF


def test_only_the_beginning_of_an_article_in_brief_is_searched_for_actors() -> None:
    made = entry(article("He slept. " * 9 + "She met Ann Berg. He met Maria Keller."), best=0)
    assert [actor.name for actor in made.actors] == ["Ann Berg"]


def test_the_label_spells_out_the_names_among_the_terms() -> None:
    made = entry(article(FULL), best=2, terms=("Keller", "tariffs", "Maria", "NTC"))
    assert made.label == "Maria Keller, tariffs, Northern Trade Council"


def test_a_long_lede_is_cut_at_a_word() -> None:
    lede = "OSLO — " + "The harbour master said again and again that " * 4
    assert shortened(Sentence(article(lede), 0, 0, len(lede))) == (
        "The harbour master said again and again that The harbour master said again and again "
        "that The…"
    )


def test_an_entry_tells_roles_and_actions() -> None:
    """A role that a cited sentence lacks is told by another of its article."""
    made = entry(article(FULL), best=0)
    (action,) = made.actions
    assert (action.subject.actor, action.words, action.object and action.object.actor) == (
        "Maria Keller",
        "met",
        "Northern Trade Council",
    )
    assert {actor.name: actor.role for actor in entry(article(FULL), best=2).actors} == {
        "Maria Keller": "General",
        "Northern Trade Council": "",
    }
