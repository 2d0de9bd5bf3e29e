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

from digest.clustering import TermCounts, TermVectors
from digest.pipeline.history import DayRecord
from digest.storylines import DayFacts, EntryFacts, StoryFacts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.text import IntArray

    _Texts = list[str]
    _Story = tuple[str, list[int], int, str, _Texts, _Texts, _Texts, _Texts, _Texts]

_HEAD = struct.Struct("<II")
_LEVEL = 6
_SIZES, _STEPS, _COUNTS = "<u2", "<u4", "<u2"


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
    known = np.fromiter(map(numbers.__getitem__, record.counts.stems), np.int64)
    row = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.lexsort((known[terms], row))
    ascending = known[terms][order]
    steps = np.diff(ascending, prepend=0)
    firsts = starts[:-1][np.diff(starts) > 0]
    steps[firsts] = ascending[firsts]
    arrays = (np.diff(starts).astype(_SIZES), steps.astype(_STEPS), values[order].astype(_COUNTS))
    head = _HEAD.pack(len(starts) - 1, len(terms))
    return zlib.compress(b"".join((head, *map(_planes, arrays), _facts_as_json(record))), _LEVEL)


def decode(content: bytes, stems: Sequence[str]) -> DayRecord:
    """Read a record back; `stems` has each stem by its number. Raises DamagedRecordError."""
    try:
        plain = zlib.decompress(content)
        articles, cells = _HEAD.unpack_from(plain)
        place, arrays = _HEAD.size, []
        for form, count in ((_SIZES, articles), (_STEPS, cells), (_COUNTS, cells)):
            size = np.dtype(form).itemsize * count
            arrays.append(_integers(plain[place : place + size], form))
            place += size
        told = json.loads(plain[place:])
        sizes, steps, counts = arrays
        return DayRecord(_counts(sizes, steps, counts, stems), _facts(told), tuple(told["lines"]))
    except (zlib.error, struct.error, ValueError, LookupError, TypeError) as error:
        raise DamagedRecordError("no day record") from error


def _counts(sizes: IntArray, steps: IntArray, counts: IntArray, stems: Sequence[str]) -> TermCounts:
    starts = np.concatenate(([0], np.cumsum(sizes)))
    row = np.repeat(np.arange(len(sizes)), sizes)
    total = np.cumsum(steps)
    before = np.concatenate(([0], total))[starts[:-1]]
    numbers = total - before[row]
    distinct, terms = np.unique(numbers, return_inverse=True)
    names = [stems[number] for number in distinct.tolist()]
    rank = np.empty(len(names), dtype=np.int64)
    ascending = sorted(range(len(names)), key=names.__getitem__)
    rank[ascending] = np.arange(len(names))
    terms = rank[terms]
    order = np.lexsort((terms, row))
    rows = TermVectors(starts, terms[order], counts[order].astype(np.float64))
    return TermCounts(tuple(names[place] for place in ascending), rows)


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
