"""Timelines beside those that sumy's TextRank and raw counts of mentions make, by the scorer.

    python benchmarks/timelines.py --data DIR [--sets NAME ...] [--scorers DIR]

DIR/timelines holds a folder for each set: articles.jsonl, and reference timelines in
timelines.jsonl. score_timelines.py stands in DIR/../eval unless told otherwise. Every reference
asks for as many days and sentences as it has, between its first day and its last. The systems are

    ours        days by the articles that mention them, candidates by the cosine walk
    sumy        the same pipeline, but days by how often they are mentioned, and candidates by
                sumy's TextRank (our equal of it) on words as they come
    sumy stems  the same on stems, without stop words
    busiest     the scorer's own baseline: the days with most articles, and their first lines

Cells are F1 of ROUGE-1 and ROUGE-2 of the aligned days, and of the days themselves. Seconds are
processor time of ours for one timeline in all, and of that for splitting into sentences and words,
and for finding the dates, each measured alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from corpus import articles_of, rows
from scoring import printed, scorer_of, table

from digest.pipeline.calendar import in_order
from digest.pipeline.resources import resources
from digest.ranking import textrank_many
from digest.settings import Settings
from digest.text import analyse
from digest.timelines import Extent, Method, TimelineDay, timeline
from digest.timelines.mentions import day_mentions
from digest.timelines.sentence_pool import sentence_pool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Article
    from digest.pipeline.resources import Resources
    from digest.text import Corpus, FloatArray, IntArray
    from digest.timelines.candidates import Candidates
    from digest.timelines.date_selection import DayScores
    from digest.timelines.mentions import DayMentions
    from digest.timelines.sentence_pool import SentencePool

Row = dict[str, str]
# What the scorer finds, by reference and measure.
Found = dict[str, dict[str, float]]
SHOWN = {"R1": "align+ R1", "R2": "align+ R2", "date": "date"}
MEAN = "mean of all"
OURS, BUSIEST = "ours", "busiest"


@dataclass(frozen=True)
class Reference:
    """A reference timeline: its name, and what it asks for."""

    name: str
    extent: Extent


@dataclass(frozen=True)
class TimelineSet:
    """A set's folder, its articles in their order, and its references."""

    folder: Path
    articles: list[Article]
    references: list[Reference]


class Timed(NamedTuple):
    """Seconds of processor time."""

    words: float
    dates: float
    whole: float


def read_set(folder: Path, chosen: Resources) -> TimelineSet:
    """A set's articles and references."""
    references = [
        Reference(f"{folder.name}.{row['timeline']}", extent(row["entries"]))
        for row in rows(folder / "timelines.jsonl")
    ]
    return TimelineSet(folder, in_order(articles_of(folder), chosen.zone), references)


def extent(entries: object) -> Extent:
    """As many days as a reference has, and its mean number of sentences."""
    assert isinstance(entries, list)  # noqa: S101  # the file's form
    days = sorted({entry["date"][:10] for entry in entries})
    sentences = sum(len(entry["sentences"]) for entry in entries)
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    return Extent(len(days), round(sentences / len(days)), first, last)


def by_mentions(found: DayMentions) -> DayScores:
    """A day matters by how often it is named."""
    return Counter(found.days.tolist())


def sumy_stems(sentences: SentencePool, candidates: Candidates, query: IntArray) -> FloatArray:  # noqa: ARG001
    """sumy's TextRank on stems, without stop words."""
    return textrank_many(*sentences.terms_of(candidates.sentences), candidates.sizes)


@dataclass(frozen=True)
class PlainWords:
    """sumy's TextRank on the very words, as it comes: a walk."""

    corpus: Corpus

    def __call__(
        self,
        sentences: SentencePool,
        candidates: Candidates,
        query: IntArray,  # noqa: ARG002
    ) -> FloatArray:
        """Score the candidates by all their words in lower case."""
        lowered = {word.lower(): code for code, word in enumerate(self.corpus.lexicon.words)}
        code_of = np.array([lowered[word.lower()] for word in self.corpus.lexicon.words])
        lengths = np.concatenate([np.diff(text.bounds) for text in sentences.texts])
        words = np.concatenate([text.words for text in sentences.texts])
        bounds = np.concatenate(([0], np.cumsum(lengths)))
        plain = [words[bounds[s] : bounds[s + 1]] for s in candidates.sentences.tolist()]
        return textrank_many(
            code_of[np.concatenate(plain)], lengths[candidates.sentences], candidates.sizes
        )


def methods(corpus: Corpus) -> dict[str, Method]:
    """The systems that make timelines by our pipeline."""
    return {
        OURS: Method(),
        "sumy": Method(by_mentions, PlainWords(corpus)),
        "sumy stems": Method(by_mentions, sumy_stems),
    }


def write(made: Sequence[TimelineDay], path: Path) -> None:
    """A timeline as the scorer reads it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for told in made:
            sentences = [
                {"article": s.article.id, "start": s.start, "end": s.end, "text": s.text}
                for s in told.sentences
            ]
            file.write(json.dumps({"date": told.day.isoformat(), "sentences": sentences}) + "\n")


def dates_of(one: TimelineSet, chosen: Resources) -> None:
    """Find the dates of a set, for nothing but the time it takes."""
    corpus = analyse(one.articles)
    day_mentions(sentence_pool(corpus.texts, corpus.lexicon), chosen.zone)


def make(one: TimelineSet, chosen: Resources, out: Path) -> Timed:
    """Write every system's timelines of a set; gives what ours took for one of them."""
    begun = time.process_time()
    corpus = analyse(one.articles)
    words = time.process_time() - begun
    begun = time.process_time()
    day_mentions(sentence_pool(corpus.texts, corpus.lexicon), chosen.zone)
    dates = time.process_time() - begun
    whole = 0.0
    for name, method in methods(corpus).items():
        for reference in one.references:
            begun = time.process_time()
            made = timeline(corpus, chosen.zone, reference.extent, method=method)
            if name == OURS:
                whole = words + time.process_time() - begun
            write(made, out / name / f"{reference.name}.jsonl")
    return Timed(words, dates, whole)


def scores(scorer: Path, folders: Sequence[Path], *system: str) -> Found:
    """What the scorer finds for each reference, and for all as `MEAN`."""
    return {
        row["timeline"]: {short: float(row[long]) for short, long in SHOWN.items()}
        for row in table(printed(scorer, *folders, *system))
    }


def scored(scorer: Path, sets: Sequence[TimelineSet], made: Path) -> dict[str, Found]:
    """The scores of all systems whose timelines were made, and of the scorer's baseline."""
    folders = [one.folder for one in sets]
    found = {
        path.name: scores(scorer, folders, "--system", str(path)) for path in sorted(made.iterdir())
    }
    return {**found, BUSIEST: scores(scorer, folders, "--baseline")}


def tell(by_system: dict[str, Found]) -> None:
    """Print a row for each reference, each system's figures side by side, and their ratios."""
    print(f"{'':42}" + "".join(f"{name:^21}" for name in by_system))
    print(f"{'timeline':42}" + "".join(f"{key:>7}" for key in SHOWN) * len(by_system))
    for name in by_system[OURS]:
        cells = [found[name][at] for found in by_system.values() for at in SHOWN]
        print(f"{name:42}" + "".join(f"{cell:7.3f}" for cell in cells))
    means = {system: found[MEAN] for system, found in by_system.items()}
    ratios = [
        means[OURS][at] / found[at] if found[at] else 0.0
        for found in means.values()
        for at in SHOWN
    ]
    print(f"{'ours over theirs':42}" + "".join(f"{ratio:7.2f}" for ratio in ratios))


def main() -> None:
    """Make, score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--sets", nargs="+", metavar="NAME", help="else all")
    parser.add_argument("--scorers", type=Path, metavar="DIR", help="else DIR/../eval")
    given = parser.parse_args()
    scorer = scorer_of(given.data, given.scorers, "timelines")
    folders = [
        path.parent
        for path in sorted(given.data.glob("timelines/*/timelines.jsonl"))
        if given.sets is None or path.parent.name in given.sets
    ]
    if not folders:
        sys.exit(f"{given.data}: no such timelines/*/timelines.jsonl")
    chosen = resources(Settings())
    sets = [read_set(folder, chosen) for folder in folders]
    # A first look compiles the expressions.
    dates_of(sets[0], chosen)
    with TemporaryDirectory() as out:
        taken = {one.folder.name: make(one, chosen, Path(out)) for one in sets}
        by_system = scored(scorer, sets, Path(out))
    tell(by_system)
    print(f"\n{'set':24}{'articles':>9}{'words s':>9}{'dates s':>9}{'all s':>9}")
    for one in sets:
        seconds = taken[one.folder.name]
        cells = "".join(f"{cell:9.2f}" for cell in seconds)
        print(f"{one.folder.name:24}{len(one.articles):9}{cells}")


if __name__ == "__main__":
    main()
