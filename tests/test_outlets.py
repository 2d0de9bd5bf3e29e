"""An outlet is one thing in the index and on the pages."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from digest.model import Article, Digest, Entry, Origin, Story
from digest.rendering.day_pages import day_line
from digest.rendering.view_models import digest_view

DAY = date(2020, 9, 3)


def digest_of(*places: tuple[str, str]) -> Digest:
    """A digest of one story, of which articles stand in these files, by these sources."""
    articles = tuple(
        Article(f"a{number}", "Rain fell.", DAY, Origin(path, number), source=source)
        for number, (path, source) in enumerate(places, start=1)
    )
    entry = Entry(Story("s", DAY, articles, ()), "Rain", None, "", (), ())
    return Digest(DAY, (entry,), "")


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ([("a/wire.jsonl", "Post"), ("b/wire.jsonl", "Post")], ("Post",)),
        ([("a/wire.jsonl", "Post"), ("a/wire.jsonl", "Times")], ("Post", "Times")),
        ([("a/wire.jsonl", ""), ("a/wire.jsonl", "")], ("wire.jsonl",)),
        ([("a/wire.jsonl", ""), ("b/other.jsonl", "")], ("wire.jsonl", "other.jsonl")),
        ([("a/wire.jsonl", ""), ("b/wire.jsonl", "")], ("a/wire.jsonl", "b/wire.jsonl")),
    ],
)
def test_outlets_are_counted_alike_and_told_apart(
    places: list[tuple[str, str]], shown: tuple[str, ...]
) -> None:
    digest = digest_of(*places)
    view = digest_view(digest, None, UTC)
    (story,) = view.briefs
    assert (story.outlets, view.outlets, day_line(digest).outlets) == (
        shown,
        len(shown),
        len(shown),
    )
