"""Merging alone: the right names are given, and the scorer tells how well they are merged.

    python benchmarks/merging.py --data DIR [--scorers DIR]

DIR holds the folder actors, with the sets gum, meantime and redocred. The scorer score_actors.py
stands in DIR/../eval unless told otherwise. The names of redocred are merged in each article by
itself, since its annotators named no actor in two articles; those of the others all in one go, as
`digest actors` does. `last word` takes names that end alike for one, `spelling` those spelt alike.
The last column is the time that merging took, the best of 3 rounds.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from corpus import FIRST_DAY, rows
from scoring import printed, scorer_of

from digest.entities import load_gazetteer
from digest.entities.coreference.merging import merge_names
from digest.entities.names import Name, plain
from digest.model import Article, Origin
from digest.text import Text, analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.entities import Gazetteer
    from digest.model import ActorMention

ACROSS = ("gum", "meantime")
WITHIN = ("redocred",)
BASELINES = ("spelling", "last-word")
OURS = "digest"
ROUNDS = 3
MEASURES = ("within", "across")
LINE = "{:10}{:11}{:>8}{:>8}{:>10}"


class Given(NamedTuple):
    """A set: its articles and the right names in each, in order."""

    texts: tuple[Text, ...]
    names: tuple[tuple[Name, ...], ...]


def read_set(folder: Path) -> Given:
    """Articles and gold names of a set."""
    told = rows(folder / "articles.jsonl")
    names: dict[str, list[Name]] = {row["id"]: [] for row in told}
    for row in rows(folder / "gold.jsonl"):
        names[row["article"]].append(
            Name(row["start"], row["end"], plain(row["text"]), row["kind"])
        )
    articles = [Article(row["id"], row["text"], FIRST_DAY, Origin(row["id"])) for row in told]
    texts = analyse(articles).texts
    return Given(texts, tuple(tuple(sorted(names[article.id])) for article in articles))


def merged(
    given: Given, gazetteer: Gazetteer, *, across: bool
) -> tuple[tuple[ActorMention, ...], ...]:
    """Names merged in all articles, or in each by itself."""
    if across:
        return merge_names(given.texts, given.names, gazetteer)
    return tuple(
        merge_names([text], [names], gazetteer)[0]
        for text, names in zip(given.texts, given.names, strict=True)
    )


def timed(given: Given, *, across: bool) -> tuple[tuple[tuple[ActorMention, ...], ...], float]:
    """Merged names, and the best time of some rounds."""
    times = []
    gazetteer = load_gazetteer()
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        found = merged(given, gazetteer, across=across)
        times.append(time.perf_counter() - begun)
    return found, min(times)


def write_system(given: Given, mentions: Sequence[Sequence[ActorMention]], path: Path) -> None:
    """Mentions as the scorer reads them."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for text, found in zip(given.texts, mentions, strict=True):
            for one in found:
                row = {
                    "article": text.article.id,
                    "start": one.start,
                    "end": one.end,
                    "text": one.text,
                    "kind": one.kind,
                    "actor": one.actor,
                }
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def scores(scorer: Path, folder: Path, *options: str) -> dict[str, str]:
    """B-cubed F1 of the scorer's table, by what it is of."""
    lines = (line.split() for line in printed(scorer, folder, *options).splitlines())
    return {row[1]: row[-2] for row in lines if len(row) > 1 and row[1] in MEASURES}


def measure(scorer: Path, folder: Path, *, across: bool) -> None:
    """Print a set's lines."""
    given = read_set(folder)
    shown = MEASURES if across else MEASURES[:1]
    for baseline in BASELINES:
        found = scores(scorer, folder, "--baseline", baseline)
        cells = [found[label] if label in shown else "" for label in MEASURES]
        print(LINE.format(folder.name, baseline.replace("-", " "), *cells, ""))
    mentions, seconds = timed(given, across=across)
    with TemporaryDirectory() as made:
        path = Path(made) / "system.jsonl"
        write_system(given, mentions, path)
        found = scores(scorer, folder, "--system", str(path))
    cells = [found[label] if label in shown else "" for label in MEASURES]
    print(LINE.format(folder.name, OURS, *cells, f"{seconds * 1000:.0f} ms"))


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--scorers", type=Path, metavar="DIR", help="else DIR/../eval")
    given = parser.parse_args()
    scorer = scorer_of(given.data, given.scorers, "actors")
    print(LINE.format("set", "merging", "within", "across", "time"))
    for name in (*ACROSS, *WITHIN):
        folder = given.data / "actors" / name
        if folder.is_dir():
            measure(scorer, folder, across=name in ACROSS)


if __name__ == "__main__":
    main()
