"""Other taggers of dates from PyPI, each made to answer as `digest.dates` does.

Each is used as well as it reasonably can be: it gets the whole article and the day it was written,
its values become TIMEX3's as exact as it knows them, and words that its spans have over (`on`,
`after a`) are cut off. What the news means by a bare weekday is given to them where they leave a
choice: the latest day that is not after the article's own.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

from digest.dates import find_dates
from digest.model import DateMention
from digest.text import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

    from digest.model import DateType

    Tagger = Callable[[str, datetime], list[DateMention]]

OURS = "digest"
_FORMATS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d"}
_MOMENT = "%Y-%m-%dT%H:%M"
_CONNECTOR = "after|and|at|before|between|by|during|for|from|in|just|of|on|since|to|until|with"
_BEFORE = re.compile(rf"(?:\s|(?:{_CONNECTOR})\b|the\s+(?=\d{{4}}\b))+", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\b(?:{_CONNECTOR}|an?|the)|\s|,)+\Z", re.IGNORECASE)
_INTERVAL = re.compile(r"\((?P<start>[^,]+),(?P<end>[^,]+),(?P<length>P[^)]+)\)")
_UNKNOWN_DAY = re.compile(r"XXXX-WXX-\d")


class Rival(NamedTuple):
    """A tagger: the package on PyPI, its module, and how the tagger is made from the module."""

    package: str
    module: str
    made: Callable[[ModuleType], Tagger]


class Named(NamedTuple):
    """A tagger, and its name with the version."""

    name: str
    tag: Tagger


def installed() -> list[Named]:
    """Ours, then the others that are installed; says which are not."""
    found = [Named(OURS, ours)]
    for rival in RIVALS:
        try:
            module = import_module(rival.module)
        except ImportError as error:
            print(f"left out: {rival.package} ({error})")
            continue
        found.append(Named(f"{rival.package} {version(rival.package)}", rival.made(module)))
    return found


def ours(text: str, written: datetime) -> list[DateMention]:
    """What `digest.dates` finds, the splitting into sentences included."""
    return list(find_dates(text, written.date(), sentence_spans(text)))


def by_dateparser(module: ModuleType) -> Tagger:
    """The `search_dates` of dateparser 1.5 or later, which tells how exact a date is."""

    def tag(text: str, written: datetime) -> list[DateMention]:
        settings = {
            "RELATIVE_BASE": written,
            # "past" takes a week off a weekday that is the article's own.
            "PREFER_DATES_FROM": "current_period",
            "RETURN_TIME_AS_PERIOD": True,
        }
        found = module.search_dates(text, languages=["en"], settings=settings, add_period=True)
        return list(_placed(text, found or []))

    return tag


def _placed(text: str, found: Sequence[tuple[str, datetime, str]]) -> Iterator[DateMention]:
    """The phrases, which come without offsets, each sought after the one before."""
    done = 0
    for phrase, moment, grain in found:
        start = text.find(phrase, done)
        if start >= 0:
            done = start + len(phrase)
            yield from _trimmed(text, start, done, *_dated(moment, grain))


def _dated(moment: datetime, grain: str) -> tuple[DateType, str]:
    form = _FORMATS.get(grain)
    return ("DATE", moment.strftime(form)) if form else ("TIME", moment.strftime(_MOMENT))


def _trimmed(text: str, start: int, end: int, kind: DateType, value: str) -> Iterator[DateMention]:
    if over := _AFTER.search(text[start:end]):
        end = start + over.start()
    if over := _BEFORE.match(text, start, end):
        start = over.end()
    if start < end:
        yield DateMention(start, end, text[start:end], kind, value)


def by_recognizers(module: ModuleType) -> Tagger:
    """Microsoft's Recognizers-Text, whose values are nearly TIMEX3's.

    It gets one sentence at a time: its time grows faster than the length, and it takes no date from
    the sentences before.
    """
    model = module.DateTimeRecognizer(module.Culture.English).get_datetime_model()

    def tag(text: str, written: datetime) -> list[DateMention]:
        mentions: list[DateMention] = []
        for start, end in sentence_spans(text):
            for found in model.parse(text[start:end], written):
                if readings := (found.resolution or {}).get("values"):
                    span = start + found.start, start + found.end + 1
                    answer = _recognised(readings, written.date().isoformat())
                    mentions += _trimmed(text, *span, *answer)
        return mentions

    return tag


def _recognised(readings: Sequence[dict[str, str]], written: str) -> tuple[DateType, str]:
    """TIMEX3's type and value of the latest reading that is not after the day of writing."""

    def day(reading: dict[str, str]) -> str:
        return (reading.get("start") or reading.get("value") or "")[:10]

    past = [reading for reading in readings if day(reading) <= written]
    chosen = max(past, key=day) if past else min(readings, key=day)
    kind, timex = chosen["type"], chosen.get("timex", "")
    if kind in {"duration", "set"}:
        return ("DURATION" if kind == "duration" else "SET"), timex
    if whole := _INTERVAL.fullmatch(timex):
        return "DATE", _interval(whole, day(chosen))
    timex = _UNKNOWN_DAY.sub(day(chosen), timex).replace("XXXX", day(chosen)[:4])
    if timex.startswith("T"):
        timex = written + timex
    return ("TIME" if "time" in kind else "DATE"), timex


def _interval(whole: re.Match[str], start: str) -> str:
    if whole["length"] == "P3M" and start[5:] in {"01-01", "04-01", "07-01", "10-01"}:
        return f"{start[:4]}-Q{(int(start[5:7]) + 2) // 3}"
    return f"{whole['start']}/{whole['end']}"


def by_datefinder(module: ModuleType) -> Tagger:
    """The `extract` of datefinder 1.0 or later, which tells how exact a date is."""

    def tag(text: str, written: datetime) -> list[DateMention]:
        mentions: list[DateMention] = []
        for found in module.extract(text, reference_dt=written):
            value = found.value
            names = ("datetime_value", "resolved_datetime", "start")
            for moment in [getattr(value, name) for name in names if hasattr(value, name)]:
                mentions += _trimmed(text, found.start, found.end, *_dated(moment, found.grain))
        return mentions

    return tag


def by_timefhuman(module: ModuleType) -> Tagger:
    """timefhuman, which gives dates, moments, lengths of time, and pairs of them."""

    def tag(text: str, written: datetime) -> list[DateMention]:
        config = module.tfhConfig(
            now=written,
            direction=module.Direction.previous,
            infer_datetimes=False,
            return_matched_text=True,
        )
        mentions: list[DateMention] = []
        for _, (start, end), value in module.timefhuman(text, config):
            mentions += _trimmed(text, start, end, *_human(value, written.date()))
        return mentions

    return tag


def _human(value: Any, written: date) -> tuple[DateType, str]:  # noqa: ANN401
    """TIMEX3's type and value of whatever timefhuman gives."""
    if isinstance(value, (tuple, list)):
        return "DATE", "/".join(_human(one, written)[1] for one in value)
    if isinstance(value, datetime):
        return _dated(value, "moment")
    if isinstance(value, date):
        return "DATE", value.isoformat()
    if isinstance(value, timedelta):
        return _length(value, written)
    return "TIME", f"{written}T{value:%H:%M}"


def _length(length: timedelta, written: date) -> tuple[DateType, str]:
    """A length of time in its largest whole unit, or the day that lies so long ago."""
    if length.days < 0:
        return "DATE", (written + length).isoformat()
    if length.seconds:
        return "DURATION", f"PT{length // timedelta(minutes=1)}M"
    return "DURATION", f"P{length.days}D" if length.days % 7 else f"P{length.days // 7}W"


RIVALS = (
    Rival("dateparser", "dateparser.search", by_dateparser),
    Rival("recognizers-text-date-time", "recognizers_date_time", by_recognizers),
    Rival("datefinder", "datefinder", by_datefinder),
    Rival("timefhuman", "timefhuman", by_timefhuman),
)
