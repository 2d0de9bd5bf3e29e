"""Expressions as news has them, against the day an article was written."""

from __future__ import annotations

from datetime import date

import pytest

from digest.dates import find_dates

Found = list[tuple[str, str, str, str]]
SEPTEMBER = date(2020, 9, 3)  # a Thursday
JUNE = date(2020, 6, 23)  # a Tuesday


def found(text: str, written: date) -> Found:
    mentions = find_dates(text, written, [(0, len(text))])
    return [(mention.text, mention.type, mention.value, mention.mod) for mention in mentions]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        (SEPTEMBER, "officials said on Thursday", [("Thursday", "DATE", "2020-09-03", "")]),
        (SEPTEMBER, "since it broke out in early May", [("early May", "DATE", "2020-05", "START")]),
        (
            SEPTEMBER,
            "they took the hill five days ago",
            [("five days ago", "DATE", "2020-08-29", "")],
        ),
        (
            SEPTEMBER,
            "he is set to go on September 10",
            [("September 10", "DATE", "2020-09-10", "")],
        ),
        (
            SEPTEMBER,
            "the fair will be held once more in a large hangar outside the old town from February 3 to 7",
            [("February 3 to 7", "DATE", "2021-02-03/2021-02-07", "")],
        ),
        (
            SEPTEMBER,
            "drills over the next two days",
            [("the next two days", "DURATION", "P2D", "")],
        ),
        (SEPTEMBER, "a one-hour meeting", [("one-hour", "DURATION", "PT1H", "")]),
        (JUNE, "they met in the 11 hour long talks", [("11 hour", "DURATION", "PT11H", "")]),
        (JUNE, "talks that he held on Monday", [("Monday", "DATE", "2020-06-22", "")]),
        (
            JUNE,
            "both will mark the old victory with a long parade of tanks in the middle of the city on Wednesday",
            [("Wednesday", "DATE", "2020-06-24", "")],
        ),
        (JUNE, "they closed the border on March 24", [("March 24", "DATE", "2020-03-24", "")]),
        (JUNE, "he met them on Tuesday", [("Tuesday", "DATE", "2020-06-23", "")]),
        (JUNE, "the posts were held till early May", [("early May", "DATE", "2020-05", "START")]),
    ],
)
def test_phrases_of_two_articles(written: date, text: str, expected: Found) -> None:
    """The kinds of expression that the first two articles hold are read and resolved."""
    assert found(text, written) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Monday.", "2020-06-22"),
        ("He will speak on Monday.", "2020-06-29"),
        ("Talks are due on Monday.", "2020-06-29"),
        ("He may speak on Friday.", "2020-06-26"),
        ("He may speak on Monday.", "2020-06-22"),
        ("It is on this Friday.", "2020-06-26"),
        ("It will close this Monday.", "2020-06-29"),
        ("It is clear that Monday will be dry.", "2020-06-29"),
        ("He will speak of Monday's vote.", "2020-06-22"),
        ("He will say what they decided on Friday.", "2020-06-19"),
    ],
)
def test_direction_of_a_weekday(text: str, value: str) -> None:
    """The last cue before a weekday, or a future just after it, says which one is meant."""
    assert [mention[2] for mention in found(text, JUNE)] == [value]


def test_years_of_two_form_two_mentions() -> None:
    """Two years with a dash are two mentions."""
    assert found("the war of 1939-45 and the years 2009-2010", JUNE) == [
        ("1939", "DATE", "1939", ""),
        ("45", "DATE", "1945", ""),
        ("2009", "DATE", "2009", ""),
        ("2010", "DATE", "2010", ""),
    ]


def test_history_takes_years_from_those_named() -> None:
    """In an article of old years and no weekdays, a date without a year has the year last named."""
    text = "It began in 1861. By 1862 the south was blockaded. On May 3 1863 they met. In July, they fled. It was over in 1865."
    assert [mention[2] for mention in found(text, JUNE)] == [
        "1861",
        "1862",
        "1863-05-03",
        "1863-07",
        "1865",
    ]


def test_results_speak_of_quarters() -> None:
    """In news of a company's results the year-ago period is the quarter named, a year before."""
    text = "Sales rose in the first quarter. In the year-ago period they fell."
    assert [mention[2] for mention in found(text, JUNE)] == ["2020-Q1", "2019-Q1"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Profit rose in the third quarter. In the year-ago period it fell; for the quarter, it rose from a year earlier.",
            ["2020-Q3", "2019-Q3", "2020-Q3", "2019-Q3"],
        ),
        (
            "Sales rose in the second quarter. In the first nine months, profit rose from a year earlier.",
            ["2020-Q2", "P9M", "2019"],
        ),
        ("Its fourth-quarter loss grew.", ["2019-Q4"]),
        ("First-half sales and second-quarter profit rose.", ["2020-H1", "2020-Q2"]),
        ("Revenue in fiscal 2019's first quarter fell.", ["2019-Q1"]),
        ("Profit fell in the quarter ended June 30.", ["2020-Q2", "2020-06-30"]),
        ("Profit and sales in the latest quarter fell.", ["2020-Q2"]),
    ],
)
def test_results_of_a_company(text: str, values: list[str]) -> None:
    """Quarters, halves and years of results are those that a reader of the day would take."""
    assert [mention[2] for mention in found(text, SEPTEMBER)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since the September 11 attacks", ("September 11", "DATE", "2001-09-11", "")),
        ("It was last March 3.", ("last March 3", "DATE", "2020-03-03", "")),
        ("the year that ended Dec. 31", ("Dec. 31", "DATE", "2019-12-31", "")),
        ("They will meet Tuesday at 5 p.m.", ("Tuesday at 5 p.m.", "TIME", "2020-09-08T17:00", "")),
        ("Sat Aug 29, 2020 6:58 am EDT", ("Sat Aug 29, 2020 6:58 am EDT", "TIME", "2020-08-29T06:58", "")),
        ("at eight o'clock", ("eight o'clock", "TIME", "2020-09-03T08:00", "")),
        ("for an hour and 13 minutes", ("an hour and 13 minutes", "DURATION", "PT1H13M", "")),
        ("in two to three weeks", ("two to three weeks", "DURATION", "P3W", "")),
        ("after 1.5 years", ("1.5 years", "DURATION", "P1.5Y", "")),
        ("in nineteen eighty-four", ("nineteen eighty-four", "DATE", "1984", "")),
        ("ten years ago today", ("ten years ago today", "DATE", "2010-09-03", "")),
        ("three times a week", ("three times a week", "SET", "P1W", "")),
        ("He is expected to go on Wednesday", ("Wednesday", "DATE", "2020-09-09", "")),
    ],
)  # fmt: skip
def test_one_phrase_is_one_mention(text: str, expected: tuple[str, str, str, str]) -> None:
    """An expression is read whole, and resolved to the day of a calendar."""
    assert found(text, SEPTEMBER) == [expected]


def test_dates_of_a_sentence_do_not_depend_on_the_others_asked_for() -> None:
    """A sentence that looks back is read the same alone as among its neighbours."""
    text = "They fled on May 3. They were caught the next day."
    sentences = [(0, 19), (20, len(text))]
    both = find_dates(text, JUNE, sentences)
    assert find_dates(text, JUNE, sentences, asked=[1]) == both[1:]


def test_what_cannot_be_resolved_has_no_value() -> None:
    """A day that no calendar has is reported without an invented value."""
    assert found("It fell on June 31, 2019.", JUNE) == [("June 31, 2019", "DATE", "", "")]
