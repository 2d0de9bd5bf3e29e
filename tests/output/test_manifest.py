"""What the manifest lists, and what is recognised by it."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePosixPath

import pytest
from jsonschema import Draft202012Validator
from output_samples import INDEX, MANIFEST, build_of, page, tree

from digest.errors import OutputError
from digest.output import BuiltDay, WrittenDay, WrittenFile, write, written_days

DAY, NEXT = date(2020, 9, 3), date(2020, 9, 4)
PAGE = "2020/09/03/digest.md"
NEXT_PAGE = "2020/09/04/digest.md"


def listed(path: str, content: str = "new") -> dict[str, object]:
    digest = sha256(content.encode()).hexdigest()
    return {"path": path, "size": len(content), "sha256": digest}


def manifest_of(out: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads((out / MANIFEST).read_bytes())
    return document


def day_entry(day: date, key: str, *files: dict[str, object]) -> dict[str, object]:
    return {"day": day.isoformat(), "key": key, "files": list(files)}


def manifest(*days: dict[str, object], project: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "schema": "digest/manifest/1",
        "project": list(project),
        "key": "",
        "days": list(days),
        "files": [listed("index.json", INDEX)],
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output that holds one day."""
    write(build_of([page(PAGE)], key="1", project=["news"]), tmp_path / "out")
    return tmp_path / "out"


def test_manifest_lists_each_days_key_and_files_sorted(tmp_path: Path) -> None:
    pages = [page(NEXT_PAGE), page("2020/09/03/index.html", "b"), page(PAGE, "a")]
    write(build_of(pages, key="k", project=["b", "a"]), tmp_path / "out")
    assert manifest_of(tmp_path / "out") == manifest(
        day_entry(DAY, "k", listed(PAGE, "a"), listed("2020/09/03/index.html", "b")),
        day_entry(NEXT, "k", listed(NEXT_PAGE)),
        project=("a", "b"),
    )


def test_manifest_has_the_fields_that_the_schema_describes(out: Path) -> None:
    schema = json.loads((files("digest.rendering") / "schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(manifest_of(out))


def test_manifest_keeps_the_entries_of_days_that_are_kept(out: Path) -> None:
    write(build_of([page(NEXT_PAGE)], key="2"), out)
    assert manifest_of(out) == manifest(
        day_entry(DAY, "1", listed(PAGE)), day_entry(NEXT, "2", listed(NEXT_PAGE))
    )


def test_manifest_drops_a_day_whose_files_are_lost(out: Path) -> None:
    (out / PAGE).unlink()
    write(build_of([page(NEXT_PAGE)], key="2"), out)
    assert manifest_of(out) == manifest(day_entry(NEXT, "2", listed(NEXT_PAGE)))


def test_manifest_does_not_list_pages_of_a_version_without_one(out: Path) -> None:
    (out / MANIFEST).unlink()
    write(build_of([page(NEXT_PAGE)], key="2"), out)
    assert manifest_of(out) == manifest(day_entry(NEXT, "2", listed(NEXT_PAGE)))


def test_order_of_builds_leaves_no_trace(tmp_path: Path) -> None:
    for name, paths in (("one", [PAGE, NEXT_PAGE]), ("other", [NEXT_PAGE, PAGE])):
        for path in paths:
            write(build_of([page(path)], key=path), tmp_path / name)
    one, other = ((tmp_path / name / MANIFEST).read_bytes() for name in ("one", "other"))
    assert one == other


def test_written_days_are_given_with_their_keys_and_files(out: Path) -> None:
    digest = sha256(b"new").hexdigest()
    file = WrittenFile(PurePosixPath(PAGE), 3, digest)
    assert written_days(out) == {DAY: WrittenDay("1", (file,))}


@pytest.mark.parametrize("gone", [PAGE, MANIFEST, "index.json", ""])
def test_day_is_not_written_where_a_file_is_gone(tmp_path: Path, out: Path, gone: str) -> None:
    (out / gone).rename(tmp_path / "elsewhere")
    assert written_days(out) == {}


@pytest.mark.parametrize("changed", [PAGE, "index.json"])
def test_day_is_not_written_where_a_file_has_another_size(out: Path, changed: str) -> None:
    (out / changed).write_text("longer")
    assert written_days(out) == {}


def test_day_with_a_lost_file_is_still_not_written_after_other_builds(out: Path) -> None:
    write(build_of([page(PAGE), page("2020/09/03/index.html")], key="1"), out)
    (out / PAGE).unlink()
    write(build_of([page(NEXT_PAGE)], key="2"), out)
    assert list(written_days(out)) == [NEXT]


def test_page_outside_of_its_days_folder_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^a page of 2020-09-04 must lie in 2020/09/04$"):
        BuiltDay(NEXT, "", (page(PAGE),))


def test_folder_of_another_project_is_refused_and_untouched(out: Path) -> None:
    before = tree(out.parent)
    with pytest.raises(OutputError) as caught:
        write(build_of([page(PAGE, "other")], project=["blogs", "wires"]), out)
    reason = "holds the digests of another project (news): name a new folder"
    assert (str(caught.value), tree(out.parent)) == (f"{out}: {reason}", before)


@pytest.mark.parametrize("project", [["news"], ["blogs", "news"], []])
def test_project_goes_on_where_it_shares_a_name_or_none_is_known(
    out: Path, project: list[str]
) -> None:
    write(build_of([page(PAGE, "changed")], project=project), out)
    assert (out / PAGE).read_text() == "changed"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ("[]", "list indices must be integers or slices, not str"),
        ("{}", "'schema'"),
        ('{"schema": "another"}', "its schema is 'another', not 'digest/manifest/1'"),
        (json.dumps(manifest() | {"days": 1}), "a list is missing"),
        (json.dumps(manifest() | {"files": [1]}), "an object is missing"),
        (
            json.dumps(manifest() | {"files": [listed("../x")]}),
            "../x: is no path below the output folder",
        ),
        (
            json.dumps(manifest(day_entry(DAY, "", listed("CNAME")))),
            "a file of 2020-09-03 lies outside of its folder",
        ),
    ],
)
def test_damaged_manifest_is_refused(out: Path, content: str, reason: str) -> None:
    (out / MANIFEST).write_text(content)
    with pytest.raises(OutputError) as caught:
        write(build_of([page(PAGE)]), out)
    what_to_do = "remove it, or name a new folder"
    expected = f"{out / MANIFEST}: is no manifest of this version ({reason}): {what_to_do}"
    assert str(caught.value) == expected
