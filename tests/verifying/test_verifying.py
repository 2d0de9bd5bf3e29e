"""What verification finds in an output that was published, and then touched."""

from __future__ import annotations

import json
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from verifying_samples import publish

from digest.errors import OutputError, SourceError
from digest.verifying import Finding, Verification, verify

if TYPE_CHECKING:
    from collections.abc import Callable

OUT = Path("out")
FOLDER = OUT / "2020/09/03"
JSON, HTML, MARKDOWN, MAIL = (
    str(FOLDER / name) for name in ("digest.json", "index.html", "digest.md", "digest.eml")
)
FIRST = "The river rose by two metres."
SECOND = "It fell <again> & all was well."
THIRD = "The mayor thanked 40 volunteers."
STORIES = ("story-of-1", "story-of-2")


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source of two articles, and in the same folder `out`, which was built from it."""
    monkeypatch.chdir(tmp_path)
    wire = Path("wire.jsonl")
    wire.write_text(line("a", f"{FIRST} {SECOND}") + line("b", THIRD), encoding="utf-8")
    publish(OUT, ["wire.jsonl"], note="> A reader’s own words.")
    return wire


def line(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": text, "published": "2020-09-03"}) + "\n"


def findings(sources: tuple[str, ...] = ()) -> list[Finding]:
    return list(verify(OUT, zone=UTC, sources=sources).findings)


def edit(page: str, old: str, new: str) -> None:
    text = Path(page).read_bytes().decode()
    assert old in text
    Path(page).write_bytes(text.replace(old, new).encode())


def edit_json(
    change: Callable[[dict[str, list[dict[str, list[dict[str, object]]]]]], object],
) -> None:
    document = json.loads(Path(JSON).read_bytes())
    change(document)
    Path(JSON).write_text(json.dumps(document), encoding="utf-8")


def only_json() -> None:
    for page in (HTML, MARKDOWN, MAIL):
        Path(page).unlink()


@pytest.mark.usefixtures("wire")
def test_output_that_nobody_touched_holds() -> None:
    assert verify(OUT, zone=UTC) == Verification(3, ())


def test_source_in_plain_text_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"\n date 2020-09-03 {FIRST}\n\n“{SECOND}”\n", encoding="utf-8")
    publish(OUT, ["a.txt"])
    assert verify(OUT, zone=UTC) == Verification(2, ())


def test_source_that_was_edited_is_found(wire: Path) -> None:
    wire.write_text(line("a", f"{FIRST} It fell [again] & all was well.") + line("b", THIRD))
    reason = "its source reads “It fell [again] & all was well.” there"
    assert findings() == [Finding(JSON, STORIES[0], SECOND, reason)]


def test_source_whose_lines_moved_is_found(wire: Path) -> None:
    wire.write_text("\n" + wire.read_text())
    reason = "its source has no article on that line"
    assert findings()[0] == Finding(JSON, STORIES[0], FIRST, reason)


def test_difference_far_into_a_long_sentence_is_shown(wire: Path) -> None:
    only_json()
    wire.write_text(line("a", f"It {'really ' * 20}rose."))
    publish(OUT, ["wire.jsonl"], ("json",))
    wire.write_text(line("a", f"It {'really ' * 20}fell."))
    assert [finding.reason for finding in findings()] == [
        "its source reads “…eally really really fell.” there"
    ]


def test_source_that_was_cut_short_is_found(wire: Path) -> None:
    wire.write_text(line("a", FIRST) + line("b", THIRD))
    assert findings() == [
        Finding(JSON, STORIES[0], SECOND, "characters 30 to 61 are none of its article's 29")
    ]


def test_source_that_is_gone_is_found(wire: Path) -> None:
    wire.unlink()
    reason = "its source is not there"
    assert findings() == [
        Finding(JSON, STORIES[0], FIRST, reason),
        Finding(JSON, STORIES[0], SECOND, reason),
        Finding(JSON, STORIES[1], THIRD, reason),
    ]


def test_source_that_is_gone_is_replaced_by_another_that_holds_the_article(wire: Path) -> None:
    wire.unlink()
    Path("new.jsonl").write_text(line("b", THIRD) + line("a", f"{FIRST} {SECOND}"))
    assert findings(("new.jsonl",)) == []


def test_article_that_no_given_source_holds_is_found(wire: Path) -> None:
    wire.write_text(line("a", f"{FIRST} {SECOND}") + line("c", THIRD))
    reason = "the sources have no article of its id"
    assert findings(("wire.jsonl",)) == [Finding(JSON, STORIES[1], THIRD, reason)]


def test_article_that_is_refused_now_is_found(wire: Path) -> None:
    wire.write_text(line("a", f"{FIRST} {SECOND}") + '{"text": "No date."}')
    found = findings()
    assert found == [Finding(JSON, STORIES[1], THIRD, found[0].reason)]
    assert found[0].reason.startswith("its source can't be read there: ")


@pytest.mark.usefixtures("wire")
def test_sources_can_be_standard_input() -> None:
    stdin = BytesIO(Path("wire.jsonl").read_bytes())
    assert verify(OUT, zone=UTC, sources=["-"], stdin=stdin) == Verification(3, ())


@pytest.mark.usefixtures("wire")
def test_given_source_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SourceError):
        verify(OUT, zone=UTC, sources=["missing"])


@pytest.mark.usefixtures("wire")
def test_standard_input_cannot_be_read_again() -> None:
    edit(JSON, '"path": "wire.jsonl"', '"path": "-"')
    reason = "its source was standard input: name sources that hold it"
    assert {finding.reason for finding in findings()} == {reason}


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("path", [".", "/dev/zero", "a\\u0000b", "\\ud800", "", "a" * 5000])
def test_source_that_is_no_file_is_found(path: str) -> None:
    edit(JSON, '"path": "wire.jsonl"', f'"path": "{path}"')
    assert {finding.reason for finding in findings()} == {"its source is not there"}


@pytest.mark.usefixtures("wire")
def test_words_changed_on_all_pages_are_found_by_the_source() -> None:
    for page in (JSON, HTML, MARKDOWN, MAIL):
        edit(page, "40", "90")
    reason = "its source reads “The mayor thanked 40 volunteers.” there"
    said = "The mayor thanked 90 volunteers."
    assert findings() == [Finding(JSON, STORIES[1], said, reason)]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("page", [HTML, MARKDOWN, MAIL])
def test_words_changed_on_one_page_are_found(page: str) -> None:
    edit(page, "40", "90")
    said = "The mayor thanked 90 volunteers."
    assert findings() == [
        Finding(page, STORIES[1], THIRD, "is not shown on this page"),
        Finding(page, "", said, "is shown here, but is not in digest.json"),
    ]


@pytest.mark.usefixtures("wire")
def test_words_changed_in_json_alone_are_found_everywhere() -> None:
    edit(JSON, "40", "90")
    assert [(finding.page, finding.sentence) for finding in findings()] == [
        (JSON, "The mayor thanked 90 volunteers."),
        *(
            (page, f"The mayor thanked {number} volunteers.")
            for page in (HTML, MARKDOWN, MAIL)
            for number in (90, 40)
        ),
    ]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("start", -1, "characters -1 to 32 are none of its article's 32"),
        ("start", 32, "characters 32 to 32 are none of its article's 32"),
        ("end", 33, "characters 0 to 33 are none of its article's 32"),
        ("end", 10**30, f"characters 0 to {10**30} are none of its article's 32"),
        ("start", 4, "its source reads “mayor thanked 40 volunteers.” there"),
        ("end", 31, "its source reads “The mayor thanked 40 volunteers” there"),
        ("start", True, "is no sentence: start: expected a whole number, found something else"),
        ("start", "0", "is no sentence: start: expected a whole number, found a text"),
        ("end", None, "is no sentence: end: expected a whole number, found null"),
        ("article", [], "is no sentence: article: expected a text, found a list"),
        ("article", "z", "its story has no article 'z'"),
    ],
)
def test_field_that_is_wrong_is_found(field: str, value: object, reason: str) -> None:
    only_json()
    edit_json(lambda document: document["stories"][1]["sentences"][0].update({field: value}))
    assert findings() == [Finding(JSON, STORIES[1], THIRD, reason)]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("field", ["start", "end", "article"])
def test_field_that_is_missing_is_found(field: str) -> None:
    only_json()
    edit_json(lambda document: document["stories"][1]["sentences"][0].pop(field))
    reason = f"is no sentence: {field} is missing"
    assert findings() == [Finding(JSON, STORIES[1], THIRD, reason)]


@pytest.mark.usefixtures("wire")
def test_story_that_is_none_is_found_and_the_rest_is_checked() -> None:
    only_json()
    edit_json(lambda document: document["stories"][0].pop("articles"))
    reason = "is no story: articles is missing"
    assert verify(OUT, zone=UTC) == Verification(1, (Finding(JSON, STORIES[0], "", reason),))


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no digest: Expecting value: line 1 column 1 (char 0)"),
        (b"[]", "is no digest: expected an object, found a list"),
        (b'{"schema": "digest/99"}', "has the schema 'digest/99', not 'digest/2'"),
        (b"{}", "has the schema None, not 'digest/2'"),
        (b'{"schema": "digest/2"}', "is no digest: stories is missing"),
    ],
)
def test_document_that_is_no_digest_is_one_finding(content: bytes, reason: str) -> None:
    Path(JSON).write_bytes(content)
    assert findings() == [Finding(JSON, "", "", reason)]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff", b"1" * 5000, b'{"a":' * 900 + b"1"])
def test_document_that_cannot_be_parsed_is_one_finding(content: bytes) -> None:
    Path(JSON).write_bytes(content)
    assert [finding.page for finding in findings()] == [JSON]


@pytest.mark.usefixtures("wire")
def test_document_that_is_a_folder_is_one_finding() -> None:
    Path(JSON).unlink()
    Path(JSON).mkdir()
    assert findings() == [Finding(JSON, "", "", "can't be read: Is a directory")]


@pytest.mark.usefixtures("wire")
def test_sentence_that_html_leaves_out_is_found() -> None:
    edit(HTML, "blockquote", "div")
    reason = "is not shown on this page"
    assert findings() == [
        Finding(HTML, STORIES[0], FIRST, reason),
        Finding(HTML, STORIES[0], SECOND, reason),
        Finding(HTML, STORIES[1], THIRD, reason),
    ]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("page", [HTML, MARKDOWN])
def test_sentence_that_a_page_adds_is_found(page: str) -> None:
    added = {
        HTML: "<blockquote>Nobody said this.</blockquote></main>",
        MARKDOWN: "\n> Nobody said this.\n\n---\n",
    }
    edit(page, {HTML: "</main>", MARKDOWN: "\n---\n"}[page], added[page])
    reason = "is shown here, but is not in digest.json"
    assert findings() == [Finding(page, "", "Nobody said this.", reason)]


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"<![x"])
def test_page_that_is_broken_shows_nothing(content: bytes) -> None:
    Path(HTML).write_bytes(content)
    assert {finding.page for finding in findings()} == {HTML}


@pytest.mark.usefixtures("wire")
def test_page_that_is_a_folder_is_found() -> None:
    Path(HTML).unlink()
    Path(HTML).mkdir()
    found = findings()
    assert [(finding.page, finding.sentence) for finding in found] == [(HTML, "")]


@pytest.mark.usefixtures("wire")
def test_mail_without_html_is_found() -> None:
    Path(MAIL).write_bytes(b"Subject: News\n\nText\n")
    assert findings() == [Finding(MAIL, "", "", "can't be read: has no HTML part")]


@pytest.mark.usefixtures("wire")
def test_pages_without_json_are_found() -> None:
    Path(JSON).unlink()
    reason = "nothing to check by: there are pages, but no digest.json"
    assert verify(OUT, zone=UTC) == Verification(0, (Finding(str(FOLDER), "", "", reason),))


@pytest.mark.usefixtures("wire")
def test_json_without_pages_holds() -> None:
    only_json()
    assert verify(OUT, zone=UTC) == Verification(3, ())


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding("a.json", "s", "Words.", "why"), "a.json: s: “Words.”: why"),
        (Finding("a.json", "", "", "why"), "a.json: why"),
    ],
)
def test_finding_is_told_on_one_line(finding: Finding, line: str) -> None:
    assert str(finding) == line


@pytest.mark.usefixtures("wire")
def test_folders_are_checked_in_order() -> None:
    for day in ("04", "02"):
        (OUT / "2020/09" / day).mkdir()
        (OUT / "2020/09" / day / "digest.json").write_text("[]")
    assert [Path(finding.page).parent.name for finding in findings()] == ["02", "04"]


@pytest.mark.parametrize("made", [True, False])
def test_output_without_digests_is_refused(tmp_path: Path, made: bool) -> None:
    reason = "holds no digest"
    if made:
        (tmp_path / "index.html").write_text("<p>Another site")
    else:
        tmp_path /= "missing"
        reason = "No such file or directory"
    with pytest.raises(OutputError) as caught:
        verify(tmp_path, zone=UTC)
    assert str(caught.value) == f"{tmp_path}: {reason}"
