"""Memory of former readings: what came of each file, and the parsed articles of web pages.

What is put is compact and carries its own check sum: a damaged payload is as good as none.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest.model import CONTENT_HASH_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEVEL = 3
_SIZE_BYTES = 4


class CatalogueMemory(Protocol):
    """Keeps payloads by key from one run to the next; it may forget any of them."""

    def get(self, key: str, /) -> bytes | None:
        """Payload that was put last under the key, if it is still there."""
        ...

    def put(self, key: str, payload: bytes, /) -> None:
        """Keep a payload, in place of the former one."""
        ...


@dataclass(frozen=True, slots=True)
class NoMemory:
    """Memory that keeps nothing."""

    def get(self, _key: str, /) -> None:
        """Nothing."""

    def put(self, _key: str, _payload: bytes, /) -> None:
        """Forget at once."""


@dataclass(frozen=True, slots=True)
class DictMemory:
    """Memory that lasts as long as the process."""

    payloads: dict[str, bytes] = field(default_factory=dict)

    def get(self, key: str, /) -> bytes | None:
        """Payload that was put last under the key."""
        return self.payloads.get(key)

    def put(self, key: str, payload: bytes, /) -> None:
        """Keep a payload."""
        self.payloads[key] = payload


class RecordOutcome(NamedTuple):
    """Outcome of one record: an article without its text (`id` is not empty), or a problem.

    `fingerprint` is the hash of the record's bytes, `published` is in ISO 8601 with its offset.
    `notices` are of the article.
    """

    fingerprint: bytes
    line: int
    offset: int
    length: int
    id: str = ""
    published: str = ""
    content_hash: bytes = bytes(CONTENT_HASH_BYTES)
    problem: str = ""
    notices: tuple[str, ...] = ()


class FileOutcome(NamedTuple):
    """Outcome of a file: its records, what was noticed on its first line, and what ended it.

    `signature` is size, time of modification, time of change (in nanoseconds) and inode;
    `is_settled` tells that the same signature means the same content. `fault` refuses the file,
    `failure` is an error of the system, after which nothing is remembered.
    """

    signature: tuple[int, int, int, int]
    is_settled: bool
    format: str
    notices: tuple[str, ...]
    records: tuple[RecordOutcome, ...]
    fault: str = ""
    failure: str = ""


class _Columns(NamedTuple):
    """Records by column; `odd` has problem and notices of the few rows that have any."""

    steps: list[int]
    gaps: list[int]
    lengths: list[int]
    ids: list[str]
    published: list[str]
    odd: list[tuple[int, str, list[str]]]


def encoded(files: Mapping[str, FileOutcome]) -> bytes:
    """Payload of the files' outcomes by name; those that failed are left out."""
    kept = {name: file for name, file in files.items() if not file.failure}
    records = [record for file in kept.values() for record in file.records]
    columns = [
        [[name, *file[:4], len(file.records), file.fault] for name, file in kept.items()],
        *_places(records),
        [record.id for record in records],
        [record.published for record in records],
        [[row, *record[-2:]] for row, record in enumerate(records) if any(record[-2:])],
    ]
    table = json.dumps(columns, separators=(",", ":")).encode()
    hashes = b"".join(record.fingerprint + record.content_hash for record in records)
    return zlib.compress(len(table).to_bytes(_SIZE_BYTES, "big") + table + hashes, _LEVEL)


def decoded(payload: bytes | None) -> dict[str, FileOutcome]:
    """Outcomes by name; none where the payload is missing or damaged."""
    if payload is None:
        return {}
    try:
        content = zlib.decompress(payload)
        end = _SIZE_BYTES + int.from_bytes(content[:_SIZE_BYTES], "big")
        columns = json.loads(content[_SIZE_BYTES:end])
        records = iter(_records(_Columns(*columns[1:]), content[end:]))
        return {
            name: FileOutcome(
                tuple(signature),
                settled,
                form,
                tuple(notices),
                tuple(islice(records, count)),
                fault,
            )
            for name, signature, settled, form, notices, count, fault in columns[0]
        }
    except (zlib.error, ValueError, TypeError, LookupError):
        return {}


def _places(records: Sequence[RecordOutcome]) -> tuple[list[int], list[int], list[int]]:
    """Lines as steps, offsets as gaps behind the record before, which are nearly all alike."""
    lines = [record.line for record in records]
    lengths = [record.length for record in records]
    ends = [0, *(record.offset + record.length for record in records)]
    steps = [line - before for line, before in zip(lines, [0, *lines], strict=False)]
    gaps = [record.offset - end for record, end in zip(records, ends, strict=False)]
    return steps, gaps, lengths


def _records(columns: _Columns, hashes: bytes) -> list[RecordOutcome]:
    steps, gaps, lengths, ids, published, odd = columns
    size = CONTENT_HASH_BYTES
    cuts = [hashes[at : at + size] for at in range(0, len(hashes), size)]
    offsets = accumulate(gap + length for gap, length in zip(gaps, [0, *lengths], strict=False))
    problems = [""] * len(ids)
    notices: list[tuple[str, ...]] = [()] * len(ids)
    for row, problem, noticed in odd:
        problems[row], notices[row] = problem, tuple(noticed)
    rows = (cuts[::2], accumulate(steps), offsets, lengths, ids, published, cuts[1::2])
    return list(map(RecordOutcome, *rows, problems, notices))
