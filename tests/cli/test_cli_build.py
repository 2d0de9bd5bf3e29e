"""`digest build`: what each option does."""

from __future__ import annotations

import json
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from commands import ROOT, SEEDS, Ran, digest, line, tree, wire

if TYPE_CHECKING:
    from pathlib import Path

DAYS = ("2020-09-01", "2020-09-03", "2020-09-07")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """An article on each of three days."""
    return wire(
        tmp_path,
        *(line(day, f"Snow fell on the hills above the old town on {day}.", day) for day in DAYS),
    )


def built(out: Path) -> list[str]:
    """The days that have a digest."""
    return ["-".join(path.parent.relative_to(out).parts) for path in sorted(out.glob("*/*/*/*.md"))]


def ids(out: Path, day: str) -> list[str]:
    document = json.loads((out / day.replace("-", "/") / "digest.json").read_bytes())
    return [article["id"] for story in document["stories"] for article in story["articles"]]


def test_a_build_says_what_it_made_and_where(news: Path, tmp_path: Path) -> None:
    assert digest("build", news, folder=tmp_path) == Ran(
        0, "", "3 articles, 3 stories, 3 days → out/index.html\n"
    )
    assert (tmp_path / "out/index.html").is_file()


def test_a_build_has_four_files_a_day_and_an_index(news: Path, tmp_path: Path) -> None:
    digest("build", news, "--date", DAYS[1], folder=tmp_path)
    assert list(tree(tmp_path / "out")) == [
        *(f"2020/09/03/{name}" for name in ("digest.eml", "digest.json", "digest.md")),
        *("2020/09/03/index.html", "assets/digest.css", "digest-manifest.json"),
        *("index.html", "index.json"),
    ]


def test_the_folder_of_another_project_is_refused(news: Path, tmp_path: Path) -> None:
    digest("build", news, folder=tmp_path)
    ran = digest("build", SEEDS, "--date", "2020-07-30", folder=tmp_path)
    reason = "holds the digests of another project (.): name a new folder"
    assert ran == Ran(5, "", f"error: out: {reason}\n")


@pytest.mark.parametrize(
    ("options", "days"),
    [
        (("--since", "2020-09-03"), DAYS[1:]),
        (("--until", "2020-09-03"), DAYS[:2]),
        (("--since", "2020-09-02", "--until", "2020-09-06"), DAYS[1:2]),
        (("--date", "2020-09-07"), DAYS[2:]),
        (("--since", "5d"), DAYS[1:]),
        (("--since", "1d"), DAYS[2:]),
        (("--date", "1d"), DAYS[2:]),
    ],
)
def test_the_days_asked_for_are_built(
    news: Path, tmp_path: Path, options: tuple[str, ...], days: tuple[str, ...]
) -> None:
    """Today is the day of SOURCE_DATE_EPOCH, 2020-09-07."""
    epoch = {"SOURCE_DATE_EPOCH": "1599480000"}
    digest("build", news, *options, folder=tmp_path, environment=epoch)
    assert built(tmp_path / "out") == list(days)


def test_days_without_articles_leave_nothing_to_build(news: Path, tmp_path: Path) -> None:
    ran = digest("build", news, "--since", "2021-01-01", folder=tmp_path)
    assert ran == Ran(0, "", "nothing to build: 3 articles, none of the days asked for\n")
    assert not (tmp_path / "out").exists()


def test_a_zone_moves_a_late_article_to_the_next_day(tmp_path: Path) -> None:
    news = wire(
        tmp_path,
        line("late", "Snow fell at night.", "2020-09-03T20:00:00Z"),
        line("plain", "Rain fell by day."),
    )
    digest("build", news, "--tz", "Asia/Kolkata", folder=tmp_path)
    out = tmp_path / "out"
    assert {day: ids(out, day) for day in built(out)} == {
        "2020-09-03": ["plain"],
        "2020-09-04": ["late"],
    }


def test_formats_are_those_asked_for(news: Path, tmp_path: Path) -> None:
    ran = digest(
        "build", news, "--date", DAYS[0], "--formats", "md,json", "--out", "x", folder=tmp_path
    )
    assert ran.err.endswith(" → x\n")
    assert list(tree(tmp_path / "x")) == [
        "2020/09/01/digest.json",
        "2020/09/01/digest.md",
        "digest-manifest.json",
        "index.json",
    ]


def test_a_template_of_the_users_goes_before_ours(news: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "digest.md.jinja").write_text("{{ digest.stories|length }} of {{ digest.day }}\n")
    digest("build", news, "--date", DAYS[0], "--templates", "own", folder=tmp_path)
    assert (tmp_path / "out/2020/09/01/digest.md").read_text() == "1 of 2020-09-01\n"
    assert b"<html" in (tmp_path / "out/2020/09/01/index.html").read_bytes()


FARM = (
    "Hens were asleep on the farm when the night fell.",
    "Foxes came out of the wood and hunted for mice.",
    "A dog barked at the gate until the farmer rose.",
    "Owls called from the barn roof through the dark.",
)


def summary_of(folder: Path, *options: str, by_weight: bool = False) -> list[str]:
    source = wire(folder, line("a", " ".join(FARM)))
    environment = {"DIGEST_SUMMARY_BY_WEIGHT": str(int(by_weight))}
    digest("build", source, *options, folder=folder, environment=environment)
    document = json.loads((folder / "out/2020/09/03/digest.json").read_bytes())
    return [sentence["text"] for sentence in document["stories"][0]["sentences"]]


def test_the_ranker_is_the_one_named(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, "--ranker", "lead", "--sentences", "2")
    assert summary == list(FARM[:2])


def test_a_summary_is_as_long_as_asked_in_words(tmp_path: Path) -> None:
    assert summary_of(tmp_path, "--ranker", "lead", "--words", "18") == [FARM[0]]


def test_a_story_of_one_source_is_told_in_less(tmp_path: Path) -> None:
    assert len(summary_of(tmp_path, "--sentences", "3", by_weight=True)) == 2


def test_a_flag_for_sentences_goes_before_a_file_for_words(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text("[summary]\nwords = 3\n")
    assert len(summary_of(tmp_path, "--ranker", "lead", "--sentences", "4")) == 4


def test_no_words_at_all_mean_that_sentences_are_counted(tmp_path: Path) -> None:
    lengths = ("--sentences", "2", "--words", "0")
    assert len(summary_of(tmp_path, "--ranker", "lead", *lengths)) == 2


def test_one_day_alone_goes_before_the_days_of_a_file(news: Path, tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text(f'since = "{DAYS[2]}"\n')
    digest("build", news, "--date", DAYS[0], folder=tmp_path)
    assert built(tmp_path / "out") == [DAYS[0]]


def test_settings_come_from_flags_then_environment_then_file(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text(
        'out = "of-file"\nformats = ["md"]\nsources = ["wire.jsonl"]\n'
    )
    wire(tmp_path, line("a", "Snow fell."))
    environment = {"DIGEST_OUT": "of-environment", "DIGEST_FORMATS": "json,md"}
    digest("build", "--out", "of-flag", folder=tmp_path, environment=environment)
    assert list(tree(tmp_path / "of-flag/2020/09/03")) == ["digest.json", "digest.md"]
    digest("build", folder=tmp_path, environment=environment)
    assert list(tree(tmp_path / "of-environment/2020/09/03")) == ["digest.json", "digest.md"]
    digest("build", folder=tmp_path)
    assert list(tree(tmp_path / "of-file/2020/09/03")) == ["digest.md"]


@pytest.mark.parametrize("by", ["flag", "environment"])
def test_a_file_of_settings_can_be_named(news: Path, tmp_path: Path, by: str) -> None:
    (tmp_path / "other.toml").write_text('out = "elsewhere"\n')
    (tmp_path / "digest.toml").write_text("unread = 1\n")
    if by == "flag":
        ran = digest("build", news, "--config", "other.toml", folder=tmp_path)
    else:
        environment = {"DIGEST_CONFIG": "other.toml"}
        ran = digest("build", news, folder=tmp_path, environment=environment)
    assert ran.err.endswith(" → elsewhere/index.html\n")


def test_the_readme_opens_with_what_a_build_of_the_seeds_writes(usual: dict[str, bytes]) -> None:
    """Its first quotation is the beginning of a story, line by line."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = next(number for number, words in enumerate(readme) if words.startswith("> "))
    quoted = takewhile(lambda words: words.startswith(">"), readme[start:])
    excerpt = "".join(f"{words[2:]}\n" for words in quoted)
    written = usual["2020/07/30/digest.md"].decode()
    assert excerpt.startswith("## ")
    assert excerpt in written


def test_a_note_beside_a_day_opens_its_digest(news: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/2020-09-01.md").write_text("A *quiet* day.\n<script>alert(1)</script>\n")
    digest("build", news, folder=tmp_path)
    page = (tmp_path / "out/2020/09/01/index.html").read_text()
    assert "A <em>quiet</em> day." in page
    assert "<script" not in page


def test_a_later_build_keeps_the_days_it_does_not_make(news: Path, tmp_path: Path) -> None:
    digest("build", news, "--date", DAYS[0], folder=tmp_path)
    digest("build", news, "--date", DAYS[2], folder=tmp_path)
    index = json.loads((tmp_path / "out/index.json").read_bytes())
    assert [day["day"] for day in index["days"]] == [DAYS[2], DAYS[0]]
    assert built(tmp_path / "out") == [DAYS[0], DAYS[2]]


def test_stdin_is_a_source(tmp_path: Path) -> None:
    ran = digest("build", "-", folder=tmp_path, stdin=line("a", "Snow fell.").encode())
    assert ran == Ran(0, "", "1 article, 1 story, 1 day → out/index.html\n")


BROKEN = (line("good", "Snow fell."), "{not json\n", line("good", "Snow fell again."))


def test_what_is_refused_is_named_and_summed_up_and_the_rest_is_built(tmp_path: Path) -> None:
    ran = digest("build", wire(tmp_path, *BROKEN), folder=tmp_path)
    *told, summed, made = ran.err.splitlines()
    assert [words.split(": ")[:2] for words in told] == [
        ["skipped", "wire.jsonl:2"],
        ["skipped", "wire.jsonl:3"],
    ]
    assert summed.startswith("skipped 2 of 3: ")
    assert made == "1 article, 1 story, 1 day → out/index.html"
    assert ran.code == 0


def test_strict_names_all_that_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    ran = digest("build", wire(tmp_path, *BROKEN), "--strict", folder=tmp_path)
    starts = [" ".join(words.split()[:2]) for words in ran.err.splitlines()]
    assert starts == ["refused: wire.jsonl:2:", "refused: wire.jsonl:3:", "error: wire.jsonl:2:"]
    assert (ran.code, (tmp_path / "out").exists()) == (3, False)


def test_strict_leaves_a_former_output_as_it_was(tmp_path: Path) -> None:
    digest("build", wire(tmp_path, BROKEN[0]), folder=tmp_path)
    before = tree(tmp_path / "out")
    digest("build", wire(tmp_path, *BROKEN), "--strict", folder=tmp_path)
    assert tree(tmp_path / "out") == before


def test_strict_can_be_taken_back(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text("strict = true\n")
    assert digest("build", wire(tmp_path, *BROKEN), "--no-strict", folder=tmp_path).code == 0


def test_quiet_says_nothing_but_errors(tmp_path: Path) -> None:
    news = wire(tmp_path, *BROKEN)
    assert digest("build", news, "-q", folder=tmp_path) == Ran(0, "", "")
    assert digest("build", news, "-q", "--date", "1999-01-01", folder=tmp_path) == Ran(0, "", "")
    strict = digest("build", news, "-q", "--strict", folder=tmp_path)
    assert (strict.code, strict.err.count("\n")) == (3, 1)


def test_verbose_lists_the_notes_on_what_was_read(tmp_path: Path) -> None:
    news = wire(tmp_path, line("a", "Snow fell.", url="javascript:alert(1)"))
    short = digest("build", news, folder=tmp_path).err.splitlines()[0]
    long = digest("build", news, "-v", folder=tmp_path).err.splitlines()[0]
    assert short == "1 note on what was read (-v lists them)"
    assert long.startswith("note: wire.jsonl:1: link set aside")


def test_the_seeds_are_the_sources_where_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    ran = digest("build", "--date", "2020-09-03", folder=tmp_path)
    assert (ran.code, ran.err.splitlines()[-1].endswith("1 day → out/index.html")) == (0, True)
