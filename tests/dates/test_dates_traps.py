"""What looks like a date and is none."""

from __future__ import annotations

from datetime import date

import pytest

from digest.dates import find_dates

WRITTEN = date(2020, 7, 15)
TRAPS = [
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
    "The minister may resign.",
    "May the best team win.",
    "They march for peace and march back.",
    "The March for Life drew thousands.",
    "The Sun reported the case and the Mirror followed.",
    "He read it in the Sun and the Daily Telegraph.",
    "Wait a second, he told the second man.",
    "The second of the three died.",
    "It was his second, third and fourth goal.",
    "Only 2 of 3 voters agree.",
    "One in 20 and 12 of 31 failed.",
    "They kept its 75th anniversary and her 40th birthday.",
    "It is the 2nd largest and the 31st state.",
    "It sold 1,990 cars, 2,019 vans and 1,500 bikes.",
    "The index closed at 1,987 and at 2015.5.",
    "A 9-year-old girl and a 33-year-old man were hurt.",
    "The 45-year-old was with a two-year-old.",
    "She is 21 years old and he is 9.",
    "He died aged 1 and she was 18 years of age.",
    "It pays $5 million a year and £200 a month.",
    "The fee is 30 euros a day, or $1,200 per year.",
    "They won 3-2 and lost 10-12.",
    "She won 6-4, 7-5 in the final.",
    "It cost $1984, €2020 or £1999.",
    "Oil fell to $20.20 a barrel.",
    "The hotline is 0800 1999 2000.",
    "Call (555) 199-2010 or 1-800-555-1984.",
    "It flew a Boeing 747 and an Airbus A320.",
    "The Peugeot 2008 and the Mazda 3 were sold.",
    "Windows 2000 and Office 2010 are old.",
    "The BMW 1602 and the Audi 100 were shown.",
    "Blade Runner 2049 was shown.",
    "She beat April Ryan and June Allyson.",
    "They thanked Augustus and Julian, and Dec and Ant.",
    "The second-half goal came from August Wilson.",
    "Some 1,500 to 2,000 people came.",
    "About 2000 troops and 1800 tanks were sent.",
    "The plane flew at 1500 feet for 1900 miles.",
    "It is 1999 metres long and weighs 2010 tonnes.",
    "A magnitude 7.1 quake struck 12.12 miles off.",
    "They sell annual passes and quarterly reports.",
    "The former leader was once feared and then long forgotten.",
    "It was already known, as was previously said.",
    "He had seen it at the time, and later he fell.",
    "At 10 Downing Street and 1600 Pennsylvania Avenue they waited.",
    "The vote was 52 to 48.",
    "Highway 101 and Route 66 were shut.",
    "Section 1983 and Resolution 1973 apply.",
    "The flight MH370 and the rocket Soyuz 2 were lost.",
    "He ran the 1500 m and the 200 m.",
    "Wall Street's S&P 500 and the Nikkei 225 fell.",
    "The Autumn Statement and the Prague Spring are names.",
    "Man Friday met Ruby Tuesday.",
    "Mar a Lago was shut; Jan and Dec were there.",
    "He has the time of his life.",
    "It is day and night work.",
    "Today's Zaman and USA Today wrote of it.",
    "The Today programme asked him.",
    "The Christmas Islands voted.",
    "The Friday Times and the Sunday Mirror wrote it.",
    "He met Day, Night and Noon.",
    "The two-day-old baby slept.",
    "His year-old son slept.",
    "The top 10 of 2,000 were paid.",
    "Chapter 11 and Article 50 were used.",
    "Ratios of 12:30 and 16:9 were used.",
    "Psalm 23:4 and John 3:16 were read.",
    "Its IP is 192.168.20.10.",
    "The ISBN is 978-1984-2010-5.",
    "The Model 1911 and the M1917 are guns.",
    "They scored 2001 points.",
    "The 2,000th visitor came.",
    "He met Mon Khmer and Sat Nav users.",
]


def found(text: str) -> list[str]:
    return [mention.text for mention in find_dates(text, WRITTEN, [(0, len(text))])]


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_not_read(trap: str) -> None:
    """None of these words is a temporal expression."""
    assert found(trap) == []


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_not_read_before_a_date(trap: str) -> None:
    """A true date after it in the same sentence is all that is read."""
    assert found(f"{trap.removesuffix('.')}, they said on Thursday.") == ["Thursday"]


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_is_not_read_after_a_date(trap: str) -> None:
    """A true date before it in the same sentence is all that is read."""
    assert found(f"In March 2019 it was said: {trap}") == ["March 2019"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They may march on 3 May.", ["3 May"]),
        ("The march in March drew 2,019 people.", ["March"]),
        ("A 9-year-old boy was hurt nine years ago.", ["nine years ago"]),
        (
            "The Sun wrote on Sunday of the second half of 2019.",
            ["Sunday", "the second half of 2019"],
        ),
        ("It marked its 75th anniversary in 1995.", ["1995"]),
        ("It made $5 million a year until last year.", ["last year"]),
        ("They won 2-1 at 2 p.m. on 2 January.", ["2 p.m. on 2 January"]),
        ("Call 555-2010 in 2010.", ["2010"]),
        ("It sold 2,010 cars in 2010.", ["2010"]),
        ("Ms May spoke in May, and April Smith in April.", ["May", "April"]),
    ],
)
def test_true_date_is_read_beside_its_double(text: str, expected: list[str]) -> None:
    """The same words are read where they are a date."""
    assert found(text) == expected
