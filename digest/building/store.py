"""Store: the history of former builds in one SQLite file, by archive and day.

An archive is what builds with the same sources, settings and program share. Each day has the key
of its inputs, the fingerprints of the history before and behind it, and its record. What is read
from the store is checked against those, so that an old or foreign day is only built again.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from digest.pipeline.history import DayRecord, SavedRecord

FILE = "history.sqlite"
VERSION = 2
# So many archives are kept, those used last.
MAX_ARCHIVES = 4
_WAIT_SECONDS = 60.0
_SCHEMA = """
    CREATE TABLE archives (name TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE days (
        archive TEXT NOT NULL, day TEXT NOT NULL, inputs BLOB NOT NULL,
        before BLOB NOT NULL, after BLOB NOT NULL, record BLOB, seal BLOB,
        PRIMARY KEY (archive, day)
    );
    CREATE TABLE stems (
        archive TEXT NOT NULL, first INTEGER NOT NULL, stems BLOB NOT NULL,
        PRIMARY KEY (archive, first)
    );
    CREATE TABLE inputs (name TEXT PRIMARY KEY, payload BLOB NOT NULL);
"""


class SavedDay(NamedTuple):
    """Key of a day's inputs, and fingerprints of the history before and behind it."""

    inputs: bytes
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Store:
    """Open store, and the part of it that belongs to one archive."""

    connection: sqlite3.Connection
    archive: str
    _stems: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def days(self) -> dict[date, SavedDay]:
        """List all saved days."""
        rows = self.connection.execute(
            "SELECT day, inputs, before, after FROM days WHERE archive = ?", (self.archive,)
        )
        return {date.fromisoformat(day): SavedDay(*keys) for day, *keys in rows}

    def records(self, days: Iterable[date]) -> Iterator[SavedRecord]:
        """Records of some saved days that have one, in the order given.

        Raises DamagedRecordError where a record is not the one that was saved.
        """
        from digest.building.records import DamagedRecordError, decode

        for day in days:
            *saved, content, seal = self.connection.execute(
                "SELECT inputs, before, after, record, seal FROM days"
                " WHERE archive = ? AND day = ?",
                (self.archive, day.isoformat()),
            ).fetchone()
            if content is not None:
                if _seal(SavedDay(*saved), content) != seal:
                    raise DamagedRecordError(day)
                yield decode(content)

    def stems(self) -> Sequence[str]:
        """List the stems by the numbers that records have."""
        self._load_stems()
        return self._stems

    def save(self, day: date, saved: SavedDay, record: DayRecord | None) -> None:
        """Save a day in place of what was saved of it; kept by the next `commit`."""
        from digest.building.records import encode

        content = None if record is None else encode(record, self._numbered(record.counts.stems))
        self.connection.execute(
            "INSERT OR REPLACE INTO days VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self.archive, day.isoformat(), *saved, content, _seal(saved, content or b"")),
        )

    def forget(self, days: Iterable[date]) -> None:
        """Forget some days."""
        rows = [(self.archive, day.isoformat()) for day in days]
        self.connection.executemany("DELETE FROM days WHERE archive = ? AND day = ?", rows)

    def commit(self) -> None:
        """Keep what was saved, whatever happens from now on."""
        self.connection.commit()

    def get(self, key: str, /) -> bytes | None:
        """Get what was put under a key by whoever reads inputs."""
        found = self.connection.execute("SELECT payload FROM inputs WHERE name = ?", (key,))
        return next((payload for (payload,) in found), None)

    def put(self, key: str, payload: bytes, /) -> None:
        """Keep something under a key, in place of the former."""
        self.connection.execute("INSERT OR REPLACE INTO inputs VALUES (?, ?)", (key, payload))

    def _load_stems(self) -> None:
        if self._stems:
            return
        rows = self.connection.execute(
            "SELECT stems FROM stems WHERE archive = ? ORDER BY first", (self.archive,)
        )
        for (content,) in rows:
            self._stems.extend(zlib.decompress(content).decode().split("\n"))
        self._numbers.update((stem, number) for number, stem in enumerate(self._stems))

    def _numbered(self, stems: Sequence[str]) -> dict[str, int]:
        """Numbers of all stems, new ones getting the next."""
        self._load_stems()
        new = [stem for stem in stems if stem not in self._numbers]
        if new:
            first = len(self._stems)
            self._stems.extend(new)
            self._numbers.update((stem, first + place) for place, stem in enumerate(new))
            content = zlib.compress("\n".join(new).encode(), 9)
            row = (self.archive, first, content)
            self.connection.execute("INSERT INTO stems VALUES (?, ?, ?)", row)
        return self._numbers


def _seal(saved: SavedDay, content: bytes) -> bytes:
    """Hash that binds a record to the day that it was saved for."""
    return sha256(b"".join((*saved, content))).digest()[:16]


class DamagedStoreError(OutputError):
    """Store whose content doesn't hold; all that it saves can be made again."""


@contextmanager
def opened(
    folder: Path | None, archive: str, tell: Callable[[str], None] | None = None
) -> Iterator[Store]:
    """Open the store in a folder, or without one a passing store that is kept nowhere.

    One that is damaged, or of another version, is told of and made anew. Raises DamagedStoreError
    where that shows only while it is used, and OutputError where the folder can't be written or
    other builds hold the store for too long.
    """
    with _named(folder):
        connection = _connected(folder, tell)
        try:
            _use(connection, archive)
            yield Store(connection, archive)
            connection.commit()
        finally:
            connection.close()


def discard(folder: Path) -> None:
    """Remove the store of a folder, which is made anew when it is opened next."""
    (folder / FILE).unlink(missing_ok=True)


@contextmanager
def _named(folder: Path | None) -> Iterator[None]:
    """Turn errors of the store into ours."""
    subject = str(folder / FILE) if folder else "history"
    try:
        yield
    except (sqlite3.Error, zlib.error) as error:
        if _is_held(error):
            reason = f"{error}: another build uses it; name a folder of its own with --cache"
            raise OutputError(subject, reason) from error
        raise DamagedStoreError(subject, f"can't be used ({error}): made anew") from error


def _is_held(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
    )


def _connected(folder: Path | None, tell: Callable[[str], None] | None) -> sqlite3.Connection:
    if folder is None:
        return _prepared("")
    file = _file(folder)
    try:
        return _prepared(file)
    except sqlite3.DatabaseError as error:
        if _is_held(error):
            raise
        if tell:
            tell(f"{file}: can't be used ({error}): made anew")
        file.unlink()
        return _prepared(file)


def _prepared(file: Path | str) -> sqlite3.Connection:
    """Connect to a store that is sound and of this version, or new; else a DatabaseError."""
    # A transaction that begins by reading could not wait for another's end.
    connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level="IMMEDIATE")
    try:
        # After a power cut what is lost is made again, and what is damaged is found out.
        connection.execute("PRAGMA synchronous = OFF")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not tables:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise sqlite3.DatabaseError("of another version")  # noqa: TRY301
        elif connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged")  # noqa: TRY301
    except BaseException:
        connection.close()
        raise
    return connection


def _file(folder: Path) -> Path:
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True)
            # As other tools do with what they keep: nobody needs to list it among the ignored.
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(str(folder), error.strerror or str(error)) from error
    return folder / FILE


def _use(connection: sqlite3.Connection, archive: str) -> None:
    """Note that an archive is used, and forget those that nobody uses."""
    (last,) = connection.execute("SELECT coalesce(max(used), 0) FROM archives").fetchone()
    used = connection.execute("SELECT used FROM archives WHERE name = ?", (archive,)).fetchone()
    if used != (last,):
        connection.execute("INSERT OR REPLACE INTO archives VALUES (?, ?)", (archive, last + 1))
        _forget_unused(connection)
        connection.commit()


def _forget_unused(connection: sqlite3.Connection) -> None:
    """Keep the archives that were used last."""
    rows = connection.execute("SELECT name FROM archives ORDER BY used DESC").fetchall()
    for name in rows[MAX_ARCHIVES:]:
        for table, column in (("days", "archive"), ("stems", "archive"), ("archives", "name")):
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", name)  # noqa: S608  # ours
