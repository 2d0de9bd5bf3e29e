"""What looks like a date and is none."""

from __future__ import annotations

from datetime import date

import pytest

from digest.dates import find_dates


@pytest.mark.parametrize(
    "text",
    [
        "You may march on the town.",
        "The Sun had it first, then the Daily Mail and the Sunday Times.",
        "She was second in the race and third overall.",
        "Only 2 of 3 came.",
        "They marked the 75th anniversary.",
        "The fund holds 1,990 shares and 2,008 bonds.",
        "A 9-year-old boy met a man of 45 years of age.",
        "He is 12 years old.",
        "It costs $5 million a year.",
        "They won 21-10, drew 3-1 and lost 2-0.",
        "It cost $1999, £2010 or 2000 euros.",
        "Call 020 7946 0958, 555-2010 or +44 2079 1999.",
        "The S-400 was shown at India-2021.",
        "He commands 14 Corps.",
        "Flight 1549 left for Route 1950.",
        "About 1500 soldiers met 2000 people.",
        "The ratio was 3:16.",
        "April Smith met August Wilson and June Brown.",
        "Three quarters of them agreed.",
        "It rose 1.2008 points to 1987.5.",
        "Version 10.12.2000 of Windows 2000 is old.",
        "Mr May and Ms March met Theresa May.",
    ],
)
def test_trap_is_not_read(text: str) -> None:
    """None of these words is a temporal expression."""
    assert find_dates(text, date(2020, 7, 15), [(0, len(text))]) == ()
