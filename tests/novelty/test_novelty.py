"""What entries tell beyond what was told."""

from __future__ import annotations

import pytest
from making import DAY, article

from digest.model import (
    ActorMention,
    CitedSentence,
    DateMention,
    Entry,
    News,
    Sentence,
    Story,
)
from digest.novelty import figures, news, told

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


OLD = cited(FROZE, ("Monday", "2020-09-07"), "Oldmere")
NEW = cited(FREED, ("Tuesday", "2020-09-08"), "Ada Lindqvist")


def test_sentences_dates_actors_and_figures_are_told_once() -> None:
    before = told([entry(OLD)])
    expected = News((NEW,), NEW.dates, ("Ada Lindqvist",), ("1,200 people", "$3 million"))
    assert news([entry(OLD, NEW)], before) == expected


def test_a_sentence_with_a_word_changed_is_not_new() -> None:
    again = cited(FROZE.replace("wait", "waited"), ("Monday", "2020-09-07"), "Oldmere")
    assert news([entry(again)], told([entry(OLD)])) == News((), (), (), ())


def test_all_is_new_where_nothing_was_told() -> None:
    assert news([entry(OLD)], told([])) == News((OLD,), OLD.dates, ("Oldmere",), ("12 ships",))


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


def test_a_date_is_no_figure() -> None:
    mention = DateMention(103, 109, "7 July", "DATE", "2020-07-07")
    assert list(figures("On 7 July 30 ships came.", 100, (mention,))) == [("30 ships", "30")]
