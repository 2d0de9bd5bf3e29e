"""Verification of whatever may be published, and of whatever a digest.json may become."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from verifying_samples import publish

from digest.reading import read
from digest.verifying import Verification, verify

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path("out")
DOCUMENT = OUT / "2020/09/03/digest.json"
SENTENCE = "The river rose by two metres."

# Letters, markup of all the pages' kinds, blanks, controls, half surrogates, and marks that turn
# the direction of writing.
hostile = (
    st.text(st.sampled_from("Ab. \n\r\t\0\x85\u2028\u202e\ud800<>&;/`*_#|-=~1.é“”")) | st.text()
)
paragraphs = st.lists(hostile | st.sampled_from(["> A.", "<blockquote>", "&amp;", "| B."])).map(
    "\n".join
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@contextmanager
def folder() -> Iterator[None]:
    """A new current folder."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as new:
        os.chdir(new)
        try:
            yield
        finally:
            os.chdir(before)


def write_source(texts: list[str]) -> None:
    lines = [json.dumps({"text": text, "published": "2020-09-03"}) for text in texts]
    Path("wire.jsonl").write_text("\n".join(lines), encoding="utf-8")


@settings(deadline=None, max_examples=60)
@given(st.lists(paragraphs, min_size=1, max_size=3), hostile)
def test_whatever_is_published_holds(texts: list[str], note: str) -> None:
    with folder():
        write_source(texts)
        assume(read(["wire.jsonl"], zone=UTC).articles)
        publish(OUT, ["wire.jsonl"], note=note)
        assert verify(OUT, zone=UTC).findings == ()


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_digest_that_was_changed_anywhere_is_checked_all_the_same(data: st.DataObject) -> None:
    with folder():
        write_source([SENTENCE])
        publish(OUT, ["wire.jsonl"])
        document = json.loads(DOCUMENT.read_bytes())
        holder, key = data.draw(st.sampled_from(places(document)))
        holder[key] = data.draw(anything)
        DOCUMENT.write_text(json.dumps(document), encoding="utf-8")
        assert isinstance(verify(OUT, zone=UTC), Verification)


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_changed_words_never_hold(words: str) -> None:
    assume(words != SENTENCE)
    with folder():
        write_source([SENTENCE])
        publish(OUT, ["wire.jsonl"], ("json",))
        document = json.loads(DOCUMENT.read_bytes())
        document["stories"][0]["sentences"][0]["text"] = words
        DOCUMENT.write_text(json.dumps(document), encoding="utf-8")
        reasons = [finding.reason for finding in verify(OUT, zone=UTC).findings]
        assert reasons == [f"its source reads “{SENTENCE}” there"]


def places(value: object) -> list[tuple[Any, Any]]:
    """Every place in a JSON document that holds a value: its object or list, and its key."""
    if isinstance(value, dict):
        inner: list[tuple[Any, object]] = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    here = [(value, key) for key, _ in inner]
    return here + [place for _, item in inner for place in places(item)]
