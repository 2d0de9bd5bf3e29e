"""Time of publication, from the forms in which it comes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from digest.reading.cleaning import clean, cut
from digest.reading.outcome import RefusedError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Unix time in seconds passes this in the year 5138; in milliseconds it did so in 1973.
_LEAST_MILLISECONDS = 100_000_000_000
_FIRST_YEAR = 1000
_DATE_CHARACTERS = len("2020-06-23")
_MAX_SHOWN_CHARACTERS = 60

_RFC_2822 = re.compile(r"(?:[A-Za-z]{3,9},\s*)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}")
_UTC_NAME = re.compile(r"(?<=\d)\s*(?:UTC|GMT)$")
_BLANK_BEFORE_OFFSET = re.compile(r"(?<=\d)\s+(?=[+-]\d\d:?\d\d$)")
_JSON_NAMES = {dict: "an object", list: "a list", bool: "true or false"}


def published(value: object, zone: tzinfo) -> date:
    """Read a time as an aware datetime, in `zone` if it has none; a plain date stays one.

    Takes ISO 8601, RFC 2822, and Unix seconds or milliseconds. Raises RefusedError.

    >>> published("2020-06-23", UTC)
    datetime.date(2020, 6, 23)
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        message = "no date"
        raise RefusedError(message)
    try:
        found = _parsed(value, zone)
        _check(found)
    except (ValueError, OverflowError) as error:
        message = f"not a date: {_shown(value)}"
        raise RefusedError(message) from error
    return found


def _parsed(value: object, zone: tzinfo) -> date:
    if isinstance(value, str):
        return _from_text(value.strip(), zone)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_unix(value)
    message = "neither text nor a number"
    raise ValueError(message)


def _from_text(value: str, zone: tzinfo) -> date:
    if len(value) <= _DATE_CHARACTERS:
        return date.fromisoformat(value)
    if _RFC_2822.match(value):
        return _from_mail(value, zone)
    iso = _BLANK_BEFORE_OFFSET.sub("", _UTC_NAME.sub("Z", value))
    return _aware(datetime.fromisoformat(iso), zone)


def _from_mail(value: str, zone: tzinfo) -> datetime:
    from email.utils import parsedate_to_datetime

    # -0000 means a time in UTC, whose sender tells nothing of its own zone.
    return _aware(parsedate_to_datetime(value), UTC if value.endswith("-0000") else zone)


def _aware(moment: datetime, zone: tzinfo) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)


def _from_unix(value: float) -> datetime:
    if abs(value) >= _LEAST_MILLISECONDS:
        return _EPOCH + timedelta(milliseconds=value)
    return _EPOCH + timedelta(seconds=value)


def _check(found: date) -> None:
    if found.year < _FIRST_YEAR:
        message = "before the year 1000"
        raise ValueError(message)
    if isinstance(found, datetime):
        # A day off the end of the calendar could not be told in every zone.
        _ = found.astimezone(UTC) + timedelta(days=1)


def _shown(value: object) -> str:
    if type(value) in _JSON_NAMES:
        return _JSON_NAMES[type(value)]
    return cut(clean(str(value)), _MAX_SHOWN_CHARACTERS)
