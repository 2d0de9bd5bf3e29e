"""English words of time and their codes: the pieces that the table's rules are made of."""

from __future__ import annotations

import re

from digest.language.date_rules import Piece
from digest.language.english.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS


def _list(words: str) -> list[str]:
    return words.split()


_MONTH_CODES = {name: str(number) for number, name in enumerate(MONTHS, 1)}
_SHORT_MONTHS = {
    short: _MONTH_CODES[name]
    for name in MONTHS
    for short in ((name[:3], name[:4]) if name == "September" else (name[:3],))
    if name not in ("March", "May")
}
_WEEKDAY_CODES = {name: str(number) for number, name in enumerate(WEEKDAYS)}
_SHORT_WEEKDAYS = {
    f"{short}.": code
    for short in SHORT_WEEKDAYS
    for name, code in _WEEKDAY_CODES.items()
    if name.startswith(short)
}


def _in_capitals(codes: dict[str, str]) -> dict[str, str]:
    return {name.upper(): code for name, code in codes.items()}


_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE",
    "month": "M", "year": "Y", "decade": "DE", "quarter": "Q",
}  # fmt: skip
_PLURALS = {f"{name}s": code for name, code in _UNITS.items()} | {"centuries": "CE"}
_SINGULARS = {name: code for name, code in _UNITS.items() if name != "second"} | {"century": "CE"}
_SHORT_UNITS = {"mins": "TM", "min": "TM", "hrs": "TH", "hr": "TH", "secs": "TS", "yrs": "Y"}

_ONES = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = _list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def _cardinals() -> dict[str, str]:
    ones = {word: number for number, word in enumerate(_ONES)}
    tens = {word: 10 * number for number, word in enumerate(_TENS, 2)}
    both = {f"{ten}-{one}": tens[ten] + ones[one] for ten in _TENS for one in _ONES[1:10]}
    return {word: str(number) for word, number in (ones | tens | both).items() if number}


_CARDINALS = _cardinals()
_ROUND = {word: code for word, code in _CARDINALS.items() if "-" not in word}
# Twenty-one and its like are a shape: spelled out, they would be most of the table.
_COMPOUND = (
    r"(?:[Tt](?:wen|hir)|[Ff](?:or|if)|[Ss](?:ix|even)|[Ee]igh|[Nn]ine)ty[\s-]"
    rf"(?:{'|'.join(_ONES[1:10])})\b"
)
_VAGUE = dict.fromkeys(
    ("several", "a few", "few", "many", "a number of", "some", "dozens of", "hundreds of",
     "thousands of", "countless", "a handful of", "numerous"),
    "X",
)  # fmt: skip
_EXACT = _ROUND | {
    "a couple of": "2", "a couple": "2", "a dozen": "12", "half a dozen": "6", "a hundred": "100",
    "one hundred": "100", "two hundred": "200", "three hundred": "300", "a thousand": "1000",
    "one and a half": "3/2", "two and a half": "5/2", "three and a half": "7/2",
    "four and a half": "9/2",
}  # fmt: skip


def _number(said: str) -> str:
    """Read a number in figures, with a half after it or not, as a fraction.

    >>> _number("2 1/2"), _number("1,500")
    ('5/2', '1500')
    """
    if said[0].isalpha():
        return _CARDINALS[re.sub(r"\s", "-", said.lower())]
    whole = said.removesuffix("1/2").removesuffix("½").strip().replace(",", "")
    return whole if whole == said.replace(",", "") else f"{2 * int(float(whole or 0)) + 1}/2"


def _digits(said: str) -> str:
    return re.sub(r"\D", "", said)


def _clock(said: str) -> str:
    """Write a time of day as 24 hours have it.

    >>> _clock("9:30 p.m."), _clock("0800")
    ('21:30', '08:00')
    """
    figures = re.findall(r"\d+", said)
    hour, minute = figures if len(figures) > 1 else (figures[0], "00")
    if len(hour) > 2:  # noqa: PLR2004 - hours and minutes in one, as in 0800
        hour, minute = hour[:2], hour[2:]
    if "m" in said.lower():
        hour = str(int(hour) % 12 + (12 if "p" in said.lower() else 0))
    return f"{int(hour):02d}:{minute}"


def _oclock() -> dict[str, str]:
    return {
        f"{word} o{mark}clock": f"{hour:02d}:00"
        for hour, word in enumerate(_ONES)
        for mark in "'’"
        if 0 < hour <= 12  # noqa: PLR2004 - hours
    }


_CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


def _spelled_year(said: str) -> str:
    """Read a year in words.

    >>> _spelled_year("nineteen eighty-four"), _spelled_year("nineteen oh-one")
    ('1984', '1901')
    """
    first, rest = re.split(r"[\s-]", said.lower(), maxsplit=1)
    rest = re.sub(r"\s", "-", rest)
    years = int(_CARDINALS[rest.removeprefix("oh-")])
    return str(100 * _CENTURIES[first] + years)


_EDGES = {
    "START": "early|early in|the early hours of|early hours of|the small hours of|small hours of"
    "|beginning of|start of|the early|the early part of|the beginning of|the start of"
    "|the first part of|the opening of|the dawn of",
    "MID": "mid|middle of|the mid|the middle of|the midst of|midway through",
    "END": "late|late in|end of|the end of|the late|the latter part of|the close of"
    "|the last part of",
}
_ABOUT = {
    "APPROX": "about|around|approximately|roughly|some|circa|ca.|c.",
    "MORE_THAN": "more than|over|well over|just over|longer than|greater than|upwards of",
    "LESS_THAN": "less than|almost|nearly|under|just under|fewer than|not quite|close to",
    "EQUAL_OR_MORE": "at least|no less than|a minimum of|not less than",
    "EQUAL_OR_LESS": "up to|at most|no more than|a maximum of|not more than|as much as",
}
_WHICH = {
    "last": "last|past|this past|previous",
    "this": "this|the current|this current|the present|this very|this same",
    "next": "next|coming|this coming|the coming|upcoming|the upcoming",
}
_PARTS = {
    "MO": "morning|morning hours|early morning|early morning hours|mid-morning",
    "AF": "afternoon|early afternoon|late afternoon|lunchtime|mid-afternoon",
    "EV": "evening|early evening|late evening|evening hours",
    "NI": "night|late night|overnight|nighttime",
}
_HOLIDAYS = {
    "12-25": "Christmas|Christmas Day", "12-24": "Christmas Eve", "12-26": "Boxing Day",
    "1-1": "New Year's Day|New Year’s Day|New Year's|New Year’s",
    "12-31": "New Year's Eve|New Year’s Eve", "2-14": "Valentine's Day|Valentine’s Day",
    "3-17": "St. Patrick's Day|St. Patrick’s Day|St Patrick's Day", "10-31": "Halloween",
    "5-1": "May Day", "7-4": "the Fourth of July|Fourth of July", "11-11": "Veterans Day",
    "11-5": "Guy Fawkes Night|Bonfire Night", "7-14": "Bastille Day", "6-19": "Juneteenth",
    "11/3/4": "Thanksgiving|Thanksgiving Day", "9/0/1": "Labor Day|Labour Day",
    "5/0/-1": "Memorial Day", "1/0/3": "Martin Luther King Day|Martin Luther King Jr. Day",
    "5/6/2": "Mother's Day|Mother’s Day", "6/6/3": "Father's Day|Father’s Day",
    "E-2": "Good Friday", "E0": "Easter|Easter Sunday", "E1": "Easter Monday",
    "E-46": "Ash Wednesday", "E-7": "Palm Sunday", "11/4/-1": "Black Friday",
}  # fmt: skip
_RATES = {
    "daily": "D", "weekly": "W", "monthly": "M", "annually": "Y", "yearly": "Y", "hourly": "TH",
    "fortnightly": "2W",
}  # fmt: skip


_ZONES = (
    "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "BST", "CET",
    "CEST", "IST", "JST", "AEST", "MSK", "hours", "hrs", "local time", "Eastern time",
    "Eastern Time", "Pacific time", "Eastern",
)  # fmt: skip


def _coded(groups: dict[str, str]) -> dict[str, str]:
    return {word: code for code, words in groups.items() for word in words.split("|") if word}


_YEAR = r"(?:1\d|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

PIECES = {
    "month": Piece(
        _MONTH_CODES
        | _in_capitals(_MONTH_CODES)
        | {
            f"{short}." if dot else short: code
            for short, code in _SHORT_MONTHS.items()
            for dot in (0, 1)
        }
        | {"Mar.": "3"},
        trigger=True,
    ),
    "full": Piece(
        {name: code for name, code in _MONTH_CODES.items() if name not in ("March", "May")},
        trigger=True,
    ),
    "weekday": Piece(_WEEKDAY_CODES | _SHORT_WEEKDAYS | _in_capitals(_WEEKDAY_CODES), trigger=True),
    "weekdays": Piece({f"{name}s": code for name, code in _WEEKDAY_CODES.items()}, trigger=True),
    "day": Piece({}, f"{_DAY}(?:st|nd|rd|th)?", _digits),
    "mm": Piece({}, r"(?:0[1-9]|1[0-2])"),
    "dd": Piece({}, r"(?:0[1-9]|[12]\d|3[01])"),
    "yy": Piece({}, r"(?<=[12]\d\d\d[-–])\d\d", trigger=True),
    "year": Piece({}, _YEAR, trigger=True),
    "spelled": Piece(
        {},
        rf"(?:[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teen[\s-](?:oh[\s-](?:{'|'.join(_ONES[1:10])})"
        rf"|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|(?:{'|'.join(_ONES[13:])}))",
        _spelled_year,
    ),
    "modern": Piece({}, r"(?:1[4-9]|20)\d\d(?!\d)", trigger=True),
    "ancient": Piece({}, r"[1-9]\d{0,3}"),
    "era": Piece(_coded({"BC": "BC|B.C.|BCE|B.C.E.", "AD": "AD|A.D.|CE"}), trigger=True),
    "bc": Piece(_coded({"BC": "BC|B.C.|BCE|B.C.E."}), trigger=True),
    "ad": Piece(_coded({"AD": "AD|A.D."}), trigger=True),
    "decade": Piece({}, r"(?:1\d|20)\d0(?=['’]?s(?!\w))", trigger=True),
    "tens": Piece({}, r"[2-9]0(?=['’]?s(?!\w))", trigger=True),
    "worded": Piece(
        {f"{ten[:-1]}ies": str(10 * number) for number, ten in enumerate(_TENS, 2)}, trigger=True
    ),
    "nth": Piece(
        {word: str(number) for number, word in enumerate(_ORDINALS, 1)} | {"twenty-first": "21"},
        r"\d{1,2}(?:st|nd|rd|th)",
        _digits,
    ),
    "quarter": Piece(
        _coded({"1": "first|1st", "2": "second|2nd", "3": "third|3rd", "4": "fourth|4th"})
    ),
    "q": Piece({f"Q{number}": str(number) for number in range(1, 5)}, trigger=True),
    "half": Piece({"first": "1", "second": "2", "latter": "2"}),
    "season": Piece(
        {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}, trigger=True
    ),
    "sure": Piece({"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}, trigger=True),
    "autumn": Piece({"fall": "FA"}, trigger=True),
    "period": Piece(_SINGULARS | {"period": "period", "time": "period"}, trigger=True),
    "same": Piece({"period": "", "quarter": ""}),
    "holiday": Piece(_coded(_HOLIDAYS), trigger=True),
    "unit": Piece(_UNITS | _SINGULARS | _PLURALS | _SHORT_UNITS, trigger=True),
    "age": Piece({"decade": "DE", "century": "CE"}, trigger=True),
    "singular": Piece(_SINGULARS, trigger=True),
    "plural": Piece(_PLURALS, trigger=True),
    "number": Piece(
        _EXACT | _VAGUE,
        _COMPOUND + r"|\d{1,3}(?:,\d{3}){1,2}|\d{1,4}(?:\.\d{1,2})?(?:\s1/2|½)?|½",
        _number,
    ),
    "part": Piece(_coded(_PARTS), trigger=True),
    "clock": Piece(
        {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
        r"(?:1[0-2]|[1-9])\so['’]clock"
        r"|(?:1[0-2]|0?\d)(?:[:.][0-5]\d)?\s?(?:[ap]\.\s?m\.?|[ap]m|AM|PM)"
        r"|(?:2[0-3]|[01]?\d)[:.][0-5]\d(?=\s(?:UTC|GMT|hours|hrs|[CEPM][SED]?T|BST|IST|CET|local))"
        r"|(?:2[0-3]|[01]\d)[0-5]\d(?=\s(?:UTC|GMT|hours|hrs|local))",
        _clock,
        trigger=True,
    ),
    "oclock": Piece(_oclock(), trigger=True),
    "hhmm": Piece({}, r"(?:2[0-3]|[01]?\d):[0-5]\d", _clock, trigger=True),
    "zone": Piece(_coded({"Z": "UTC|GMT|(UTC)|(GMT)"}) | dict.fromkeys(_ZONES, "")),
    "edge": Piece(_coded(_EDGES)),
    "about": Piece(_coded(_ABOUT)),
    "circa": Piece(dict.fromkeys(("about", "around", "circa", "ca.", "c."), "APPROX")),
    "semi": Piece({"half": "1/2", "half a": "1/2", "half an": "1/2", "a half": "1/2"}),
    "extra": Piece({"and a half": "1/2"}),
    "which": Piece(_coded(_WHICH)),
    "rate": Piece(_RATES, trigger=True),
    "relative": Piece({"today": "0", "yesterday": "-1", "tomorrow": "1"}, trigger=True),
    "shift": Piece(
        _coded({"1": "next|following|ensuing|subsequent", "-1": "previous|preceding|prior"})
    ),
}
