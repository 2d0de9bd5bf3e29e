"""Day records as bytes: what it takes to resume behind a day, small enough to keep for every day.

A record is a block of arrays and a block of JSON, compressed together. Stems are written as
numbers of a table that all records of an archive share; integers as the planes of their bytes,
which compress to a byte or less each where most are small.
"""

from __future__ import annotations

import json
import struct
import zlib
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, cast

import numpy as np

from digest.clustering import TermVectors
from digest.pipeline.history import DayRecord, SavedRecord
from digest.storylines import DayFacts, EntryFacts, StoryFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.text import IntArray

    _Texts = list[str]
    _Story = tuple[str, list[int], int, str, _Texts, _Texts, _Texts, _Texts, _Texts]

_HEAD = struct.Struct("<III")
_LEVEL = 6
# Of the day's stems, the sizes of its rows, the steps between their terms, and their counts.
_FORMS = ("<u4", "<u2", "<u4", "<u2")


class DamagedRecordError(ValueError):
    """Bytes that are no record, or not the one that was saved."""


def fingerprint(before: bytes, record: DayRecord | None) -> bytes:
    """Name the history behind a day by that before it and the day's record (None adds nothing).

    It depends on what the record says and not on how a store numbers stems.
    """
    if record is None:
        return before
    rows = record.counts.rows
    parts = (
        before,
        "\0".join(record.counts.stems).encode(),
        *(part.tobytes() for part in (rows.starts, rows.terms, rows.values)),
        _facts_as_json(record),
    )
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def encode(record: DayRecord, numbers: Mapping[str, int]) -> bytes:
    """Write a record; `numbers` has those of its stems."""
    starts, terms, values = record.counts.rows
    stems = np.fromiter(map(numbers.__getitem__, record.counts.stems), np.int64)
    # Terms ascend in each row, so the steps between them are small and never negative.
    steps = np.diff(terms, prepend=0)
    firsts = starts[:-1][np.diff(starts) > 0]
    steps[firsts] = terms[firsts]
    arrays = (stems, np.diff(starts), steps, values)
    packed = [_planes(part.astype(form)) for part, form in zip(arrays, _FORMS, strict=True)]
    head = _HEAD.pack(len(stems), len(starts) - 1, len(terms))
    return zlib.compress(b"".join((head, *packed, _facts_as_json(record))), _LEVEL)


def decode(content: bytes) -> SavedRecord:
    """Read a record back, with the numbers of its stems. Raises DamagedRecordError."""
    try:
        plain = zlib.decompress(content)
        distinct, articles, cells = _HEAD.unpack_from(plain)
        place, arrays = _HEAD.size, []
        for form, count in zip(_FORMS, (distinct, articles, cells, cells), strict=True):
            size = np.dtype(form).itemsize * count
            arrays.append(_integers(plain[place : place + size], form))
            place += size
        told = json.loads(plain[place:])
        stems, *rows = arrays
        lines = np.array(told["lines"], dtype=np.int64)
        return SavedRecord(stems, _rows(*rows), _facts(told), lines)
    except (zlib.error, struct.error, ValueError, LookupError, TypeError) as error:
        raise DamagedRecordError("no day record") from error


def _rows(sizes: IntArray, steps: IntArray, counts: IntArray) -> TermVectors:
    starts = np.concatenate(([0], np.cumsum(sizes)))
    total = np.cumsum(steps)
    before = np.concatenate(([0], total))[starts[:-1]]
    return TermVectors(starts, total - np.repeat(before, sizes), counts.astype(np.float64))


def _planes(values: IntArray) -> bytes:
    return values.view(np.uint8).reshape(-1, values.itemsize).T.tobytes()


def _integers(content: bytes, form: str) -> IntArray:
    width = np.dtype(form).itemsize
    planes = np.frombuffer(content, np.uint8).reshape(width, -1)
    return np.ascontiguousarray(planes.T).view(form).ravel().astype(np.int64)


def _facts_as_json(record: DayRecord) -> bytes:
    document = {
        "day": record.facts.day.isoformat(),
        "stories": [[*story[:3], *story.facts] for story in record.facts.stories],
        "lines": record.lines,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _facts(told: Mapping[str, object]) -> DayFacts:
    stories = cast("list[_Story]", told["stories"])
    return DayFacts(date.fromisoformat(cast("str", told["day"])), tuple(map(_story, stories)))


def _story(told: _Story) -> StoryFacts:
    name, rows, independent, headline, sentences, words, dates, actors, figures = told
    texts = (tuple(sentences), tuple(words), tuple(dates), tuple(actors), tuple(figures))
    return StoryFacts(name, tuple(rows), independent, EntryFacts(headline, *texts))
