"""Each case in every format, beside the values it is made from."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest
from rendering_samples import BRIEF, CONTINUED, DAY, EMPTY, SAMPLE, make, pages, plain_digest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from digest.rendering import DayLine

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from digest.model import Digest

HOSTILE = plain_digest(
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} `a` *b* [c](javascript:d)\x00\u202e & &copy;"
    " \"'> " + "long" * 40,
    title="</title><img src=x onerror=alert(1)>\r\nBcc: all@example.org",
    note='<script>x</script> <a href="javascript:y" onclick="z">link</a> ![i](https://x.example/i)',
    url='https://evil.example/"><script>?a=(1)&b=`2`#top',
)
UNTITLED = plain_digest("Nothing has a title here.", title="")
CASES = {
    "sample": SAMPLE,
    "brief": BRIEF,
    "continued": CONTINUED,
    "empty": EMPTY,
    "hostile": HOSTILE,
    "untitled": UNTITLED,
}


class Page(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def pictured(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Page)


def readable_mail(content: bytes) -> str:
    """Headers and parts decoded; left out is what hangs on how a library words inlined style."""
    mail = message_from_bytes(content, policy=policy.default)
    headers = "".join(f"{name}: {value}\n" for name, value in mail.items())
    bodies = [re.sub(r' style="[^"]*"', "", part.get_content()) for part in mail.iter_parts()]
    readable = "\n".join([re.sub("[0-9a-f]{24}", "MARK", headers), *bodies])
    return readable.replace("\r\n", "\n")


@pytest.mark.parametrize("case", CASES)
def test_a_digest_and_its_values_look_as_agreed(case: str, pictured: SnapshotAssertion) -> None:
    digest: Digest = CASES[case]
    built = datetime(2020, 9, 4, 6, tzinfo=UTC) if case == "sample" else None
    made = pages(digest, make(zone="Europe/Berlin", built=built))
    values = json.dumps(asdict(digest), default=str, indent=1, ensure_ascii=True)
    assert values == pictured(name="values.json")
    assert made["index.html"].decode() == pictured(name="html")
    assert made["digest.md"].decode() == pictured(name="md")
    assert made["digest.json"].decode() == pictured(name="json")
    assert readable_mail(made["digest.eml"]) == pictured(name="eml")


def test_an_index_looks_as_agreed(pictured: SnapshotAssertion) -> None:
    days = (
        DayLine(date(2020, 6, 1), (), 0, 0),
        DayLine(DAY, ("Bridge closes", "<b>School</b> opens", ""), 5, 1),
        DayLine(date(2020, 9, 4), ("One",), 1, 1),
    )
    made = {page.path.name: page.content.decode() for page in make().index_pages(days)}
    assert made["index.html"] == pictured(name="html")
    assert made["index.json"] == pictured(name="json")
