"""What entries tell beyond what was told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from making import DAY, article

from digest.model import (
    ActorMention,
    CitedSentence,
    DateMention,
    Entry,
    Novelty,
    Sentence,
    Story,
)
from digest.storylines import NOTHING, entry_facts, novelty
from digest.storylines.figures import figures

if TYPE_CHECKING:
    from digest.model import ActorKind
    from digest.storylines import ReaderKnowledge

FROZE = "The harbour of Oldmere froze on Monday, and 12 ships wait."
FREED = "Ada Lindqvist freed 1,200 people on Tuesday for $3 million."


def cited(text: str, date: tuple[str, str], actor: str) -> CitedSentence:
    """A sentence that is an article, with one date (phrase and value) and one actor."""
    phrase, value = date
    start, named = text.index(phrase), text.index(actor)
    return CitedSentence(
        Sentence(article(text), 0, 0, len(text)),
        1.0,
        (DateMention(start, start + len(phrase), phrase, "DATE", value),),
        (ActorMention(named, named + len(actor), actor, "place", actor),),
    )


def entry(*sentences: CitedSentence) -> Entry:
    one = sentences[0].sentence.article
    return Entry(Story("s", DAY, (one,), ()), "", one, "", sentences, ())


def known(*entries: Entry) -> ReaderKnowledge:
    return NOTHING.with_facts(map(entry_facts, entries))


OLD = cited(FROZE, ("Monday", "2020-09-07"), "Oldmere")
NEW = cited(FREED, ("Tuesday", "2020-09-08"), "Ada Lindqvist")


def test_sentences_dates_actors_and_figures_are_told_once() -> None:
    before = known(entry(OLD))
    expected = Novelty((NEW,), NEW.dates, ("Ada Lindqvist",), ("1,200 people", "$3 million"))
    assert novelty([entry(OLD, NEW)], before) == expected


def test_a_sentence_with_a_word_changed_is_not_new() -> None:
    again = cited(FROZE.replace("wait", "waited"), ("Monday", "2020-09-07"), "Oldmere")
    assert novelty([entry(again)], known(entry(OLD))) == Novelty((), (), (), ())


def test_all_is_new_where_nothing_was_told() -> None:
    assert novelty([entry(OLD)], NOTHING) == Novelty((OLD,), OLD.dates, ("Oldmere",), ("12 ships",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose by 4.5 percent to 1,250 points.", ["4.5%", "1250"]),
        ("A £2bn plan, or £2 billion.", ["£2bn", "£2bn"]),
        ("The G7 met in room B-12 of flight MH17.", []),
        ("Of 39, 4,714, and 17 of us by 16:10.", ["4714"]),
    ],
)
def test_a_figure_has_one_form_for_all_spellings(text: str, expected: list[str]) -> None:
    assert [plain for _, plain in figures(text, 0, ())] == expected


def test_a_figure_is_shown_with_what_it_counts() -> None:
    found = figures("They found 1,250 new cases, and 300 in May, of 5% of 12 ships.", 0, ())
    assert [shown for shown, _ in found] == ["1,250 new cases", "300", "5%", "12 ships"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32 pump machines and 91 human cases", ["32 pump machines", "91 human cases"]),
        ("43 dead, 12 more wounded and 3 missing", ["43 dead", "12 more wounded", "3 missing"]),
        ("47 more followed, 61 having left, 12 known", []),
        ("300 across 40 countries, 500 today", ["300", "40 countries", "500"]),
        (
            "4.9 billion flu vaccine doses, 40 km of road",
            ["4.9 billion flu vaccine doses", "40 km"],
        ),
        ("the 2010 season, with 2010 people", ["2010 people"]),
        ("11 workers' boots, $5bn deals, 44% shares", ["$5bn", "44%"]),
    ],
)
def test_what_a_figure_counts_is_a_noun(text: str, expected: list[str]) -> None:
    assert [shown for shown, _ in figures(text, 0, ())] == expected


@pytest.mark.parametrize(
    ("actor", "kind", "before", "is_new"),
    [
        ("Lindqvist", "person", FREED, False),
        ("Lindqvist", "place", FREED, True),
        ("Oldmere", "place", "The harbour of Oldmere freed Ada Lindqvist.", False),
        ("Oldmere", "place", "The Gulf of Oldmere freed Ada Lindqvist.", True),
        ("Oldmere", "place", "In Oldmere City they freed Ada Lindqvist.", True),
        ("Ada Lind", "person", "They freed Ada Lindqvist.", True),
    ],
)
def test_a_name_is_known_where_it_stood(
    actor: str, kind: ActorKind, before: str, is_new: bool
) -> None:
    """The sentence before names only Ada Lindqvist as an actor."""
    start = before.index("Ada Lindqvist")
    named = ActorMention(start, start + 13, "Ada Lindqvist", "person", "Ada Lindqvist")
    old = CitedSentence(Sentence(article(before), 0, 0, len(before)), 1.0, (), (named,))
    mention = ActorMention(0, len(actor), actor, kind, actor)
    new = CitedSentence(Sentence(article(actor), 0, 0, len(actor)), 1.0, (), (mention,))
    assert novelty([entry(new)], known(entry(old))).actors == ((actor,) if is_new else ())


def test_a_headline_tells_figures_and_actors() -> None:
    before = replace(entry(OLD), headline="Ada Lindqvist frees 1,200 people")
    assert novelty([entry(NEW)], known(before)) == Novelty((NEW,), NEW.dates, (), ("$3 million",))


def test_a_dateline_tells_no_figures() -> None:
    text = "Fri Aug 7, 2020 12:30 pm EDT The harbour froze with 12 ships."
    one = CitedSentence(Sentence(article(text), 0, 0, len(text)), 1.0, (), ())
    assert novelty([entry(one)], NOTHING).figures == ("12 ships",)


def test_a_date_is_no_figure() -> None:
    mention = DateMention(103, 109, "7 July", "DATE", "2020-07-07")
    assert list(figures("On 7 July 30 ships came.", 100, (mention,))) == [("30 ships", "30")]
