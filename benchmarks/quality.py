"""How good the digest is: one table of what each task reaches, beside the baselines of the run.

    python benchmarks/quality.py --data DIR [--task NAME ...] [--scorers DIR]

DIR holds the folders dates, actors, stories and timelines, each with a folder a set. The scorers
score_dates.py, score_actors.py, score_stories.py and score_timelines.py stand in DIR/../eval unless
told otherwise. Articles without a date would be refused: they get one and the same, in a copy of
their set. The table is Markdown, and its lines come as they are found. The tasks are

    dates      `digest dates`: value F1
    actors     `digest actors`: typed F1; `seen` are sets that the model was trained on
    stories    `digest stories`: B-cubed F1, beside two groupings by TF-IDF, single link and leader
    digest     a digest's pairs of sentences that are alike, and sentences that can't stand alone
    speed      stories in a second of processor time, and the walk by cosine over that by overlap
    timelines  aligned ROUGE, and F1 of days; `sumy` is our pipeline with its TextRank, and counts
               of mentions, `lead` the first lines of the busiest days
    summaries  ROUGE-2 recall of 100 words on a day's news; `oracle` knows the answer

`sumy` is its TextRank as it comes; `stems` says that it got stems without stop words, as LexRank
does.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import published
import ranking
import stories
import summaries
import timelines
from corpus import real_articles
from quality_commands import actors_rows, dates_rows, stories_rows
from quality_rows import MEAN, Goal, Row, at_least, below, heading, line, number, parted, times
from scoring import scorer_of

from digest.pipeline.resources import resources
from digest.settings import Settings
from digest.summarising import broken_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    # The rows of a task, from the data and the scorers' folder where one is told.
    Task = Callable[[Path, Path | None], Iterator[Row]]

# The systems of summaries.py, by our columns.
SYSTEMS = {
    "ours": Settings().ranking.similarity,
    "sumy": "sumy's TextRank as it comes",
    "sumy, stems": "sumy's TextRank, stop words",
    "LexRank": "sumy's LexRank, stop words",
    "lead": "lead of the newest article",
    "oracle": "oracle",
}
WORDS = 100


def summaries_rows(data: Path, scorers: Path | None) -> Iterator[Row]:  # noqa: ARG001
    """What summaries of a day's news recall of what timelines tell, topic by topic."""
    days = summaries.news_sets(data, 1)
    if not days:
        return
    found = dict(zip(SYSTEMS, summaries.recalls(days, list(SYSTEMS.values()), WORDS), strict=True))
    topics = np.array([news.topic for news in days])
    for topic in sorted(set(topics.tolist())):
        of_topic = {name: float(each[topics == topic].mean()) for name, each in found.items()}
        yield _summaries_row(topic, of_topic, (None, None))
    means = {name: float(each.mean()) for name, each in found.items()}
    yield _summaries_row(f"{MEAN} of {len(days)} days", means, (1.35, 1.12))


def _summaries_row(
    name: str, figures: Mapping[str, float], needed: tuple[float | None, float | None]
) -> Row:
    ours, baselines = parted(figures)
    goals = tuple(
        times(ours, baselines[other], other, least)
        for other, least in zip(("sumy", "sumy, stems"), needed, strict=True)
    )
    return Row("summaries", name, "ROUGE-2 recall", ours, baselines, goals)


# The systems of timelines.py, by our columns.
PIPELINES = {"ours": "ours", "sumy": "sumy", "sumy, stems": "sumy stems", "lead": "busiest"}
MEASURES = {"R1": "aligned ROUGE-1", "R2": "aligned ROUGE-2", "date": "F1 of days"}


def timelines_rows(data: Path, scorers: Path | None) -> Iterator[Row]:
    """How well timelines agree with the references, each by itself."""
    scorer, chosen = scorer_of(data, scorers, "timelines"), resources(Settings())
    folders = [path.parent for path in sorted(data.glob("timelines/*/timelines.jsonl"))]
    if not folders:
        return
    read = [timelines.read_set(folder, chosen) for folder in folders]
    with TemporaryDirectory() as out:
        for one in read:
            timelines.make(one, chosen, Path(out))
        found = timelines.scored(scorer, read, Path(out))
    for measure in MEASURES:
        for name in found["ours"]:
            figures = {column: found[system][name][measure] for column, system in PIPELINES.items()}
            yield _timelines_row(name, measure, figures)


def _timelines_row(name: str, measure: str, figures: Mapping[str, float]) -> Row:
    ours, baselines = parted(figures)
    is_mean = name == timelines.MEAN
    ratios = {"R1": 1.25, "R2": 1.35} if is_mean else {}
    goal = times(ours, baselines["sumy"], "sumy", ratios.get(measure))
    if is_mean and measure == "date":
        goal = at_least(ours, 0.56)
    return Row("timelines", MEAN if is_mean else name, MEASURES[measure], ours, baselines, (goal,))


def digest_rows(data: Path, scorers: Path | None) -> Iterator[Row]:  # noqa: ARG001
    """Whether a digest says a thing twice, and whether its sentences stand alone."""
    told = [one for story in published.told(data) for one in story]
    pairs, alike = published.alike(told)
    share, faults = alike / max(pairs, 1), sum(bool(broken_rule(one)) for one in told)
    name = f"news_cluster, {len(told)} sentences"
    measure = f"share of pairs with a cosine above {published.ALIKE}"
    yield Row("digest", name, measure, share, goals=(below(share, 0.01),))
    none_needed = Goal(number(faults), "0", faults == 0)
    yield Row("digest", name, "sentences that can't stand alone", faults, goals=(none_needed,))


WINDOW_DAYS = 2
MANY_SENTENCES = 100_000


def speed_rows(data: Path, scorers: Path | None) -> Iterator[Row]:  # noqa: ARG001
    """How fast articles become stories, and what the cosine costs."""
    articles = real_articles(data)
    measure = f"articles/s, window of {WINDOW_DAYS} days"
    for per_day in stories.DENSITIES:
        (rate,) = stories.speed(articles, per_day, [WINDOW_DAYS])
        name = f"{len(articles):,} articles, {per_day:,} a day"
        yield Row("speed", name, measure, rate, goals=(at_least(rate, 4_000),))
    (document,) = ranking.documents_of(ranking.all_sentences(data), MANY_SENTENCES)
    ratio = ranking.cosine_over_overlap(document)
    name = f"{MANY_SENTENCES:,} sentences"
    yield Row("speed", name, "time by cosine over overlap", ratio, goals=(below(ratio, 1.5),))


TASKS: dict[str, Task] = {
    "dates": dates_rows,
    "actors": actors_rows,
    "stories": stories_rows,
    "digest": digest_rows,
    "speed": speed_rows,
    "timelines": timelines_rows,
    "summaries": summaries_rows,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--task", nargs="+", choices=TASKS, default=list(TASKS), metavar="NAME")
    parser.add_argument("--scorers", type=Path, metavar="DIR", help="else DIR/../eval")
    given = parser.parse_args()
    print(heading())
    for name in given.task:
        for row in TASKS[name](given.data, given.scorers):
            print(line(row), flush=True)


if __name__ == "__main__":
    main()
