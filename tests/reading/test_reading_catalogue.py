from __future__ import annotations

import builtins
import json
import os
import time
import tracemalloc
from contextlib import chdir
from datetime import UTC, date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.model import in_order
from digest.reading import Catalogue, DictMemory, catalogue, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.reading import CatalogueMemory

PARIS = ZoneInfo("Europe/Paris")
LINES = [
    b'{"id": "a", "date": "2020-06-23", "text": "Rain fell."}',
    b'{"id": "b", "date": "2020-06-23T23:30:00Z", "text": "Snow fell.", "title": "Snow"}',
    b'{"id": "a", "date": "2020-06-22T10:00:00", "text": "The same id.", "url": "nowhere"}',
    b'{"date": "2020-10-25T02:30:00", "text": "Told at an hour that comes twice."}',
    b'{"text": "A day is missing."}',
    '{"date": "2020-06-24", "text": "The café’s “owner” left."}'.encode("cp1252"),
    b"  ",
    b"nothing",
]
TEXTS = [b"date 2020-06-23 Rain fell.", b"date 2020-06-25 Sun.", b"No date.", b""]
PAGE = (
    b"<html><head><meta property='article:published_time' content='2020-06-23T10:00:00'></head>"
    b"<body><p>The ferry sank near the port on Monday, and 30 people were saved.</p></body></html>"
)
MARKDOWN = b"date: 2020-06-23\n\n# Rain\n\nRain fell."
NAMES = ["a.jsonl", "b/a.jsonl", "c.txt", "b/c.txt", "b/d.txt", "e.md", "f.html", "b/g", "h.jsonl"]


def later() -> int:
    """A moment at which every file has long been left alone."""
    return time.time_ns() + 60_000_000_000


def catalogued(
    *sources: str,
    memory: CatalogueMemory | None = None,
    zone: ZoneInfo = PARIS,
    clock: Callable[[], int] = later,
) -> Catalogue:
    return catalogue(sources, zone=zone, memory=memory, clock=clock)


class Told(NamedTuple):
    """A catalogue as plain values."""

    entries: Sequence[object]
    problems: Sequence[str]
    notices: Sequence[str]
    unread: Sequence[str]


def told(found: Catalogue) -> Told:
    return Told(found.entries, [*map(str, found.problems)], found.notices, found.unread)


def refuse(*_: object, **__: object) -> None:
    pytest.fail("it was read again")


contents = {
    "jsonl": st.lists(st.sampled_from(LINES), max_size=5).map(b"\n".join)
    | st.just(b"\n\n".join(LINES[:2]).decode().encode("utf-16")),
    "txt": st.sampled_from(TEXTS),
    "md": st.just(MARKDOWN),
    "html": st.just(PAGE),
}


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, bytes]:
    name = draw(st.sampled_from(NAMES))
    kind = draw(st.sampled_from(["write", "append", "remove", "touch", "move"]))
    return name, kind, draw(contents.get(name.rpartition(".")[2], st.just(b"x")))


def change(name: str, kind: str, content: bytes, step: int) -> None:
    """Change a file, which is then older than any that was changed in a former step."""
    file = Path(name)
    file.parent.mkdir(exist_ok=True)
    if kind == "write" or (kind != "remove" and not file.exists()):
        file.write_bytes(content)
    elif kind == "append":
        file.write_bytes(file.read_bytes() + b"\n" + content)
    elif kind == "move":
        file.replace(file.with_name(f"moved-{file.name}"))
        return
    elif kind == "remove":
        file.unlink(missing_ok=True)
        return
    os.utime(file, (1_000_000_000 + step, 1_000_000_000 + step))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(st.lists(changes(), min_size=1, max_size=4), min_size=1, max_size=5),
    is_settled=st.booleans(),
)
def test_a_catalogue_with_a_memory_is_one_without(
    steps: list[list[tuple[str, str, bytes]]], is_settled: bool
) -> None:
    memory = DictMemory()
    clock = later if is_settled else time.time_ns
    with TemporaryDirectory() as folder, chdir(folder):
        for number, step in enumerate(steps):
            for one in step:
                change(*one, number)
            anew = catalogued(".")
            known = catalogued(".", memory=memory, clock=clock)
            reading = read(["."], zone=PARIS)
            assert (told(known), known.load(known.entries)) == (
                Told(anew.entries, [*map(str, reading.problems)], reading.notices, reading.unread),
                tuple(in_order(reading.articles, PARIS)),
            )


def write(name: str, *lines: bytes) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_bytes(b"\n".join(lines))


def test_a_file_that_is_unchanged_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = DictMemory()
    with chdir(tmp_path):
        write("s/a.jsonl", *LINES)
        write("s/b.txt", TEXTS[0])
        write("named", TEXTS[1])
        first = catalogued("s", "named", memory=memory)
        monkeypatch.setattr(builtins, "open", refuse)
        again = catalogued("s", "named", memory=memory)
    assert told(again) == told(first)


class Spy:
    """A function that counts its calls."""

    def __init__(self, function: Callable[..., object]) -> None:
        self.function, self.calls = function, list[tuple[object, ...]]()

    def __call__(self, *args: object) -> object:
        self.calls.append(args)
        return self.function(*args)


def test_a_file_that_was_just_changed_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, spy = DictMemory(), Spy(open)
    with chdir(tmp_path):
        write("b.txt", TEXTS[0])
        catalogued("b.txt", memory=memory, clock=time.time_ns)
        monkeypatch.setattr(builtins, "open", spy)
        catalogued("b.txt", memory=memory)
        catalogued("b.txt", memory=memory)
    assert spy.calls == [("b.txt", "rb")]


def test_lines_that_are_known_are_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, spy = DictMemory(), Spy(json.loads)
    with chdir(tmp_path):
        write("a.jsonl", *LINES[:2])
        catalogued("a.jsonl", memory=memory)
        write("a.jsonl", LINES[3], *LINES[:2])
        expected = catalogued("a.jsonl")
        monkeypatch.setattr("digest.reading.json_lines._record", spy)
        again = catalogued("a.jsonl", memory=memory)
    assert (told(again), spy.calls) == (told(expected), [(LINES[3].decode() + "\n",)])


def test_parsed_pages_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = DictMemory()
    with chdir(tmp_path):
        write("a.html", PAGE)
        expected = read(["a.html"], zone=PARIS).articles
        catalogued("a.html", memory=memory)
        os.utime("a.html", (1, 1))
        monkeypatch.setattr("digest.reading.web_page._fields", refuse)
        again = catalogued("a.html", memory=memory)
        (article,) = again.load(again.entries)
    assert ((article,), repr(article)) == (expected, repr(expected[0]))


def test_the_zone_and_the_options_are_parts_of_what_is_remembered(tmp_path: Path) -> None:
    memory = DictMemory()
    with chdir(tmp_path):
        write("a.jsonl", *LINES)
        sources = ["a.jsonl"]
        ways = [
            (PARIS, 10_000, None),
            (ZoneInfo("Asia/Tokyo"), 10_000, None),
            (PARIS, 60, None),
            (PARIS, 10_000, date(2000, 1, 1)),
        ]
        results = [
            [
                told(
                    catalogue(
                        sources,
                        zone=zone,
                        max_line_bytes=size,
                        undated=undated,
                        memory=kept,
                        clock=later,
                    )
                )
                for zone, size, undated in ways
            ]
            for kept in (memory, memory, None)
        ]
    assert results[0] == results[1] == results[2]


def test_damaged_payloads_are_as_good_as_none(tmp_path: Path) -> None:
    memory = DictMemory()
    with chdir(tmp_path):
        write("a.jsonl", *LINES)
        write("a.html", PAGE)
        first = catalogued(".", memory=memory)
        memory.payloads.update({key: value[:-7] for key, value in memory.payloads.items()})
        again = catalogued(".", memory=memory)
        memory.payloads.update(dict.fromkeys(memory.payloads, b"other"))
        articles = again.load(again.entries)
    assert (told(again), len(articles)) == (told(first), len(first.entries))


def test_a_memory_holds_little_beside_the_articles(tmp_path: Path) -> None:
    memory = DictMemory()
    with chdir(tmp_path):
        text = "Rain fell on the town. " * 100
        rows = ({"id": f"{n}", "date": "2020-06-23", "text": f"{n} {text}"} for n in range(500))
        write("a.jsonl", *(json.dumps(row).encode() for row in rows))
        catalogued("a.jsonl", memory=memory)
        size = os.path.getsize("a.jsonl")  # noqa: PTH202
    assert sum(map(len, memory.payloads.values())) < size * 0.03


def test_entries_are_small(tmp_path: Path) -> None:
    with chdir(tmp_path):
        rows = (
            {"id": f"article-number-{n}", "date": "2020-06-23T10:00:00Z", "text": "Rain " * 200}
            for n in range(2_000)
        )
        write("a.jsonl", *(json.dumps(row).encode() for row in rows))
        catalogued("a.jsonl")
        tracemalloc.start()
        found = catalogued("a.jsonl")
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
    assert held / len(found.entries) < 600


@pytest.mark.parametrize(
    "content", [b'{"id": "z"}', LINES[0].replace(b"Rain", b"Snow"), b"\n", b"", None]
)
def test_a_file_that_has_changed_since_is_named(tmp_path: Path, content: bytes | None) -> None:
    with chdir(tmp_path):
        write("a.jsonl", LINES[0])
        found = catalogued("a.jsonl")
        Path("a.jsonl").unlink()
        if content is not None:
            write("a.jsonl", content)
        with pytest.raises(SourceError, match=r"^a\.jsonl: changed while it was read$"):
            found.load(found.entries)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_standard_input_is_loaded_from_a_copy(codec: str) -> None:
    content = b"\n".join([*LINES[:2], *LINES[3:5]]).decode().encode(codec)
    reading = read(["-"], zone=UTC, stdin=BytesIO(content))
    with catalogue(["-"], zone=UTC, stdin=BytesIO(content)) as found:
        articles = found.load(reversed(found.entries))
    assert (articles[::-1], found.notices) == (
        tuple(in_order(reading.articles, UTC)),
        reading.notices,
    )


def test_standard_input_must_be_given_to_a_catalogue() -> None:
    with pytest.raises(SourceError, match=r"^-: there is no standard input$"):
        catalogue(["-"], zone=UTC)


def test_a_time_is_known_by_its_offset(tmp_path: Path) -> None:
    with chdir(tmp_path):
        write("a.jsonl", LINES[1], LINES[3])
        found = catalogued("a.jsonl")
    assert [(one.day(PARIS), one.published.isoformat()) for one in found.entries] == [
        (date(2020, 6, 24), "2020-06-23T23:30:00+00:00"),
        (date(2020, 10, 25), "2020-10-25T02:30:00+02:00"),
    ]
