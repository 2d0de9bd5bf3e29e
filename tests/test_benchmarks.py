"""Each benchmark runs at a tiny size and prints figures that can be read off."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import commands
import pytest
from corpus import dated_anew
from made_news import intended_stories, made_articles
from scoring import table

from digest.language import ENGLISH
from digest.pipeline.queries import storylines
from digest.pipeline.resources import resources
from digest.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
DATES_SCORER = """\
import argparse
import subprocess

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--run")
given = parser.parse_args()
command = [*given.run.split(), "dates", f"{given.folder}/articles.jsonl", "--json"]
found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
print(f"set  gold  value F1\\nown     1     0.{len(found.splitlines())}00\\nvalue F1 0.100")
"""
STORIES_SCORER = """\
print(f"{'set':12}{'system':>18}  B3 F1  ARI")
print(f"{'ecbplus':12}{'all apart':>18}  0.161")
for name, scores in {"ecbplus": (0.8, 0.85, 0.9), "news_cluster": (0.9, 0.8, 0.91)}.items():
    for system, score in zip(("single link 0.25", "leader 0.2", "system"), scores):
        print(f"{name:12}{system:>18}  {score:.3f}  0.5")
print("system: mean B3 F1 0.905")
"""
TIMELINES_SCORER = """\
import sys
from pathlib import Path

ours = "--system" in sys.argv and Path(sys.argv[-1]).name == "ours"
score = "0.600" if ours else "0.400"
print("timeline     dates  align+ R1  align+ R2   date")
print(f"harbour.one      1      {score}      {score}  {score}")
print(f"mean of all             {score}      {score}  {score}")
print(f"align+ R1 {score}")
"""


def run(script: str, *options: str | Path) -> list[list[str]]:
    """The cells of the lines that a script prints, parted at blanks."""
    done = commands.script(BENCHMARKS / script, *options)
    assert (done.code, done.err) == (0, "")
    return [line.split() for line in done.out.splitlines()]


def positive(row: Sequence[str]) -> list[bool]:
    """Which cells are numbers above 0."""
    return [float(cell.replace(",", "")) > 0 for cell in row]


def test_ranking_prints_one_row_for_each_size_then_growth_and_memory() -> None:
    lines = run("ranking.py", "--sizes", "20", "--large", "50", "200")
    header, row = lines[1:3]
    assert header == ["sentences", "sumy", "s", "ours", "s", "ratio", "difference"]
    assert (row[0], positive(row[1:4]), float(row[4]) < 1e-9) == ("20", [True] * 3, True)
    assert [line[:1] for line in lines[3:]] == [
        [], ["sentences"], ["50"], ["200"], [], ["exponent"], ["cosine"], ["peak"],
    ]  # fmt: skip
    # An interpreter with numpy takes more than 10 MB, and so few sentences next to nothing.
    assert 10 < float(lines[-1][2]) < 300


def test_build_compares_both_builds_of_the_same_stories() -> None:
    """However many work, and whatever the formats, the stories are the same."""
    lines = run("build.py", "--articles", "24", "--runs", "1")
    assert lines[0][:3] == ["24", "articles", "(made,"]
    assert lines[2] == ["build", "seconds", "articles/s", "ratio", "stories", "pages"]
    names = [" ".join(row[:-5]) for row in lines[3:7]]
    assert names == ["baseline", "jobs 1", "jobs 2", "jobs 1, html,md"]
    assert [positive(row[-5:]) for row in lines[3:7]] == [[True] * 5] * 4
    assert len({row[-2] for row in lines[4:7]}) == 1
    assert (lines[8][:-1], positive(lines[8][-1:])) == (["jobs", "2", "over", "jobs", "1:"], [True])


def test_archive_compares_small_changes_with_a_whole_build() -> None:
    lines = run("archive.py", "--articles", "12", "--per-day", "6")
    names = [" ".join(row[:-5]) for row in lines[1:7]]
    assert names == [
        *("all days, jobs 1", "all days, jobs 2", "nothing changed", "one day more"),
        *("one article changed", "last day alone"),
    ]
    assert lines[8][:3] == ["an", "article", "takes"]
    assert lines[10][:4] == ["the", "saved", "history", "is"]


def test_stories_prints_agreement_speed_and_ways_to_find_reprints(tmp_path: Path) -> None:
    folder = tmp_path / "stories" / "own"
    folder.mkdir(parents=True)
    made = made_articles(24)
    rows = [{"id": a.id, "text": a.text, "published": "2020-09-03"} for a in made]
    answers = [{"article": a.id, "event": a.id.partition("-")[0]} for a in made]
    for name, lines in (("articles", rows), ("gold", answers)):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    printed = run("stories.py", "--data", tmp_path, "--articles", "60")
    end = printed.index([])
    assert [" ".join(cells[1:5]) for cells in printed[1:end] if cells[4] == "none"] == [
        "24 by day none",
        "24 at once none",
        "20 by day none",
        "20 at once none",
    ]
    rates = printed[end + 1 : end + 9]
    assert rates[0] == ["kind", "articles", "per", "day", "days", "2", "days", "365", "days"]
    speeds = [
        *(["real", "24", "100", "1"], ["real", "24", "500", "1"], ["real", "24", "2000", "1"]),
        *(["made", "60", "100", "1"], ["made", "60", "500", "1"], ["made", "60", "2000", "1"]),
        ["made", "60", "60", "1"],
    ]
    assert [cells[:4] for cells in rates[1:]] == speeds
    assert [positive(cells[4:]) for cells in rates[1:]] == [[True] * 2] * len(speeds)
    assert printed[end + 10][:3] == ["own", "recall", "1.000"]
    assert [cells[0] for cells in printed[end + 10 :]] == ["own", "datasketch", "rensa"]


def test_startup_prints_ratios_to_one() -> None:
    lines = run("startup.py", "--runs", "1")
    assert lines[2] == ["command", "ms", "ratio"]
    names = [" ".join(row[:-2]) for row in lines[3:]]
    assert names == [
        "digest --help",
        "empty app --help",
        "digest build seeds",
        "import nltk, scipy.sparse, jinja2",
    ]
    ratios = [
        round(float(ours[-2]) / float(theirs[-2]), 1) for ours, theirs in (lines[3:5], lines[5:7])
    ]
    assert ratios == pytest.approx([float(row[-1]) for row in lines[3::2]], abs=0.11)


def quality(folder: Path, task: str, scorer: str = "") -> list[list[str]]:
    """The cells of a task's rows in the table of quality.py, without the baselines' columns."""
    (folder.parent / "eval").mkdir()
    (folder.parent / "eval" / f"score_{task}.py").write_text(scorer, encoding="utf-8")
    done = commands.script(BENCHMARKS / "quality.py", "--data", folder, "--task", task)
    assert (done.code, done.err) == (0, "")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in done.out.splitlines()]
    assert rows[0][:4] == ["task", "set", "measure", "ours"]
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows[2:]


def test_quality_dates_a_set_without_dates(tmp_path: Path) -> None:
    """A set without dates of its own gets one, so that its articles are read."""
    folder = tmp_path / "data" / "dates" / "own"
    folder.mkdir(parents=True)
    row = {"id": "a", "text": "The talks end on Thursday."}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (folder / "gold.jsonl").write_text("", encoding="utf-8")
    (found,) = quality(tmp_path / "data", "dates", DATES_SCORER)
    assert found[:4] == ["dates", "own", "value F1", ".100"]


def test_quality_sets_stories_beside_the_better_baseline(tmp_path: Path) -> None:
    """Each set has what it needs by itself, and the mean must be above the better baseline's."""
    for name in ("ecbplus", "news_cluster"):
        folder = tmp_path / "data" / "stories" / name
        folder.mkdir(parents=True)
        row = {"id": "a", "text": "Rain fell.", "published": "2020-09-04"}
        (folder / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        (folder / "gold.jsonl").write_text("", encoding="utf-8")
    rows = quality(tmp_path / "data", "stories", STORIES_SCORER)
    assert [[*row[1:4], *filter(None, row[4:])] for row in rows] == [
        ["ecbplus", "B-cubed F1", ".900", ".800", ".850", ".900; +.050", "≥ .89", "yes"],
        ["news_cluster", "B-cubed F1", ".910", ".900", ".800", ".910; +.010", "≥ .92", "**no**"],
        ["mean", "B-cubed F1", ".905", ".850", ".825", "+.055", "+.03", "yes"],
    ]


def test_quality_sets_timelines_beside_sumy(tmp_path: Path) -> None:
    """Only the mean has something to reach."""
    rows = quality(harbour(tmp_path / "data"), "timelines", TIMELINES_SCORER)
    assert [[*row[1:4], *row[-3:]] for row in rows] == [
        ["harbour.one", "aligned ROUGE-1", ".600", "1.50 × sumy", "", ""],
        ["mean", "aligned ROUGE-1", ".600", "1.50 × sumy", "1.25 × sumy", "yes"],
        ["harbour.one", "aligned ROUGE-2", ".600", "1.50 × sumy", "", ""],
        ["mean", "aligned ROUGE-2", ".600", "1.50 × sumy", "1.35 × sumy", "yes"],
        ["harbour.one", "F1 of days", ".600", "1.50 × sumy", "", ""],
        ["mean", "F1 of days", ".600", ".600", "≥ .56", "yes"],
    ]


def test_quality_sets_summaries_beside_sumy_and_the_oracle(tmp_path: Path) -> None:
    rows = quality(harbour(tmp_path / "data"), "summaries")
    assert [row[1:3] for row in rows] == [
        ["harbour", "ROUGE-2 recall"],
        ["mean of 1 days", "ROUGE-2 recall"],
    ]
    assert [sum(map(bool, row[3:11])) for row in rows] == [6, 6]
    assert rows[1][-2] == "1.35 × sumy; 1.12 × sumy, stems"


def test_quality_counts_what_a_digest_says_twice(tmp_path: Path) -> None:
    rows = quality(as_news_cluster(harbour(tmp_path / "data")), "digest")
    assert [row[-3:] for row in rows] == [[".000", "< .01", "yes"], ["0", "0", "yes"]]


def test_quality_names_a_missing_scorer(tmp_path: Path) -> None:
    done = commands.script(BENCHMARKS / "quality.py", "--data", tmp_path / "data")
    expected = f"{tmp_path.resolve() / 'eval' / 'score_dates.py'}: there is no such scorer\n"
    assert (done.code, done.err) == (1, expected)


def test_a_scorers_table_is_read_by_column_though_cells_are_blank() -> None:
    text = "set          system  B3 F1\nnews  single link 1  0.500\nmean of all           0.5\nF1 0.5\n"
    assert table(text) == [
        {"set": "news", "system": "single link 1", "B3 F1": "0.500"},
        {"set": "mean of all", "system": "", "B3 F1": "0.5"},
    ]


def test_dates_scores_both_halves_and_names_what_is_wrong(tmp_path: Path) -> None:
    """One expression is right, one has another value, one is missed, and one is invented."""
    lines = run("dates.py", "--data", dates_data(tmp_path), "--articles", "1", "--look")
    rows = [row for row in lines if row[:2] == ["own", "digest"]]
    assert [row[2:] for row in rows] == [
        ["dev", "2", "2", "0.500", "0.500", "0.500"],
        ["held", "1", "1", "1.000", "1.000", "0.000"],
        ["all", "3", "3", "0.667", "0.667", "0.333"],
    ]
    faults = next(place for place, row in enumerate(lines) if row[:2] == ["own:", "wrong"])
    wrong = [row for row in lines[faults + 1 : faults + 15] if row[-4:] != ["0"] * 4]
    assert wrong == [
        ["weekday", "2", "0", "0", "1", "0"],
        ["year", "0", "0", "1", "0", "0"],
        ["other", "1", "1", "0", "0", "0"],
    ]
    assert lines[-2:] == [
        ["d", "missed", "other", "'the", "raid'", "1999", "|", "-"],
        ["d", "invented", "year", "-", "|", "'2019'", "2019"],
    ]


def test_dates_times_each_tagger_and_sentences_without_a_date(tmp_path: Path) -> None:
    lines = run("dates.py", "--data", dates_data(tmp_path), "--articles", "1")
    rates = [row for row in lines if row[:1] == ["digest"]]
    assert [(positive(row[1:3]), row[3]) for row in rates] == [([True] * 2, "1.0")] * 2
    assert [(row[:5], float(row[5]) > 0) for row in lines if row[1:2] == ["sentences"]] == [
        (["1", "sentences", "without", "a", "date:"], True),
        (["1", "sentences", "with", "a", "date:"], True),
    ]


def test_actors_tells_speed_and_size(tmp_path: Path) -> None:
    lines = run("actors.py", "--data", dates_data(tmp_path))
    speeds = [row for row in lines if row[:1] in (["cold"], ["warm"])]
    assert [(positive(row[1:2]), row[2:]) for row in speeds] == [
        ([True], ["tokens", "a", "second", "100,000", "needed"])
    ] * 2
    assert lines[-1][0] == "model"


def dates_data(tmp_path: Path) -> Path:
    """A folder of data with a set of two articles, one in each half, and one full article."""
    text = "They met on Monday. He spoke of the raid."
    articles = [
        {"id": "d", "text": f"{text} It was 2019.", "published": "2020-07-15"},
        {"id": "a", "text": text, "published": "2020-07-15T08:00:00"},
    ]
    weekday = {"start": 12, "end": 18, "text": "Monday", "type": "DATE", "mod": None}
    gold = [
        {**weekday, "article": "d", "value": "2020-07-13"},
        {**weekday, "article": "d", "value": "1999", "start": 32, "end": 40, "text": "the raid"},
        {**weekday, "article": "a", "value": "2020-07-20"},
    ]
    files: dict[str, Sequence[object]] = {
        "dates/own/articles": articles,
        "dates/own/gold": gold,
        "stories/news_cluster/articles": articles[1:],
    }
    for name, rows in files.items():
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


HARBOUR = [
    "The harbour of the old town was closed on Friday after a fire. All ships had left by noon.",
    "A fire closed the harbour of the old town on Friday. The mayor will open it again on Monday.",
    "Ships were sent to another port on Friday. The fire in the harbour burned for nine hours.",
]


def harbour(folder: Path) -> Path:
    """Three articles of a day, with what a timeline tells of it, as summaries.py reads them."""
    topic = folder / "timelines" / "harbour"
    topic.mkdir(parents=True)
    rows = [
        {"id": str(n), "text": text, "published": "2020-09-04"} for n, text in enumerate(HARBOUR)
    ]
    told = ["A fire closed the harbour of the old town ."]
    line = {"timeline": "one", "entries": [{"date": "2020-09-04", "sentences": told}]}
    # A day without a date of its own would be given another: two dates keep them.
    rows.append(
        {
            "id": "3",
            "text": "Rain fell on the town from morning to night.",
            "published": "2020-10-01",
        }
    )
    for name, lines in (("articles.jsonl", rows), ("timelines.jsonl", [line])):
        (topic / name).write_text("".join(json.dumps(each) + "\n" for each in lines), "utf-8")
    return folder


def test_summaries_prints_each_systems_recall_and_ratio(tmp_path: Path) -> None:
    lines = run("summaries.py", "--data", harbour(tmp_path), "--words", "12")
    assert (lines[0][:2], lines[1]) == (["1", "sets,"], ["R2", "mean", "ratio", "harbour"])
    means = {" ".join(row[:-3]): float(row[-3]) for row in lines[2:]}
    assert list(means) == [
        "sumy's TextRank as it comes",
        "sumy's TextRank, stop words",
        "sumy's LexRank, stop words",
        "lead of the newest article",
        "oracle",
        "overlap, no rules",
        "overlap",
        "cosine, no rules",
        "cosine",
    ]
    assert means["oracle"] == max(means.values()) == 1


def as_news_cluster(folder: Path) -> Path:
    """The harbour's articles where the cluster of news is looked for."""
    (folder / "stories").mkdir()
    (folder / "timelines" / "harbour").rename(folder / "stories" / "news_cluster")
    return folder


def test_published_counts_pairs_and_rules(tmp_path: Path) -> None:
    lines = run("published.py", "--data", as_news_cluster(harbour(tmp_path)))
    assert lines[0][1] == "stories,"
    assert [row[:-2] for row in lines[3:5]] == [["within", "stories"], ["within", "the", "digest"]]
    assert [row[1:] for row in lines[-2:]] == [
        ["stories", "in", "brief"],
        ["sentences", "that", "break", "a", "rule"],
    ]
    assert lines[-1][0] == "0"


@pytest.mark.skipif(find_spec("sentencex") is None, reason="sentencex is not installed")
def test_sentences_scores_three_splitters() -> None:
    lines = run("sentences.py")
    rows = [row for row in lines if row[:1] in (["sentencex"], ["punkt"], ["own"])]
    assert [(row[0], positive(row[1:])) for row in rows] == [
        (name, [True] * 13) for name in ("sentencex", "punkt", "own")
    ]


def test_made_articles_are_the_same_for_a_seed() -> None:
    one, again, other = (made_articles(12, seed) for seed in (1, 1, 2))
    assert ([a.text for a in one] == [a.text for a in again], one == other) == (True, False)


def test_made_articles_are_half_stop_words() -> None:
    words = [word for article in made_articles(50) for word in article.text.lower().split()]
    share = sum(word in ENGLISH.stop_words for word in words) / len(words)
    assert 0.4 < share < 0.55


def test_made_vocabulary_grows_with_the_articles() -> None:
    articles = made_articles(400)
    sizes = [
        len({word for article in articles[:count] for word in article.text.split()})
        for count in (100, 400)
    ]
    assert sizes[1] > 2 * sizes[0]


def test_made_stories_are_found_nearly_as_meant() -> None:
    """Grouping made days mixes no two stories, and parts one in ten at most."""
    articles = made_articles(200, per_day=200)
    lines = storylines(articles, resources(Settings()))
    told = [[one for story in line.stories for one in story.articles] for line, _ in lines]
    mixed = [found for found in told if intended_stories(found) > 1]
    meant = intended_stories(articles)
    assert (mixed, meant <= len(told) <= 1.1 * meant) == ([], True)


def test_articles_dated_anew_keep_their_order_so_many_to_a_day() -> None:
    articles = made_articles(10, per_day=3)
    again = dated_anew(articles[::-1], 4)
    days = [article.published.isoformat() for article in again]
    assert days == [f"2020-06-0{1 + number // 4}" for number in range(10)]
    assert {one.id for one in again[:3]} == {one.id for one in articles[:3]}


MERGING_SCORER = """\
import argparse
import json

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--system")
parser.add_argument("--baseline")
given = parser.parse_args()
actors = [json.loads(line)["actor"] for line in open(given.system)] if given.system else "abc"
print(f"set merging mentions F1 pair\\ngum within 1 0.{len(set(actors))} 0\\ngum across 1 0.7 0")
"""


def test_merging_is_given_the_right_names_and_scored_beside_the_baselines(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "actors" / "gum"
    folder.mkdir(parents=True)
    row: dict[str, object] = {"id": "a", "text": "Ada Orr met Orr."}
    (folder / "articles.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    names = [
        {"article": "a", "start": 0, "end": 7, "text": "Ada Orr", "kind": "person"},
        {"article": "a", "start": 12, "end": 15, "text": "Orr", "kind": "person"},
    ]
    lines = "".join(json.dumps(name) + "\n" for name in names)
    (folder / "gold.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "score_actors.py").write_text(MERGING_SCORER, encoding="utf-8")
    header, *rows = run("merging.py", "--data", tmp_path / "data")
    assert header == ["set", "merging", "within", "across", "time"]
    assert [row[:-2] if row[-1] == "ms" else row for row in rows] == [
        ["gum", "spelling", "0.3", "0.7"],
        ["gum", "last", "word", "0.3", "0.7"],
        ["gum", "digest", "0.1", "0.7"],
    ]
