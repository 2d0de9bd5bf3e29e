"""TIMEX3 values as a reader reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.rendering.date_format import html_datetime, timex_in_words


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2020-09-03", "", "3 Sep 2020"),
        ("XXXX-09-03", "", "3 Sep"),
        ("2020-05", "START", "start of May 2020"),
        ("XXXX-05", "", "May"),
        ("2020", "", "2020"),
        ("199", "", "1990s"),
        ("2020-W36", "", "week of 31 Aug 2020"),
        ("2020-W36-WE", "", "weekend of 5 Sep 2020"),
        ("2020-W36-4", "", "3 Sep 2020"),
        ("2020-SU", "", "summer 2020"),
        ("2020-Q3", "END", "end of third quarter of 2020"),
        ("2020-09-03T14:30", "", "3 Sep 2020, 14:30"),
        ("2020-09-03TMO", "", "3 Sep 2020, morning"),
        ("T14", "APPROX", "about 14:00"),
        ("2021-02-03/2021-02-07", "", "3–7 Feb 2021"),
        ("2020-09-28/2020-10-02", "", "28 Sep – 2 Oct 2020"),
        ("2019-12-30/2020-01-02", "", "30 Dec 2019 – 2 Jan 2020"),
        ("2020-05/2020-07", "", "May – Jul 2020"),
        ("P3D", "LESS_THAN", "less than 3 days"),
        ("P1W", "", "1 week"),
        ("PT90M", "", "90 minutes"),
        ("P2CE", "", "2 centuries"),
        ("PRESENT_REF", "", "now"),
        ("2020-13", "", "2020-13"),
        ("2020-00", "", "2020-00"),
        ("2020-W60", "", "2020-W60"),
        ("2020-ZZ", "", "2020-ZZ"),
        ("P", "", "P"),
        ("", "", ""),
        ("who knows", "NEW", "who knows"),
    ],
)
def test_a_value_is_told_in_words(value: str, mod: str, words: str) -> None:
    assert timex_in_words(value, "DATE", mod) == words


@given(
    st.text(st.sampled_from("0129X-WTPDMYSQ:/.+ZE"), max_size=16), st.sampled_from(["DATE", "SET"])
)
def test_every_value_has_words(value: str, kind: str) -> None:
    """None is lost and none raises."""
    assert bool(timex_in_words(value, kind)) == bool(value)


@pytest.mark.parametrize(
    "value",
    [
        "2020",
        "2020-09",
        "2020-09-03",
        "2020-W36",
        "2020-09-03T14:30",
        "2020-09-03T14:30:05.123+05:30",
        "P3D",
        "PT2H",
    ],
)
def test_html_takes_these_as_they_stand(value: str) -> None:
    assert html_datetime(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "202",
        "0000",
        "2020-13",
        "2020-02-30",
        "2020-W54",
        "2020-W36-4",
        "2020-09-03T14",
        "2020-09-03T25:00",
        "P",
        "PT",
        "P3W",
        "P1Y",
        "T14:30",
        "٢٠٢٠",
        "2020-05/2020-06",
    ],
)
def test_html_takes_none_of_these(value: str) -> None:
    assert html_datetime(value) == ""
